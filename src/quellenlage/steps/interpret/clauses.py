"""Clauses of a sentence: stretches between commas, dashes, colons and joining conjunctions, each with its verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.languages.grammar import GrammarVocabulary
from quellenlage.model.tokens import Token

_OPENING_BRACKETS, _CLOSING_BRACKETS = frozenset("(["), frozenset(")]")
_LONGEST_INSERT = 4  # tokens between brackets; more are a remark with a life of its own
_BOUNDARY_SIGNS = frozenset({"–", "—", "(", ")", "[", "]", "-"})
_VERB_TAGS = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_OPEN_TAGS = frozenset({"KOUS", "PWAV", "PRELS", "PWS", "PRELAT", "KOUI"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as token indexes into its sentence.

    Args:
        first, end: half-open range of tokens, boundary signs excluded.
        finite: index of its finite verb, or None.
        opener: its first word in lower case.
        subordinate: whether a conjunction or relative pronoun opens it.
        infinitive: whether it is an infinitive with "zu" and has no finite verb.
        joined: whether a conjunction such as "und" joins it to the clause before without a comma.
    """

    first: int
    end: int
    finite: int | None
    opener: str
    subordinate: bool
    infinitive: bool
    joined: bool = False

    @property
    def verb_first(self) -> bool:
        """Whether the finite verb stands first."""
        return self.finite == self.first

    @property
    def indexes(self) -> range:
        """Its token indexes."""
        return range(self.first, self.end)


def clauses_of(
    tokens: Sequence[Token], grammar: GrammarVocabulary, masked: frozenset[int], quoted: frozenset[int] = frozenset()
) -> tuple[Clause, ...]:
    """The clauses of `tokens`, in order.

    Args:
        masked: indexes inside quotations that hold speech; signs and verbs there do not belong to the sentence.
        quoted: indexes inside any quotation; signs and conjunctions there part no clause.
    """
    inserts = _inserts(tokens) | quoted
    cuts = [
        index
        for index in range(len(tokens))
        if _is_boundary(tokens[index]) and index not in masked and index not in inserts
    ]
    clauses: list[Clause] = []
    begin = 0
    for cut in [*cuts, len(tokens)]:
        for first, end, joined in _split_joined(tokens, begin, cut, grammar, masked | quoted):
            clauses.append(_clause(tokens, first, end, joined, grammar, masked))
        begin = cut + 1
    return tuple(clauses)


