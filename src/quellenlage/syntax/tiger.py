"""Adapter of the TIGER scheme: auxiliaries, prepositions and conjunctions govern there; here the content words do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quellenlage.model.syntax import Relation
from quellenlage.syntax.arcs import Arcs
from quellenlage.text.datafiles import read_rows

LABELS = frozenset({"sb", "oa", "oc", "nk", "mo"})  # by these a pipeline's labels are known to be TIGER's
_AUXILIARY, _PASSIVE_AUXILIARY, _COPULA = "-aux", "-auxpass", "-cop"  # labels that the rebuilt arcs get
_NONFINITE = frozenset({"VVPP", "VVINF", "VVIZU", "VAPP", "VAINF", "VMPP", "VMINF"})
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_PREPOSITIONS = frozenset({"APPR", "APPRART", "APPO"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
_NOUNS = frozenset({"NN", "NE"})


@cache
def _relations() -> dict[str, Relation]:
    rows = read_rows("quellenlage.syntax", "tiger_relations.tsv", columns=("label", "relation"))
    return {row["label"]: Relation(row["relation"]) for row in rows}


def from_tiger(
    tags: Sequence[str], lemmas: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[list[int], list[Relation]]:
    """Heads and relations in content-head structure.

    Args:
        tags: STTS tags.
        lemmas: base forms; only those of auxiliaries are looked at.
        heads: place of each word's head; the root's is its own place or -1.
        labels: edge labels of TIGER.
    """
    arcs = Arcs.sound(heads, labels, root="ROOT")
    _lift_coordination(arcs)
    for place in range(len(tags)):
        _lift_noun(arcs, place, tags)
    for place in arcs.outermost_first():
        _lift_verb(arcs, place, tags, lemmas)
    for place in range(len(tags)):
        _lift_predicate(arcs, place, tags, lemmas)
    return arcs.heads, [_relation(arcs, place, tags) for place in range(len(tags))]


def _lift_coordination(arcs: Arcs) -> None:
    """Conjuncts hang on the first one, each conjunction on the conjunct behind it."""
    for place, label in enumerate(list(arcs.labels)):
        if label != "cj" or arcs.heads[place] < 0:
            continue
        above = arcs.heads[place]
        if arcs.labels[above] == "cd":
            first = arcs.heads[above]
            arcs.heads[above] = place
        else:
            first = above
        while arcs.labels[first] == "cj" and arcs.heads[first] >= 0:
            first = arcs.heads[first]
        if first >= 0:
            arcs.heads[place] = first


def _lift_noun(arcs: Arcs, place: int, tags: Sequence[str]) -> None:
    """The noun takes the place of its preposition."""
    if tags[place] not in _PREPOSITIONS:
        return
    noun = next((at for at in arcs.dependents(place) if arcs.labels[at] == "nk" and at != place), None)
    if noun is not None:
        arcs.promote(noun, label="ac")


def _lift_verb(arcs: Arcs, place: int, tags: Sequence[str], lemmas: Sequence[str]) -> None:
    """The full verb takes the place of its auxiliary or modal."""
    if not tags[place].startswith(("VA", "VM")):
        return
    verb = next(
        (at for at in arcs.dependents(place) if arcs.labels[at] in ("oc", "pd") and tags[at] in _NONFINITE), None
    )
    if verb is None or (arcs.labels[verb] == "pd" and tags[verb] != "VVPP"):
        return
    passive = tags[verb] == "VVPP" and (lemmas[place] == "werden" or arcs.labels[verb] == "pd")
    arcs.promote(verb, label=_PASSIVE_AUXILIARY if passive else _AUXILIARY)


def _lift_predicate(arcs: Arcs, place: int, tags: Sequence[str], lemmas: Sequence[str]) -> None:
    """The predicate takes the place of the copula."""
    if (
        not tags[place].startswith("VA")
        or lemmas[place] != "sein"
        or arcs.labels[place] in (_AUXILIARY, _PASSIVE_AUXILIARY)
    ):
        return
    predicate = arcs.find(place, "pd")
    if predicate is not None:
        arcs.promote(predicate, label=_COPULA)


def _relation(arcs: Arcs, place: int, tags: Sequence[str]) -> Relation:
    label, tag, head = arcs.labels[place], tags[place], arcs.heads[place]
    if head < 0:
        return Relation.ROOT
    if label == "sb":
        return _subject(arcs, place, tags)
    if label in ("oc", "re"):
        return _clause(arcs, place, tags)
    if label in ("mo", "mnr", "op"):
        return _modifier(arcs, place, tags)
    if label == "nk":
        return _kernel(place, head, tags)
    if label == "ag" and place < head:
        return Relation.POSSESSOR
    if label == "pd" and tag in _NONFINITE | _NOUNS:
        return Relation.OPEN_CLAUSE
    return _relations().get(label, Relation.OTHER)


def _is_clause(arcs: Arcs, place: int, tags: Sequence[str]) -> bool:
    """Whether a finite verb stands in what the word at `place` heads, by itself or as auxiliary."""
    helpers = (_AUXILIARY, _PASSIVE_AUXILIARY, _COPULA)
    return tags[place] in _FINITE or any(
        arcs.labels[at] in helpers and tags[at] in _FINITE for at in arcs.dependents(place)
    )


def _subject(arcs: Arcs, place: int, tags: Sequence[str]) -> Relation:
    if _is_clause(arcs, place, tags) or tags[place] == "VVIZU":
        return Relation.SUBJECT_CLAUSE
    passive = any(arcs.labels[at] == _PASSIVE_AUXILIARY for at in arcs.dependents(arcs.heads[place]))
    return Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT


def _clause(arcs: Arcs, place: int, tags: Sequence[str]) -> Relation:
    if not _is_clause(arcs, place, tags):
        return Relation.OPEN_CLAUSE if tags[place].startswith("V") else Relation.OTHER
    return Relation.NOUN_CLAUSE if tags[arcs.heads[place]] in _NOUNS else Relation.CONTENT_CLAUSE


def _modifier(arcs: Arcs, place: int, tags: Sequence[str]) -> Relation:
    if _is_clause(arcs, place, tags) or tags[place] == "VVIZU":
        return Relation.NOUN_CLAUSE if tags[arcs.heads[place]] in _NOUNS else Relation.ADVERBIAL_CLAUSE
    if tags[place] in ("ADV", "ADJD", "PROAV", "PAV", "PWAV", "PTKNEG"):
        return Relation.ADVERB
    return Relation.NOUN_MODIFIER if tags[arcs.heads[place]] in _NOUNS else Relation.OBLIQUE


def _kernel(place: int, head: int, tags: Sequence[str]) -> Relation:
    tag = tags[place]
    if tag in _DETERMINERS:
        return Relation.DETERMINER
    if tag == "CARD":
        return Relation.NUMBER
    if tag in ("ADJA", "ADJD", "VVPP"):
        return Relation.ADJECTIVE
    if tag in _NOUNS and tags[head] in _NOUNS:
        return Relation.APPOSITION
    return Relation.ADVERB if tag in ("ADV", "PTKNEG") else Relation.OTHER
