"""From the words of a speaker to the source they denote: a text, and whose word its statements are."""

from __future__ import annotations

import pytest

from tests.steps.interpret.reading import read

_CASES = [
    # behind a quotation with names and commas of its own, the speaker stands behind his verb
    (
        "„Es hat gezischt, und dann war da nur noch Weiß“, erzählt Jonas Petersen, der Bruder des Offiziers.",
        "Jonas Petersen",
    ),
    ("„Das Schiff Kleopatra und alle darauf sind unser“, sagte Sprecher Omar Warsame.", "Omar Warsame"),
    # a cue inside what is told is no frame of its own
    (
        "An der Lärche sei eine Spur gefunden worden, das Netz habe einen Blitz verzeichnet, erläuterte Mira Holt.",
        "Mira Holt",
    ),
    # who said it stands behind a clause in the indicative
    ("Noch zwölf Kilometer weiter hörte man den Schlag, berichten Augenzeugen.", "Augenzeugen"),
    ("41 Prozent der Pflegekräfte arbeiten wieder auf Papier, hat der Rechnungshof erhoben.", "Rechnungshof"),
    (
        "Kritik übte der Bürgermeister der Gemeinde: Erst nach dem Knall sei die Warnung gekommen.",
        "Bürgermeister der Gemeinde",
    ),
    # where it comes from
    ("Das habe man gegen sechs entschieden, hieß es am Mittwoch aus Kreisen des Stabs.", "Kreise des Stabs"),
    ("Die Bahn habe ein Angebot vorgelegt, erfuhr diese Zeitung aus Verhandlungskreisen.", "Verhandlungskreise"),
    # somebody is led back to what was named
    (
        "Die Gewerkschaft VdL rief zum Streik auf. Die Regiobahn Mitte AG fuhr nicht. "
        "Mehr als 5.000 seien dabei, erklärte die "
        "Gewerkschaft VdL. Das Unternehmen sprach von 2.900 Streikenden.",
        "Regiobahn Mitte AG",
    ),
    (
        "Ein Brand zerstörte die Halle. „Ich sah zwei Gäste“, sagte eine Kellnerin. Der Wirt Peter Zehet schwieg. "
        "„Mehr weiß ich nicht“, sagte die Kellnerin.",
        "Kellnerin",
    ),
    ("Landesrat Florian Egger schwieg. Die Verträge seien geprüft, teilte sein Büro mit.", "Florian Egger"),
    (
        "Wiebke Torbeck und Sören Agard stritten. „Es ist ein Boot“, sagte Agard. Torbeck hob die Folie an. "
        "„Sehen Sie die Kerbe?“, fragte sie.",
        "Wiebke Torbeck",
    ),
]


@pytest.mark.parametrize(("text", "source"), _CASES)
def test_whose_word_the_last_statement_is(text: str, source: str) -> None:
    _, found = read(text)
    names = {known.id: known.name for known in found.sources}
    last = [statement for statement in found.statements if statement.speaker][-1]
    assert names[last.source or ""] == source


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("Die Lage sei ernst, sagte ein Ermittler.", True),
        ("Die Lage sei ernst, sagte die Wirtin.", True),
        ("Die Lage sei ernst, hieß es aus Kreisen des Stabs.", True),
        ("Die Lage sei ernst, sagte ein Sprecher.", False),
        ("Die Lage sei ernst, sagten die Ermittler.", False),
        ("Die Lage sei ernst, sagten die rumänischen Behörden.", False),
        ("Die Lage sei ernst, sagte Mira Holt.", False),
    ],
)
def test_a_nameless_person_is_evidence_of_its_kind(text: str, unnamed: bool) -> None:
    _, found = read(text)
    kinds = [str(evidence.kind) for statement in found.statements for evidence in statement.evidence]
    assert ("unnamed_person" in kinds) is unnamed


@pytest.mark.parametrize(
    "text",
    [
        "Die Quote liege bei 38 Prozent, heißt es in einer Auswertung des Instituts.",
        "Schon 2023 seien Mängel in einem Bericht vermerkt worden, sagte ein Prüfer.",
        "Die Wolle stammt aus Schweden, so die Studie von Mira Holt.",
    ],
)
def test_a_paper_it_goes_back_to_is_evidence(text: str) -> None:
    _, found = read(text)
    assert "document" in [str(evidence.kind) for statement in found.statements for evidence in statement.evidence]


def test_a_described_spokesman_is_of_no_body_named_before() -> None:
    _, found = read(
        "Der Seedienst NIB meldete zehn Tote. Im Video sagt ein russischer Sprecher: „Wir dürfen hier nicht filmen.“"
    )
    names = {known.id: known.name for known in found.sources}
    assert [names[s.source or ""] for s in found.statements if s.speaker][-1] == "russischer Sprecher"


def test_a_surname_before_a_noun_is_the_person_named_in_full() -> None:
    _, found = read(
        "Präsident Igor Zelenko warnte vor Hunger, während Zelenko Alarm schlug. „Wir handeln“, sagte Zelenko."
    )
    assert {s.source for s in found.statements if s.speaker} == {
        known.id for known in found.sources if known.name == "Igor Zelenko"
    }


def test_both_countries_are_no_person_named_before() -> None:
    _, found = read("Putin reiste an. Die beiden Länder versprachen, einander zu helfen.")
    names = {known.id: known.name for known in found.sources}
    assert "Putin" not in names[found.statements[-1].source or ""]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Das Bundesamt für Wasser prüft. Es fehle Personal, sagte der Präsident des Bundesamts für Wasser.",
            "Bundesamt für Wasser",
        ),
        ("Es fehle Personal, sagte Staatsanwalt Kreuzer.", "Staatsanwalt Kreuzer"),
    ],
)
def test_who_leads_a_body_or_has_a_name_is_not_nameless(text: str, source: str) -> None:
    _, found = read(text)
    statement = next(s for s in found.statements if s.speaker)
    assert {known.id: known.name for known in found.sources}[statement.source or ""].endswith(source.split()[-1])
    assert all(str(evidence.kind) != "unnamed_person" for evidence in statement.evidence)
