"""Subject and content clause of speech verbs: our own marked sentences and the development half of SpkAtt 2023.

Right is a subject whose head, as found, stands inside the marked phrase; right is a clause whose first and last word
lie at most one word beside the marked ones, signs not counted. From SpkAtt (Rehbein et al. 2023, CC BY-SA 4.0) come the
events whose cue holds a verb and whose source stands in the same sentence and can be a subject: not led by a
preposition, no form that is only dative or accusative, no "zu" before the verb. Nothing of it is copied.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.reading import back_end, document_of
from evals.yardstick import Yardstick
from quellenlage.languages.forms import load_forms
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Passage, Role
from quellenlage.model.span import Span
from quellenlage.model.tokens import Sentence
from quellenlage.steps.divide import divide
from quellenlage.syntax.roles import Roles

OWN = Path(__file__).parent / "gold" / "speech_verbs.txt"
_SPKATT = "spkatt-2023/dev.jsonl.gz"
_OPENING = re.compile(r"\[([SVC])(\d*) ")
_NO_SUBJECT = frozenset(
    ["von", "vom", "laut", "nach", "durch", "bei", "beim", "mit", "für", "in", "im", "aus", "an", "zu", "zur", "zum"]
)
_SETS_OFF = tuple(',:„»"')  # a message behind one of these is a clause, any other may be a mere object
_BESIDE = 1  # words by which a clause's ends may differ


@dataclass(frozen=True, slots=True)
class Item:
    """A verb to ask about; no `subject` or no `clause` where the gold has none."""

    text: str
    verb: Span
    subject: tuple[Span, ...]
    clause: Span | None
    origin: str


def own_items(path: Path = OWN) -> Iterator[Item]:
    """The items of our own file.

    Raises:
        ValueError: if a line's marks do not close.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield from _marked(line)


def _marked(line: str) -> Iterator[Item]:
    text, place, stack = "", 0, []
    marks: list[tuple[str, str, Span]] = []
    while place < len(line):
        opening = _OPENING.match(line, place)
        if opening:
            stack.append((opening[1], opening[2], len(text)))
            place = opening.end()
        elif line[place] == "]":
            if not stack:
                raise ValueError(f"a mark closes that never opened: {line!r}")
            kind, numbers, begin = stack.pop()
            marks.append((kind, numbers, Span(begin, len(text))))
            place += 1
        else:
            text += line[place]
            place += 1
    if stack:
        raise ValueError(f"a mark never closes: {line!r}")
    for _, number, verb in (mark for mark in marks if mark[0] == "V"):
        subject = tuple(
            s for kind, numbers, s in marks if kind == "S" and (numbers == number or (number and number in numbers))
        )
        clause = next((s for kind, numbers, s in marks if kind == "C" and numbers == number), None)
        yield Item(text, verb, subject, clause, "own")


