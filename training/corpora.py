"""Readers of the public corpora the network learns from; each gives sentences with what it knows and None for the rest.

Contractions of preposition and article ("im" as "in" + "dem") are one word here, as in our own tokens; the article's
dependents move to the preposition's node.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Example:
    """One sentence to learn from; lists run parallel to `words`, None where the corpus does not say.

    Args:
        upos: universal part of speech.
        xpos: STTS tag.
        feats: morphological features of Universal Dependencies.
        lemmas: base forms.
        heads: place of the head counted from 0, -1 for the root.
        relations: labels of Universal Dependencies.
        entities: BIO tags over PER, LOC, ORG, OTH.
        weight: how much it counts beside a gold sentence.
    """

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[dict[str, str]] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    entities: list[str] | None = None
    source: str = ""
    weight: float = 1.0
    extra: dict[str, list[str]] = field(default_factory=dict)


def open_text(path: Path) -> Iterator[str]:
    """Lines of a text file, packed with xz or not."""
    opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")
    with opened as file:
        for line in file:
            yield line.rstrip("\n")


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines between empty lines."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


Names = dict[str, dict[int, str]]


def read_universal_names(path: Path) -> Names:
    """Names of Universal NER (Mayhew et al., NAACL 2024): by sentence text, the BIO tag of each word number."""
    names: Names = {}
    for block in blocks(open_text(path)):
        text = next((line for line in block if line.startswith(_TEXT)), "")
        rows = (line.split("\t") for line in block if not line.startswith("#"))
        names[text] = {int(cells[0]): cells[2] for cells in rows if cells[0].isdigit()}
    return names


def read_named_words(path: Path, *, source: str) -> Iterator[Example]:
    """Words and names of a file of Universal NER, where the treebank itself is not at hand."""
    for block in blocks(open_text(path)):
        rows = [cells for line in block if not line.startswith("#") and (cells := line.split("\t"))[0].isdigit()]
        yield Example(words=[cells[1] for cells in rows], entities=[cells[2] for cells in rows], source=source)


_TEXT = "# text = "


def read_conllu(
    path: Path, *, source: str, xpos: bool = True, verb_forms: bool = True, names: Names | None = None
) -> Iterator[Example]:
    """Sentences of a treebank in CoNLL-U.

    Args:
        xpos: whether its language-specific tags are to be learned.
        verb_forms: whether its features tell finite forms from infinitives; without, VerbForm is left open.
        names: of its sentences; they know no other kind than persons, places and organisations.
    """
    for block in blocks(open_text(path)):
        yield _collapsed(block, source=source, xpos=xpos, verb_forms=verb_forms, names=names)


def _collapsed(block: list[str], *, source: str, xpos: bool, verb_forms: bool, names: Names | None) -> Example:
    rows, ranges = {}, []
    for line in block:
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            ranges.append((first, last, cells[1]))
        elif "." not in cells[0]:
            rows[int(cells[0])] = cells
    place, words, kept = {0: -1}, [], []
    joined = {first: (last, form) for first, last, form in ranges}
    number = 1
    while number <= len(rows):
        last, form = joined.get(number, (number, rows[number][1]))
        for inner in range(number, last + 1):
            place[inner] = len(words)
        words.append(form)
        kept.append(_row_of(rows, number, last))
        number = last + 1
    heads = []
    for at, row in enumerate(kept):
        head = place[int(row[6])]
        heads.append(head if head != at else -1)
    feats = [dict(pair.split("=", 1) for pair in row[5].split("|") if "=" in pair) for row in kept]
    if not verb_forms:
        for row, feat in zip(kept, feats, strict=True):
            if row[3] in ("VERB", "AUX"):
                feat["VerbForm"] = feat.get("VerbForm", "Fin" if "Mood" in feat else "?")
    text = next((line for line in block if line.startswith(_TEXT)), "")
    known = (names or {}).get(text)
    return Example(
        words=words,
        entities=None if known is None else _entities(kept, known),
        upos=[row[3] for row in kept],
        xpos=[row[4] for row in kept] if xpos else None,
        feats=feats,
        lemmas=[row[2] for row in kept],
        heads=heads,
        relations=[row[7] for row in kept],
        source=source,
    )


def _entities(kept: list[list[str]], known: dict[int, str]) -> list[str]:
    """BIO tags of the words; a proper noun outside of all names may be one of another kind, so its tag is left open."""
    tags = [known.get(int(row[0]), "O") for row in kept]
    return ["" if tag == "O" and row[3] == "PROPN" else tag for tag, row in zip(tags, kept, strict=True)]


def _row_of(rows: dict[int, list[str]], first: int, last: int) -> list[str]:
    """The row that stands for a contraction: the part whose head lies outside of it."""
    for number in range(first, last + 1):
        if not first <= int(rows[number][6]) <= last:
            row = list(rows[number])
            if last > first and row[3] == "ADP":
                row[4] = "APPRART"
                article = rows[last]
                row[5] = article[5]
            return row
    return list(rows[first])


def read_words_with_upos(path: Path, *, source: str) -> Iterator[Example]:
    """Sentences as `form##UPOS`, contractions as `im##_ in##ADP dem##DET`."""
    for line in open_text(path):
        words, upos, skip = [], [], 0
        for piece in line.split(" "):
            if "##" not in piece:
                continue
            form, tag = piece.rsplit("##", 1)
            if tag == "_":
                words.append(form)
                upos.append("")
                skip = 2
            elif skip:
                if not upos[-1]:
                    upos[-1] = tag
                skip -= 1
            else:
                words.append(form)
                upos.append(tag)
        if words:
            yield Example(words=words, upos=upos, source=source)


_BEFORE_HYPHEN = frozenset({"NOUN", "PROPN", "X", "ADJ", "NUM", "ADV", "VERB"})
_BEHIND_HYPHEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X"})


def join_hyphens(example: Example) -> Example:
    """Compounds that the treebank splits at their hyphen ("EU - Kommission") as one word, with the last part's tag."""
    words, upos = [], []
    given, place = example.upos or [], 0
    while place < len(example.words):
        word = example.words[place]
        following = example.words[place + 1] if place + 1 < len(example.words) else ""
        parts = words and words[-1][-1].isalnum() and following[:1].isalnum()
        if word == "-" and parts and upos[-1] in _BEFORE_HYPHEN and given[place + 1] in _BEHIND_HYPHEN:
            words[-1] += word + following
            upos[-1] = given[place + 1]
            place += 2
        else:
            words.append(word)
            upos.append(given[place])
            place += 1
    return Example(words=words, upos=upos, source=example.source)


