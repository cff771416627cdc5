"""Findings: a relation between statements, with its reason and the words on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quellenlage.model.dossier import DocumentSpan, Finding
from quellenlage.model.span import Span, hull
from quellenlage.model.statement import Form, Statement
from quellenlage.steps.write.lookup import grouped
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.shown import anchor, target
from quellenlage.steps.write.page.statements import via_words
from quellenlage.steps.write.page.tokens import Mark, Token, tokens_of

_MOST_SIDES = 4
_AROUND = 70  # code points of context around words that stand in no statement
_LONGEST_WINDOW = 420
_OPENING, _CLOSING = '„“"»«‚‘(', '“”"»«‘’.!?)'


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the outlet, with the way to the words, and when the document appeared, empty if unknown."""

    link: Link
    when: str


@dataclass(frozen=True, slots=True)
class Side:
    """Words that a finding rests on, in their context; the same words in several documents are one side.

    Args:
        tokens: the context, the words marked.
        hits, quote: the marked words and those of the statement (else of the context), to tell sides apart.
        who: on whose word; empty if the words stand in no statement or the outlet speaks for itself.
        via: what the word passed through, or empty.
        places: where they stand.
        cut_before, cut_after: whether the context begins or ends amid a sentence.
    """

    tokens: tuple[Token, ...]
    hits: str
    quote: str
    who: str
    via: str
    places: tuple[Place, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as a card.

    Args:
        row: name of the card.
        id: its id, for `quellenlage explain`.
        label: its short name, such as B3.
        kind: code of its kind, for looks.
        title: kind and aspect in words.
        reason: why, in one sentence.
        sides: the words it rests on, those that differ most first.
        more: how many more places there are.
        claims: the claims it touches.
        rule: name of the rule that made it.
    """

    row: str
    id: str
    label: str
    kind: str
    title: str
    reason: str
    sides: tuple[Side, ...]
    more: int
    claims: tuple[Link, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class FindingsView:
    """All findings that are shown, most urgent first; `left` are in the table only."""

    shown: tuple[FindingView, ...]
    left: int


def findings_view(context: Context) -> FindingsView:
    """The findings of the page."""
    shown = tuple(_finding_view(finding, context) for finding in context.shown.findings)
    return FindingsView(shown, len(context.dossier.findings) - len(shown))


def _finding_view(finding: Finding, context: Context) -> FindingView:
    sides = _merged(_sides(finding, context))
    shown = _contrasting(sides)
    return FindingView(
        row=anchor(finding.id),
        id=finding.id,
        label=context.finding_label(finding),
        kind=finding.kind,
        title=context.kind(finding),
        reason=context.names.put_into(finding.reason),
        sides=shown,
        more=sum(len(side.places) for side in sides) - sum(len(side.places) for side in shown),
        claims=tuple(_claims(finding, context)),
        rule=finding.rule,
    )


def _claims(finding: Finding, context: Context) -> Iterable[Link]:
    """The shown claims that a finding touches, by their numbers."""
    through = (context.lookup.claim_of.get(statement) for statement in finding.statements)
    numbers = {context.shown.claim_numbers.get(claim or ""): claim for claim in (*finding.claims, *through)}
    for number, claim in sorted((n, claim) for n, claim in numbers.items() if n is not None and claim is not None):
        yield Link(anchor(claim), context.texts.say("claim_label", n=number))


def _sides(finding: Finding, context: Context) -> Iterable[Side]:
    """Each place once: spans of one statement stand in one context, other spans in their own."""
    known = context.lookup.statements
    statements = [known[name] for name in finding.statements if name in known]
    placed = [
        (number, place) for number, place in enumerate(finding.spans) if place.document in context.lookup.documents
    ]
    groups = grouped((_owner(place, statements) or number, (number, place)) for number, place in placed)
    for owner, members in groups.items():
        numbers, spans = zip(*((number, place.span) for number, place in members), strict=True)
        document = members[0][1].document
        statement = owner if isinstance(owner, Statement) else None
        yield _side(target(finding.id, numbers[0]), document, spans, statement, context)


def _merged(sides: Iterable[Side]) -> list[Side]:
    """The same words on the same word in several documents become one side."""
    groups = grouped(((side.hits, side.quote, side.who, side.via), side) for side in sides)
    return [replace(same[0], places=tuple(p for side in same for p in side.places)) for same in groups.values()]


def _contrasting(sides: list[Side]) -> tuple[Side, ...]:
    """As many sides as are shown: of each wording of the marked words the first, then others, in their order."""
    firsts = {side.hits: number for number, side in reversed([*enumerate(sides)])}
    others = [number for number in range(len(sides)) if number not in firsts.values()]
    chosen = sorted([*sorted(firsts.values()), *others][:_MOST_SIDES])
    return tuple(sides[number] for number in chosen)


def _owner(place: DocumentSpan, statements: list[Statement]) -> Statement | None:
    """The statement whose words a span belongs to: the shortest that holds it."""
    holding = [s for s in statements if s.document == place.document and _reach(s).holds(place.span)]
    return min(holding, key=lambda s: _reach(s).length, default=None)


def _reach(statement: Statement) -> Span:
    """From the first to the last word of a statement, its cue and speaker included."""
    return hull((*statement.quote, *statement.cue, *statement.speaker, *statement.hedges))


def _side(to: str, document: str, spans: tuple[Span, ...], statement: Statement | None, context: Context) -> Side:
    entry = context.lookup.documents[document]
    wanted = _with_signs(entry.text, hull((*spans, _reach(statement)))) if statement else hull(spans)
    window = _window(entry.text, hull(spans), wanted)
    when = entry.published
    own = statement is None or statement.form is Form.OWN
    place = Place(
        Link(to, context.name(document)),
        context.texts.interval(when.earliest, when.latest) if when else "",
    )
    return Side(
        tokens=tokens_of(entry.text, window, [Mark(span, "hit") for span in dict.fromkeys(spans)]),
        quote=context.lookup.quote(statement) if statement else window.of(entry.text),
        hits=" ".join(span.of(entry.text).casefold() for span in spans),
        who="" if own or statement is None else context.source(statement.source),
        via=via_words(statement.chain[:-1], statement, context) if statement else "",
        places=(place,),
        cut_before=window != wanted and entry.text[max(0, window.begin - 1) : window.begin] not in ("", "\n"),
        cut_after=window != wanted and entry.text[window.end : window.end + 1] not in ("", "\n"),
    )


def _with_signs(text: str, span: Span) -> Span:
    """The span with the quotation marks and the full stop that stand directly at its ends."""
    begin, end = span
    while begin > 0 and text[begin - 1] in _OPENING:
        begin -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return Span(begin, end)


def _window(text: str, spans: Span, wanted: Span) -> Span:
    """The context to show: the statement if it is not too long, else some words on both sides of the spans."""
    if spans != wanted and wanted.length <= _LONGEST_WINDOW:
        return wanted
    begin, end = max(0, spans.begin - _AROUND), min(len(text), spans.end + _AROUND)
    line_begin, line_end = text.rfind("\n", begin, spans.begin) + 1, text.find("\n", spans.end, end)
    begin, end = max(begin, line_begin), line_end if line_end >= 0 else end
    while begin < spans.begin and begin > 0 and not text[begin - 1].isspace():
        begin += 1
    while end > spans.end and end < len(text) and not text[end].isspace():
        end -= 1
    return Span(begin, end)
