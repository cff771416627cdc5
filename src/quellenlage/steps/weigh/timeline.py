"""The timeline: what is said to have happened when, and what was said when, apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quellenlage.model.dossier import TimelineEntry
from quellenlage.steps.weigh.accounts import Account

PUBLISHED = "published"


def timeline_of(accounts: Iterable[Account]) -> tuple[TimelineEntry, ...]:
    """All entries, sorted by when they begin and end.

    A claim stands once for each interval that its statements name, by the first time expression that names it; a
    statement stands where its document was published. Times that cannot be placed on the calendar are left out.
    """
    entries = [*_events(accounts), *_publications(accounts)]
    return tuple(sorted(entries, key=lambda e: (e.earliest, e.latest, e.claim or "", e.statement or "")))


def _events(accounts: Iterable[Account]) -> Iterator[TimelineEntry]:
    known: set[tuple[str, str, str]] = set()
    for account in accounts:
        for time in account.times:
            if time.earliest is None or time.latest is None:
                continue
            key = (account.claim, time.earliest, time.latest)
            if key not in known:
                known.add(key)
                yield TimelineEntry(time.earliest, time.latest, account.claim, None, time.id)


def _publications(accounts: Iterable[Account]) -> Iterator[TimelineEntry]:
    for account in accounts:
        published = account.reading.published
        if published is not None:
            yield TimelineEntry(published.earliest, published.latest, None, account.statement.id, PUBLISHED)
