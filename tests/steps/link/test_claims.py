"""Which statements are one claim: German sentences of our own, figures by hand."""

from __future__ import annotations

import itertools

import pytest

from quellenlage.model.comparing import Linked
from quellenlage.model.marks import Comparator, Time, TimeKind
from quellenlage.model.statement import Reading, Stance
from quellenlage.steps.link import link
from tests.records import at
from tests.steps.link.told import claims_of, counted, packs, person, told

CAPTAIN = person("Ilse Brandt")


def _link(*readings: Reading) -> Linked:
    return link(readings, packs=packs())  # type: ignore[arg-type]


def _claims(*readings: Reading) -> list[set[str]]:
    found = _link(*readings)
    return claims_of(found.statements, [group.statements for group in found.groups])


def _are_one(left: Reading, right: Reading) -> bool:
    return _claims(left, right) == [{"a", "b"}]


SAME = [
    ("Bei dem Brand starben 14 Menschen.", "14 Personen kamen bei dem Feuer ums Leben."),
    ("Das Land schickte Waffen an die Küste.", "Das Land hat Waffen an die Küste entsandt."),
    ("Die Brücke bleibt bis Ende Mai gesperrt.", "Die Sperrung der Brücke dauert bis Ende Mai."),
    ("Die Verhandlungen mit der Werft sind gescheitert.", "Die Gespräche mit der Werft sind gescheitert."),
    ("Der Verein entlässt den Trainer.", "Der Trainer wurde von dem Verein entlassen."),
]
OTHER = [
    ("Die Steuern auf Diesel steigen.", "Die Steuern auf Diesel sinken."),
    ("Der Präsident wird im Herbst zurücktreten.", "Der Präsident wird im Herbst nicht zurücktreten."),
    ("Die Polizei nahm die Besetzer fest.", "Die Polizei ließ die Besetzer frei."),
    ("Der Verein entlässt den Trainer.", "Der Verein verpflichtet einen Stürmer."),
    ("Das Dach der Halle ist eingestürzt.", "Die Ursache des Einsturzes wird untersucht."),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_other_words_for_the_same_are_one_claim(left: str, right: str) -> None:
    assert _are_one(told("a", left), told("b", right))


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_what_contradicts_or_says_something_else_is_another_claim(left: str, right: str) -> None:
    assert not _are_one(told("a", left), told("b", right))


SENT = ("Das Land hat 1.500 Soldaten in den Norden entsandt.", counted("1.500", 1500, "Soldat", status="sent"))
FIGURES = [
    (True, "Bereits 1.500 Soldaten sind im Norden angekommen.", counted("1.500", 1500, "Soldat", status="arrived")),
    (True, "1.500 Infanteristen wurden geschickt.", counted("1.500", 1500, "Infanterist", status="sent")),
    (False, "Das Land hat 3.000 Soldaten in den Norden entsandt.", counted("3.000", 3000, "Soldat", status="sent")),
    (False, "Im Norden werden 1.500 Soldaten ausgebildet.", counted("1.500", 1500, "Soldat", status="in_training")),
    (False, "1.500 Soldaten wurden im Norden verwundet.", counted("1.500", 1500, "Soldat", status="wounded")),
    (
        False,
        "Das Land hat 1.500 Container in den Norden geschickt.",
        counted("1.500", 1500, "Container", status="sent"),
    ),
    (
        False,
        "Das Land hat weitere 1.500 Soldaten in den Norden entsandt.",
        counted("1.500", 1500, "Soldat", status="sent", additive=True),
    ),
    (
        True,
        "Das Land hat rund 1.500 Soldaten in den Norden entsandt.",
        counted("rund 1.500", 1500, "Soldat", status="sent", low=1350, high=1650, comparator=Comparator.ABOUT),
    ),
    (
        True,
        "Bis zu 1.500 Soldaten könnten in den Norden geschickt werden.",
        counted("Bis zu 1.500", 1500, "Soldat", status="planned", low=None, comparator=Comparator.AT_MOST),
    ),
]


@pytest.mark.parametrize(("same", "sentence", "figure"), FIGURES)
def test_a_number_of_the_same_things_ties_and_another_parts(
    same: bool, sentence: str, figure: dict[str, object]
) -> None:
    left = told("a", SENT[0], figures=[SENT[1]])
    assert _are_one(left, told("b", sentence, figures=[figure])) is same


@pytest.mark.parametrize(
    ("low", "point", "same"), [(1000, None, True), (100, None, False), (1500, 1500, True), (90000, 90000, False)]
)
def test_a_vague_number_ties_only_what_it_may_be_said_of(low: float, point: float | None, same: bool) -> None:
    vague = {"low": 1000, "high": None, "comparator": Comparator.VAGUE}
    left = told(
        "a", "Tausende Soldaten sind in den Norden gezogen.", figures=[counted("Tausende", None, "Soldat", **vague)]
    )
    given = {"low": low, "high": point, "comparator": Comparator.VAGUE if point is None else Comparator.EQUAL}
    right = told(
        "b", "Viele Soldaten sind in den Norden gezogen.", figures=[counted("Viele", point, "Soldat", **given)]
    )
    assert _are_one(left, right) is same


def test_a_number_alone_does_not_tie_two_things_said_of_people() -> None:
    left = told("a", "In der Stadt sind 80.000 Menschen ohne Strom.", figures=[counted("80.000", 80000, "Mensch")])
    right = told("b", "Zum Fest am Fluss kamen 80.000 Menschen.", figures=[counted("80.000", 80000, "Mensch")])
    assert not _are_one(left, right)


def test_conflicting_figures_part_what_else_is_the_same_word_by_word() -> None:
    left = told(
        "a", "Bei dem Unglück im Tunnel starben 14 Menschen.", figures=[counted("14", 14, "Mensch", status="dead")]
    )
    right = told(
        "b", "Bei dem Unglück im Tunnel starben 19 Menschen.", figures=[counted("19", 19, "Mensch", status="dead")]
    )
    assert not _are_one(left, right)


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DEMANDS, Stance.DOUBTS])
def test_a_denial_a_demand_and_a_doubt_are_not_the_assertion(stance: Stance) -> None:
    sentence = "Das Land liefert Waffen an die Rebellen im Süden."
    assert not _are_one(told("a", sentence), told("b", sentence, stance=stance))
    assert _are_one(told("a", sentence, stance=stance), told("b", sentence, stance=stance))


