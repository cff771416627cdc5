"""The dossier page: one self-contained HTML file that needs no script and makes no request.

Way of the data: `context_of` indexes the dossier and chooses what is shown; each part of the page has a module that
makes plain records of it (`claims_view`, `figures_view` …); the templates print the records and decide nothing. All
text passes `visible` and Jinja's escaping on its way out, so no text of an article can become markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from quellenlage.model.dossier import Dossier
from quellenlage.steps.write.page.chain import ChainView, chain_view
from quellenlage.steps.write.page.claims import COUNTS, MOST_UNITS, ClaimsView, claims_view
from quellenlage.steps.write.page.context import Context, context_of
from quellenlage.steps.write.page.derivations import DerivationsView, derivations_view
from quellenlage.steps.write.page.documents import DocumentsView, Rows, documents_view
from quellenlage.steps.write.page.figures import FiguresView, figures_view
from quellenlage.steps.write.page.findings import FindingsView, findings_view
from quellenlage.steps.write.page.method import Fact, run_facts
from quellenlage.steps.write.page.notes import NoteGroup, notes_view
from quellenlage.steps.write.page.overview import Overview, overview
from quellenlage.steps.write.page.sources import SourcesView, sources_view
from quellenlage.steps.write.page.timeline import TimelineView, timeline_view
from quellenlage.steps.write.texts import visible
from quellenlage.text.datafiles import read_text


@dataclass(frozen=True, slots=True)
class PageView:
    """All parts of the page, in the order they stand in."""

    surface: str
    overview: Overview
    claims: ClaimsView
    findings: FindingsView
    figures: FiguresView
    chain: ChainView | None
    derivations: DerivationsView
    timeline: TimelineView
    sources: SourcesView
    documents: DocumentsView
    notes: tuple[NoteGroup, ...]
    run: tuple[Fact, ...]


def dossier_page(dossier: Dossier, *, surface: str) -> str:
    """The dossier as one HTML file.

    Args:
        surface: language of everything that is not a text of the documents, `de` or `en`.
    """
    context = context_of(dossier, surface=surface)
    template = _environment().get_template("page.html.jinja")
    texts = context.texts
    style = Markup(read_text(__name__, "page.css"))  # noqa: S704  (our own file, not a text)
    return template.render(
        page=page_view(context),
        style=style,
        kinds=COUNTS,
        most_units=MOST_UNITS,
        say=texts.say,
        count=texts.count,
        number=texts.number,
    )


def page_view(context: Context) -> PageView:
    """The page as records, before any markup."""
    claims, findings = claims_view(context), findings_view(context)
    rows = Rows(figures_view(context), timeline_view(context))
    return PageView(
        surface=context.texts.surface,
        overview=overview(context, claims, findings),
        claims=claims,
        findings=findings,
        figures=rows.figures,
        chain=chain_view(context),
        derivations=derivations_view(context),
        timeline=rows.timeline,
        sources=sources_view(context),
        documents=documents_view(context, rows),
        notes=notes_view(context),
        run=run_facts(context),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: read_text(__name__, "templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """What a template prints in place of `value`: a text with its control characters made visible."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
