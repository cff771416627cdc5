"""Times of a text, through the real tokenizer and tagger, as the tests on times need them."""

from __future__ import annotations

from datetime import date, timedelta

from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.times import load_times
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.document import Basis, Document, Passage, Published, Role
from quellenlage.model.span import Span
from quellenlage.steps.divide import divide
from quellenlage.steps.extract.times import Timing, extract_times
from quellenlage.syntax.embedded import load_embedded
from tests.records import document


def on_day(day: str, basis: Basis = Basis.STATED) -> Published:
    """Published on one day."""
    following = date.fromisoformat(day) + timedelta(days=1)
    return Published(f"{day}T00:00", f"{following.isoformat()}T00:00", basis)


def lines(doc: Document, *, role: Role = Role.CONTENT) -> tuple[Passage, ...]:
    """One passage for each line that holds something."""
    passages, begin = [], 0
    for line in doc.text.splitlines(keepends=True):
        if line.strip():
            passages.append(Passage(Span(begin, begin + len(line.rstrip())), role))
        begin += len(line)
    return tuple(passages)


def timing_of(
    text: str,
    *,
    published: Published | None = None,
    role: Role = Role.CONTENT,
    surface: str = "de",
    language: str = "de",
) -> Timing:
    doc = document(text)
    division = divide(
        doc,
        lines(doc, role=role),
        segmentation=load_segmentation(language),
        verbs=load_verbs(language),
        reader=load_embedded(language),
    )
    return extract_times(doc, division, load_times(language), published=published, surface=surface)


def values(text: str, day: str | None = "2024-10-20") -> list[tuple[str, str]]:
    """Words and value of each time, seen from a day of publication."""
    timing = timing_of(text, published=on_day(day) if day else None)
    return [(time.span.of(text), time.value) for time in timing.times]
