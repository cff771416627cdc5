"""Tables of who said what on whose word, with the rules that must find something in them, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.model.statement import Stance
from quellenlage.steps.weigh.rules import ALL
from tests.steps.weigh.table import (
    BUDANOV,
    CNN,
    KIM,
    MEDIA,
    MINISTRY,
    MINISTRY_OF_LAND,
    NIS,
    OTHER_KIM,
    PESKOV,
    POLISH_MEDIA,
    REUTERS,
    STAFF,
    STAFF_OF_PL,
    UKRAINE,
    UNNAMED,
    Row,
    rules,
)

ARRIVED = "In der Hafenstadt sind {f} {n} angekommen."
SENT = "Nordland hat {f} Soldaten entsandt."
PLANNED = "Insgesamt sollen {f} {n} entsandt werden."
DEAD = "Bei dem Angriff starben {f} {n}."
PEOPLE = {"noun": "Menschen", "head": "Mensch"}


def arrived(outlet: str, f: str = "1.500", by: object = NIS, **changes: object) -> Row:
    return Row(outlet, ARRIVED, by, f, "arrived", **changes)  # type: ignore[arg-type]


def planned(outlet: str, f: str = "12.000", by: object = NIS, **changes: object) -> Row:
    return Row(outlet, PLANNED, by, f, "planned", **changes)  # type: ignore[arg-type]


def dead(outlet: str, f: str, by: object, **changes: object) -> Row:
    return Row(outlet, DEAD, by, f, "dead", **(PEOPLE | changes))  # type: ignore[arg-type]


def denial(outlet: str, sentence: str, by: object = PESKOV, **changes: object) -> Row:
    return Row(outlet, sentence, by, stance=Stance.DENIES, **({"claim": "denial"} | changes))  # type: ignore[arg-type]


DENIED = "Nordländische Soldaten seien nicht in die Hafenstadt entsandt worden"
SENT_ROW = Row("A", "Nordland habe Soldaten in die Hafenstadt entsandt", NIS, claim="sent")

CASES: dict[str, tuple[list[Row], list[str]]] = {
    # ---------------------------------------------------------------- how many origins
    "one service behind two outlets": ([arrived("A"), arrived("B")], ["one_origin"]),
    "one service behind three outlets": ([arrived("A"), arrived("B"), arrived("C")], ["one_origin"]),
    "one document alone": ([arrived("A")], []),
    "one service by way of an agency": ([arrived("A"), arrived("B", relays=(REUTERS,))], ["one_origin"]),
    "one service under two names": (
        [arrived("A", by=MINISTRY), arrived("B", by=MINISTRY_OF_LAND)],
        ["one_origin"],
    ),
    "one service in two claims of one number": (
        [arrived("A", claim="one"), arrived("B", claim="other")],
        ["one_origin"],
    ),
    "a small number in two claims tells nothing": (
        [arrived("A", "12", claim="one"), arrived("B", "12", claim="other")],
        [],
    ),
    "a small number in one claim": ([arrived("A", "12"), arrived("B", "12")], ["one_origin"]),
    "one number in two stories": (
        [arrived("A", claim="one", story="spring"), arrived("B", claim="other", story="autumn")],
        [],
    ),
    "copies of one text": ([arrived("A", root="x"), arrived("B", root="x")], ["one_text"]),
    "copies and one more on the same word": (
        [arrived("A", root="x"), arrived("B", root="x"), arrived("C")],
        ["one_origin", "one_text"],
    ),
    "no source named anywhere": ([arrived("A", by=None), arrived("B", by=None)], []),
    "no source named beside one that is": ([arrived("A"), arrived("B", by=None)], []),
    "one medium cited twice": ([arrived("A", by=CNN), arrived("B", by=CNN)], ["one_origin"]),
    "unnamed people of two texts are not one": ([arrived("A", by=UNNAMED), arrived("B", by=UNNAMED)], []),
    "two services agree": ([arrived("A"), arrived("B", by=STAFF)], ["separate_origins"]),
    "two services in one text": (
        [arrived("A", root="x"), arrived("B", by=STAFF, root="x")],
        ["attribution_differs", "one_text"],
    ),
    "a country and its own service are no two": ([arrived("A", by=UKRAINE), arrived("B", by=STAFF)], []),
    "services of two countries with like names": (
        [arrived("A", by=STAFF), arrived("B", by=STAFF_OF_PL)],
        ["separate_origins"],
    ),
    "a spokesman in another text of his own house": (
        [arrived("Generalstab", by=BUDANOV), arrived("B", by=STAFF)],
        [],
    ),
    "two Kims are two": ([arrived("A", by=KIM), arrived("B", by=OTHER_KIM)], ["separate_origins"]),
    "a claim without a number": (
        [Row("A", "Die Grenze sei geschlossen", NIS), Row("B", "Die Grenze ist zu", NIS)],
        ["one_origin"],
    ),
    "a claim without a number in copies": (
        [Row("A", "Die Grenze sei geschlossen", NIS, root="x"), Row("B", "Die Grenze ist zu", NIS, root="x")],
        ["one_text"],
    ),
    # ---------------------------------------------------------------- attribution
    "unnamed here, a service there": ([planned("A", by=UNNAMED), planned("B")], ["attribution_differs"]),
    "media here, a service there": ([planned("A", by=MEDIA), planned("B")], ["attribution_differs"]),
    "media, unnamed and a service": (
        [planned("A", by=MEDIA), planned("B", by=UNNAMED, relays=(MEDIA,)), planned("C")],
        ["attribution_differs"],
    ),
    "media of another country": ([planned("A", by=POLISH_MEDIA), planned("B")], []),
    "unnamed beside two services": (
        [planned("A", by=UNNAMED), planned("B"), planned("C", by=STAFF)],
        ["separate_origins"],
    ),
    "a service and its own unnamed man in one story": (
        [planned("A", by=UNNAMED, claim="one"), planned("B", claim="other")],
        ["attribution_differs"],
    ),
    "an agency named instead of the service": ([planned("A", by=REUTERS), planned("B")], []),
    "the source gets lost in a copy": (
        [planned("A", root="x"), planned("B", by=None, root="x")],
        ["attribution_lost", "one_text"],
    ),
    "another text states it on its own": ([planned("A"), planned("B", by=None)], []),
    # ---------------------------------------------------------------- bounds
    "a ceiling is lost": ([planned("A", "bis zu 12.000"), planned("B")], ["bound_lost", "one_origin"]),
    "a floor is lost": ([planned("A", "mindestens 12.000"), planned("B")], ["bound_lost", "one_origin"]),
    "a ceiling becomes about": (
        [planned("A", "bis zu 12.000"), planned("B", "rund 12.000")],
        ["bound_lost", "one_origin"],
    ),
    "about is lost": ([planned("A", "rund 12.000"), planned("B")], ["bound_differs", "one_origin"]),
    "almost is lost": ([planned("A", "fast 12.000"), planned("B")], ["bound_differs", "one_origin"]),
    "the same bound": ([planned("A", "bis zu 12.000"), planned("B", "bis zu 12.000")], ["one_origin"]),
    "bounds of two services": (
        [planned("A", "bis zu 12.000"), planned("B", by=STAFF)],
        ["separate_origins"],
    ),
    "a bound lost in a text that names nobody": (
        [planned("A", "bis zu 12.000"), planned("B", by=None)],
        ["bound_lost"],
    ),
    # ---------------------------------------------------------------- hedges
    "a hedge is lost": ([planned("A", hedges=("sollen",)), planned("B")], ["hedge_lost", "one_origin"]),
    "hedged in both": ([planned("A", hedges=("sollen",)), planned("B", hedges=("sollen",))], ["one_origin"]),
    "one service hedges, the other does not": (
        [planned("A", hedges=("sollen",)), planned("B", by=STAFF)],
        ["separate_origins"],
    ),
    "a hedge lost on the way from unnamed to named": (
        [planned("A", by=UNNAMED, hedges=("sollen",)), planned("B")],
        ["attribution_differs", "hedge_lost"],
    ),
    "a warning counts as an assertion": (
        [planned("A", stance=Stance.WARNS, hedges=("sollen",)), planned("B")],
        ["hedge_lost", "one_origin"],
    ),
    # ---------------------------------------------------------------- place, time, status
    "the same men in two countries": (
        [
            Row("A", "{f} Soldaten seien in Russland", NIS, "1.500", places=("Russland",)),
            Row("B", "{f} Soldaten seien in Polen", NIS, "1.500", places=("Polen",)),
        ],
        ["one_origin", "place_differs"],
    ),
    "a country named without anybody being there": (
        [
            Row("A", "{f} Soldaten für den Krieg gegen die Ukraine", NIS, "1.500", places=("Ukraine",)),
            Row("B", "{f} Soldaten seien in Russland", NIS, "1.500", places=("Russland",)),
        ],
        ["one_origin"],
    ),
    "a country and nothing": (
        [
            Row("A", "{f} Soldaten seien in Russland", NIS, "1.500", places=("Russland",)),
            Row("B", "{f} Soldaten seien da", NIS, "1.500"),
        ],
        ["one_origin"],
    ),
    "two services put them in two countries": (
        [
            Row("A", "{f} Soldaten seien in Russland", NIS, "1.500", places=("Russland",)),
            Row("B", "{f} Soldaten seien in Polen", STAFF, "1.500", places=("Polen",)),
        ],
        ["separate_origins"],
    ),
    "another day on the same word": (
        [
            Row("A", "Am 3. Mai kamen {f} Soldaten", NIS, "1.500", times={"3. Mai": "2024-05-03"}),
            Row("B", "Am 4. Mai kamen {f} Soldaten", NIS, "1.500", times={"4. Mai": "2024-05-04"}),
        ],
        ["one_origin", "time_differs"],
    ),
    "the same day on the same word": (
        [
            Row("A", "Am 3. Mai kamen {f} Soldaten", NIS, "1.500", times={"3. Mai": "2024-05-03"}),
            Row("B", "Am 3. Mai trafen {f} Soldaten ein", NIS, "1.500", times={"3. Mai": "2024-05-03"}),
        ],
        ["one_origin"],
    ),
    "planned here, arrived there": (
        [planned("A", "1.500"), arrived("B")],
        ["one_origin", "status_differs"],
    ),
    "sent here, arrived there": (
        [Row("A", SENT, NIS, "1.500", "sent"), arrived("B")],
        ["one_origin", "status_differs"],
    ),
    "wounded here, dead there": (
        [
            Row("A", "{f} Soldaten wurden verwundet", NIS, "300", "wounded"),
            Row("B", "{f} Soldaten kamen um", NIS, "300", "dead"),
        ],
        ["one_origin", "status_differs"],
    ),
    "injured and wounded are one": (
        [
            Row("A", "{f} Soldaten wurden verwundet", NIS, "300", "wounded"),
            Row("B", "{f} Soldaten wurden verletzt", NIS, "300", "injured"),
        ],
        ["one_origin"],
    ),
    # ---------------------------------------------------------------- conflict
    "two services, two figures": (
        [planned("A", "10.000", claim="one", day="2024-10-19"), planned("B", by=STAFF, claim="two", day="2024-10-19")],
        ["figures_conflict"],
    ),
    "two services, two figures in one claim, undated": (
        [planned("A", "10.000"), planned("B", by=STAFF)],
        ["figures_conflict", "separate_origins"],
    ),
    "two figures in two claims, undated": (
        [planned("A", "10.000", claim="one"), planned("B", by=STAFF, claim="two")],
        [],
    ),
    "a ceiling and a figure below it": (
        [
            planned("A", "bis zu 12.000", claim="one", day="2024-10-19"),
            planned("B", "10.000", by=STAFF, claim="two", day="2024-10-19"),
        ],
        [],
    ),
    "a floor and a figure above it": (
        [
            planned("A", "mindestens 10.000", claim="one", day="2024-10-19"),
            planned("B", by=STAFF, claim="two", day="2024-10-19"),
        ],
        [],
    ),
    "a ceiling and a figure above it": (
        [
            planned("A", "bis zu 10.000", claim="one", day="2024-10-19"),
            planned("B", by=STAFF, claim="two", day="2024-10-19"),
        ],
        ["figures_conflict"],
    ),
    "additional against total": (
        [
            planned("A", "3.000", claim="one", day="2024-10-19", additive=True),
            planned("B", by=STAFF, claim="two", day="2024-10-19"),
        ],
        [],
    ),
    "another status": (
        [arrived("A", claim="one", day="2024-10-19"), planned("B", by=STAFF, claim="two", day="2024-10-19")],
        [],
    ),
    "another thing counted": (
        [
            planned("A", "3.000", claim="one", day="2024-10-19", noun="Granaten", head="Granate"),
            planned("B", by=STAFF, claim="two", day="2024-10-19"),
        ],
        [],
    ),
    "a part of the things counted": (
        [
            dead(
                "A", "12", NIS, claim="one", day="2024-10-19", noun="zivile Opfer", head="Opfer", modifiers=("zivil",)
            ),
            dead("B", "20", STAFF, claim="two", day="2024-10-19", noun="Opfer", head="Opfer"),
        ],
        [],
    ),
    "men of two countries": (
        [
            planned("A", "10.000", claim="one", day="2024-10-19", noun="polnische Soldaten", modifiers=("polnisch",)),
            planned("B", by=STAFF, claim="two", day="2024-10-19", noun="russische Soldaten", modifiers=("russisch",)),
        ],
        [],
    ),
    "two places": (
        [
            Row(
                "A",
                "In Polen starben {f} Menschen",
                NIS,
                "12",
                "dead",
                "Menschen",
                "Mensch",
                claim="1",
                day="2024-10-19",
                places=("Polen",),
            ),
            Row(
                "B",
                "In Kenia starben {f} Menschen",
                STAFF,
                "20",
                "dead",
                "Menschen",
                "Mensch",
                claim="2",
                day="2024-10-19",
                places=("Kenia",),
            ),
        ],
        [],
    ),
    "two dates of what is said": (
        [
            Row(
                "A",
                "Am 3. Mai starben {f} Menschen",
                NIS,
                "12",
                "dead",
                "Menschen",
                "Mensch",
                claim="1",
                times={"3. Mai": "2024-05-03"},
            ),
            Row(
                "B",
                "Am 9. Mai starben {f} Menschen",
                STAFF,
                "20",
                "dead",
                "Menschen",
                "Mensch",
                claim="2",
                times={"9. Mai": "2024-05-09"},
            ),
        ],
        [],
    ),
    "the toll runs from day to day": (
        [dead("A", "12", NIS, claim="one", day="2024-10-17"), dead("B", "20", STAFF, claim="two", day="2024-10-19")],
        [],
    ),
    "two tolls of one day": (
        [dead("A", "12", NIS, claim="one", day="2024-10-19"), dead("B", "20", STAFF, claim="two", day="2024-10-19")],
        ["figures_conflict"],
    ),
    "two stories": (
        [
            planned("A", "10.000", claim="one", story="x", day="2024-10-19"),
            planned("B", by=STAFF, claim="two", story="y", day="2024-10-19"),
        ],
        [],
    ),
    "a first contingent and the whole army": (
        [planned("A", "1.000", claim="one", day="2024-10-19"), planned("B", by=STAFF, claim="two", day="2024-10-19")],
        [],
    ),
    "a figure in the outlet's own voice is nobody's word": (
        [planned("A", "10.000", by=None, claim="one", day="2024-10-19"), planned("B", claim="two", day="2024-10-19")],
        [],
    ),
    "one leans on the other's source": (
        [
            planned("A", "10.000", by=BUDANOV, bases=(NIS,), claim="one", day="2024-10-19"),
            planned("B", claim="two", day="2024-10-19"),
        ],
        ["figure_differs"],
    ),
    "a rounded copy is no conflict": (
        [arrived("A", "10.870"), arrived("B", "rund 11.000")],
        ["figure_differs", "one_origin"],
    ),
    "rounded by another service": (
        [
            arrived("A", "10.870", claim="one", day="2024-10-19"),
            arrived("B", "rund 11.000", by=STAFF, claim="two", day="2024-10-19"),
        ],
        [],
    ),
    # ---------------------------------------------------------------- supersession
    "a new figure of the same source": (
        [dead("A", "12", NIS, claim="one", day="2024-10-17"), dead("B", "20", NIS, claim="two", day="2024-10-19")],
        ["superseded"],
    ),
    "a new figure of the same source on one day": (
        [dead("A", "12", NIS, claim="one", day="2024-10-19"), dead("B", "20", NIS, claim="two", day="2024-10-19")],
        ["figure_differs"],
    ),
    "a new figure of the same source in another story": (
        [
            dead("A", "12", NIS, claim="one", story="x", day="2024-10-17"),
            dead("B", "20", NIS, claim="two", story="y", day="2024-10-19"),
        ],
        [],
    ),
    "additional men later on": (
        [
            arrived("A", claim="one", day="2024-10-17"),
            arrived("B", "3.000", claim="two", day="2024-12-19", additive=True),
        ],
        [],
    ),
    # ---------------------------------------------------------------- denial
    "denied against asserted": ([SENT_ROW, denial("B", DENIED)], ["assertion_denied"]),
    "doubted against asserted": (
        [SENT_ROW, replace(denial("B", DENIED), stance=Stance.DOUBTS)],
        ["assertion_doubted"],
    ),
    "denied by the one who asserts it": ([SENT_ROW, denial("B", DENIED, NIS)], []),
    "denied, and nothing asserted": ([denial("B", DENIED)], []),
    "another thing denied": (
        [SENT_ROW, denial("B", "Die Gaslieferungen an die Nachbarn seien nicht gekürzt worden")],
        [],
    ),
    "the same things, another doing denied": (
        [Row("A", "Soldaten in der Hafenstadt feierten ein Fest", NIS, claim="feast"), denial("B", DENIED)],
        [],
    ),
    "another stage of what is denied": (
        [Row("A", "Soldaten sind in der Hafenstadt angekommen", NIS, claim="came"), denial("B", DENIED)],
        ["assertion_denied"],
    ),
    "denied of another country": (
        [
            Row("A", "Kenia habe Soldaten in die Hafenstadt entsandt", NIS, claim="sent", places=("Kenia",)),
            denial("B", "Polen habe keine Soldaten in die Hafenstadt entsandt", places=("Polen",)),
        ],
        [],
    ),
    "denied in another story, no country named": (
        [
            replace(SENT_ROW, story="x"),
            denial("B", "Es seien keine Soldaten in die Hafenstadt entsandt worden", story="y"),
        ],
        [],
    ),
    "an assertion with a negation is no target": (
        [Row("A", "Niemand habe Soldaten in die Hafenstadt entsandt", NIS, claim="no"), denial("B", DENIED)],
        [],
    ),
    "a hedged denial is still a denial": (
        [SENT_ROW, denial("B", DENIED + ", wohl", hedges=("wohl",))],
        ["assertion_denied"],
    ),
    "the number is not in the report": (
        [
            planned("A"),
            Row(
                "B",
                "im Bericht des NIS war von {f} Soldaten keine Rede",
                None,
                "12.000",
                "planned",
                claim="no",
                stance=Stance.DENIES,
                mentions={"NIS": NIS},
            ),
        ],
        ["figure_denied"],
    ),
    "the number is not in a report that nobody names": (
        [
            planned("A", by=STAFF),
            Row(
                "B",
                "im Bericht des NIS war von {f} Soldaten keine Rede",
                None,
                "12.000",
                "planned",
                claim="no",
                stance=Stance.DENIES,
                mentions={"NIS": NIS},
            ),
        ],
        [],
    ),
    "a source denies the number that is laid to it": (
        [
            planned("A"),
            denial(
                "B",
                "Mit {f} Betroffenen habe man nicht gerechnet",
                NIS,
                f="12.000",
                noun="Betroffenen",
                head="Betroffene",
            ),
        ],
        ["figure_denied"],
    ),
    "another party denies the number": (
        [planned("A"), denial("B", "Von {f} Soldaten könne keine Rede sein", PESKOV, f="12.000", status="planned")],
        ["assertion_denied"],
    ),
    "another number is denied": (
        [planned("A"), denial("B", "Von {f} Soldaten könne keine Rede sein", PESKOV, f="11.000", status="planned")],
        [],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES.keys())
def test_rules_find_what_the_table_holds(rows: list[Row], expected: list[str]) -> None:
    assert rules(rows) == expected


def test_there_is_a_table_for_every_rule() -> None:
    asked = {name for _, expected in CASES.values() for name in expected}
    assert {rule.__name__ for rule in ALL} - asked == {"corrected", "overtaken"}, "those have tests of their own"