def read_own_names(path: Path, sentences: Sequence[Example], *, source: str) -> Iterator[Example]:
    """Our own annotation of names over sentences of another corpus; see the head of `path`.

    Raises:
        ValueError: the words of a sentence are not those that were annotated.
    """
    for line in open_text(path):
        if line.startswith("#"):
            continue
        number, digest, spans = line.split("\t")
        example = join_hyphens(sentences[int(number)])
        if hashlib.sha256(" ".join(example.words).encode()).hexdigest()[:6] != digest:
            raise ValueError(f"{path}: sentence {number} has other words than those annotated")
        tags = ["O"] * len(example.words)
        for span in spans.split():
            places, kind = span.split(":")
            begin, end = map(int, places.split("-"))
            tags[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)]
        example.entities, example.source = tags, source
        yield example


def read_germeval(path: Path, *, source: str) -> Iterator[Example]:
    """GermEval 2014: outer spans; derived and partial names count as no name."""
    for block in blocks(open_text(path)):
        words, tags = [], []
        for line in block:
            cells = line.split()
            if len(cells) < 3:
                continue
            words.append(cells[0])
            tags.append(cells[-1])
        if words:
            yield Example(words=words, entities=[_plain(tag) for tag in tags], source=source)


def _plain(tag: str) -> str:
    if tag == "O" or tag.endswith(("deriv", "part")):
        return "O"
    return tag


_SMART = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
}
_OPEN = {"location-street", "location-stop", "location-route"}
_SIMPLE = re.compile(r"\w+(?:[-'’&]\w+)*|[^\w\s]")


def read_smartdata(path: Path, *, source: str) -> Iterator[Example]:
    """DFKI SmartData: persons, organisations, places; sentences with streets, stops or routes are left out."""
    for line in open_text(path):
        record = json.loads(line)
        text, ents = record["text"], record["ents"]
        for begin, end in _lines(text):
            inside = [(b, e, t) for b, e, t in ents if b >= begin and e <= end]
            if any(t in _OPEN for _, _, t in inside):
                continue
            words, tags = [], []
            for match in _SIMPLE.finditer(text, begin, end):
                words.append(match.group())
                tags.append("O")
                for b, e, kind in inside:
                    name = _SMART.get(kind)
                    if name and b <= match.start() < e:
                        tags[-1] = ("B-" if match.start() == b else "I-") + name
            if 3 <= len(words) <= 80:
                yield Example(words=words, entities=tags, source=source)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+?(?:[.!?](?=\s+[A-ZÄÖÜ„\"])|$|\n)", text):
        if match.group().strip():
            yield match.start(), match.end()
