"""Make `reference/cities.tsv` from a cut of GeoNames.

    python tools/make_reference.py cities15k.tsv.xz

The input has one place with more than 15,000 inhabitants a line: geonameid, name, country, population, latitude,
longitude, alternate names joined by `|`. The output keeps what German texts are likely to name. The German name of a
place abroad is, in this order: the one in `exonyms.tsv`, the capital in `countries.tsv`, the name transcribed from
Cyrillic as German does it where GeoNames knows that form, else the name in GeoNames.
"""

from __future__ import annotations

import csv
import lzma
import re
import sys
import unicodedata
from pathlib import Path

from rapidfuzz import fuzz

REFERENCE = Path(__file__).resolve().parents[1] / "src" / "quellenlage" / "reference"
HEAD = """# Cities and towns: usual German name, country, population, further names.
# Read by: reference/__init__.py (load_reference). Made by tools/make_reference.py; do not edit, edit exonyms.tsv.
# Columns, separated by tabs: name, country (ISO 3166-1 alpha-2), population, variants (separated by "|").
# Source: GeoNames (geonames.org), licence CC BY 4.0; changes: a selection of places and of names, German names put
# first.
"""
_SMALLEST = 100_000  # a smaller town far away is found by its context or not at all
_SMALLEST_NEAR = 15_000  # where German is spoken, nearby, and where wars are reported town by town
_NEAR = frozenset({"DE", "AT", "CH", "LI", "LU", "UA", "IL", "PS", "LB", "PL", "CZ", "DK", "NL", "BE", "KP"})
_MIDDLE = frozenset({"RU", "FR", "GB", "IT", "ES", "SY", "IQ", "TR", "HU", "US", "SE", "KR", "GR", "RO", "RS", "BY"})
_SMALLEST_MIDDLE = 50_000
_SHORTEST_VARIANT, _ALIKE = 5, 78  # letters; percent of equal letters
_CYRILLIC = frozenset({"RU", "UA", "BY", "KZ", "BG"})
_ADDITION = re.compile(r" (?:am|an der|im|in der|ob der|a\.d\.|\() ?.*$")  # "Frankfurt am Main" is also "Frankfurt"
_SCHOLARLY = re.compile("[\u0304\u0323\u0331]|[tdhzTDHZ]\u0327")
_MACRON = re.compile("\u0304")
_USUAL = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿāăąčćđēęěğīıłńňōőřśšşţťūůűżžźʻ’-]{2,}(?:[ -][A-Za-zÀ-ÖØ-öø-ÿ’-]+){0,3}")


def read_table(name: str) -> list[list[str]]:
    """The rows of a table of the reference data."""
    lines = (REFERENCE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def transcribed(name: str) -> str:
    """An English transcription of a Cyrillic name, written as German would."""
    german = name.lower().replace("ch", "\0").replace("k\0", "kch")
    for english, ours in (("shch", "schtsch"), ("zh", "sch"), ("kh", "ch"), ("sh", "sch"), ("\0", "tsch"), ("ts", "z")):
        german = german.replace(english, ours)
    german = german.replace("v", "w").replace("ya", "ja").replace("yu", "ju").replace("yi", "ji").replace("z'", "s")
    return "-".join(part.capitalize() for part in german.split("-"))


def is_usual(name: str) -> bool:
    """Whether a German text could write the name like this: a capital and Latin letters, no transcription marks."""
    return bool(_USUAL.fullmatch(name))


def german_name(name: str, country: str, others: set[str], known: dict[tuple[str, str], str], capital: str) -> str:
    """The usual German name of a place."""
    if (name, country) in known:
        return known[name, country]
    if capital and capital in others:
        return capital
    if country in _CYRILLIC and transcribed(name) in others:
        return transcribed(name)
    return less_marks(name)


def less_marks(name: str) -> str:
    """A scholar's transcription as newspapers print it: "Ţūlkarm" is "Tulkarm"."""
    letters = unicodedata.normalize("NFD", name)
    if not _SCHOLARLY.search(letters):
        return name
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("ʻ", "").replace("’", "")


def is_kept(country: str, population: int) -> bool:
    """Whether German texts are likely to name a place of that size there."""
    if country in _NEAR:
        return population >= _SMALLEST_NEAR
    return population >= (_SMALLEST_MIDDLE if country in _MIDDLE else _SMALLEST)


def plain(name: str) -> str:
    """The name less its accents: two variants that differ in accents alone are kept once."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).casefold()


def variants(german: str, name: str, others: set[str]) -> list[str]:
    """Other spellings of a place's name; quite other names are left out, most of them are also something else."""
    kept = {
        plain(other): other for other in sorted(others, reverse=True) if is_usual(other) and is_close(other, german)
    }
    kept |= {plain(name): name}
    short = _ADDITION.sub("", german)
    return sorted({*kept.values(), without_accents(german), short} - {german})


def without_accents(name: str) -> str:
    """The name as texts write it that have no accents at hand.

    German umlauts stay; a name with a macron ("Būsh") is a scholar's transcription, and less it often another name.
    """
    if any(letter in name for letter in "äöüÄÖÜß") or _MACRON.search(unicodedata.normalize("NFD", name)):
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def is_close(other: str, name: str) -> bool:
    """Whether `other` is a spelling of `name` (long enough that a slip does not make it another word).

    A name with an "s" more would be taken for a German genitive; such forms come from Baltic languages.
    """
    if plain(other) == f"{plain(name)}s":
        return False
    return len(other) >= _SHORTEST_VARIANT and fuzz.ratio(plain(other), plain(name)) >= _ALIKE


def make(source: Path) -> str:
    """The whole table as text."""
    known = {(english, country): german for english, country, german in read_table("exonyms.tsv")}
    capitals = {row[0]: row[5].split("|")[0] for row in read_table("countries.tsv") if len(row) > 5}
    rows = []
    with lzma.open(source, "rt", encoding="utf-8") as lines:
        for _, name, country, population, _, _, others in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not is_kept(country, int(population)):
                continue
            names = {name, *others.split("|")}
            german = german_name(name, country, names, known, capitals.get(country, ""))
            rows.append((german, country, population, variants(german, name, names)))
    rows.sort(key=lambda row: (row[1], row[0], -int(row[2]), row[3]))
    return HEAD + "".join(f"{n}\t{c}\t{p}\t{'|'.join(v)}\n" for n, c, p, v in dict.fromkeys(map(_frozen, rows)))


def _frozen(row: tuple[str, str, str, list[str]]) -> tuple[str, str, str, tuple[str, ...]]:
    name, country, population, variants = row
    return name, country, population, tuple(variants)


if __name__ == "__main__":
    (REFERENCE / "cities.tsv").write_text(make(Path(sys.argv[1])), encoding="utf-8")