def spkatt_items(path: Path) -> Iterator[Item]:
    """Events of SpkAtt that ask for a subject or a content clause within one sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for record in records:
        text = record["originalText"]
        for annotation in record["annotations"]:
            item = _event(text, annotation)
            if item is not None:
                yield item


def _event(text: str, annotation: dict[str, dict[str, list[dict[str, int]]]]) -> Item | None:
    cue, speaker, quote = (
        [Span(s["charBegin"], s["charEnd"]) for s in annotation[role]["spans"]] for role in ("cue", "speaker", "quote")
    )
    if not cue or not speaker:
        return None
    begin = text.rfind("\n", 0, cue[0].begin) + 1
    end = text.find("\n", cue[0].end)
    end = len(text) if end < 0 else end
    before = text[begin : cue[0].begin].split()
    if (before and before[-1] == "zu") or not all(begin <= s.begin and s.end <= end for s in [*cue, *speaker]):
        return None
    first = text[speaker[0].begin : speaker[0].end].split()[0].lower()
    led_by = text[begin : speaker[0].begin].split()
    forms = load_forms("de")
    if first in forms.never_subject | forms.oblique_determiners | _NO_SUBJECT or (
        led_by and led_by[-1].lower() in _NO_SUBJECT
    ):
        return None
    inside = [s for s in quote if begin <= s.begin and s.end <= end]
    whole = bool(inside) and inside == quote and text[begin : inside[0].begin].rstrip()[-1:] in _SETS_OFF
    clause = Span(inside[0].begin - begin, inside[-1].end - begin) if whole else None
    return Item(
        text[begin:end],
        Span(cue[0].begin - begin, cue[-1].end - begin),
        tuple(Span(s.begin - begin, s.end - begin) for s in speaker),
        clause,
        "SpkAtt",
    )


@cache
def _sentence_with(text: str, place: int) -> Sentence | None:
    pack = load_pack("de")
    division = divide(
        document_of("item", text),
        (Passage(Span(0, len(text)), Role.CONTENT),),
        segmentation=pack.segmentation,
        verbs=pack.verbs,
        reader=back_end(),
    )
    return next((s for s in division.sentences if s.span.begin <= place < s.span.end), None)


@dataclass(slots=True)
class Counts:
    """Answers right, given and wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: bool, given: bool, wanted: bool) -> None:
        """Count one question."""
        self.right += right
        self.given += given
        self.wanted += wanted

    def figures(self, name: str) -> dict[str, float]:
        """Precision and recall under a name."""
        return {
            f"{name}, precision": self.right / max(self.given, 1),
            f"{name}, recall": self.right / max(self.wanted, 1),
        }


def ask(item: Item, subjects: Counts, clauses: Counts) -> tuple[bool, bool]:
    """Put one item to the roles and count; whether subject and clause came out right."""
    sentence = _sentence_with(item.text, item.verb.begin)
    verbs = (
        []
        if sentence is None
        else [
            i
            for i, t in enumerate(sentence.tokens)
            if item.verb.begin <= t.span.begin < item.verb.end and t.tag.startswith("V")
        ]
    )
    if sentence is None or not verbs:
        subjects.add(False, False, bool(item.subject))
        clauses.add(False, False, item.clause is not None)
        return not item.subject, item.clause is None
    roles = Roles(sentence.tokens, load_forms("de"))
    subject, clause = roles.subject_of(verbs[-1]), roles.content_clause_of(verbs[-1])
    inside = subject is not None and any(s.holds(sentence.tokens[subject.at].span) for s in item.subject)
    subjects.add(inside, subject is not None, bool(item.subject))
    same = False
    if clause is not None and item.clause is not None:
        words = [i for i, t in enumerate(sentence.tokens) if not t.is_sign]
        wanted = [i for i in words if item.clause.holds(sentence.tokens[i].span)]
        found = [i for i in words if clause.begin <= i < clause.end]
        same = (
            bool(wanted)
            and bool(found)
            and all(
                abs(words.index(a) - words.index(b)) <= _BESIDE
                for a, b in ((wanted[0], found[0]), (wanted[-1], found[-1]))
            )
        )
    if item.origin == "own" or item.clause is not None:  # SpkAtt leaves out what stands in other sentences
        clauses.add(same, clause is not None, item.clause is not None)
    return inside or (not item.subject and subject is None), same or (item.clause is None and clause is None)


def _measure(shared: Path) -> dict[str, float]:
    figures: dict[str, float] = {}
    both = Counts(), Counts()
    for origin, items in (("own", list(own_items())), ("SpkAtt", list(spkatt_items(shared / "data" / _SPKATT)))):
        counts = Counts(), Counts()
        for item in items:
            ask(item, *counts)
        for kind, mine, total in zip(("subject", "clause"), counts, both, strict=True):
            figures.update(mine.figures(f"{kind}, {origin}"))
            total.right, total.given, total.wanted = (
                total.right + mine.right,
                total.given + mine.given,
                total.wanted + mine.wanted,
            )
    for kind, total in zip(("subject", "clause"), both, strict=True):
        figures.update(total.figures(f"{kind}, all"))
    figures["verbs"] = float(both[0].wanted)
    return figures


SPEECH_VERBS = Yardstick("language-speech-verbs", (_SPKATT,), _measure)
