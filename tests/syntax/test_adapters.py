"""Adapters of label schemes: content words govern, broken trees are mended, unknown labels are "other"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.syntax import Form, Relation
from quellenlage.syntax.clear import from_clear
from quellenlage.syntax.tiger import from_tiger
from quellenlage.syntax.universal import form_of, from_universal, relation_of
from quellenlage.text.datafiles import read_rows
from tests.syntax import schemes
from tests.syntax.test_roles import parsed


@pytest.mark.parametrize(
    ("block", "word", "head", "relation"),
    [
        (schemes.DASS, "gebrochen", "sagte", Relation.CONTENT_CLAUSE),
        (schemes.DASS, "sei", "gebrochen", Relation.AUXILIARY),
        (schemes.DASS, "dass", "gebrochen", Relation.SUBORDINATOR),
        (schemes.DASS, "Damm", "gebrochen", Relation.SUBJECT),
        (schemes.PASSIVE, "Unfall", "bestätigt", Relation.PASSIVE_SUBJECT),
        (schemes.PASSIVE, "wurde", "bestätigt", Relation.PASSIVE_AUXILIARY),
        (schemes.PASSIVE, "Polizei", "bestätigt", Relation.AGENT),
        (schemes.PASSIVE, "von", "Polizei", Relation.PREPOSITION),
        (schemes.MODAL, "will", "kennen", Relation.AUXILIARY),
        (schemes.MODAL, "Berg", "kennen", Relation.SUBJECT),
        (schemes.MODAL, "Bericht", "kennen", Relation.OBJECT),
        (schemes.SEPARABLE, "mit", "teilte", Relation.VERB_PARTICLE),
        (schemes.SEPARABLE, "Am", "Montag", Relation.PREPOSITION),
        (schemes.SEPARABLE, "Montag", "teilte", Relation.OBLIQUE),
        (schemes.COORDINATED, "bestritt", "schwieg", Relation.CONJUNCT),
        (schemes.COORDINATED, "und", "bestritt", Relation.COORDINATOR),
        (schemes.COPULA, "ist", "leer", Relation.COPULA),
        (schemes.COPULA, "Dorf", "leer", Relation.SUBJECT),
        (schemes.COPULA, "berichten", "leer", Relation.ADVERBIAL_CLAUSE),
        (schemes.RELATIVE, "sah", "Frau", Relation.RELATIVE_CLAUSE),
        (schemes.APPOSITION, "streichen", "drohte", Relation.OPEN_CLAUSE),
        (schemes.PERFECT, "hat", "widersprochen", Relation.AUXILIARY),
        (schemes.PERFECT, "Sender", "widersprochen", Relation.INDIRECT_OBJECT),
        (schemes.ANGABEN, "Behörde", "Angaben", Relation.NOUN_MODIFIER),
        (schemes.ZUFOLGE, "Bericht", "fehlen", Relation.OBLIQUE),
        (schemes.ASKED, "gestoppt", "weiß", Relation.CONTENT_CLAUSE),
    ],
)
@pytest.mark.parametrize("scheme", ["universal", "tiger"])
def test_german_arcs(block: str, word: str, head: str, relation: Relation, scheme: str) -> None:
    tokens = parsed(block, scheme)
    token = next(token for token in tokens if token.word == word)
    assert token.head is not None
    assert (tokens[token.head].word, token.relation) == (head, relation)


@pytest.mark.parametrize(
    ("block", "word", "head", "relation"),
    [
        (schemes.EN_THAT, "broken", "said", Relation.CONTENT_CLAUSE),
        (schemes.EN_PASSIVE, "crash", "confirmed", Relation.PASSIVE_SUBJECT),
        (schemes.EN_PASSIVE, "police", "confirmed", Relation.AGENT),
        (schemes.EN_PASSIVE, "by", "police", Relation.PREPOSITION),
        (schemes.EN_COPULA, "is", "empty", Relation.COPULA),
        (schemes.EN_COPULA, "village", "empty", Relation.SUBJECT),
        (schemes.EN_JOINED, "and", "denied", Relation.COORDINATOR),
        (schemes.EN_ACCORDING, "police", "fled", Relation.OBLIQUE),
        (schemes.EN_BOTH, "buses", "pay", Relation.OBLIQUE),
    ],
)
@pytest.mark.parametrize("scheme", ["universal", "clear"])
def test_english_arcs(block: str, word: str, head: str, relation: Relation, scheme: str) -> None:
    tokens = parsed(block, scheme)
    token = next(token for token in tokens if token.word == word)
    assert token.head is not None
    assert (tokens[token.head].word, token.relation) == (head, relation)


PERFECT_PASSIVE = """
Das      ART    2:det        2:nk
Boot     NN     4:nsubj:pass 3:sb
ist      VAFIN  4:aux        0:ROOT
gefunden VVPP   0:root       5:oc
worden   VAPP   4:aux:pass   3:oc
.        $.     4:punct      3:punct
"""
THREE = """
Er       PPER   2:nsubj  2:sb
kam      VVFIN  0:root   0:ROOT
,        $,     4:punct  2:punct
sah      VVFIN  2:conj   2:cj
und      KON    6:cc     4:cd
ging     VVFIN  2:conj   5:cj
.        $.     2:punct  2:punct
"""
DENIED = """
Es       PPER   4:nsubj:pass 2:sb
soll     VMFIN  4:aux        0:ROOT
nicht    PTKNEG 4:advmod     4:ng
bestätigt VVPP  0:root       5:oc
werden   VAINF  4:aux:pass   2:oc
.        $.     4:punct      2:punct
"""
WANTED = """
Lenz     NE     4:nsubj  2:sb
will     VMFIN  4:aux    0:ROOT
ihr      PPER   4:obl:arg 4:da
helfen   VVINF  0:root   2:oc
,        $,     9:punct  2:punct
obwohl   KOUS   9:mark   10:cp
sie      PPER   9:nsubj  10:sb
reich    ADJD   9:advmod 9:mo
geworden VVPP   4:advcl  10:oc
ist      VAFIN  9:aux    4:mo
.        $.     4:punct  2:punct
"""


@pytest.mark.parametrize("block", [PERFECT_PASSIVE, THREE, DENIED, WANTED])
def test_nested_auxiliaries_and_chains_come_out_as_in_universal_dependencies(block: str) -> None:
    universal, tiger = parsed(block, "universal"), parsed(block, "tiger")
    assert [token.head for token in tiger if not token.is_sign] == [t.head for t in universal if not t.is_sign]
    assert [token.relation for token in tiger if not token.is_sign] == [t.relation for t in universal if not t.is_sign]


@pytest.mark.parametrize("table", ["ud_relations.tsv", "tiger_relations.tsv", "clear_relations.tsv"])
def test_no_label_is_listed_twice(table: str) -> None:
    labels = [row["label"] for row in read_rows("quellenlage.syntax", table, columns=("label", "relation"))]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("label", "relation"),
    [
        ("nsubj:pass", Relation.PASSIVE_SUBJECT),
        ("obl:agent", Relation.AGENT),
        ("compound:prt", Relation.VERB_PARTICLE),
        ("expl:pv", Relation.REFLEXIVE),
        ("obl:tmod", Relation.OBLIQUE),
        ("x:y", Relation.OTHER),
    ],
)
def test_labels_of_universal_dependencies(label: str, relation: Relation) -> None:
    assert relation_of(label) is relation


def test_features_of_a_form() -> None:
    assert form_of({"Case": "Dat", "Number": "Sing", "Gender": "Masc,Neut", "Mood": "Sub", "Person": "3"}) == Form(
        case="dat", number="sing", person=3, mood="subjunctive"
    )


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        ([1, 0], ["sb", "oc"]),
        ([-1, -1, -1], ["ROOT", "ROOT", "ROOT"]),
        ([9, -7], ["nk", "mo"]),
        ([0, 1], ["cj", "cd"]),
        ([1, 2, 0], ["cj", "cj", "cd"]),
        ([], []),
    ],
)
def test_broken_trees_are_mended(heads: list[int], labels: list[str]) -> None:
    size = len(heads)
    results = (
        from_universal(heads, labels),
        from_tiger(["NN"] * size, ["sein"] * size, heads, labels),
        from_clear(["be"] * size, heads, labels, nouns=[True] * size),
    )
    for found, relations in results:
        assert len(found) == len(relations) == size
        assert sum(head < 0 for head in found) == min(size, 1)


_LABELS = [
    "sb",
    "oc",
    "nk",
    "cj",
    "cd",
    "mo",
    "pd",
    "prep",
    "pobj",
    "conj",
    "cc",
    "attr",
    "nsubj",
    "punct",
    "ROOT",
    "x",
]
_TAGS = ["NN", "VVFIN", "VAFIN", "VVPP", "APPR", "KON", "ADJD", "ART"]


@given(
    st.lists(st.tuples(st.sampled_from(_TAGS), st.integers(-2, 12), st.sampled_from(_LABELS)), min_size=1, max_size=10),
    st.sampled_from(["sein", "werden", "be", "gehen"]),
)
def test_every_tree_becomes_one_tree(words: list[tuple[str, int, str]], lemma: str) -> None:
    tags, heads, labels = (list(column) for column in zip(*words, strict=True))
    size = len(words)
    for found, relations in (
        from_universal(heads, labels),  # type: ignore[arg-type]
        from_tiger(tags, [lemma] * size, heads, labels),  # type: ignore[arg-type]
        from_clear([lemma] * size, heads, labels, nouns=[tag == "NN" for tag in tags]),  # type: ignore[arg-type]
    ):
        assert sum(head < 0 for head in found) == 1
        assert [relation is Relation.ROOT for relation in relations] == [head < 0 for head in found]
        for place in range(size):
            steps, at = 0, place
            while found[at] >= 0 and steps <= size:
                steps, at = steps + 1, found[at]
            assert steps <= size
