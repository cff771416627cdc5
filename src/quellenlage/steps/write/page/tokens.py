"""Marked text: marks that nest, touch or cross become a stream of tags and text that a template can print.

HTML elements must nest, marks need not. Where two marks cross, the later one is closed at the border of the earlier and
opened again behind it. Links must not stand in links: a mark that would be a link inside another link becomes plain,
and its way back follows as a small sign after the outer link.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from quellenlage.model.span import Span

BACK = "↩"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that the page sets apart.

    Args:
        span: where it stands.
        style: class name of its looks.
        anchor: name by which rows jump to it, or None.
        back: name of the row it leads back to, or None.
        label: text of the way back behind the mark ("12"); without one the marked words themselves are the link.
        says: what the way back is, for those who do not see it ("Aussage 12").
    """

    span: Span
    style: str
    anchor: str | None = None
    back: str | None = None
    label: str | None = None
    says: str | None = None

    @property
    def is_link(self) -> bool:
        """Whether the marked words are themselves the link back."""
        return self.back is not None and self.label is None


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of marked text.

    Args:
        kind: `text`, an opening or closing tag, or a way back.
        text: the words of a text or a way back.
        name: `a` or `span` for tags.
        style, anchor, back, says: as in the mark; the anchor stands on its first piece only.
    """

    kind: Literal["text", "open", "close", "back"]
    text: str = ""
    name: str = "span"
    style: str = ""
    anchor: str | None = None
    back: str | None = None
    says: str | None = None


def tokens_of(text: str, window: Span, marks: Iterable[Mark]) -> tuple[Token, ...]:
    """The text of `window` with its marks as tokens, in the order of the text.

    Args:
        marks: those that touch the window count, cut at its borders. A longer mark holds a shorter one that begins at
            the same place; of two with the same span the one that comes first holds the other.
    """
    (cut,) = windowed([window], (mark for mark in marks if mark.span.touches(window)))
    return _Writer(text, window).tokens(cut)


def windowed(windows: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each window, cut at its borders; the anchor goes to the first part and the label to the last.

    Args:
        windows: in order, not overlapping.
    """
    begins, ends = [w.begin for w in windows], [w.end for w in windows]
    found: list[list[Mark]] = [[] for _ in windows]
    for mark in marks:
        first, last = bisect_right(ends, mark.span.begin), bisect_left(begins, mark.span.end) - 1
        for number in range(first, last + 1):
            window = windows[number]
            cut = Span(max(mark.span.begin, window.begin), min(mark.span.end, window.end))
            found[number].append(_part(mark, cut, is_first=number == first, is_last=number == last))
    return found


def _part(mark: Mark, cut: Span, *, is_first: bool, is_last: bool) -> Mark:
    anchor = mark.anchor if is_first else None
    if mark.is_link or is_last:
        return replace(mark, span=cut, anchor=anchor)
    return replace(mark, span=cut, anchor=anchor, back=None, label=None)


@dataclass(slots=True)
class _Open:
    mark: Mark
    name: str


@dataclass(slots=True)
class _Writer:
    text: str
    window: Span
    written: list[Token] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    waiting: list[Token] = field(default_factory=list)  # ways back that may not stand inside the open link

    def tokens(self, marks: list[Mark]) -> tuple[Token, ...]:
        marks.sort(key=lambda mark: (mark.span.begin, -mark.span.end))
        inside = [border for mark in marks for border in mark.span if self.window.begin < border < self.window.end]
        borders = sorted({self.window.begin, self.window.end, *inside})
        coming = iter(marks)
        mark = next(coming, None)
        for here, there in pairwise(borders):
            self._close_until(here)
            while mark is not None and mark.span.begin <= here:
                self._open(mark, first=True)
                mark = next(coming, None)
            self.written.append(Token("text", self.text[here:there]))
        self._close_until(self.window.end)
        return tuple(self.written)

    def _open(self, mark: Mark, *, first: bool) -> None:
        linked = mark.is_link and not self._in_link()
        name = "a" if linked else "span"
        self.stack.append(_Open(mark, name))
        anchor = mark.anchor if first else None
        self.written.append(
            Token("open", "", name, mark.style, anchor, mark.back if linked else None, mark.says if linked else None)
        )

    def _close_until(self, here: int) -> None:
        """Close the marks that end at `here`; those that stand above them are opened again."""
        kept: list[Mark] = []
        while any(held.mark.span.end <= here for held in self.stack):
            held = self.stack.pop()
            self.written.append(Token("close", name=held.name))
            if held.mark.span.end > here:
                kept.append(held.mark)
                continue
            if held.mark.back is not None and held.name == "span":
                label = held.mark.label or BACK
                self.waiting.append(Token("back", label, "a", held.mark.style, None, held.mark.back, held.mark.says))
        if not self._in_link():
            self.written += self.waiting
            self.waiting.clear()
        for mark in reversed(kept):
            self._open(mark, first=False)

    def _in_link(self) -> bool:
        return any(held.name == "a" for held in self.stack)
