"""Evidence: what statements are said to rest on, who supplied it and who is said to have checked it.

Who supplied or checked it stands in one of five places, asked in this order: in an attribute before the noun ("ein von
X geolokalisiertes Video"), in a relative clause behind it ("Videos, die X verbreitet"), in a genitive or "von" phrase
("Luftaufnahmen des X"), or in the clause of the noun itself, active ("veröffentlichte X Fotos") or passive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.languages.evidence import EvidenceNoun, EvidenceVocabulary, Support
from quellenlage.model.document import Document, Role
from quellenlage.model.marks import EvidenceMark, Name, SourceKind
from quellenlage.model.tokens import Division, Sentence

_SUPPLIERS = frozenset({SourceKind.BODY, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.UNNAMED, SourceKind.COUNTRY})
_MOST_BETWEEN = 3  # tokens between a noun and the name in its attribute: preposition, article, adjective
_PREPOSITIONS = frozenset({"APPR", "APPRART"})


@dataclass(frozen=True, slots=True)
class _Party:
    """Who did something with the evidence, and the word that says what."""

    name: Name | None
    word: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with its names: `starts` and `ends` give the name that begins or ends at a token."""

    sentence: Sentence
    names: tuple[Name, ...]
    vocabulary: EvidenceVocabulary
    starts: dict[int, Name]
    ends: dict[int, int]

    def word(self, at: int) -> str:
        """The word at `at`, small letters; empty beyond the sentence."""
        return self.sentence.tokens[at].word.lower() if 0 <= at < len(self.sentence.tokens) else ""

    def tag(self, at: int) -> str:
        """The tag at `at`; empty beyond the sentence."""
        return self.sentence.tokens[at].tag if 0 <= at < len(self.sentence.tokens) else ""


def extract_evidence(
    document: Document, division: Division, vocabulary: EvidenceVocabulary, *, names: Sequence[Name]
) -> tuple[EvidenceMark, ...]:
    """The evidence named in a document, in the order of the text; captions describe their own picture and are left out.

    Args:
        names: of the same document.
    """
    del document  # the tokens of `division` carry all that is needed
    found: list[EvidenceMark] = []
    cursor = 0
    for sentence in division.sentences:
        while cursor < len(names) and names[cursor].span.end <= sentence.span.begin:
            cursor += 1
        if sentence.role is not Role.CAPTION and sentence.tokens[0].word not in vocabulary.pointing:
            found.extend(_marks(_scene(sentence, names, cursor, vocabulary)))
    return tuple(found)


def _scene(sentence: Sentence, names: Sequence[Name], cursor: int, vocabulary: EvidenceVocabulary) -> _Scene:
    inside = []
    while cursor < len(names) and names[cursor].span.begin < sentence.span.end:
        inside.append(names[cursor])
        cursor += 1
    begins = {token.span.begin: at for at, token in enumerate(sentence.tokens)}
    closes = {token.span.end: at for at, token in enumerate(sentence.tokens)}
    starts = {begins[name.span.begin]: name for name in inside if name.span.begin in begins}
    ends = {
        closes[name.span.end]: begins[name.span.begin]
        for name in inside
        if name.span.end in closes and name.span.begin in begins
    }
    return _Scene(sentence, tuple(inside), vocabulary, starts, ends)


def _marks(scene: _Scene) -> Iterator[EvidenceMark]:
    behind = 0
    for at, token in enumerate(scene.sentence.tokens):
        if not token.is_noun or at < behind:
            continue
        noun = scene.vocabulary.noun(token.word, token.lemma)
        if noun is None:
            continue
        suppliers, checkers = _parties(scene, at) if noun.support is not Support.PARTY else ([], [])
        if _is_supported(scene, at, noun, suppliers, checkers):
            behind = _inner_end(scene, at)
            yield _mark(scene, at, noun, suppliers, checkers)


def _mark(scene: _Scene, at: int, noun: EvidenceNoun, suppliers: list[_Party], checkers: list[_Party]) -> EvidenceMark:
    supplied = next((party.name for party in suppliers if party.name is not None), None)
    checked = next((party for party in checkers if party.name is not None), checkers[0] if checkers else None)
    return EvidenceMark(
        span=scene.sentence.tokens[at].span,
        kind=noun.kind,
        supplied_by=supplied.span if supplied is not None else None,
        checked_by=checked.name.span if checked is not None and checked.name is not None else None,
        method=checked.word if checked is not None else None,
    )


