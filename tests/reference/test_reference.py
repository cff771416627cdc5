from __future__ import annotations

import time

import pytest

from quellenlage.languages.names import load_names
from quellenlage.model.marks import SourceKind
from quellenlage.reference import Reference, Use, load_reference
from quellenlage.text.datafiles import read_lines

_SECONDS_TO_LOAD = 1.0  # measured: 0.11; the rest is for a busy machine


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(
    ("name", "usual", "kind"),
    [
        ("dpa", "dpa", SourceKind.AGENCY),
        ("Deutsche Presse-Agentur", "dpa", SourceKind.AGENCY),
        ("Polnische Presseagentur", "PAP", SourceKind.AGENCY),
        ("CNN", "CNN", SourceKind.OUTLET),
        ("FAZ", "Frankfurter Allgemeine Zeitung", SourceKind.OUTLET),
        ("NIUS", "NIUS", SourceKind.OUTLET),
    ],
)
def test_variants_of_media_end_as_one(reference: Reference, name: str, usual: str, kind: SourceKind) -> None:
    assert (reference.media[name].name, reference.media[name].kind) == (usual, kind)


@pytest.mark.parametrize("word", ["Zeit", "Welt", "Bild", "Mehr", "Heute", "Stern", "Spiegel"])
def test_common_words_name_a_medium_only_where_announced(reference: Reference, word: str) -> None:
    assert word not in reference.media
    assert word in reference.announced_media


@pytest.mark.parametrize(
    ("address", "usual"),
    [
        ("https://edition.cnn.com/2024/10/18/world/x", "CNN"),
        ("www.t-online.de", "t-online"),
        ("https://www.reuters.com/", "Reuters"),
        ("sport.spiegel.de", "Der Spiegel"),
        ("https://example.org/", None),
        ("", None),
    ],
)
def test_an_address_leads_to_its_medium(reference: Reference, address: str, usual: str | None) -> None:
    medium = reference.medium_at(address)
    assert (medium.name if medium is not None else None) == usual


def test_a_picture_agency_is_marked(reference: Reference) -> None:
    assert reference.media["Getty Images"].use is Use.PICTURE
    assert reference.media["Facebook"].use is Use.PLATFORM


def test_a_name_tells_everything_it_can_mean(reference: Reference) -> None:
    known = reference.known("Moskau")
    assert known is not None
    assert (known.capital, known.city.country if known.city else None, known.country) == ("RU", "RU", None)
    assert reference.known("Unbekanntes") is None


def test_the_longest_known_name_is_found(reference: Reference) -> None:
    words = ["Die", "New", "York", "Times", "meldet"]
    found = reference.longest(words, 1)
    assert found is not None
    assert found[1] == 3
    assert found[0].medium is not None


def test_spellings_of_a_capital_mean_one_country(reference: Reference) -> None:
    assert {reference.capitals[name] for name in ("Kiew", "Kyjiw", "Kyiv")} == {"UA"}
    assert {reference.capitals[name] for name in ("Pjöngjang", "Pyongyang")} == {"KP"}


def test_every_country_has_an_adjective_or_none_for_a_reason(reference: Reference) -> None:
    without = sorted(code for code, country in reference.countries.items() if not country.adjectives)
    assert without == ["CG", "HK", "KN", "LC", "TT"]  # German makes none, or one that it shares with another


def test_services_of_one_country_are_not_one_body(reference: Reference) -> None:
    one_of = load_names("de").bodies.one_of
    for left, right in (("BND", "BfV"), ("FSB", "GRU"), ("SBU", "HUR"), ("CIA", "NSA")):
        first, second = reference.bodies[left], reference.bodies[right]
        assert first.sort != second.sort or first.sort not in one_of


def test_a_class_of_which_a_country_has_one_is_given_to_one_body(reference: Reference) -> None:
    one_of = load_names("de").bodies.one_of
    seen: dict[tuple[str, str], str] = {}
    for body in {id(body): body for body in reference.bodies.values()}.values():
        if body.country is not None and body.sort in one_of:
            other = seen.setdefault((body.country, body.sort), body.name)
            assert other == body.name, f"{other} and {body.name} would be one source"


def test_the_largest_town_of_a_name_is_meant(reference: Reference) -> None:
    assert reference.cities["Frankfurt"].name == "Frankfurt am Main"
    assert reference.cities["Halle"].country == "DE"


def test_no_city_name_is_a_genitive_of_another(reference: Reference) -> None:
    assert "Moskaus" not in reference.cities


def test_regions_and_persons_point_to_known_countries(reference: Reference) -> None:
    assert reference.regions["Krim"].country == "UA"
    assert reference.surnames["Selenskyj"].name == "Wolodymyr Selenskyj"
    assert "Müller" not in reference.surnames


@pytest.mark.parametrize(
    "file", ["agencies.tsv", "outlets.tsv", "bodies.tsv", "regions.tsv", "persons.tsv", "seats.tsv"]
)
def test_every_table_says_in_its_head_who_reads_it_and_where_it_comes_from(file: str) -> None:
    from importlib import resources

    head = [
        line
        for line in resources.files("quellenlage.reference").joinpath(file).read_text().splitlines()
        if line[:1] == "#"
    ]
    text = " ".join(head)
    assert "Read by:" in text
    assert "Source:" in text
    assert read_lines("quellenlage.reference", file)


def test_loading_is_quick() -> None:
    load_reference.cache_clear()
    begin = time.perf_counter()
    load_reference()
    assert time.perf_counter() - begin < _SECONDS_TO_LOAD
