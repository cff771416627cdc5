"""Derivations: which text comes from which, with the passages that show it side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from quellenlage.model.dossier import Derivation, SharedPassage
from quellenlage.model.span import Span
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.shown import anchor, target
from quellenlage.steps.write.page.tokens import Mark, Token, tokens_of

_MOST_PASSAGES = 4
_LONGEST = 700  # code points of a passage that are shown
_MOST_WORDS = 150  # beyond it a comparison word by word takes too long
_CLOSE = 0.6  # share of words in common, from which on the differences are the exception
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PassagePair:
    """Two passages side by side; marked is what they do not share, or if that is most of it, what they share.

    `cut` says that they go on.
    """

    origin: tuple[Token, ...]
    derived: tuple[Token, ...]
    origin_to: str
    derived_to: str
    cut: bool


@dataclass(frozen=True, slots=True)
class DerivationView:
    """A derivation as a card.

    Args:
        row: name of the card.
        label: its short name, such as H2.
        kind: in what way, in words.
        origin, derived: both ends; the origin may be a source whose text is not among the documents.
        directed: whether it is known which came first.
        share: how much of the derived text the passages cover, in per cent; None for a credit alone.
        score: the same as a number of 0 to 100, for the bar.
        basis: the reason.
        pairs: passages, and how many `more` there are.
    """

    row: str
    label: str
    kind: str
    origin: Link
    derived: Link
    directed: bool
    share: str | None
    score: float
    basis: str
    pairs: tuple[PassagePair, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DerivationsView:
    """All derivations that are shown, those that cover most first; `left` are in the table only."""

    shown: tuple[DerivationView, ...]
    left: int


def derivations_view(context: Context) -> DerivationsView:
    """The derivations of the page."""
    shown = tuple(_view(derivation, number, context) for number, derivation in enumerate(context.shown.derivations, 1))
    return DerivationsView(shown, len(context.dossier.derivations) - len(shown))


def _view(derivation: Derivation, number: int, context: Context) -> DerivationView:
    pairs = tuple(_pairs(derivation, context))
    return DerivationView(
        row=anchor(derivation.id),
        label=derivation_label(number, context),
        kind=context.texts.term("derivation", derivation.kind),
        origin=_end(derivation.origin, context),
        derived=_end(derivation.derived, context),
        directed=derivation.directed,
        share=context.texts.percent(derivation.score) if derivation.passages else None,
        score=round(derivation.score * 100, 1),
        basis=context.names.put_into(derivation.basis),
        pairs=pairs,
        more=len(derivation.passages) - len(pairs),
    )


def derivation_label(number: int, context: Context) -> str:
    """The short name of a derivation, such as H2."""
    return context.texts.say("derivation_label", n=number)


def shown_passages(derivation: Derivation) -> tuple[SharedPassage, ...]:
    """The passages of a derivation that are shown, the longest, in the order of the text."""
    longest = sorted(derivation.passages, key=lambda p: (-p.derived.length, p.derived))[:_MOST_PASSAGES]
    return tuple(sorted(longest, key=lambda p: p.derived))


def passage_target(derivation: str, number: int, side: str) -> str:
    """The name of a shared passage in the text of one side, `from` or `to`."""
    return f"{target(derivation, number)}-{side}"


def _end(end: str, context: Context) -> Link:
    if end in context.lookup.documents:
        return context.document(end)
    return Link(context.shown.rows.get(end), context.lookup.source_name(end))


def _pairs(derivation: Derivation, context: Context) -> Iterable[PassagePair]:
    documents = context.lookup.documents
    if derivation.origin not in documents or derivation.derived not in documents:
        return
    origin, derived = documents[derivation.origin].text, documents[derivation.derived].text
    for number, passage in enumerate(shown_passages(derivation)):
        left, right = _cut(origin, passage.origin), _cut(derived, passage.derived)
        marks = _compared(origin, left, derived, right)
        yield PassagePair(
            origin=tokens_of(origin, left, marks[0]),
            derived=tokens_of(derived, right, marks[1]),
            origin_to=passage_target(derivation.id, number, "from"),
            derived_to=passage_target(derivation.id, number, "to"),
            cut=(left, right) != (passage.origin, passage.derived),
        )


def _cut(text: str, span: Span) -> Span:
    """The begin of a long passage, up to a word's end."""
    if span.length <= _LONGEST:
        return span
    end = span.begin + _LONGEST
    while end > span.begin + 1 and not text[end].isspace():
        end -= 1
    return Span(span.begin, end)


def _compared(origin: str, left: Span, derived: str, right: Span) -> tuple[list[Mark], list[Mark]]:
    """Marks on what two passages do not share if they share most words, else on what they share."""
    words = [list(_WORD.finditer(text, *span)) for text, span in ((origin, left), (derived, right))]
    if max(len(found) for found in words) > _MOST_WORDS:
        return [], []
    one, other = ([match[0].casefold() for match in found] for found in words)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    is_close = matcher.ratio() >= _CLOSE
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    for tag, *bounds in matcher.get_opcodes():
        if (tag == "equal") is is_close:
            continue
        for side, (begin, end) in enumerate((bounds[:2], bounds[2:])):
            if begin < end:
                span = Span(words[side][begin].start(), words[side][end - 1].end())
                marks[side].append(Mark(span, "dif" if is_close else "sam"))
    return marks
