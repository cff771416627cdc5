"""Statements by source: all that one person or body is made to say, and by whom it is passed on."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.statement import Source
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.shown import Voice, anchor
from quellenlage.steps.write.page.statements import StatementView, statement_view

_MOST_VARIANTS = 8
_MOST_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its statements.

    Args:
        row: name of its heading.
        name: its fullest name.
        about: kind, spellings and number of statements in words.
        mentions: the way to its first mention in each document.
        statements: rows, and how many `more` there are.
    """

    row: str
    name: str
    about: tuple[str, ...]
    mentions: tuple[Link, ...]
    statements: tuple[StatementView, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources.

    Args:
        speaking: sources with statements, those with most first; last the statements of nobody who is named.
        own: what outlets say in their own voice.
        named: sources that are named only.
        left: how many sources are not listed.
    """

    speaking: tuple[SourceView, ...]
    own: tuple[SourceView, ...]
    named: tuple[SourceView, ...]
    left: int


def sources_view(context: Context) -> SourcesView:
    """The sources of the page."""
    voices, named = context.shown.voices, context.shown.named
    speaking = sorted((voice for voice in voices if not voice.own), key=lambda voice: voice.source is None)
    heard = {voice.source for voice in voices if voice.source is not None}
    return SourcesView(
        speaking=tuple(_voice(voice, context) for voice in speaking),
        own=tuple(_voice(voice, context) for voice in voices if voice.own),
        named=tuple(SourceView(anchor(s.id), s.name, tuple(_about(s, context)), _mentions(s, context)) for s in named),
        left=len(context.dossier.sources) - len(heard) - len(named),
    )


def _voice(voice: Voice, context: Context) -> SourceView:
    source = None if voice.own else context.lookup.sources.get(voice.source or "")
    first = voice.statements[0]
    name = context.name(first.document) if voice.own else context.source(voice.source)
    about = _about(source, context) if source else []
    return SourceView(
        row=voice.row,
        name=name,
        about=(*about, context.texts.count("statements", len(voice.statements) + voice.more)),
        mentions=_mentions(source, context) if source else (),
        statements=tuple(statement_view(statement, context) for statement in voice.statements),
        more=voice.more,
    )


def _about(source: Source, context: Context) -> list[str]:
    """Its kind and its other spellings."""
    about = [context.texts.term("source_kind", source.kind)]
    variants = [name for name in source.variants if name != source.name]
    if variants:
        more = " …" if len(variants) > _MOST_VARIANTS else ""
        about.append(context.texts.say("also_named", names=", ".join(variants[:_MOST_VARIANTS]) + more))
    return about


def _mentions(source: Source, context: Context) -> tuple[Link, ...]:
    return tuple(
        Link(context.place(document, source.id, number), context.name(document))
        for number, document in first_mentions(source)
    )


def first_mentions(source: Source) -> list[tuple[int, str]]:
    """Number and document of a source's first mention in each document, those that the page lists."""
    firsts: dict[str, int] = {}
    for number, mention in enumerate(source.mentions):
        firsts.setdefault(mention.document, number)
    return [(number, document) for document, number in firsts.items()][:_MOST_MENTIONS]
