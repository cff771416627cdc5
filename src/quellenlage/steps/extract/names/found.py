"""What a finder returns: a mention whose entity may still be open, and the choice among mentions that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from quellenlage.languages.names import RoleNoun
from quellenlage.model.marks import SourceKind


class Rank(IntEnum):
    """How far a finder is to be trusted when two mentions of equal length overlap; lower first."""

    NAMED = 0
    SHAPED = 1
    DESCRIBED = 2
    RECOGNISED = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A mention in one sentence, before it is known which entity of the document it denotes.

    Args:
        first, end: half-open range of tokens.
        kind: what it denotes.
        label: proper name, or description in the nominative.
        rank: how it was found.
        key: the key, where reference data or class and country settle it at once; else None.
        usual: the name under which the reference data know it, or None.
        country: ISO code it belongs to, or None.
        role: the role noun in it, or None.
        acronym: acronym introduced for it in brackets, or None.
        person: name of the person it denotes as written, less a genitive ending, or None.
        sort: class of the body, or None.
        definite: whether it may take up what was introduced before ("der Geheimdienst").
        proper: proper name of a body in it ("NIS"), or None.
        noun: base form of the noun of a body that is described by it alone or with its country, or None.
        weak: whether it is a source only if it takes up something named before.
        bases: base forms that make the key of a party without a name.
    """

    first: int
    end: int
    kind: SourceKind
    label: str
    rank: Rank = Rank.DESCRIBED
    key: str | None = None
    usual: str | None = None
    country: str | None = None
    role: RoleNoun | None = None
    acronym: str | None = None
    person: str | None = None
    sort: str | None = None
    definite: bool = False
    proper: str | None = None
    noun: str | None = None
    weak: bool = False
    bases: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.end - self.first


def choose(found: Iterable[Found]) -> list[Found]:
    """Mentions that do not overlap, in order: the longer one holds the smaller, then the more trusted wins."""
    chosen: list[Found] = []
    taken: set[int] = set()
    for mention in sorted(found, key=lambda m: (-m.length, m.rank, m.first)):
        places = range(mention.first, mention.end)
        if taken.isdisjoint(places):
            chosen.append(mention)
            taken.update(places)
    return sorted(chosen, key=lambda mention: mention.first)
