"""Noun phrases of a stretch of tokens, with what their words tell of their case.

Without a parse this is a chunker over parts of speech: determiner, adjectives, nouns, then what goes on with the phrase
(a genitive, "von …", an acronym in brackets). It answers the one question the rules ask: can this be the subject?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quellenlage.languages.grammar import GrammarVocabulary
from quellenlage.model.span import Span
from quellenlage.model.tokens import Token

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PIDAT"})
_INNER = frozenset({"ADJA", "CARD", "TRUNC", "NNA"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PPOSS"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_LONGEST_ACRONYM = 8  # characters; a longer word in brackets is a remark, not an acronym


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun as token indexes into its sentence.

    Args:
        first, end: half-open range of tokens, preposition excluded.
        core_end: end of the phrase without what goes on with it.
        head: index of the head noun or pronoun.
        preposition: index of the preposition that governs it, or None.
        nominative: whether its words allow the nominative.
        pronoun: whether it is a pronoun.
    """

    first: int
    end: int
    core_end: int
    head: int
    preposition: int | None
    nominative: bool
    pronoun: bool


def phrases_of(
    tokens: Sequence[Token], grammar: GrammarVocabulary, *, names: Sequence[Span] = (), times: Sequence[Span] = ()
) -> tuple[Phrase, ...]:
    """The noun phrases of `tokens`, in order; they do not overlap.

    Args:
        names: spans of names, in order; a name is never cut, whatever its words are tagged as.
        times: spans of time expressions; what lies in one ("vergangener Woche") is no subject.
    """
    found: list[Phrase] = []
    ends = _name_ends(tokens, names)
    index = 0
    while index < len(tokens):
        phrase = _phrase_at(tokens, index, grammar, ends)
        if phrase is not None and any(time.holds(tokens[phrase.head].span) for time in times):
            # no time has an attribute: "am Mittwoch aus dem Ministerium"
            phrase = replace(phrase, nominative=False, end=phrase.core_end)
        if phrase is None:
            index += 1
        else:
            found.append(phrase)
            index = phrase.end
    return tuple(found)


def span_of(tokens: Sequence[Token], first: int, end: int) -> Span:
    """The span of the tokens `first` to `end`, half-open."""
    return Span(tokens[first].span.begin, tokens[end - 1].span.end)


def _name_ends(tokens: Sequence[Token], names: Sequence[Span]) -> dict[int, int]:
    """Index of the last token of a name by the index of its first."""
    ends: dict[int, int] = {}
    place = 0
    for name in names:
        while place < len(tokens) and tokens[place].span.begin < name.begin:
            place += 1
        last = place
        while last + 1 < len(tokens) and tokens[last + 1].span.end <= name.end:
            last += 1
        if place < len(tokens) and tokens[place].span.begin == name.begin:
            ends[place] = last
    return ends


def _phrase_at(
    tokens: Sequence[Token], index: int, grammar: GrammarVocabulary, names: Mapping[int, int]
) -> Phrase | None:
    preposition = index - 1 if index and _is_preposition(tokens[index - 1], grammar) else None
    if _is_pronoun(tokens[index], grammar) and not _determines(tokens, index, grammar):
        return Phrase(index, index + 1, index + 1, index, preposition, preposition is None, True)
    head = _named_head(tokens, index, names)
    if head is None:
        head = _core_head(tokens, index)
    if head is None:
        return None
    end = _extended(tokens, head + 1, grammar)
    nominative = preposition is None and _allows_nominative(tokens, index, head, grammar)
    return Phrase(index, end, head + 1, head, preposition, nominative, False)


def _is_preposition(token: Token, grammar: GrammarVocabulary) -> bool:
    return token.tag in _PREPOSITIONS or token.word.lower() in grammar.also_prepositions


def _named_head(tokens: Sequence[Token], index: int, names: Mapping[int, int]) -> int | None:
    """Index of the last token of the name that begins here or behind a determiner; None if the noun goes on behind it.

    A single name before a noun is an attribute ("Meiers Besuch"), and the phrase is the noun's.
    """
    first = index + 1 if tokens[index].tag in _DETERMINERS and index + 1 in names else index
    if first not in names:
        return None
    last = names[first]
    goes_on = last + 1 < len(tokens) and tokens[last + 1].tag in ("NN", "ADJA")
    return None if goes_on and first == last else last


def _is_pronoun(token: Token, grammar: GrammarVocabulary) -> bool:
    return token.tag in _PRONOUNS and token.word.lower() in grammar.personal_pronouns


def _determines(tokens: Sequence[Token], index: int, grammar: GrammarVocabulary) -> bool:
    """Whether the pronoun at `index` is really the determiner of a noun that follows at once."""
    if tokens[index].tag == "PPER" and tokens[index].word.lower() in grammar.singular_pronouns:
        return False  # "sagte er Reportern"
    return index + 1 < len(tokens) and (tokens[index + 1].is_noun or tokens[index + 1].tag == "ADJA")


