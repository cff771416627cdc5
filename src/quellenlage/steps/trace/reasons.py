"""Why a claim has the origins it is said to have: one line for each thing that decided it, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.dossier import Derivation
from quellenlage.steps.trace.ancestry import Ancestry
from quellenlage.steps.trace.facts import Facts
from quellenlage.wording import say

_MOST_NAMED = 6  # documents or edges named in one line or one block; the rest are counted


@dataclass(frozen=True, slots=True)
class Account:
    """What was found out about one claim; documents by id, in order.

    Args:
        documents: that carry it.
        ancestry: how their texts were traced.
        vouched: the medium or document from which a document says it has the claim.
        words: documents by the source whose word the claim is in them.
        names: what those sources are called.
        own_voice: documents that say it without naming anybody.
        unsaid: documents that say it on somebody's word, but do not say whose.
    """

    documents: tuple[str, ...]
    ancestry: Ancestry
    vouched: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    own_voice: tuple[str, ...]
    unsaid: tuple[str, ...]


def explain(account: Account, facts: Facts, owners: Mapping[str, str], *, surface: str) -> tuple[str, ...]:
    """The lines for one claim: texts first, then whose word, then what stands beside the counts.

    Args:
        owners: who owns an outlet, by the id of its source, where known.
    """
    teller = _Teller(facts, surface)
    return (
        *_text_lines(account, teller),
        *_word_lines(account, teller),
        *_owner_lines(account, owners, teller),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Fills in the wording with the names of documents and sources."""

    facts: Facts
    surface: str

    def say(self, key: str, **values: object) -> str:
        return say(self.surface, f"trace.why.{key}", **values)

    def documents(self, ids: Sequence[str]) -> str:
        """The names of documents, the first few of many."""
        return self.listed([self.facts.names[document] for document in ids])

    def listed(self, names: Sequence[str]) -> str:
        shown = list(names[:_MOST_NAMED])
        if len(names) > _MOST_NAMED:
            shown.append(self.say("more", count=len(names) - _MOST_NAMED))
        return ", ".join(shown)

    def medium(self, key: str) -> str:
        """The name of a source, or of a document that stands for its outlet."""
        return self.facts.sources.get(key) or self.facts.names[key]


def _text_lines(account: Account, teller: _Teller) -> Iterator[str]:
    edges = _best_edges(account)
    yield from (edge.basis for edge in edges[:_MOST_NAMED])
    if len(edges) > _MOST_NAMED:
        yield teller.say("more_edges", count=len(edges) - _MOST_NAMED)
    for medium, documents in _by_value(account.vouched):
        yield teller.say("relayed", documents=teller.documents(documents), source=teller.medium(medium))
    yield from (teller.say("circle", members=teller.listed(_names(c, teller))) for c in account.ancestry.cycles)
    yield from _credit_lines(account, teller)
    roots = frozenset().union(*account.ancestry.origins.values())
    if len(roots) > 1 and not edges and not account.vouched:
        yield teller.say("no_dependence", count=len(roots))


def _best_edges(account: Account) -> list[Derivation]:
    """For each document of the claim the derivation that shows best where it comes from; the others say the same.

    A derivation of known direction goes before one of unknown, then the one that covers more, then the first origin.
    """
    best: dict[str, Derivation] = {}
    for edge in sorted(account.ancestry.used, key=lambda edge: (not edge.directed, -edge.score, edge.origin)):
        ends = (edge.derived,) if edge.directed else (edge.derived, edge.origin)
        for document in ends:
            if document in account.documents:
                best.setdefault(document, edge)
    return list(dict.fromkeys(best[document] for document in sorted(best)))


def _credit_lines(account: Account, teller: _Teller) -> Iterator[str]:
    """Media that several of the documents credit although they go back to different texts."""
    crediting: dict[str, list[str]] = {}
    for document in account.documents:
        for source in teller.facts.credited[document]:
            crediting.setdefault(source, []).append(document)
    for source, documents in sorted(crediting.items()):
        roots = frozenset().union(*(account.ancestry.origins[document] for document in documents))
        if len(documents) > 1 and len(roots) > 1:
            yield teller.say(
                "only_credited", documents=teller.documents(documents), source=teller.facts.sources[source]
            )


def _word_lines(account: Account, teller: _Teller) -> Iterator[str]:
    for word, documents in account.words.items():
        yield teller.say("word", source=account.names[word], documents=teller.documents(documents))
    if account.own_voice:
        yield teller.say("own_voice", documents=teller.documents(account.own_voice))
    if account.unsaid:
        yield teller.say("unsaid", documents=teller.documents(account.unsaid))


def _owner_lines(account: Account, owners: Mapping[str, str], teller: _Teller) -> Iterator[str]:
    """Outlets of one owner among those that carry the claim; shown beside the counts, not counted."""
    outlets = dict.fromkeys(
        outlet for document in account.documents if (outlet := teller.facts.outlets.get(document)) is not None
    )
    owned = {outlet: owners[outlet] for outlet in outlets if outlet in owners}
    for owner, members in _by_value(owned):
        if len(members) > 1:
            yield teller.say("one_owner", outlets=teller.listed(_names(members, teller)), owner=owner)


def _names(ids: Iterable[str], teller: _Teller) -> list[str]:
    return [teller.medium(key) for key in ids]


def _by_value(mapping: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """The keys of each value, both sorted."""
    found: dict[str, list[str]] = {}
    for key, value in sorted(mapping.items()):
        found.setdefault(value, []).append(key)
    return sorted(found.items())