def _inserts(tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of brackets around an acronym, an age or a party, which do not part the clause they stand in."""
    found: set[int] = set()
    for begin, token in enumerate(tokens):
        if token.word not in _OPENING_BRACKETS:
            continue
        for end in range(begin + 2, min(begin + _LONGEST_INSERT + 2, len(tokens))):
            if tokens[end].word in _CLOSING_BRACKETS:
                if all(inner.tag[:1] != "V" for inner in tokens[begin + 1 : end]):
                    found.update(range(begin, end + 1))
                break
    return frozenset(found)


def _is_boundary(token: Token) -> bool:
    return token.tag in ("$,", "$.") or token.word in _BOUNDARY_SIGNS


def _split_joined(
    tokens: Sequence[Token], begin: int, end: int, grammar: GrammarVocabulary, masked: frozenset[int]
) -> list[tuple[int, int, bool]]:
    """Cut `[begin, end)` at conjunctions with a verb on both sides ("gab an und glaubt")."""
    if begin >= end:
        return []
    pieces: list[tuple[int, int, bool]] = []
    first, joined = begin, False
    for index in range(begin, end):
        if index in masked or tokens[index].word.lower() not in grammar.joins:
            continue
        ends_finite = _has_finite(tokens, index + 1, end, masked) or _participle_is_finite(tokens, first, index, end)
        if _has_verb(tokens, first, index, masked) and ends_finite:
            if index > first:
                pieces.append((first, index, joined))
            first, joined = index + 1, True
    if first < end:
        pieces.append((first, end, joined))
    return pieces


def _has_finite(tokens: Sequence[Token], first: int, end: int, masked: frozenset[int]) -> bool:
    return any(tokens[i].tag in _VERB_TAGS for i in range(first, end) if i not in masked)


def _participle_is_finite(tokens: Sequence[Token], first: int, joint: int, end: int) -> bool:
    """Whether the participle that ends `[joint, end)` is really a finite verb of the same form ("berichtet").

    It is when no auxiliary stands on either side that it could belong to ("wie X mitteilte und Y berichtet").
    """
    last = _last_word(tokens, joint, end)
    if tokens[last].tag != "VVPP":
        return False
    return all(tokens[i].tag[:2] not in ("VA", "VM") for i in range(first, end))


def _has_verb(tokens: Sequence[Token], first: int, end: int, masked: frozenset[int]) -> bool:
    return any(tokens[i].tag[:1] == "V" for i in range(first, end) if i not in masked)


def _clause(
    tokens: Sequence[Token], first: int, end: int, joined: bool, grammar: GrammarVocabulary, masked: frozenset[int]
) -> Clause:
    opener = tokens[first].word.lower()
    finites = [i for i in range(first, end) if tokens[i].tag in _VERB_TAGS and i not in masked]
    subordinate = opener in grammar.subordinate and tokens[first].tag in _OPEN_TAGS | {"KOKOM", "APPR", "ADV"}
    if subordinate and opener in grammar.also_prepositions:
        subordinate = not finites or finites[0] >= _last_word(tokens, first, end) - 1
    if finites and _is_infinitive_with_attribute(tokens, first, end, finites, masked):
        finites = []
    if not subordinate and first and _is_boundary(tokens[first - 1]):
        subordinate = _is_relative(tokens, first, end, finites, grammar)
    finite = (finites[-1] if subordinate else finites[0]) if finites else None
    if finite is None and subordinate:
        finite = _final_infinitive(tokens, first, end, masked)
    if finite is None and not subordinate and _opens_with_present(tokens, first, end, masked):
        finite = first
    infinitive = finite is None and any(
        tokens[i].tag in ("PTKZU", "VVIZU", "VAIZU") for i in range(first, end) if i not in masked
    )
    return Clause(first, end, finite, opener, subordinate, infinitive, joined)


def _opens_with_present(tokens: Sequence[Token], first: int, end: int, masked: frozenset[int]) -> bool:
    """Whether what is tagged as a participle is the verb before its subject ("…, erzählt ein Mann")."""
    token = tokens[first]
    if first in masked or token.tag != "VVPP" or not token.word.endswith("t") or token.word.startswith(_PARTICIPLE):
        return False
    follows = first + 1 < end and tokens[first + 1].tag in ("ART", "NE", "NN", "PPER", "PPOSAT", "PIAT")
    return follows and first > 0 and _is_boundary(tokens[first - 1])


_PARTICIPLE = "ge"  # a participle with this prefix looks like no form of the present


def _last_word(tokens: Sequence[Token], first: int, end: int) -> int:
    while end - 1 > first and tokens[end - 1].is_sign:
        end -= 1
    return end - 1


def _is_infinitive_with_attribute(
    tokens: Sequence[Token], first: int, end: int, finites: list[int], masked: frozenset[int]
) -> bool:
    """Whether an infinitive with "zu" ends the clause and its only "finite verb" is a participle before a noun.

    Taggers take the participle for a preterite ("im Rahmen eines von beiden vereinbarten großen Vertrags … zu helfen").
    """
    last = _last_word(tokens, first, end)
    if last in masked or len(finites) != 1 or finites[0] >= last:
        return False
    closes = tokens[last].tag in ("VVIZU",) or (tokens[last].tag[2:] == "INF" and tokens[last - 1].tag == "PTKZU")
    follower = tokens[finites[0] + 1]
    return closes and tokens[finites[0]].tag == "VVFIN" and (follower.tag == "ADJA" or follower.is_noun)


def _is_relative(tokens: Sequence[Token], first: int, end: int, finites: list[int], grammar: GrammarVocabulary) -> bool:
    """A relative pronoun opens the clause and its finite verb stands last, or nearly so."""
    position = first + 1 if tokens[first].tag in ("APPR", "APPRART") and first + 1 < end else first
    if tokens[position].word.lower() not in grammar.relative_pronouns:
        return False
    return tokens[position].tag in ("PRELS", "PRELAT") or bool(
        finites and finites[-1] >= end - 1 and finites[0] > first + 1
    )


def _final_infinitive(tokens: Sequence[Token], first: int, end: int, masked: frozenset[int]) -> int | None:
    """The present looks like the infinitive or participle; last in a subordinate clause it is the finite verb."""
    last = end - 1
    if last > first and last not in masked and tokens[last].tag in ("VVINF", "VAINF", "VMINF", "VVPP"):
        return last
    return None
