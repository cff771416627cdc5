"""The noun phrase behind (or before) a number: modifiers, compounds with a hanging part, extended attributes, pairs."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.languages.numbers import CountedWords
from quellenlage.model.marks import Counted
from quellenlage.steps.extract.figures.line import Line

_ADJECTIVES = frozenset({"ADJA", "PIAT", "PIDAT", "PIS"})
_ADVERBS = frozenset({"ADJD", "ADV", "PTKNEG"})
_BEFORE_ADJECTIVE = _ADVERBS | {"KON", "$,", "VVPP"}
_OPENERS = frozenset("„“”\"»«‚‘'›‹(")
_FOREIGN = frozenset({"NE", "FM", "XY"})
_LONGEST_NAME = 3  # words of a name before the noun that says what it is ("Black Hawk Hubschrauber")
_LONGEST_ATTRIBUTE = 9  # words of an extended attribute ("drei mit Gewehren und Macheten bewaffnete Männer")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with its modifiers.

    Args:
        first, head, end: positions of its first word, of its noun, and behind it.
        counted: the same as a record.
    """

    first: int
    head: int
    end: int
    counted: Counted


def read_noun_phrase(line: Line, at: int, words: CountedWords) -> NounPhrase | None:
    """The noun phrase without article that begins at a position, or None.

    Opening quotation marks are passed over, so are adverbs before adjectives; an attribute that holds a phrase of its
    own is skipped to the adjective that ends it.
    """
    place = at
    while line.word(place) in _OPENERS and not line.is_noun(place):
        place += 1
    first = place
    while not line.is_noun(place):
        step = _modifier(line, place, words)
        if step is None:
            return None
        place = step
    return _with_head(line, first, place, words)


def _modifier(line: Line, at: int, words: CountedWords) -> int | None:
    """The position behind the modifier at `at`, or None where the phrase cannot go on."""
    tag = line.tag(at)
    if tag == "CARD" or line.low(at) in words.quantifiers:
        return None
    if tag in ("APPR", "APPRART"):
        return _behind_attribute(line, at, words)
    goes_on = (
        line.word(at) in _OPENERS
        or _is_adjective(line, at, words)
        or _hangs(line, at)
        or (tag == "KON" and _hangs(line, at - 1))
        or (tag in _FOREIGN and line.word(at)[:1].isupper() and line.word(at + 1)[:1].isupper())
        or (tag in _BEFORE_ADJECTIVE and _adjective_before_noun(line, at + 1))
    )
    return at + 1 if goes_on else None


def _hangs(line: Line, at: int) -> bool:
    """Whether the word is the first part of a compound that goes on behind "und" ("Kampf-")."""
    return line.tag(at) == "TRUNC" or (len(line.word(at)) > 1 and line.word(at).endswith("-"))


def _is_adjective(line: Line, at: int, words: CountedWords) -> bool:
    """Tagged as an adjective; or in the shape of one right before a noun, since participles are often mistagged."""
    word = line.word(at)
    if line.tag(at) in _ADJECTIVES:
        return word[:1].islower() or line.is_noun(at + 1)
    shaped = word[:1].islower() and word.endswith(words.adjective_endings)
    return shaped and line.tag(at) in ("VVPP", "VVFIN", "ADJD", "NN") and line.is_noun(at + 1)


def _adjective_before_noun(line: Line, at: int) -> bool:
    """Whether adjectives and adverbs from `at` on lead to a noun."""
    seen = False
    while (
        line.tag(at) in _ADJECTIVES
        or line.tag(at) in _ADVERBS
        or (line.tag(at) == "KON" and seen)
        or (line.word(at) in _OPENERS and seen)
    ):
        seen = seen or line.tag(at) in _ADJECTIVES
        at += 1
    return seen and line.is_noun(at)


def _behind_attribute(line: Line, at: int, words: CountedWords) -> int | None:
    """Behind a prepositional phrase inside an extended attribute: where the adjective before the head noun stands."""
    if line.tag(at + 1) == "CARD":
        return None
    for place in range(at + 2, min(at + _LONGEST_ATTRIBUTE, len(line.tokens) - 1)):
        if line.tag(place).startswith("$") or line.tokens[place].is_finite:
            return None
        if line.is_noun(place - 1) and _is_adjective(line, place, words) and line.is_noun(place + 1):
            return place
    return None


def _with_head(line: Line, first: int, head: int, words: CountedWords) -> NounPhrase:
    """The phrase whose first noun is `head`, with a gendered ending, a pair, and what belongs to the noun itself."""
    head = _last_noun(line, _behind_hanging(line, head))
    end = _gendered(line, head + 1, words)
    paired = _paired(line, head, end, words)
    lemma = base_form(line, head, words)
    if paired is not None:
        end = paired
    span = line.span(first, end)
    return NounPhrase(first, head, end, Counted(span.of(line.text), span, lemma, _modifiers(line, first, head, words)))


def base_form(line: Line, head: int, words: CountedWords) -> str:
    """The base form of a noun; a tagger writes hyphenated compounds in lower case, so their first parts are kept."""
    word, lemma = line.word(head), line.tokens[head].lemma or line.word(head)
    if "-" not in word:
        return lemma
    first, _, last = word.rpartition("-")
    base = lemma.rpartition("-")[2]
    if last.lower() == base.lower() + words.agent_ending:
        base = last  # "Panzer" behind a hyphen loses its ending to the tagger
    return f"{first}-{base.capitalize() if last[:1].isupper() else base}" if last else word


def _behind_hanging(line: Line, head: int) -> int:
    """As in "Kampf- und Transporthubschrauber": the noun that the hanging part belongs to."""
    if line.word(head).endswith("-") and line.tag(head + 1) == "KON" and line.is_noun(head + 2):
        return head + 2
    return head


def _last_noun(line: Line, head: int) -> int:
    """As in "Schwarz/Weiß-Abbildungen", "Avenger Torpedobomber": the noun that names the kind of thing."""
    while line.word(head + 1) == "/" and line.glued(head + 1) and line.glued(head + 2) and line.is_noun(head + 2):
        head += 2
    last = head
    while line.tag(last) in _FOREIGN and last - head < _LONGEST_NAME:
        last += 1
    return last if line.tag(last) == "NN" else head


def _gendered(line: Line, end: int, words: CountedWords) -> int:
    """As in "Schüler*innen", "Schüler:innen"."""
    signed = line.word(end) in words.gender_signs and line.glued(end) and line.glued(end + 1)
    return end + 2 if signed and line.low(end + 1) in words.gender_endings else end


def _paired(line: Line, head: int, end: int, words: CountedWords) -> int | None:
    """As in "Journalistinnen und Journalisten", "Tote und Verletzte": where the second noun of a pair ends."""
    if line.tag(end) != "KON" or not line.is_noun(end + 1):
        return None
    first, second = line.tokens[head], line.tokens[end + 1]
    if (first.lemma, second.lemma) in words.pairs:
        return end + 2
    for feminine, masculine in ((first, second), (second, first)):
        stem = next((feminine.lemma[: -len(e)] for e in words.feminine_endings if feminine.lemma.endswith(e)), None)
        if stem and len(stem) > 2 and masculine.lemma.startswith(stem[:-1]) and feminine.word != masculine.word:
            return end + 2
    return None


def _modifiers(line: Line, first: int, head: int, words: CountedWords) -> tuple[str, ...]:
    """Base forms of the adjectives that tell which things are meant."""
    lemmas = (token.lemma.lower() for token in line.tokens[first:head] if token.tag == "ADJA" and token.lemma)
    return tuple(lemma for lemma in lemmas if lemma not in words.plain_modifiers)
