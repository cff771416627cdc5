"""Adapter of Universal Dependencies: labels and features in words of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from quellenlage.model.syntax import Form, Relation
from quellenlage.syntax.arcs import Arcs
from quellenlage.text.datafiles import read_rows

_MOODS = {"Ind": "indicative", "Sub": "subjunctive", "Imp": "imperative", "Cnd": "conditional"}
_TENSES = {"Pres": "present", "Past": "past"}


@cache
def _relations() -> dict[str, Relation]:
    rows = read_rows("quellenlage.syntax", "ud_relations.tsv", columns=("label", "relation"))
    return {row["label"]: Relation(row["relation"]) for row in rows}


def relation_of(label: str) -> Relation:
    """The relation that a label of Universal Dependencies stands for; an unknown subtype counts as its main label."""
    known = _relations()
    return known.get(label) or known.get(label.partition(":")[0], Relation.OTHER)


def from_universal(heads: Sequence[int], labels: Sequence[str]) -> tuple[list[int], list[Relation]]:
    """Heads and relations; the scheme is content-head already, so only broken trees are mended.

    Args:
        heads: place of each word's head; the root's is its own place or -1.
        labels: relations of Universal Dependencies.
    """
    arcs = Arcs.sound(heads, labels, root="root")
    found = [relation_of(label) for label in arcs.labels]
    return arcs.heads, [
        Relation.OTHER if head >= 0 and relation is Relation.ROOT else relation
        for head, relation in zip(arcs.heads, found, strict=True)
    ]


def form_of(features: Mapping[str, str]) -> Form:
    """What features such as `Case=Nom` say of a form; of several values (`Masc,Neut`) none is taken."""
    person = features.get("Person", "")
    return Form(
        case=_single(features.get("Case")),
        number=_single(features.get("Number")),
        gender=_single(features.get("Gender")),
        person=int(person) if person in ("1", "2", "3") else None,
        mood=_MOODS.get(features.get("Mood", "")),
        tense=_TENSES.get(features.get("Tense", "")),
    )


def _single(value: str | None) -> str | None:
    return None if value is None or "," in value else value.lower()
