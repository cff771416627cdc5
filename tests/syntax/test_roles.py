"""The role questions give the same answers over UD and TIGER trees, and answer from word order where there is no tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages.forms import load_forms
from quellenlage.model.span import Span
from quellenlage.model.syntax import Form, Relation
from quellenlage.model.tokens import Token
from quellenlage.syntax.roles import Basis, Roles
from quellenlage.syntax.tiger import from_tiger
from quellenlage.syntax.universal import relation_of
from tests.syntax import schemes

_LEMMAS = {
    "sei": "sein",
    "ist": "sein",
    "sind": "sein",
    "wurde": "werden",
    "werden": "werden",
    "hat": "haben",
    "habe": "haben",
}


def parsed(block: str, scheme: str) -> list[Token]:
    rows = [line.split() for line in block.strip().splitlines()]
    words, tags = [row[0] for row in rows], [row[1] for row in rows]
    arcs = [row[2 if scheme != "tiger" else 3].split(":", 1) for row in rows]
    lemmas = [_LEMMAS.get(word, word) for word in words]
    heads: list[int | None] = [int(head) - 1 for head, _ in arcs]
    relations: list[Relation | None] = [relation_of(label) for _, label in arcs]
    if scheme == "tiger":
        heads, relations = (
            list(part) for part in from_tiger(tags, lemmas, [int(h) - 1 for h, _ in arcs], [a[1] for a in arcs])
        )
    if scheme == "none":
        heads, relations = [None] * len(rows), [None] * len(rows)
    tokens, begin = [], 0
    for word, tag, lemma, head, relation in zip(words, tags, lemmas, heads, relations, strict=True):
        span = Span(begin, begin + len(word))
        begin += len(word) + 1
        tokens.append(Token(span, word, lemma, tag, head=head, relation=relation))
    return tokens


def place_of(tokens: list[Token], word: str) -> int:
    return [token.word for token in tokens].index(word)


@pytest.mark.parametrize("scheme", ["universal", "tiger"])
@pytest.mark.parametrize(
    ("block", "verb", "subject", "clause"), [q[1:] for q in schemes.QUESTIONS], ids=[q[0] for q in schemes.QUESTIONS]
)
def test_roles_of_a_tree(block: str, verb: str, subject: str, clause: str | None, scheme: str) -> None:
    tokens = parsed(block, scheme)
    roles = Roles(tokens, load_forms("de"))
    at = place_of(tokens, verb)
    found = roles.subject_of(at)
    assert found is not None
    assert tokens[found.at].word == subject
    assert found.by in (Basis.PARSE, Basis.COORDINATION)
    governed = roles.content_clause_of(at)
    assert (None if governed is None else " ".join(t.word for t in tokens[governed.begin : governed.end])) == clause


@pytest.mark.parametrize(
    ("block", "verb", "subject"),
    [
        (schemes.DASS, "sagte", "Ministerin"),
        (schemes.VERB_SECOND, "erklärte", "Adler"),
        (schemes.BEHIND, "sagte", "Sprecher"),
        (schemes.SEPARABLE, "teilte", "Amt"),
        (schemes.MODAL, "will", "Berg"),
        (schemes.COPULA, "berichten", "Anwohner"),
        (schemes.LAUT, "sind", "Männer"),
    ],
)
def test_subject_without_a_tree(block: str, verb: str, subject: str) -> None:
    tokens = parsed(block, "none")
    found = Roles(tokens, load_forms("de")).subject_of(place_of(tokens, verb))
    assert found is not None
    assert (tokens[found.at].word, found.by) == (subject, Basis.POSITION)


def test_an_arc_that_the_forms_forbid_is_not_taken() -> None:
    wrong = parsed(
        schemes.VERB_SECOND.replace("4    PIS", "")
        .replace("ihn      PPER   7:obj", "ihn      PPER   7:nsubj")
        .replace("niemand  PIS    7:nsubj", "niemand  PIS    7:obj"),
        "universal",
    )
    found = Roles(wrong, load_forms("de")).subject_of(place_of(wrong, "habe"))
    assert found is not None
    assert wrong[found.at].word == "niemand"
    assert found.by is Basis.POSITION


def test_phrase_keeps_clauses_out() -> None:
    tokens = parsed(schemes.RELATIVE, "universal")
    assert Roles(tokens, load_forms("de")).phrase_of(place_of(tokens, "Frau")) == (0, 2)


def test_passive_and_its_agent() -> None:
    tokens = parsed(schemes.PASSIVE, "tiger")
    roles = Roles(tokens, load_forms("de"))
    verb = place_of(tokens, "bestätigt")
    agent = roles.agent_of(verb)
    assert roles.is_passive(verb)
    assert agent is not None
    assert tokens[agent.at].word == "Polizei"


_TAGS = ["NN", "NE", "VVFIN", "VAFIN", "ART", "APPR", "PPER", "$,", "ADV", "VVPP", "KON"]


@st.composite
def sentences(draw: st.DrawFn) -> list[Token]:
    size = draw(st.integers(1, 12))
    tokens = []
    for place in range(size):
        head = draw(st.one_of(st.none(), st.integers(-1, size - 1)))
        tag = draw(st.sampled_from(_TAGS))
        word = draw(st.sampled_from(["der", "Adler", "sagte", "dass", "ihn", ","]))
        relation = None if head is None else draw(st.sampled_from(list(Relation)))
        tokens.append(
            Token(Span(place * 8, place * 8 + len(word)), word, word, tag, form=Form(), head=head, relation=relation)
        )
    return tokens


@given(sentences())
def test_no_tree_however_strange_breaks_a_question(tokens: list[Token]) -> None:
    roles = Roles(tokens, load_forms("de"))
    for place in range(len(tokens)):
        subject, clause = roles.subject_of(place), roles.content_clause_of(place)
        begin, end = roles.phrase_of(place)
        assert begin <= place < end
        assert subject is None or 0 <= subject.at < len(tokens)
        assert clause is None or 0 <= clause.begin < clause.end <= len(tokens)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_TAGS),
            st.integers(-2, 12),
            st.sampled_from(["sb", "oc", "nk", "cj", "cd", "mo", "pd", "x"]),
        ),
        min_size=1,
        max_size=10,
    )
)
def test_no_tiger_tree_however_strange_breaks_the_adapter(words: list[tuple[str, int, str]]) -> None:
    heads, relations = from_tiger(
        [w[0] for w in words], ["sein"] * len(words), [w[1] for w in words], [w[2] for w in words]
    )
    assert sum(head < 0 for head in heads) == 1
    assert all(head < len(words) for head in heads)
    assert len(relations) == len(words)
