"""Attribution by a phrase instead of a verb: "laut X", "X zufolge", "nach Angaben von X", "…, so X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.model.span import Span, trimmed
from quellenlage.model.statement import Form, Stance
from quellenlage.steps.interpret.analysis import Analysis, Words
from quellenlage.steps.interpret.clauses import Clause
from quellenlage.steps.interpret.phrases import Phrase
from quellenlage.steps.interpret.utterance import Utterance


def phrase_utterances(analysis: Analysis, words: Words, text: str) -> Iterator[Utterance]:
    """Statements of one sentence that a prepositional phrase attributes; the rest of the sentence is what is said."""
    for phrase in analysis.phrases:
        if phrase.first in analysis.masked:
            continue
        cue = _attributing(analysis, phrase, words)
        if cue is None:
            continue
        begin, end = min(cue, phrase.first), max(cue + 1, phrase.end)
        end, relays = _relative(analysis, end, words)
        quote = _rest(analysis, begin, end, _reach(analysis, phrase.first), text)
        if quote:
            speaker = analysis.span(phrase.first, phrase.end)
            yield attributed(analysis, quote, speaker, cue, relays, "attributing_phrase")


def so_utterances(analysis: Analysis, words: Words, text: str) -> Iterator[Utterance]:
    """Phrases such as "…, so X": the sentence before the particle is what is said."""
    for clause in analysis.clauses:
        opening = clause.first
        if (
            analysis.tokens[opening].word not in words.cues.so
            or opening in analysis.masked
            or clause.finite is not None
        ):
            continue
        phrases = [p for p in analysis.phrases if p.first == opening + 1 and p.end <= clause.end]
        if not phrases or not opening:
            continue
        quote = rest_of_sentence(analysis, opening, phrases[0].end, text)
        if quote:
            speaker = analysis.span(phrases[0].first, phrases[0].end)
            yield attributed(analysis, quote, speaker, opening, (), "so_phrase")


def inner_bases(analysis: Analysis, quote: tuple[Span, ...], words: Words) -> tuple[Span, ...]:
    """Whose word a statement names inside its quote ("…, dass laut Y …") or beside it ("unter Berufung auf Y")."""
    bases = []
    for phrase in analysis.phrases:
        if phrase.first in analysis.masked:
            continue
        span = analysis.span(phrase.first, phrase.end)
        cue = _attributing(analysis, phrase, words)
        within = any(piece.holds(span) for piece in quote)
        if (cue is not None and within) or _is_cited(analysis, phrase, words):
            bases.append(span)
    return tuple(bases)


def _is_cited(analysis: Analysis, phrase: Phrase, words: Words) -> bool:
    """Whether "unter Berufung auf" or the like stands before the phrase."""
    at = phrase.preposition
    if at is None or at < _CITING_WORDS or analysis.tokens[at - 1].lemma not in words.cues.citing_nouns:
        return False
    return analysis.tokens[at - 2].word.lower() in words.cues.citing_prepositions


def _attributing(analysis: Analysis, phrase: Phrase, words: Words) -> int | None:
    """Index of the word before or behind the phrase that attributes ("laut", "zufolge")."""
    before = _before(analysis, phrase, words)
    return before if before is not None else _behind(analysis, phrase, words)


def _before(analysis: Analysis, phrase: Phrase, words: Words) -> int | None:
    """Index of a preposition before the phrase that attributes."""
    at = phrase.preposition if phrase.preposition is not None else phrase.first - 1
    if at < 0:
        return None
    word = analysis.tokens[at].word
    noun = analysis.tokens[phrase.core_end - 1].lemma
    if noun in words.cues.rule_nouns:
        return None
    if word in words.cues.prepositions:
        return at
    if word in words.cues.leading_prepositions and _holds_word(analysis, phrase, words):
        views = word.lower() == _FROM
        return at if not views or noun in words.cues.view_nouns else None
    return None


_FROM = "aus"  # "aus Sicht der Kläger"


def _behind(analysis: Analysis, phrase: Phrase, words: Words) -> int | None:
    """Index of "zufolge" behind the phrase."""
    if phrase.end < len(analysis.tokens) and analysis.tokens[phrase.end].word in words.cues.postpositions:
        return phrase.end
    return None


def _holds_word(analysis: Analysis, phrase: Phrase, words: Words) -> bool:
    """Whether the head is a noun for somebody's word ("Angaben", "Militärangaben")."""
    at = phrase.core_end - 1
    while at > phrase.first and analysis.tokens[at].tag == "NE":
        at -= 1  # "nach Angaben Ibrahims"
    lemma = analysis.tokens[at].lemma.lower()
    nouns = {noun.lower() for noun in words.cues.preposition_nouns}
    return lemma in nouns or lemma.endswith(words.cues.compound_nouns)


