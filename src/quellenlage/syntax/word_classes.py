"""Adapter of parts of speech: tokens carry tags of the STTS, whatever set a back end tags with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quellenlage.model.syntax import Relation
from quellenlage.text.datafiles import read_rows

_FORMS = {"Inf": "INF", "Part": "PP", "Conv": "PP", "Ger": "PP"}  # VerbForm, where it is not finite
_PRONOUNS = {"Prs": "PPER", "Rel": "PRELS", "Int": "PWS", "Dem": "PDS"}  # PronType of what stands for a noun
_DETERMINERS = {"Art": "ART", "Rel": "PRELAT", "Int": "PWAT", "Dem": "PDAT"}  # PronType of what stands before one

# What the tree tells of a word of a universal class.
_BY_RELATION = {
    ("ADJ", Relation.ADJECTIVE): "ADJA",
    ("ADP", Relation.VERB_PARTICLE): "PTKVZ",
    ("PART", Relation.SUBORDINATOR): "PTKZU",
}


@cache
def _tags() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in read_rows("quellenlage.syntax", "word_classes.tsv", columns=("scheme", "label", "tag")):
        found.setdefault(row["scheme"], {})[row["label"]] = row["tag"]
    return found


def is_stts(tag: str) -> bool:
    """Whether a tag is one of the STTS."""
    return tag in _tags()["stts"]


def stts_of(tag: str, universal: str, features: Mapping[str, str], relation: Relation | None) -> str:
    """The STTS tag of a word.

    Args:
        tag: what the back end tags it with: STTS already, a Penn tag, or any other.
        universal: its universal part of speech, or the empty string.
        features: of Universal Dependencies, such as `VerbForm=Fin`.
        relation: how it depends on its head, which tells a conjunction from a preposition; None where not parsed.
    """
    tags = _tags()
    if tag in tags["stts"]:
        return tag
    if tag in tags["penn"]:
        found = tags["penn"][tag]
    else:
        found = _from_universal(tags["universal"].get(universal, "XY"), universal, features, relation)
    if universal == "AUX" and found.startswith("VV"):
        return f"VA{found[2:]}"
    if found == "APPR" and relation is Relation.SUBORDINATOR:
        return "KOUS"
    if found in ("ADV", "PTKA") and features.get("Polarity") == "Neg":
        return "PTKNEG"
    return found


def _from_universal(found: str, universal: str, features: Mapping[str, str], relation: Relation | None) -> str:
    if universal in ("VERB", "AUX"):
        return _verb(found[:2], features)
    if universal in ("DET", "PRON"):
        return _pronoun(found, _DETERMINERS if universal == "DET" else _PRONOUNS, features)
    return found if relation is None else _BY_RELATION.get((universal, relation), found)


def _verb(stem: str, features: Mapping[str, str]) -> str:
    if stem == "VA" and features.get("VerbType") == "Mod":
        stem = "VM"
    if features.get("Mood") == "Imp" and stem != "VM":
        return f"{stem}IMP"
    return f"{stem}{_FORMS.get(features.get('VerbForm', ''), 'FIN')}"


def _pronoun(found: str, kinds: Mapping[str, str], features: Mapping[str, str]) -> str:
    if features.get("Reflex") == "Yes":
        return "PRF"
    return "PPOSAT" if features.get("Poss") == "Yes" else kinds.get(features.get("PronType", ""), found)