def _core_head(tokens: Sequence[Token], index: int) -> int | None:
    """Index of the head noun of the plain phrase that begins at `index`: determiner, adjectives, nouns."""
    position = index
    if tokens[position].tag in _DETERMINERS or tokens[position].tag in _PRONOUNS:
        position += 1
    opened = position > index
    while position < len(tokens) and _is_inner(tokens, position, opened):
        position += 1
    first_noun = position
    while position < len(tokens) and (tokens[position].is_noun or _joins_names(tokens, position)):
        position += 1
    if position > first_noun:
        return position - 1
    while opened and position - 1 > index and tokens[position - 1].tag in ("ADJD", "ADV"):
        position -= 1  # "des Angestellten [intern immer]"
    return position - 1 if opened and position - 1 > index and _is_nominalised(tokens[position - 1]) else None


def _is_nominalised(token: Token) -> bool:
    """Whether an adjective is written as a noun ("der Angeklagte", "die 39-Jährige")."""
    return token.tag in ("ADJA", "CARD", "TRUNC", "NNA") and token.word.rpartition("-")[2][:1].isupper()


def _is_inner(tokens: Sequence[Token], position: int, opened: bool) -> bool:
    tag = tokens[position].tag
    if tag in _INNER or (opened and tag in ("ADJD", "ADV", "PIAT")):
        return True
    between = tag == "$," or (tag == "KON" and position + 1 < len(tokens))
    return between and position > 0 and tokens[position - 1].tag in ("ADJA", "TRUNC") and _then_inner(tokens, position)


def _then_inner(tokens: Sequence[Token], position: int) -> bool:
    follows = position + 1 < len(tokens) and (tokens[position + 1].tag == "ADJA" or tokens[position + 1].tag == "NN")
    return follows and (tokens[position - 1].tag == "TRUNC" or tokens[position + 1].tag == "ADJA")


def _joins_names(tokens: Sequence[Token], position: int) -> bool:
    """Whether a sign or particle stands inside a name ("von der", quotation marks around a paper's name)."""
    token = tokens[position]
    if not position + 1 < len(tokens) or not tokens[position - 1].is_noun:
        return False
    if token.tag in ("APPR", "ART", "FM") and token.word.islower():
        return tokens[position - 1].tag == "NE" and tokens[position + 1].tag == "NE" and token.tag == "FM"
    return False


def _extended(tokens: Sequence[Token], end: int, grammar: GrammarVocabulary) -> int:
    """How far the phrase goes on: acronym in brackets, quoted name, genitive, attribute with a preposition."""
    while end < len(tokens):
        further = _bracket(tokens, end) or _quoted_name(tokens, end) or _attribute(tokens, end, grammar)
        if further is None:
            return end
        end = further
    return end


def _bracket(tokens: Sequence[Token], end: int) -> int | None:
    """An acronym, age or party in brackets: "(NIS)", "(54)", "(SPD)"."""
    if end + 2 < len(tokens) and tokens[end].word == "(" and tokens[end + 2].word == ")":
        return end + 3 if len(tokens[end + 1].word) <= _LONGEST_ACRONYM else None
    return None


def _quoted_name(tokens: Sequence[Token], end: int) -> int | None:
    """A short name in quotation marks behind a noun ("des Magazins „Blick“")."""
    if tokens[end].word not in '„»“"':
        return None
    for position in range(end + 1, min(end + 5, len(tokens))):
        if tokens[position].word in '“”«"»':
            capital = tokens[end + 1].word[:1].isupper() and position > end + 1
            return position + 1 if capital else None
    return None


def _attribute(tokens: Sequence[Token], end: int, grammar: GrammarVocabulary) -> int | None:
    word, tag = tokens[end].word.lower(), tokens[end].tag
    if word in grammar.ambiguous_genitive and tokens[end - 1].tag == "NE":
        return None  # nobody's name has such a genitive: "laut Rita Holt der Sprecher", "sagte Rita Holt der Agentur"
    if word in grammar.genitive and tag in _DETERMINERS | _PRONOUNS:
        head = _core_head(tokens, end)
    elif tag in _PREPOSITIONS and word in grammar.attribute_prepositions and end + 1 < len(tokens):
        head = _core_head(tokens, end + 1)
    elif tag == "NE" or (tag == "ADJA" and tokens[end].word.endswith("er") and _is_genitive(tokens, end, grammar)):
        head = _core_head(tokens, end)
    else:
        return None
    return None if head is None else head + 1


def _is_genitive(tokens: Sequence[Token], at: int, grammar: GrammarVocabulary) -> bool:
    """Whether an adjective in -er behind a noun owns it: "Meinung politischer Beobachter", "Angaben Berliner Ämter"."""
    word = tokens[at].word
    return word[:1].isupper() or tokens[at - 1].word.lower().endswith(grammar.word_nouns)


def _allows_nominative(tokens: Sequence[Token], first: int, head: int, grammar: GrammarVocabulary) -> bool:
    word = tokens[first].word.lower()
    if word in grammar.not_nominative:
        return False
    if word in grammar.strong_masculine and _weak_adjective(tokens, first + 1, head):
        return False
    bare_adjective = tokens[first].tag == "ADJA" and head > first
    return not (bare_adjective and word.endswith(grammar.oblique_endings))


def _weak_adjective(tokens: Sequence[Token], position: int, head: int) -> bool:
    """Whether an adjective in -en follows: behind "der" it is the dative or genitive ("der englischen Zeitung")."""
    return position < head and tokens[position].tag == "ADJA" and tokens[position].word.endswith("en")
