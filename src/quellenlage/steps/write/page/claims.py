"""Claims: what is claimed, by whom, and the three counts of origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model.dossier import Claim
from quellenlage.model.span import Span
from quellenlage.model.statement import Statement
from quellenlage.steps.write.page.context import Badge, Context, Link
from quellenlage.steps.write.page.shown import MOST_STATEMENTS_OF_CLAIM, anchor, target
from quellenlage.steps.write.page.statements import (
    Part,
    StatementView,
    VoiceView,
    figure_links,
    quote_marks,
    quote_parts,
    statement_view,
    voices_of,
)
from quellenlage.steps.write.page.tokens import tokens_of
from quellenlage.steps.write.texts import shortened

_FULL = 10  # claims that stand open; the others can be opened one by one
MOST_UNITS = 10  # drawn side by side; beyond it a reader no longer counts but reads the number
_GIST_LENGTH = 260
_MOST_SEARCHED = 5  # statements in whose text the gist is looked for
_AMID = "… "  # before words that begin amid a sentence
COUNTS = ("outlets", "texts", "primary", "undetermined")


@dataclass(frozen=True, slots=True)
class CountView:
    """One of the counts, as a row of small shapes and a number.

    Args:
        kind: `outlets`, `texts`, `primary`, `undetermined`.
        label: its name.
        number: the count.
        units: shapes to draw.
        is_cut: whether there are more than can be drawn.
    """

    kind: str
    label: str
    number: int
    units: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a card.

    Args:
        number: its rank on the page.
        row: name of the card.
        id: its id, for `quellenlage explain`.
        gist: its own words, quoted; shortened where they are very long.
        lead: a sign that they begin amid a sentence, or empty.
        style: which quotation marks they take.
        parts: the same words with their hedges and figures marked, where they are found in a text.
        is_repeated: whether they say all that its only statement says.
        counts: the counts of its origins; the undetermined ones only if there are any.
        why: the reasons for the counts.
        voices: on whose word it stands.
        figures, findings: that belong to it.
        statements: its statements, and how many more there are.
        more: how many statements have no row.
    """

    number: int
    row: str
    id: str
    gist: str
    lead: str
    style: str
    parts: tuple[Part, ...]
    is_repeated: bool
    counts: tuple[CountView, ...]
    why: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    figures: tuple[Link, ...]
    findings: tuple[Badge, ...]
    statements: tuple[StatementView, ...]
    more: int

    @property
    def is_single(self) -> bool:
        """Whether it is a single statement that no finding touches."""
        return len(self.statements) == 1 and not self.more and not self.findings


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """All claims that are shown.

    Args:
        full: cards that stand open.
        folded: cards that can be opened.
        single: rest on one statement each that no finding touches; a line says all there is to say.
        left: how many are in the table only.
    """

    full: tuple[ClaimView, ...]
    folded: tuple[ClaimView, ...]
    single: tuple[ClaimView, ...]
    left: int

    @property
    def shown(self) -> int:
        """How many claims the page shows."""
        return len(self.full) + len(self.folded) + len(self.single)

    @property
    def all(self) -> int:
        """How many claims there are."""
        return self.shown + self.left


def claims_view(context: Context) -> ClaimsView:
    """The claims of the page, what must be seen first before the rest."""
    views = tuple(_claim_view(claim, number, context) for number, claim in enumerate(context.shown.claims, 1))
    return ClaimsView(
        full=views[:_FULL],
        folded=tuple(view for view in views[_FULL:] if not view.is_single),
        single=tuple(view for view in views[_FULL:] if view.is_single),
        left=len(context.dossier.claims) - len(views),
    )


def _claim_view(claim: Claim, number: int, context: Context) -> ClaimView:
    lookup, shown = context.lookup, context.shown
    statements = lookup.statements_of(claim)
    rows = [statement for statement in statements if statement.id in shown.statements]
    rows = rows[:MOST_STATEMENTS_OF_CLAIM]
    gist = shortened(claim.gist, _GIST_LENGTH)
    lead = _AMID if gist[:1].islower() else ""
    return ClaimView(
        number=number,
        row=anchor(claim.id),
        id=claim.id,
        gist=context.texts.quoted(lead + gist),
        lead=lead,
        style=context.texts.quote_style(gist),
        parts=_gist_parts(claim, statements, context),
        is_repeated=_is_repeated(claim, statements, context),
        counts=counts_of(claim, context),
        why=tuple(map(context.names.put_into, claim.origins.why)),
        voices=voices_of(statements, context),
        figures=_figures(rows, context),
        findings=context.badges(lookup.findings_of_claim.get(claim.id, ())),
        statements=tuple(statement_view(statement, context) for statement in rows),
        more=len(statements) - len(rows),
    )


def _gist_parts(claim: Claim, statements: Sequence[Statement], context: Context) -> tuple[Part, ...]:
    """The gist where it stands in the text of a statement, with hedges and figures; empty if it is not found."""
    if len(claim.gist) > _GIST_LENGTH:
        return ()
    for statement in statements[:_MOST_SEARCHED]:
        if _same_words(context.lookup.quote(statement), claim.gist):
            return quote_parts(statement, context)
        text = context.lookup.documents[statement.document].text
        begin = text.find(
            claim.gist, max(0, statement.quote[0].begin - len(claim.gist)), statement.quote[-1].end + len(claim.gist)
        )
        if begin >= 0:
            span = Span(begin, begin + len(claim.gist))
            return (Part(target(statement.id, 0), tokens_of(text, span, quote_marks(statement, context))),)
    return ()


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()


def _is_repeated(claim: Claim, statements: Sequence[Statement], context: Context) -> bool:
    """Whether the gist says all that the only statement of a claim says."""
    if len(statements) != 1 or len(claim.gist) > _GIST_LENGTH:
        return False
    gist = " ".join(claim.gist.split())
    return all(
        " ".join(context.lookup.words(statements[0].document, span).split()) in gist for span in statements[0].quote
    )


def counts_of(claim: Claim, context: Context) -> tuple[CountView, ...]:
    """The counts of a claim's origins; the undetermined ones only where there are any."""
    numbers = {kind: getattr(claim.origins, kind) for kind in COUNTS}
    return tuple(
        CountView(kind, context.texts.say(f"count.{kind}"), n, min(n, MOST_UNITS), n > MOST_UNITS)
        for kind, n in numbers.items()
        if n or kind != "undetermined"
    )


def _figures(statements: Sequence[Statement], context: Context) -> tuple[Link, ...]:
    return figure_links((figure for s in statements for figure in context.lookup.figures_of(s)), context)
