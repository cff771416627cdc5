"""Adapter of the ClearNLP scheme of spaCy's English pipelines: prepositions and the copula govern there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quellenlage.model.syntax import Relation
from quellenlage.syntax.arcs import Arcs
from quellenlage.text.datafiles import read_rows

LABELS = frozenset({"dobj", "pobj", "nsubj", "prep"})  # by these a pipeline's labels are known to be ClearNLP's
_AGENT, _COPULA = "-agent", "-cop"


@cache
def _relations() -> dict[str, Relation]:
    rows = read_rows("quellenlage.syntax", "clear_relations.tsv", columns=("label", "relation"))
    return {row["label"]: Relation(row["relation"]) for row in rows}


def from_clear(
    lemmas: Sequence[str], heads: Sequence[int], labels: Sequence[str], *, nouns: Sequence[bool]
) -> tuple[list[int], list[Relation]]:
    """Heads and relations in content-head structure.

    Args:
        nouns: whether each word is a noun, by which a prepositional phrase on it is told from one on a verb.
    """
    arcs = Arcs.sound(heads, labels, root="ROOT")
    lifted: set[int] = set()
    for place in reversed(arcs.outermost_first()):
        _lift_object(arcs, place, lifted)
    for place in range(len(lemmas)):
        if lemmas[place] == "be" and arcs.labels[place] not in ("aux", "auxpass"):
            predicate = next((at for at in arcs.dependents(place) if arcs.labels[at] in ("attr", "acomp")), None)
            if predicate is not None:
                arcs.promote(predicate, label=_COPULA)
    _lift_conjuncts(arcs)
    return arcs.heads, [_relation(arcs, place, nouns) for place in range(len(lemmas))]


def _lift_object(arcs: Arcs, place: int, lifted: set[int]) -> None:
    """The noun takes the place of its prepositions ("according to"); that of a passive's agent is marked."""
    label = arcs.labels[place]
    noun = arcs.find(place, "pobj") if label in ("prep", "agent", "dative") else None
    if noun is None and label == "prep" and place not in lifted:
        noun = next((at for at in arcs.dependents(place) if at in lifted and arcs.labels[at] == "prep"), None)
    if noun is not None:
        lifted.add(noun)
        arcs.promote(noun, label="case")
        arcs.labels[noun] = _AGENT if label == "agent" else label


def _lift_conjuncts(arcs: Arcs) -> None:
    """Conjuncts hang on the first one, each conjunction on the conjunct behind it."""
    for place in range(len(arcs.heads)):
        if arcs.labels[place] != "conj":
            continue
        before, first = arcs.heads[place], arcs.heads[place]
        while arcs.labels[first] == "conj" and arcs.heads[first] >= 0:
            first = arcs.heads[first]
        for at in arcs.dependents(before):
            if arcs.labels[at] == "cc" and at < place:
                arcs.heads[at] = place
        arcs.heads[place] = first


def _relation(arcs: Arcs, place: int, nouns: Sequence[bool]) -> Relation:
    head = arcs.heads[place]
    if head < 0:
        return Relation.ROOT
    if arcs.labels[place] == "prep" and nouns[head]:
        return Relation.NOUN_MODIFIER
    return _relations().get(arcs.labels[place], Relation.OTHER)
