"""Tags of other sets become tags of the STTS; where one tag stands for several, features and the tree decide."""

from __future__ import annotations

import pytest

from quellenlage.model.syntax import Relation
from quellenlage.syntax.word_classes import stts_of


@pytest.mark.parametrize(
    ("tag", "universal", "features", "relation", "found"),
    [
        ("VVFIN", "VERB", "", None, "VVFIN"),
        ("$,", "PUNCT", "", None, "$,"),
        ("VBD", "VERB", "", Relation.ROOT, "VVFIN"),
        ("VBD", "AUX", "", Relation.AUXILIARY, "VAFIN"),
        ("MD", "AUX", "", Relation.AUXILIARY, "VMFIN"),
        ("NNP", "PROPN", "", None, "NE"),
        ("IN", "ADP", "", Relation.PREPOSITION, "APPR"),
        ("IN", "SCONJ", "", Relation.SUBORDINATOR, "KOUS"),
        ("RB", "PART", "Polarity=Neg", None, "PTKNEG"),
        ("verb", "VERB", "VerbForm=Fin", None, "VVFIN"),
        ("", "VERB", "VerbForm=Inf", None, "VVINF"),
        ("", "VERB", "VerbForm=Part", None, "VVPP"),
        ("", "VERB", "VerbForm=Fin|Mood=Imp", None, "VVIMP"),
        ("", "AUX", "VerbForm=Fin|VerbType=Mod", Relation.AUXILIARY, "VMFIN"),
        ("", "AUX", "VerbForm=Fin", Relation.COPULA, "VAFIN"),
        ("", "NOUN", "Case=Nom", None, "NN"),
        ("", "ADJ", "", Relation.ADJECTIVE, "ADJA"),
        ("", "ADJ", "", Relation.ROOT, "ADJD"),
        ("", "DET", "PronType=Art", None, "ART"),
        ("", "DET", "Poss=Yes|PronType=Prs", None, "PPOSAT"),
        ("", "PRON", "PronType=Rel", None, "PRELS"),
        ("", "PRON", "PronType=Prs|Reflex=Yes", None, "PRF"),
        ("", "PRON", "PronType=Prs", None, "PPER"),
        ("", "ADP", "", Relation.VERB_PARTICLE, "PTKVZ"),
        ("", "PART", "", Relation.SUBORDINATOR, "PTKZU"),
        ("", "PART", "Polarity=Neg", None, "PTKNEG"),
        ("", "", "", None, "XY"),
    ],
)
def test_tag(tag: str, universal: str, features: str, relation: Relation | None, found: str) -> None:
    pairs = dict(pair.split("=") for pair in features.split("|") if pair)
    assert stts_of(tag, universal, pairs, relation) == found