@pytest.mark.parametrize("stance", [Stance.CONFIRMS, Stance.ACCUSES, Stance.WARNS])
def test_who_confirms_accuses_or_warns_says_it_too(stance: Stance) -> None:
    sentence = "Das Land liefert Waffen an die Rebellen im Süden."
    assert _are_one(told("a", sentence), told("b", sentence, stance=stance))


def test_a_hedge_does_not_part() -> None:
    plain = told("a", "Das Land liefert Waffen an die Rebellen im Süden.")
    words = "Das Land liefert angeblich Waffen an die Rebellen im Süden."
    hedged = told("b", words, hedges=(at(words, "angeblich"),))
    assert _are_one(plain, hedged)


def test_a_question_is_not_the_answer() -> None:
    assert not _are_one(
        told("a", "ob das Land Waffen an die Rebellen im Süden liefert."),
        told("b", "das Land liefert Waffen an die Rebellen im Süden."),
    )


def _on(reading: Reading, words: str, day: int) -> Reading:
    from dataclasses import replace

    span = at(reading.document.text, words)
    time = Time(
        f"tim-{reading.document.id}", reading.document.id, span, TimeKind.DATE, f"2024-03-{day:02}",
        f"2024-03-{day:02}T00:00", f"2024-03-{day + 1:02}T00:00", None,
    )  # fmt: skip
    said = replace(reading.statements[0], times=(time.id,))
    return replace(reading, times=(time,), statements=(said,))


def test_another_day_is_another_claim() -> None:
    left = _on(told("a", "Am Montag fielen 120 Züge aus.", figures=[counted("120", 120, "Zug")]), "Montag", 4)
    right = _on(told("b", "Am Dienstag fielen 120 Züge aus.", figures=[counted("120", 120, "Zug")]), "Dienstag", 5)
    assert not _are_one(left, right)
    assert _are_one(left, _on(told("b", right.document.text, figures=[counted("120", 120, "Zug")]), "Dienstag", 4))


def test_near_claims_do_not_run_into_one_another_in_a_chain() -> None:
    sentences = [
        "Die Werft in Tell baut zwei Fähren für die Insel Rood.",
        "Die Werft in Tell baut zwei Fähren und ein Dock aus Stahl.",
        "Die Werft in Holm baut ein Dock aus Stahl für die Marine.",
        "Für die Marine kauft der Staat ein Dock aus Stahl und drei Kräne.",
    ]
    claims = _claims(*[told(name, text) for name, text in zip("abcd", sentences, strict=True)])
    assert not any({"a", "d"} <= claim for claim in claims)


def test_each_statement_stands_in_exactly_one_claim_in_any_order() -> None:
    texts = [*itertools.chain.from_iterable(SAME[:3]), *OTHER[0]]
    readings = [told(f"{number}", text) for number, text in enumerate(texts)]
    found = _link(*readings)
    assert sorted(key for group in found.groups for key in group.statements) == sorted(s.id for s in found.statements)
    assert found == _link(*reversed(readings))
    assert len({group.id for group in found.groups}) == len(found.groups)


def test_copies_without_number_stay_one_claim() -> None:
    sentence = "Das Land hat 1.500 Soldaten in den Norden entsandt."
    readings = [told(f"{n:03}", sentence, figures=[counted("1.500", 1500, "Soldat")]) for n in range(130)]
    assert len(_claims(*readings)) == 1


def test_the_gist_is_the_clearest_sentence_in_its_own_words() -> None:
    short = told("a", "1.500 Soldaten entsandt", figures=[counted("1.500", 1500, "Soldat")])
    full = told("b", "Das Land hat 1.500 Soldaten in den Norden entsandt.", figures=[counted("1.500", 1500, "Soldat")])
    (group,) = _link(short, full).groups
    assert group.gist == full.document.text
