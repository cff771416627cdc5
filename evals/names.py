"""Persons, places and organisations on GermEval 2014 and SmartData; variants of names on our own list of pairs.

What the gold calls PER, LOC and ORG is only part of what our names and places are: roles, unnamed parties and bodies
that are merely described ("die Polizei") are no names there, and countries are LOC whether they act or not. So the
proper name inside each mention is compared, and descriptions are left out.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.language import f1
from evals.reading import divided, document_of
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.marks import Name, SourceKind
from quellenlage.reference import load_reference
from quellenlage.steps.extract.names import extract_names
from quellenlage.steps.extract.places import extract_places
from quellenlage.text.namekeys import NameMatch, compare_names

_GERMEVAL, _SMARTDATA = "germeval14/test.txt.xz", "smartdata/eval-v3-dev+test.jsonl.xz"
_PAIRS = Path(__file__).resolve().parents[1] / "tests" / "text" / "name_pairs.tsv"
_TYPES = ("PER", "LOC", "ORG")
_SMARTDATA_TYPES = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
}
_MEDIA = (SourceKind.AGENCY, SourceKind.OUTLET)

Entity = tuple[int, int, str]  # begin, end, type
Gold = tuple[str, set[Entity]]


def predictions(text: str) -> set[Entity]:
    """What our names and places are in terms of the gold."""
    vocabulary, reference, document = load_pack("de").names, load_reference(), document_of("gold", text)
    division = divided(document)
    names = extract_names(document, division, vocabulary, reference)
    places = extract_places(document, division, vocabulary, reference, names=names)
    found = {(*place.span, "LOC") for place in places}
    for name in names:
        kind = "PER" if name.kind is SourceKind.PERSON else "LOC" if name.kind is SourceKind.COUNTRY else "ORG"
        span = _proper_span(name, text) if name.kind is not SourceKind.UNNAMED and _is_proper(name) else None
        if span is not None:
            found.add((*span, kind))
    return found


def _proper_span(name: Name, text: str) -> tuple[int, int] | None:
    """Where the label stands inside the mention, with a genitive ending behind it."""
    begin = text.find(name.label, name.span.begin, name.span.end)
    if begin < 0:
        return None
    end = begin + len(name.label)
    while end < name.span.end and text[end] in "s'’":
        end += 1
    return begin, end


def _is_proper(name: Name) -> bool:
    """Whether a mention has a proper name, as far as its label tells."""
    if name.kind is not SourceKind.BODY:
        return True
    vocabulary, words = load_pack("de").names, name.label.split()
    if name.label in load_reference().announced_bodies or name.label.isupper():
        return True
    is_described = len(words) == 1 and vocabulary.body_head(words[0], words[0]) is not None
    return words[0][:1].isupper() and not is_described


def germeval(path: Path) -> Iterator[Gold]:
    """The sentences of a GermEval file, outer layer."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows: list[list[str]] = []
        for line in [*lines, "\n"]:
            if line.strip():
                rows.append(line.split())
            elif rows:
                yield _sentence(rows)
                rows = []


def _sentence(rows: Iterable[list[str]]) -> Gold:
    text, entities = "", []
    for cells in rows:
        word, tag = cells[0], cells[-1]
        text += " " if text and word not in ".,;:!?)" else ""
        begin, text = len(text), text + word
        if tag.startswith("B-"):
            entities.append((begin, len(text), tag[2:]))
        elif tag.startswith("I-") and entities:
            entities[-1] = (entities[-1][0], len(text), entities[-1][2])
    return text, {entity for entity in entities if entity[2] in _TYPES}


def smartdata(path: Path) -> Iterator[Gold]:
    """The documents of a SmartData file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            entities = {(begin, end, _SMARTDATA_TYPES.get(kind, "")) for begin, end, kind in row["ents"]}
            yield row["text"], {entity for entity in entities if entity[2]}


def _scores(golds: Iterable[Gold], corpus: str) -> dict[str, float]:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for text, gold in golds:
        predicted = predictions(text)
        right.update(kind for *_, kind in predicted & gold)
        found.update(kind for *_, kind in predicted)
        wanted.update(kind for *_, kind in gold)
    scores = {}
    for kind in _TYPES:
        scores[f"{corpus}, {kind} precision"] = right[kind] / found[kind]
        scores[f"{corpus}, {kind} recall"] = right[kind] / wanted[kind]
        scores[f"{corpus}, {kind} F1"] = f1(right[kind], found[kind], wanted[kind])
    return scores


def _pairs() -> float:
    """F1 on the held-out half of the pairs of names."""
    lines = [line for line in _PAIRS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [tuple(line.split("\t")) for line in lines[1::2]]
    found = {row for row in rows if compare_names(row[0], row[1]) is NameMatch.SAME}
    wanted = {row for row in rows if row[2] == "same"}
    return f1(len(found & wanted), len(found), len(wanted))


def measure(shared: Path) -> dict[str, float]:
    data = shared / "data"
    scores = _scores(germeval(data / _GERMEVAL), "GermEval test")
    return scores | _scores(smartdata(data / _SMARTDATA), "SmartData v3") | {"pairs of names, held out, F1": _pairs()}


NAMES = Yardstick("names", (_GERMEVAL, _SMARTDATA), measure)
