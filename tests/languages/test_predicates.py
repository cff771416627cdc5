from __future__ import annotations

import pytest

from quellenlage.languages.predicates import load_predicates

WORDS = load_predicates("de")


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        ("entsenden", "send"),
        ("schicken", "send"),
        ("ankommen", "arrive"),
        ("eintreffen", "arrive"),
        ("ausbilden", "train"),
        ("liefern", "supply"),
        ("töten", "kill"),
        ("verhaften", "arrest"),
        ("ansteigen", "increase"),
        ("dementieren", "deny"),
        ("streiken", "strike"),
        ("verurteilen", "convict"),
        ("machen", None),
        ("kommen", None),
    ],
)
def test_a_verb_has_its_class(verb: str, name: str | None) -> None:
    assert WORDS.verb(verb) == name


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Entsendung", "send"),
        ("Truppenentsendung", "send"),
        ("Waffenlieferung", "supply"),
        ("Verkauf", "sell"),
        ("Kauf", "buy"),
        ("Warnstreik", "strike"),
        ("Massenprotest", "protest"),
        ("Kabel", None),
    ],
)
def test_a_noun_has_the_class_of_its_longest_end(noun: str, name: str | None) -> None:
    assert WORDS.noun(noun) == name


@pytest.mark.parametrize("noun", ["Mannschaft", "Gewerkschaft", "Ausschuss", "Pfund", "Auswahl", "Quartier", "Besitz"])
def test_nouns_that_only_end_like_a_class_have_none(noun: str) -> None:
    assert WORDS.noun(noun) is None
    assert WORDS.kin(noun) == noun


@pytest.mark.parametrize(
    "nouns",
    [
        ("Soldat", "Truppe", "Infanterist", "Infanteriesoldat"),
        ("Tote", "Toter", "Todesopfer", "Mensch"),
        ("Haus", "Gebäude"),
        ("Lkw", "Lastwagen"),
        ("Umsatz", "Erlös"),
        ("Inflation", "Teuerung"),
        ("Mandat", "Sitz"),
    ],
)
def test_nouns_that_count_the_same_are_kin(nouns: tuple[str, ...]) -> None:
    assert len({WORDS.kin(noun) for noun in nouns}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Soldat", "Panzer"), ("Umsatz", "Gewinn"), ("Haus", "Wohnung"), ("Schüler", "Lehrer"), ("Ufo", "Uhu")],
)
def test_nouns_that_count_other_things_are_not(one: str, other: str) -> None:
    assert WORDS.kin(one) != WORDS.kin(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("send", "withdraw"),
        ("hire", "dismiss"),
        ("hire", "strike_off"),
        ("increase", "decrease"),
        ("arrest", "release"),
        ("win", "lose"),
    ],
)
def test_opposites_hold_both_ways(one: str, other: str) -> None:
    assert WORDS.are_opposite(one, other)
    assert WORDS.are_opposite(other, one)
    assert not WORDS.are_opposite(one, one)


def test_stages_join_classes_and_statuses_of_one_doing() -> None:
    assert WORDS.are_stages("send", "arrive")
    assert WORDS.are_stages("sent", "arrived")
    assert not WORDS.are_stages("send", "train")
    assert not WORDS.are_stages("sent", "in_training")


def test_a_phrase_is_found_where_it_begins() -> None:
    words = ["drei", "menschen", "kamen", "ums", "leben"]
    assert [WORDS.phrase_at(words, place) for place in range(5)] == [None, None, None, "kill", None]


def test_the_longest_phrase_wins() -> None:
    for entries in WORDS.phrases.values():
        lengths = [len(words) for words, _ in entries]
        assert lengths == sorted(lengths, reverse=True)