def _is_supported(scene: _Scene, at: int, noun: EvidenceNoun, suppliers: list[_Party], checkers: list[_Party]) -> bool:
    """Whether enough stands beside the noun to take it for evidence."""
    tokens, vocabulary = scene.sentence.tokens, scene.vocabulary
    if noun.support is Support.NONE:
        return scene.word(at + 1) != ":"  # "Fotos:" opens a list of links
    if noun.support is Support.PARTY:
        name = next((name for name in scene.names if name.span.holds(tokens[at].span)), None)
        return name is not None and name.kind is SourceKind.UNNAMED
    if noun.support is Support.INTERCEPTED:
        return any(_stem(scene, i) in vocabulary.intercepting_participles for i in range(max(0, at - 2), at))
    if suppliers or checkers or _participle_before(scene, at):
        return True
    shown = vocabulary.showing_verbs | vocabulary.supplying_verbs | vocabulary.checking_verbs
    begin, end = _clause_bounds(scene, at)
    if any(_verb(scene, i, end) in shown for i in range(begin, end)):
        return True
    # the clause may go on behind a relative clause: "Bilder, die im Netz kursieren, zeigen …"
    rest = range(end, len(tokens)) if scene.word(end + 1) in vocabulary.relative else range(0)
    return any(tokens[i].tag.startswith("VV") and tokens[i].lemma in shown for i in rest)


def _participle_before(scene: _Scene, at: int) -> bool:
    known = scene.vocabulary.supplying_participles | scene.vocabulary.checking_participles
    return any(_stem(scene, i) in known for i in range(max(0, at - _MOST_BETWEEN), at))


def _inner_end(scene: _Scene, at: int) -> int:
    """Behind a genitive that says what it is a copy or picture of: "Kopie des Fragebogens" is one piece of evidence."""
    if scene.word(at + 1) not in scene.vocabulary.genitive:
        return at + 1
    end = at + 2
    while scene.tag(end) == "ADJA":
        end += 1
    return end + 1


def _parties(scene: _Scene, at: int) -> tuple[list[_Party], list[_Party]]:
    """Who supplied and who checked the evidence at `at`, surest first."""
    suppliers: list[_Party] = []
    checkers: list[_Party] = []
    for part in (_attribute_before, _relative_clause, _attribute_behind, _own_clause):
        for party, supplies in part(scene, at):
            (suppliers if supplies else checkers).append(party)
    return suppliers, checkers


def _stem(scene: _Scene, at: int) -> str:
    """A participle used as adjective, less its ending."""
    token = scene.sentence.tokens[at]
    return token.lemma.lower() if token.tag == "ADJA" else token.word.lower()


def _attribute_before(scene: _Scene, at: int) -> Iterator[tuple[_Party, bool]]:
    """Like "in den Medien verbreitetes und von X geolokalisiertes Video"."""
    end = at
    while end > 0 and scene.tag(end - 1) == "ADJA":
        participle, begin = end - 1, end - 1
        name = None
        if participle - 1 in scene.ends:
            start = scene.ends[participle - 1]
            before = start - 1 if scene.word(start - 1) not in scene.vocabulary.articles else start - 2
            if scene.word(before) in scene.vocabulary.agents:
                name, begin = scene.starts[start], before
        stem = _stem(scene, participle)
        if stem in scene.vocabulary.checking_participles:
            yield _Party(name, stem), False
        elif stem in scene.vocabulary.supplying_participles and name is not None:
            yield _Party(name, stem), True
        joined = scene.tag(begin - 1) in ("KON", "$,") and scene.tag(begin - 2) == "ADJA"
        end = begin - 1 if joined else begin


def _relative_clause(scene: _Scene, at: int) -> Iterator[tuple[_Party, bool]]:
    """Like "ein Video, das X mit Y geteilt hat", "Videos, die von X verbreitet wurden"."""
    comma = next(
        (i for i in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(scene.sentence.tokens))) if scene.word(i) == ","),
        None,
    )
    if comma is None or scene.word(comma + 1) not in scene.vocabulary.relative:
        return
    end = next(
        (i for i in range(comma + 1, len(scene.sentence.tokens)) if _closes_clause(scene, i)),
        len(scene.sentence.tokens),
    )
    yield from _done_in(scene, comma + 2, end)


