"""Statements as the page shows them, within their claim and under their source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quellenlage.model.marks import Figure
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty, Form, Stance, Statement
from quellenlage.steps.write.lookup import grouped
from quellenlage.steps.write.page.context import Badge, Context, Link
from quellenlage.steps.write.page.shown import anchor, target
from quellenlage.steps.write.page.tokens import Mark, Token, tokens_of
from quellenlage.steps.write.texts import shortened

_MOST_OUTLETS_NAMED = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quote and the place in the text where it stands."""

    to: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as a row.

    Args:
        number: its number on the page, the same beside the row and in the text.
        row: name of its row under its source.
        to: name of its words in the document's text.
        parts: the quote.
        style: which quotation marks it takes.
        manner: form and stance in words; an outlet's own voice needs no stance unless it is a special one.
        certainty: whether it is hedged, in words.
        hedges: hedging words outside the quote, quoted; empty if there are none.
        speaker: the source, or that it is not named.
        via: what the word passed through, or empty.
        document: the document, named by its outlet.
        evidence: what it is said to rest on, one line each.
        claim: the claim it belongs to, if shown.
        findings: the findings that name it.
        doubt: that it is unsure who said it, or whether it is said at all, with the confidence; empty if it is not.
        hedged, own: whether it is hedged, and whether it is the outlet's own voice.
    """

    number: int
    row: str
    to: str
    parts: tuple[Part, ...]
    style: str
    manner: str
    certainty: str
    hedges: str
    speaker: str
    via: str
    document: Link
    evidence: tuple[str, ...]
    claim: Link | None
    findings: tuple[Badge, ...]
    doubt: str
    hedged: bool
    own: bool


def statement_view(statement: Statement, context: Context) -> StatementView:
    """A statement with all that stands beside its words."""
    texts, lookup = context.texts, context.lookup
    hedged = statement.certainty is Certainty.HEDGED
    stance = texts.term("stance", statement.stance)
    own, plain = statement.form is Form.OWN, statement.stance is Stance.ASSERTS
    return StatementView(
        number=context.shown.numbers[statement.id],
        row=anchor(statement.id),
        to=target(statement.id, 0),
        parts=quote_parts(statement, context),
        style=texts.quote_style(lookup.quote(statement)),
        manner=texts.term("form", statement.form) + ("" if own and plain else f" · {stance}"),
        certainty=texts.term("certainty", statement.certainty) if hedged else "",
        hedges=_hedges_outside(statement, context),
        speaker=context.source(statement.source),
        via=via_words(statement.chain[:-1], statement, context),
        document=context.document(statement.document),
        evidence=tuple(_evidence(statement, context)),
        claim=_claim(statement, context),
        findings=context.badges(lookup.findings_of_statement.get(statement.id, ())),
        doubt=_doubt(statement, context),
        hedged=hedged,
        own=own,
    )


def _doubt(statement: Statement, context: Context) -> str:
    if statement.confidence is None or statement.confidence >= _SURE:
        return ""
    return context.texts.say("unsure", share=round(100 * statement.confidence))


_SURE = 0.5  # below it such statements are more often wrong than right


def quote_parts(statement: Statement, context: Context) -> tuple[Part, ...]:
    """The quote of a statement, its hedges and figures marked."""
    text, marks = context.lookup.documents[statement.document].text, quote_marks(statement, context)
    return tuple(
        Part(target(statement.id, number), tokens_of(text, span, marks)) for number, span in enumerate(statement.quote)
    )


def quote_marks(statement: Statement, context: Context) -> list[Mark]:
    """The hedges and figures of a statement as marks."""
    figures = context.lookup.figures_of(statement)
    return [Mark(span, "hdg") for span in statement.hedges] + [Mark(figure.span, "fig") for figure in figures]


def via_words(between: Iterable[str], statement: Statement, context: Context) -> str:
    """What a word passed through on its way, less its own source and the outlet that carries the document."""
    outlet = context.lookup.documents[statement.document].outlet
    names = dict.fromkeys(context.lookup.source_name(source) for source in between)
    passed = [name for name in names if name and name not in (outlet, context.lookup.source_name(statement.source))]
    return context.texts.say("via", names=" → ".join(passed)) if passed else ""


@dataclass(frozen=True, slots=True)
class VoiceView:
    """On whose word a claim stands: "NIS · über Reuters · bei NIUS".

    Args:
        source: the source and the way to its row; None if it is not named.
        name: its name, or that it is not named.
        tail: what the word passed through, and who carries it.
    """

    source: str | None
    name: str
    tail: str


def voices_of(statements: Sequence[Statement], context: Context) -> tuple[VoiceView, ...]:
    """Whose word the statements are: each source once with the ways its word went, then outlets in their own voice."""
    said = [statement for statement in statements if statement.form is not Form.OWN]
    own = [context.name(statement.document) for statement in statements if statement.form is Form.OWN]
    ways = grouped(((s.source, s.chain[:-1]), s) for s in said)
    tails: dict[str | None, dict[str, list[str]]] = {}
    for (source, between), members in ways.items():
        outlets = tails.setdefault(source, {}).setdefault(via_words(between, members[0], context), [])
        outlets.extend(context.name(statement.document) for statement in members)
    voices = [
        VoiceView(context.shown.rows.get(source or ""), context.source(source), _tail(source, carriers, context))
        for source, carriers in tails.items()
    ]
    if own:
        voices.append(VoiceView(None, f"{context.texts.say('own_voice_first')} {_listed(own, context)}", ""))
    return tuple(voices)


def _tail(source: str | None, carriers: dict[str, list[str]], context: Context) -> str:
    """`über A · bei B, C; bei D`: each way with the outlets at its end."""
    name = context.lookup.source_name(source)
    ways = (" · ".join(filter(None, (via, _carried(outlets, context, but=name)))) for via, outlets in carriers.items())
    return "; ".join(filter(None, ways))


def figure_links(figures: Iterable[Figure], context: Context) -> tuple[Link, ...]:
    """Figures in their own words, each wording once, with the way to the text."""
    links = {context.figure_words(figure): target(figure.id) for figure in reversed([*figures])}
    return tuple(Link(to, shortened(words, 60)) for words, to in reversed(links.items()))


def _carried(outlets: list[str], context: Context, *, but: str) -> str:
    """`bei A, B`: the outlets that carry a word; an outlet is not said to carry itself."""
    names = [name for name in outlets if name != but]
    return context.texts.say("carried_by", names=_listed(names, context)) if names else ""


def _listed(outlets: list[str], context: Context) -> str:
    """Each outlet once, the first few by name."""
    names = list(dict.fromkeys(outlets))
    named = ", ".join(names[:_MOST_OUTLETS_NAMED])
    left = len(names) - _MOST_OUTLETS_NAMED
    return f"{named} {context.texts.say('and_more', n=left)}" if left > 0 else named


def _hedges_outside(statement: Statement, context: Context) -> str:
    outside = [hedge for hedge in statement.hedges if not _inside(hedge, statement.quote)]
    words = dict.fromkeys(context.lookup.words(statement.document, span) for span in outside)
    return ", ".join(context.texts.quoted(word) for word in words)


def _inside(span: Span, quote: tuple[Span, ...]) -> bool:
    return any(part.holds(span) for part in quote)


def _evidence(statement: Statement, context: Context) -> Iterable[str]:
    texts, lookup = context.texts, context.lookup
    for evidence in statement.evidence:
        words = texts.quoted(lookup.words(statement.document, evidence.span))
        says = [f"{texts.term('evidence', evidence.kind)}: {words}"]
        if evidence.supplied_by:
            says.append(texts.say("supplied_by", name=lookup.source_name(evidence.supplied_by)))
        if evidence.checked_by:
            says.append(texts.say("checked_by", name=lookup.source_name(evidence.checked_by)))
        if evidence.method:
            says.append(texts.say("checked_how", method=evidence.method))
        yield " · ".join(says)


def _claim(statement: Statement, context: Context) -> Link | None:
    claim = context.lookup.claim_of.get(statement.id)
    if claim is None or claim not in context.shown.claim_numbers:
        return None
    return Link(anchor(claim), context.texts.say("claim_label", n=context.shown.claim_numbers[claim]))
