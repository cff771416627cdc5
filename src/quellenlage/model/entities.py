"""The sources of one document: mentions with the same key are one."""

from __future__ import annotations

from collections.abc import Iterable

from quellenlage.model.identity import content_id
from quellenlage.model.marks import Name, SourceKind
from quellenlage.model.statement import Mention, Source


def source_id(document: str, key: str) -> str:
    """The id of the source that the names with `key` denote in a document."""
    return content_id("src", document, key)


def sources_of(document: str, names: Iterable[Name]) -> tuple[Source, ...]:
    """One source for each key among `names`, in the order of first mention.

    Its name is the usual one if a mention brings that, else the longest label; an acronym counts as a variant.

    Args:
        document: id of the document the names stand in.
    """
    grouped: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: name.span):
        grouped.setdefault(name.key, []).append(name)
    return tuple(_source(document, key, mentions) for key, mentions in grouped.items())


def unmentioned(document: str, kind: SourceKind, label: str, key: str) -> Source:
    """A source that a document has without naming it in its text, such as the outlet that carries it."""
    return Source(source_id(document, key), label, kind, (label,), (), key)


def _source(document: str, key: str, names: list[Name]) -> Source:
    fullest = max(names, key=lambda name: (len(name.label), name.label))
    variants = {name.label for name in names} | {name.acronym for name in names if name.acronym}
    mentions = tuple(Mention(document, span) for span in sorted({name.span for name in names}))
    country = next((name.country for name in names if name.country), None)
    title = next((name.usual for name in names if name.usual), fullest.label)
    # "die russische Regierung" is a body, but its key is Russia's, and so is the kind of the source
    kind = next((name.kind for name in names if key.startswith(f"{name.kind}:")), fullest.kind)
    return Source(source_id(document, key), title, kind, tuple(sorted(variants)), mentions, key, country)


def outlet_source(document: str, outlet: str | None) -> Source | None:
    """The outlet that carries a document, as the source of what the document says in its own voice."""
    return None if outlet is None else unmentioned(document, SourceKind.OUTLET, outlet, outlet_key(outlet))


def outlet_key(outlet: str) -> str:
    """The key of an outlet's name."""
    return f"{SourceKind.OUTLET}:{outlet.casefold()}"
