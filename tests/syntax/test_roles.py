"""The role questions give the same answers over trees of all schemes, and answer from forms where there is no tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages.forms import FormVocabulary, load_forms
from quellenlage.model.span import Span
from quellenlage.model.syntax import Form, Relation
from quellenlage.model.tokens import Subjunctive, Token
from quellenlage.syntax.clear import from_clear
from quellenlage.syntax.roles import Basis, Clause, Frame, Reason, Refusal, Role, Roles
from quellenlage.syntax.tiger import from_tiger
from quellenlage.syntax.universal import from_universal
from tests.syntax import schemes

_LEMMAS = {
    "sei": "sein",
    "ist": "sein",
    "sind": "sein",
    "is": "be",
    "was": "be",
    "wurde": "werden",
    "werden": "werden",
    "hat": "haben",
    "habe": "haben",
    "worden": "werden",
}
_SUBJUNCTIVE = frozenset({"sei", "habe", "gebe"})
_OF_NOUNS = Frame(cases=frozenset({"gen"}), prepositions=frozenset({"von", "of"}))
_ENGLISH = FormVocabulary()


def parsed(block: str, scheme: str) -> list[Token]:
    rows = [line.split() for line in block.strip().splitlines()]
    words, tags = [row[0] for row in rows], [row[1] for row in rows]
    arcs = [row[2 if scheme in ("universal", "none") else 3].split(":", 1) for row in rows]
    lemmas = [_LEMMAS.get(word, word) for word in words]
    places, labels = [int(head) - 1 for head, _ in arcs], [label for _, label in arcs]
    heads: list[int | None]
    relations: list[Relation | None]
    if scheme == "tiger":
        heads, relations = (list(part) for part in from_tiger(tags, lemmas, places, labels))
    elif scheme == "clear":
        nouns = [tag in ("NN", "NE") for tag in tags]
        heads, relations = (list(part) for part in from_clear(lemmas, places, labels, nouns=nouns))
    elif scheme == "universal":
        heads, relations = (list(part) for part in from_universal(places, labels))
    else:
        heads, relations = [None] * len(rows), [None] * len(rows)
    tokens, begin = [], 0
    for word, tag, lemma, head, relation in zip(words, tags, lemmas, heads, relations, strict=True):
        span = Span(begin, begin + len(word))
        begin += len(word) + 1
        tokens.append(
            Token(
                span,
                word,
                lemma,
                tag,
                subjunctive=Subjunctive.FIRST if word in _SUBJUNCTIVE else None,
                head=head,
                relation=relation,
            )
        )
    return tokens


def place_of(tokens: list[Token], word: str) -> int:
    return [token.word for token in tokens].index(word)


def answer(tokens: list[Token], roles: Roles, question: str, word: str) -> str | None:
    at = place_of(tokens, word)
    if question == "passive":
        return "passive" if roles.is_passive(at) else None
    if question == "mood":
        return roles.mood_of(at)
    if question == "conditional":
        return "conditional" if roles.is_conditional(at) else None
    if question == "conjuncts":
        return " ".join(tokens[role.at].word for role in roles.conjuncts_of(at)) or None
    if question == "phrase":
        begin, end = roles.phrase_of(at)
        return " ".join(token.word for token in tokens[begin:end])
    ask = {
        "subject": roles.subject_of,
        "object": roles.object_of,
        "agent": roles.agent_of,
        "negation": roles.negation_of,
        "modal": roles.modal_of,
        "governing verb": roles.governing_verb,
        "content": roles.content_clause_of,
        "clause": roles.clause_of,
        "speaker": lambda cue: roles.speaker_of(cue, _OF_NOUNS),
    }
    found: Role | Clause | None = ask[question](at)  # type: ignore[operator]
    if isinstance(found, Clause):
        return " ".join(tokens[i].word for begin, end in found.parts for i in range(begin, end))
    return None if found is None else tokens[found.at].word


def _ids(questions: list[tuple[str, str, str, str | None]]) -> list[str]:
    return [" ".join(question[:3]) for question in questions]


@pytest.mark.parametrize("scheme", ["universal", "tiger"])
@pytest.mark.parametrize(("block", "question", "word", "wanted"), schemes.QUESTIONS, ids=_ids(schemes.QUESTIONS))
def test_german_roles_are_the_same_in_all_schemes(
    block: str, question: str, word: str, wanted: str | None, scheme: str
) -> None:
    tokens = parsed(getattr(schemes, block), scheme)
    assert answer(tokens, Roles(tokens, load_forms("de")), question, word) == wanted


@pytest.mark.parametrize("scheme", ["universal", "clear"])
@pytest.mark.parametrize(("block", "question", "word", "wanted"), schemes.ENGLISH, ids=_ids(schemes.ENGLISH))
def test_english_roles_are_the_same_in_all_schemes(
    block: str, question: str, word: str, wanted: str | None, scheme: str
) -> None:
    tokens = parsed(getattr(schemes, block), scheme)
    assert answer(tokens, Roles(tokens, _ENGLISH), question, word) == wanted


# what needs a tree: an apposition without comma, the one who hangs on a participle
_NEEDS_TREE = {("APPOSITION", "object"), ("COORDINATED", "conjuncts"), ("BOTH", "phrase")}
_WITHOUT = [q for q in schemes.QUESTIONS if (q[0], q[1]) not in _NEEDS_TREE]


@pytest.mark.parametrize(("block", "question", "word", "wanted"), _WITHOUT, ids=_ids(_WITHOUT))
def test_german_roles_without_a_tree(block: str, question: str, word: str, wanted: str | None) -> None:
    tokens = parsed(getattr(schemes, block), "none")
    assert answer(tokens, Roles(tokens, load_forms("de")), question, word) == wanted


def role(block: str, scheme: str, word: str) -> Role:
    tokens = parsed(block, scheme)
    found = Roles(tokens, load_forms("de")).subject_of(place_of(tokens, word))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("block", "scheme", "word", "by", "reason"),
    [
        (schemes.DASS, "tiger", "sagte", Basis.PARSE, Reason.ARC),
        (schemes.DASS, "none", "sagte", Basis.AGREEMENT, Reason.ONLY_NOMINAL),
        (schemes.COORDINATED, "universal", "bestritt", Basis.COORDINATION, Reason.SHARED_SUBJECT),
        (schemes.VERB_SECOND, "none", "habe", Basis.AGREEMENT, Reason.ONLY_NOMINAL),
        (schemes.RELATIVE, "none", "sah", Basis.FIELD, Reason.CLAUSE_OPENER),
    ],
)
def test_an_answer_says_what_it_rests_on(block: str, scheme: str, word: str, by: Basis, reason: Reason) -> None:
    found = role(block, scheme, word)
    assert (found.by, found.reason, found.refused) == (by, reason, None)


# an arc that names a wrong subject: block, what is changed in it, verb, right subject, why the arc was refused
_WRONG_ARCS = [
    (schemes.VERB_SECOND, {"7:nsubj  5": "7:obj  5", "7:obj    7": "7:nsubj  7"}, "habe", "niemand", Refusal.CASE),
    (schemes.PASSIVE, {"7:nsubj:pass": "7:obl", "7:obl:agent": "7:nsubj:pass"}, "wurde", "Unfall", Refusal.PREPOSITION),
    (schemes.DASS, {"3:nsubj": "2:dep", "8:nsubj": "3:nsubj"}, "sagte", "Ministerin", Refusal.OTHER_CLAUSE),
    (schemes.BEHIND, {"4:nsubj": "6:nsubj", "6:nsubj  6": "6:obj  6"}, "sagte", "Sprecher", Refusal.OTHER_QUOTATION),
    (schemes.BOTH, {"4:nsubj": "4:obj", "4:obj    4": "4:nsubj  4"}, "zahlen", "Bund", Refusal.CASE),
    (schemes.LAUT, {"6:obl": "6:nsubj", "6:nsubj  3": "6:obj  3"}, "geflohen", "Männer", Refusal.PREPOSITION),
]


@pytest.mark.parametrize(("block", "changes", "verb", "subject", "refused"), _WRONG_ARCS)
def test_an_arc_that_the_forms_forbid_is_not_taken(
    block: str, changes: dict[str, str], verb: str, subject: str, refused: Refusal
) -> None:
    for old, new in changes.items():
        assert old in block
        block = block.replace(old, new, 1)
    tokens = parsed(block, "universal")
    found = Roles(tokens, load_forms("de")).subject_of(place_of(tokens, verb))
    assert found is not None
    assert (tokens[found.at].word, found.refused) == (subject, refused)
    assert found.by is not Basis.PARSE


def test_two_joined_arcs_in_one_verb_agree_in_the_plural() -> None:
    assert role(schemes.BOTH, "none", "zahlen") == Role(0, Basis.AGREEMENT, Reason.ONLY_NOMINAL)


def plain(text: str) -> list[Token]:
    """Tokens of `word/TAG` pairs without a parse; a `!` behind the tag marks the Konjunktiv."""
    tokens, begin = [], 0
    for pair in text.split():
        word, _, tag = pair.rpartition("/")
        tokens.append(
            Token(
                Span(begin, begin + len(word)),
                word,
                word,
                tag.rstrip("!"),
                subjunctive=Subjunctive.FIRST if tag.endswith("!") else None,
            )
        )
        begin += len(word) + 1
    return tokens


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Das/PDS sagen/VVFIN die/ART Leute/NN hier/ADV ./$.", "sagen", "Leute"),
        ("Das/PDS habe/VAFIN ich/PPER nie/ADV gesagt/VVPP ./$.", "habe", "ich"),
        ("Den/ART Brief/NN schrieb/VVFIN die/ART Frau/NN ./$.", "schrieb", "Frau"),
        ("Bis/APPR zu/APPR 20/CARD Boote/NN sanken/VVFIN ./$.", "sanken", "Boote"),
        ("Montag/NN schwieg/VVFIN der/ART Chef/NN ./$.", "schwieg", "Chef"),
        ("Als/KOUS Chef/NN spricht/VVFIN heute/ADV Lenz/NE ./$.", "spricht", "Lenz"),
        ("Meine/PPOSAT Damen/NN ,/$, die/ART Lage/NN droht/VVFIN ./$.", "droht", "Lage"),
        ("Der/ART Chef/NN –/$( er/PPER war/VAFIN krank/ADJD –/$( schwieg/VVFIN ./$.", "schwieg", "Chef"),
        ("Der/ART Chef/NN –/$( er/PPER war/VAFIN krank/ADJD –/$( schwieg/VVFIN ./$.", "war", "er"),
        ("weil/KOUS ,/$, so/ADV Lenz/NE ,/$, die/ART Leute/NN fehlen/VVINF ./$.", "fehlen", "Leute"),
        ("Ein/ART Boot/NN sank/VVFIN und/KON riss/VVFIN Leute/NN mit/PTKVZ ./$.", "riss", "Boot"),
        ("Es/PPER heißt/VVFIN ,/$, er/PPER komme/VVFIN! ./$.", "heißt", None),
        ("Es/PPER wurde/VAFIN gesagt/VVPP ,/$, er/PPER komme/VVFIN! ./$.", "gesagt", None),
    ],
)
def test_subject_by_forms_and_fields(text: str, verb: str, subject: str | None) -> None:
    tokens = plain(text)
    found = Roles(tokens, load_forms("de")).subject_of(place_of(tokens, verb))
    assert (None if found is None else tokens[found.at].word) == subject


@pytest.mark.parametrize(
    ("text", "verb", "content", "reason"),
    [
        ("Lenz/NE sagte/VVFIN :/$. Nichts/PIS drängt/VVFIN ./$.", "sagte", "Nichts drängt", Reason.COLON),
        ("Lenz/NE sagte/VVFIN :/$. Kein/PIAT Wort/NN ./$.", "sagte", "Kein Wort", Reason.COLON),
        ("„/$( Kein/PIAT Wort/NN “/$( ,/$, sagte/VVFIN Lenz/NE ./$.", "sagte", "Kein Wort", Reason.QUOTATION),
        ("Dass/KOUS er/PPER komme/VVFIN! ,/$, sagte/VVFIN Lenz/NE ./$.", "sagte", "Dass er komme", Reason.SUBORDINATE),
        (
            "Lenz/NE sagte/VVFIN ,/$, er/PPER komme/VVFIN! ,/$, und/KON er/PPER ging/VVFIN ./$.",
            "sagte",
            "er komme",
            Reason.VERB_SECOND,
        ),
        (
            "Lenz/NE ,/$, der/PRELS sagte/VVFIN ,/$, er/PPER komme/VVFIN! ,/$, ging/VVFIN ./$.",
            "sagte",
            "er komme",
            Reason.VERB_SECOND,
        ),
        (
            "Als/KOUS er/PPER sagte/VVFIN ,/$, es/PPER sei/VAFIN! da/ADV ,/$, lachte/VVFIN Lenz/NE ./$.",
            "sagte",
            "es sei da",
            Reason.VERB_SECOND,
        ),
        (
            "Lenz/NE drohte/VVFIN ,/$, das/ART Haus/NN anzuzünden/VVPP ./$.",
            "drohte",
            "das Haus anzuzünden",
            Reason.INFINITIVE,
        ),
        ("Der/ART Bund/NN zahlt/VVFIN ,/$, das/ART Land/NN schweigt/VVFIN ./$.", "zahlt", None, None),
        ("Wie/KOUS Lenz/NE sagte/VVFIN ,/$, kam/VVFIN niemand/PIS ./$.", "sagte", None, None),
        ("Das/ART Blatt/NN „/$( Bote/NN “/$( schwieg/VVFIN ./$.", "schwieg", None, None),
    ],
)
def test_content_by_signs_and_mood(text: str, verb: str, content: str | None, reason: Reason | None) -> None:
    tokens = plain(text)
    found = Roles(tokens, load_forms("de")).content_clause_of(place_of(tokens, verb))
    words = None if found is None else " ".join(tokens[i].word for b, e in found.parts for i in range(b, e))
    assert (words, None if found is None else found.reason) == (content, reason)


def test_the_frame_of_a_cue_finds_a_speaker_with_a_preposition() -> None:
    tokens = plain("Aus/APPR dem/ART Rathaus/NN heißt/VVFIN es/PPER ,/$, er/PPER komme/VVFIN! ./$.")
    found = Roles(tokens, load_forms("de")).speaker_of(3, Frame(prepositions=frozenset({"aus"})))
    assert found == Role(2, Basis.CUE_FRAME, Reason.FRAME_PREPOSITION)


def test_a_phrase_takes_its_relative_clause_in_where_asked() -> None:
    tokens = parsed(schemes.RELATIVE, "universal")
    roles = Roles(tokens, load_forms("de"))
    assert roles.phrase_of(1) == (0, 2)
    assert roles.phrase_of(1, relative_clauses=True) == (0, 6)


def test_a_negated_part_negates_no_clause() -> None:
    tokens = plain("Er/PPER kam/VVFIN nicht/PTKNEG heute/ADV ,/$, sondern/KON gestern/ADV ./$.")
    assert Roles(tokens, load_forms("de")).negation_of(1) is None


def test_a_future_perfect_is_no_passive() -> None:
    tokens = plain("Er/PPER wird/VAFIN es/PPER gesagt/VVPP haben/VAINF ./$.")
    assert not Roles(tokens, load_forms("de")).is_passive(1)


_TAGS = [
    "NN",
    "NE",
    "VVFIN",
    "VAFIN",
    "VVINF",
    "ART",
    "APPR",
    "PPER",
    "PRELS",
    "$,",
    "$(",
    "$.",
    "ADV",
    "VVPP",
    "KON",
    "KOUS",
    "PTKZU",
]
_WORDS = ["der", "Adler", "sagte", "dass", "ihn", ",", "„", "“", "–", ":", "als", "nicht"]


@st.composite
def sentences(draw: st.DrawFn) -> list[Token]:
    size = draw(st.integers(1, 14))
    tokens = []
    for place in range(size):
        head = draw(st.one_of(st.none(), st.integers(-2, size + 1)))
        tag = draw(st.sampled_from(_TAGS))
        word = draw(st.sampled_from(_WORDS))
        relation = None if head is None else draw(st.sampled_from(list(Relation)))
        tokens.append(
            Token(Span(place * 8, place * 8 + len(word)), word, word, tag, form=Form(), head=head, relation=relation)
        )
    return tokens


@given(sentences(), st.booleans())
def test_no_tree_however_strange_breaks_a_question(tokens: list[Token], german: bool) -> None:
    roles = Roles(tokens, load_forms("de") if german else _ENGLISH)
    frame = Frame(frozenset({"nom", "gen"}), frozenset({"von"}))
    for place in range(len(tokens)):
        asked = [
            roles.subject_of(place),
            roles.object_of(place),
            roles.agent_of(place),
            roles.negation_of(place),
            roles.governing_verb(place),
            roles.speaker_of(place, frame),
            *roles.conjuncts_of(place),
        ]
        assert all(found is None or 0 <= found.at < len(tokens) for found in asked)
        assert isinstance(roles.is_passive(place), bool)
        for relative in (False, True):
            begin, end = roles.phrase_of(place, relative_clauses=relative)
            assert 0 <= begin <= place < end <= len(tokens)
        own, content = roles.clause_of(place), roles.content_clause_of(place)
        for clause in (own, content):
            if clause is not None:
                assert 0 <= clause.begin < clause.end <= len(tokens)
                assert (clause.parts[0][0], clause.parts[-1][1]) == (clause.begin, clause.end)
                assert all(one[1] <= other[0] for one, other in zip(clause.parts, clause.parts[1:], strict=False))
        if own is not None and not tokens[place].is_sign:
            assert any(begin <= place < end for begin, end in own.parts)