def _closes_clause(scene: _Scene, at: int) -> bool:
    """Whether a comma behind a verb ends the clause (a comma before it only opens an apposition)."""
    return scene.word(at) == "," and scene.tag(at - 1)[:2] in ("VA", "VV", "VM")


def _attribute_behind(scene: _Scene, at: int) -> Iterator[tuple[_Party, bool]]:
    """Like "Luftaufnahmen des X", "Fotos von X": of a body or medium, not of what is shown."""
    first = at + 1
    if scene.word(first) not in scene.vocabulary.genitive | scene.vocabulary.of:
        return
    for start in range(first + 1, first + 1 + _MOST_BETWEEN):
        name = scene.starts.get(start)
        if name is not None:
            if name.kind in _SUPPLIERS - {SourceKind.COUNTRY}:
                yield _Party(name, ""), True
            return
        if scene.word(start) not in scene.vocabulary.articles:
            return


def _own_clause(scene: _Scene, at: int) -> Iterator[tuple[_Party, bool]]:
    """Like "veröffentlichte X Fotos", "das Video wurde von X geprüft"."""
    begin, end = _clause_bounds(scene, at)
    governed = at - 1
    while scene.tag(governed) in ("ADJA", "ART", "PPOSAT", "CARD", "PIAT", "PDAT"):
        governed -= 1
    if scene.tag(governed) not in _PREPOSITIONS:
        yield from _done_in(scene, begin, end)


def _clause_bounds(scene: _Scene, at: int) -> tuple[int, int]:
    tokens = scene.sentence.tokens
    begin = next((i + 1 for i in range(at, -1, -1) if tokens[i].tag in ("$,", "$.")), 0)
    end = next((i for i in range(at, len(tokens)) if tokens[i].tag in ("$,", "$.")), len(tokens))
    return begin, end


def _done_in(scene: _Scene, begin: int, end: int) -> Iterator[tuple[_Party, bool]]:
    """What the verbs between `begin` and `end` say was done, and by whom."""
    vocabulary, since = scene.vocabulary, begin
    for at in range(begin, end):
        lemma = _verb(scene, at, end)
        supplies, checks = lemma in vocabulary.supplying_verbs, lemma in vocabulary.checking_verbs
        if not (supplies or checks):
            continue
        if checks and any(scene.word(i) in vocabulary.negations for i in range(begin, end)):
            continue  # "konnte nicht überprüft werden"
        token = scene.sentence.tokens[at]
        passive = token.tag == "VVPP" and any(t.lemma in vocabulary.passive for t in scene.sentence.tokens[begin:end])
        name = _agent(scene, since, at) if passive else _subject(scene, begin, end)
        since = at
        if name is not None or checks:
            yield _Party(name, token.word.lower()), supplies


def _verb(scene: _Scene, at: int, end: int) -> str:
    """The base form of the verb at `at`, with the particle it left at the end of its clause; empty for other words."""
    token = scene.sentence.tokens[at]
    if not token.tag.startswith("VV"):
        return ""
    particle = scene.sentence.tokens[end - 1]
    return f"{particle.word.lower()}{token.lemma}" if particle.tag == "PTKVZ" and token.is_finite else token.lemma


def _agent(scene: _Scene, begin: int, end: int) -> Name | None:
    """Who is named with "von" or "durch" in the passive."""
    for at in range(begin, end):
        if at in scene.starts and _before(scene, at) in scene.vocabulary.agents:
            return scene.starts[at]
    return None


def _subject(scene: _Scene, begin: int, end: int) -> Name | None:
    """The first name in the clause that no preposition governs and that is no genitive of another noun."""
    for at in range(begin, end):
        name = scene.starts.get(at)
        if name is None or (name.kind not in _SUPPLIERS and name.kind is not SourceKind.PERSON):
            continue
        before = at - 1 if scene.word(at - 1) not in scene.vocabulary.articles else at - 2
        is_genitive = scene.word(at - 1) in scene.vocabulary.genitive and scene.tag(before) in ("NN", "NE")
        if scene.tag(before) not in _PREPOSITIONS and not is_genitive:
            return name
    return None


def _before(scene: _Scene, at: int) -> str:
    """The word before a name, its article skipped."""
    return scene.word(at - 1) if scene.word(at - 1) not in scene.vocabulary.articles else scene.word(at - 2)