_CITING_WORDS = 2  # words before the preposition: "unter Berufung"


def _relative(analysis: Analysis, end: int, words: Words) -> tuple[int, tuple[Span, ...]]:
    """A relative clause behind the phrase belongs to it; with a verb of citing it names who passed the word on."""
    tokens = analysis.tokens
    if end >= len(tokens) or tokens[end].word != ",":
        return end, ()
    number = analysis.clause_of(end + 1) if end + 1 < len(tokens) else None
    if number is None:
        return end, ()
    clause = analysis.clauses[number]
    if not clause.subordinate or clause.opener not in words.grammar.relative_pronouns:
        return end, ()
    citing = any(tokens[i].lemma in words.cues.citing_verbs for i in clause.indexes)
    relays = [analysis.span(p.first, p.end) for p in analysis.phrases_in(clause) if p.nominative and not p.pronoun]
    return clause.end, tuple(relays[:1]) if citing else ()


def _reach(analysis: Analysis, at: int) -> tuple[int, int]:
    """The tokens that a phrase at `at` attributes: its main clause with what depends on it, or its relative clause."""
    number = analysis.clause_of(at)
    if number is None:
        return 0, len(analysis.tokens)
    clauses = analysis.clauses
    if (
        clauses[number].subordinate
        and number
        and clauses[number - 1].finite is None
        and _goes_on_behind(clauses, number)
    ):
        return clauses[number].first, clauses[number].end  # a relative clause in the middle of its sentence
    first = last = number
    while first and not _parted(analysis, first):
        first -= 1
    while last + 1 < len(clauses) and not _parted(analysis, last + 1):
        last += 1
    return clauses[first].first, clauses[last].end


def _goes_on_behind(clauses: Sequence[Clause], number: int) -> bool:
    """Whether the clause before a relative clause finds its verb behind it."""
    return number + 1 < len(clauses) and clauses[number + 1].verb_first


def _parted(analysis: Analysis, number: int) -> bool:
    """Whether a clause begins something new: behind a semicolon or colon, or a main clause with all of its own."""
    clause = analysis.clauses[number]
    sign = analysis.tokens[clause.first - 1].word if clause.first else ""
    if sign in _PARTING:
        return True
    if clause.finite is not None and analysis.tokens[clause.finite].subjunctive:
        return False  # "…, ursprünglich sei es länger gewesen" is told on
    whole = clause.finite is not None and not clause.subordinate and not clause.verb_first and not clause.joined
    before = any(c.finite is not None and not c.subordinate for c in analysis.clauses[:number])
    return whole and before


_PARTING = frozenset({";", ":"})


def rest_of_sentence(analysis: Analysis, begin: int, end: int, text: str) -> tuple[Span, ...]:
    """The sentence less the tokens `begin` to `end` and the signs around them."""
    return _rest(analysis, begin, end, (0, len(analysis.tokens)), text)


def _rest(analysis: Analysis, begin: int, end: int, within: tuple[int, int], text: str) -> tuple[Span, ...]:
    tokens = analysis.tokens
    pieces = []
    for first, last in ((within[0], begin), (end, max(within[1], end))):
        while first < last and tokens[first].is_sign and tokens[first].word not in _OPENING:
            first += 1
        while last > first and tokens[last - 1].is_sign and tokens[last - 1].word not in _CLOSING:
            last -= 1
        if first < last:
            piece = trimmed(text, tokens[first].span.begin, tokens[last - 1].span.end)
            if piece is not None:
                pieces.append(piece)
    return tuple(pieces)


_OPENING, _CLOSING = frozenset('„“"»«('), frozenset('“”"«»)')


def attributed(
    analysis: Analysis, quote: tuple[Span, ...], speaker: Span, cue: int, relays: tuple[Span, ...], rule: str
) -> Utterance:
    """What a word at `cue` that is no verb attributes to a speaker."""
    return Utterance(
        quote=quote,
        speaker=(speaker,),
        cue=(analysis.tokens[cue].span,),
        form=Form.INDIRECT,
        stance=Stance.ASSERTS,
        rule=rule,
        sentence=analysis.number,
        relays=relays,
    )
