"""The first screen: what this set of documents is, how to read the counts, and what matters most."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quellenlage.model.dossier import Dossier
from quellenlage.steps.write.page.claims import COUNTS, ClaimsView, ClaimView
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.findings import FindingsView, FindingView
from quellenlage.steps.write.texts import shortened

_TOP_CLAIMS = 5
_TOP_FINDINGS = 6
_REASON = 240  # code points of a reason; the whole stands under the findings
_MOST_STORIES = 8


@dataclass(frozen=True, slots=True)
class CountHelp:
    """How to read one of the counts: its kind, name and a sentence."""

    kind: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """An event: its title and its documents."""

    title: str
    documents: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands on the first screen.

    Args:
        title: of the event, or how many events there are.
        summary: what this set of documents is, in a sentence.
        help: how to read the counts.
        claims, findings: those that matter most.
        stories: the events, if there is more than one.
    """

    title: str
    summary: str
    help: tuple[CountHelp, ...]
    claims: tuple[ClaimView, ...]
    findings: tuple[FindingView, ...]
    stories: tuple[StoryView, ...]


def overview(context: Context, claims: ClaimsView, findings: FindingsView) -> Overview:
    """The first screen of the page."""
    texts = context.texts
    return Overview(
        title=_title(context),
        summary=_summary(context),
        help=tuple(CountHelp(kind, texts.say(f"count.{kind}"), texts.say(f"count_help.{kind}")) for kind in COUNTS),
        claims=claims.full[:_TOP_CLAIMS],
        findings=tuple(
            replace(view, reason=shortened(view.reason, _REASON)) for view in findings.shown[:_TOP_FINDINGS]
        ),
        stories=_stories(context),
    )


def _title(context: Context) -> str:
    stories = context.dossier.stories
    if len(stories) == 1:
        return stories[0].title
    largest = max(stories, key=lambda story: len(story.documents), default=None)
    if largest is None:
        return context.texts.count("documents", len(context.dossier.documents))
    return context.texts.say("title_of_many", title=largest.title, n=context.texts.count("stories", len(stories) - 1))


def _stories(context: Context) -> tuple[StoryView, ...]:
    stories = context.dossier.stories
    if len(stories) < 2:
        return ()
    return tuple(
        StoryView(
            story.title,
            tuple(context.document(d) for d in story.documents[:_MOST_STORIES]),
            max(0, len(story.documents) - _MOST_STORIES),
        )
        for story in stories[:_MOST_STORIES]
    )


def _summary(context: Context) -> str:
    """How many documents, statements and sources, from when, in which languages."""
    texts, dossier = context.texts, context.dossier
    speaking = len(context.lookup.spoken_by)
    languages = dict.fromkeys(texts.term("language", entry.language) for entry in dossier.documents)
    return texts.say(
        "summary",
        documents=texts.count("documents", len(dossier.documents)),
        statements=texts.count("statements", len(dossier.statements)),
        sources=texts.count("sources", speaking),
        dated=_dated(context, dossier),
        languages=texts.joined(list(languages)),
    )


def _dated(context: Context, dossier: Dossier) -> str:
    texts = context.texts
    dates = [entry.published for entry in dossier.documents if entry.published is not None]
    undated = len(dossier.documents) - len(dates)
    if not dates:
        return texts.say("all_undated")
    earliest, latest = min(date.earliest for date in dates), max(date.latest for date in dates)
    stretch = texts.say("published_between", stretch=texts.interval(earliest, latest))
    return texts.say("with_undated", stretch=stretch, n=texts.number(undated)) if undated else stretch
