"""Who is said to have said what: one sentence, the statement expected of it."""

from __future__ import annotations

import pytest

from quellenlage.model.statement import Statement
from tests.steps.interpret.reading import read


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Form, stance, speaker and quote of each statement, in words."""
    document, interpretation = read(text)
    return [
        (
            str(statement.form),
            str(statement.stance),
            " … ".join(span.of(document.text) for span in statement.speaker),
            " … ".join(span.of(document.text) for span in statement.quote),
        )
        for statement in interpretation.statements
    ]


CASES = [
    # direct
    (
        "„Wir bleiben hier“, sagte Bürgermeisterin Anna Adler.",
        "direct",
        "asserts",
        "Bürgermeisterin Anna Adler",
        "„Wir bleiben hier“",
    ),
    ("Adler sagte: „Wir bleiben hier.“", "direct", "asserts", "Adler", "„Wir bleiben hier.“"),
    (
        "„Wir bleiben hier“, so Polizeisprecher Jens Ott.",
        "direct",
        "asserts",
        "Polizeisprecher Jens Ott",
        "„Wir bleiben hier“",
    ),
    ("Ott nannte den Plan „eine große Dummheit“.", "direct", "asserts", "Ott", "„eine große Dummheit“"),
    (
        "Er verwies auf den Streit, „um die eigene Ehre zu retten“.",
        "direct",
        "asserts",
        "Er",
        "„um die eigene Ehre zu retten“",
    ),
    # indirect
    (
        "Das Ministerium teilte mit, dass die Brücke gesperrt bleibt.",
        "indirect",
        "asserts",
        "Das Ministerium",
        "dass die Brücke gesperrt bleibt",
    ),
    (
        "Das Ministerium teilte mit, die Brücke sei gesperrt.",
        "indirect",
        "asserts",
        "Das Ministerium",
        "die Brücke sei gesperrt",
    ),
    (
        "Die Brücke sei gesperrt, teilte das Ministerium mit.",
        "indirect",
        "asserts",
        "das Ministerium",
        "Die Brücke sei gesperrt",
    ),
    ("Laut Polizei wurden drei Menschen verletzt.", "indirect", "asserts", "Polizei", "wurden drei Menschen verletzt"),
    (
        "Der Polizei zufolge wurden drei Menschen verletzt.",
        "indirect",
        "asserts",
        "Der Polizei",
        "wurden drei Menschen verletzt",
    ),
    (
        "Nach Angaben der Polizei wurden drei Menschen verletzt.",
        "indirect",
        "asserts",
        "Angaben der Polizei",
        "wurden drei Menschen verletzt",
    ),
    (
        "Drei Menschen wurden nach Angaben der Feuerwehr verletzt.",
        "indirect",
        "asserts",
        "Angaben der Feuerwehr",
        "Drei Menschen wurden … verletzt",
    ),
    (
        "Wie die Feuerwehr (BFW) mitteilte, brannten zwei Häuser.",
        "indirect",
        "asserts",
        "die Feuerwehr (BFW)",
        "brannten zwei Häuser",
    ),
    ("Der Hof brennt, so die Feuerwehr.", "indirect", "asserts", "die Feuerwehr", "Der Hof brennt"),
    (
        "In einem Bericht des Ministeriums heißt es, der Damm sei sicher.",
        "indirect",
        "asserts",
        "einem Bericht des Ministeriums",
        "der Damm sei sicher",
    ),
    (
        "Berichte der Polizei, wonach der Täter floh, liegen vor.",
        "indirect",
        "asserts",
        "der Polizei",
        "wonach der Täter floh",
    ),
    ("Der Minister kündigte an, die Steuer zu senken.", "indirect", "asserts", "Der Minister", "die Steuer zu senken"),
    (
        "Am vergangenen Freitag erklärte der Minister, dass er bleibt.",
        "indirect",
        "asserts",
        "der Minister",
        "dass er bleibt",
    ),
    (
        "Anna Adler, Chefin der Behörde, sagte, dass der Damm hält.",
        "indirect",
        "asserts",
        "Anna Adler, Chefin der Behörde",
        "dass der Damm hält",
    ),
    (
        "Anna Adler, die das Amt leitet, sagte, dass der Damm hält.",
        "indirect",
        "asserts",
        "Anna Adler",
        "dass der Damm hält",
    ),
    # reported
    (
        "Die Gewerkschaft warnte vor weiteren Entlassungen.",
        "reported",
        "warns",
        "Die Gewerkschaft",
        "Die Gewerkschaft warnte vor weiteren Entlassungen",
    ),
    (
        "Die Regierung wies die Vorwürfe zurück.",
        "reported",
        "denies",
        "Die Regierung",
        "Die Regierung wies die Vorwürfe zurück",
    ),
    (
        "Die Opposition forderte seinen Rücktritt.",
        "reported",
        "demands",
        "Die Opposition",
        "Die Opposition forderte seinen Rücktritt",
    ),
    ("Die Partei wirft dem Minister vor, gelogen zu haben.", "indirect", "accuses", "Die Partei", "gelogen zu haben"),
    ("Der Konzern dementierte, dass das Werk schließt.", "indirect", "denies", "Der Konzern", "dass das Werk schließt"),
    ("Die Bande soll 40 Autos gestohlen haben.", "own", "asserts", "", "Die Bande soll 40 Autos gestohlen haben"),
    (
        "Insgesamt sollen 300 Kisten geliefert worden sein.",
        "own",
        "asserts",
        "",
        "Insgesamt sollen 300 Kisten geliefert worden sein",
    ),
    ("Es wird angenommen, dass der Fahrer schlief.", "indirect", "asserts", "", "dass der Fahrer schlief"),
    # own voice
    ("In der Halle standen 40 Autos.", "own", "asserts", "", "In der Halle standen 40 Autos"),
]


@pytest.mark.parametrize(("text", "form", "stance", "speaker", "quote"), CASES)
def test_interpret(text: str, form: str, stance: str, speaker: str, quote: str) -> None:
    assert (form, stance, speaker, quote) in told(text)


NOTHING_SAID = [
    "Er kaufte die „Neue Tageszeitung“ am Bahnhof.",
    "Der „Rote Löwe“ ist ein Gasthof.",
    "Die Besucher wurden gebeten, ihre Mäntel abzugeben.",
    "Der Hof liegt am Fluss.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_interpret_leaves_alone_what_nobody_says(text: str) -> None:
    assert told(text) == []


def one(text: str) -> tuple[str, Statement, dict[str, str]]:
    document, interpretation = read(text)
    names = {source.id: source.name for source in interpretation.sources}
    return document.text, interpretation.statements[-1], names


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Der Damm ist sicher, wie die Polizei mitteilte und die Nachrichtenagentur dpa berichtet.",
            ["dpa", "Polizei"],
        ),
        ("Reuters berichtet unter Berufung auf die Polizei, dass der Damm sicher ist.", ["Reuters", "Polizei"]),
        ("In Bezug auf den Streit sagte die Polizei, dass der Damm sicher ist.", ["Polizei"]),
    ],
)
def test_chain_runs_from_the_outlet_to_whose_word_it_is(text: str, chain: list[str]) -> None:
    _, statement, names = one(text)
    assert [names[source] for source in statement.chain] == chain


def test_subject_left_out_is_that_of_the_clause_before() -> None:
    text, statement, _ = one(
        "Sprecher Jens Ott wies die Behauptung zurück, dass Autos fehlten, und nannte sie „eine glatte Lüge“."
    )
    assert [span.of(text) for span in statement.speaker] == ["Sprecher Jens Ott"]


def test_conjunction_inside_quoted_words_parts_no_clause() -> None:
    text, statement, _ = one(
        "Der Verbandschef Karl Jung äußerte „volle Achtung und Dank für die Arbeit der Regierung, des Heeres und des "
        "Volkes“ und verwies auf den Vertrag, „um das Erbe, die Ruhe und den Frieden zu schützen“."
    )
    assert [span.of(text) for span in statement.speaker] == ["Der Verbandschef Karl Jung"]


def test_speaker_is_carried_on_in_the_subjunctive() -> None:
    text, statement, _ = one("Minister Jens Ott sagte, der Damm sei sicher. Die Brücke bleibe gesperrt.")
    assert str(statement.form) == "free_indirect"
    assert [span.of(text) for span in statement.speaker] == ["Minister Jens Ott"]


def test_pronoun_denotes_who_spoke_before() -> None:
    _, statement, names = one("Minister Jens Ott kam am Abend. Er sagte, dass der Damm sicher ist.")
    assert names[statement.source or ""] == "Jens Ott"


def test_figure_missing_from_a_report_is_denied_by_the_outlet() -> None:
    document, interpretation = read(
        "Medien berichteten, dass 300 Autos fehlten, obwohl diese Zahl im Bericht des Ministeriums nicht enthalten war."
    )
    denial = next(s for s in interpretation.statements if str(s.stance) == "denies")
    assert str(denial.form) == "own"
    assert denial.figures
    assert any(s.stance == "asserts" and s.figures == denial.figures for s in interpretation.statements)
    assert denial.quote[0].of(document.text).startswith("obwohl")


def test_claim_is_accused_by_one_and_denied_by_another() -> None:
    _, interpretation = read(
        "Die Gewerkschaft warf dem Konzern vor, Giftmüll zu vergraben, eine Behauptung, die der Konzern zurückweist."
    )
    assert [str(s.stance) for s in interpretation.statements] == ["accuses", "denies"] or [
        str(s.stance) for s in interpretation.statements
    ] == ["denies", "accuses"]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Der Minister sagte, der Damm könnte brechen.", ["könnte"]),
        ("Der Minister sagte, der Damm sei angeblich sicher.", ["angeblich"]),
        ("Der Minister sagte, der Damm sei sicher.", []),
        ("Der Minister vermutet, dass der Damm bricht.", ["vermutet"]),
    ],
)
def test_hedges_are_kept_with_their_words(text: str, hedges: list[str]) -> None:
    found_text, statement, _ = one(text)
    assert [span.of(found_text) for span in statement.hedges] == hedges


def test_dateline_is_no_part_of_what_is_said() -> None:
    text, statement, _ = one("BERLIN (dpa) – Der Damm ist sicher, so die Polizei.")
    assert [span.of(text) for span in statement.quote] == ["Der Damm ist sicher"]
