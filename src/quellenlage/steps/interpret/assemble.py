"""From utterances to statements: sources with ids, hedges, figures, times, places, evidence, chain of word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from quellenlage.model.entities import source_id
from quellenlage.model.identity import content_id
from quellenlage.model.marks import EvidenceKind, EvidenceMark, Marks, SourceKind
from quellenlage.model.span import Span, hull
from quellenlage.model.statement import Certainty, Evidence, Form, Source, Statement
from quellenlage.model.tokens import Division, Token
from quellenlage.steps.interpret.analysis import Words
from quellenlage.steps.interpret.resolve import Resolver
from quellenlage.steps.interpret.utterance import Utterance


class _Marked(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What the statements of one document are assembled from."""

    document: str
    text: str
    division: Division
    marks: Marks
    words: Words
    outlet: Source | None
    tokens: tuple[Token, ...] = ()
    begins: tuple[int, ...] = ()

    def tokens_in(self, spans: Sequence[Span]) -> list[Token]:
        """The tokens inside some spans, in the order of the spans."""
        found: list[Token] = []
        for span in spans:
            at = bisect_left(self.begins, span.begin)
            while at < len(self.tokens) and self.tokens[at].span.end <= span.end:
                found.append(self.tokens[at])
                at += 1
        return found


def assemble(utterances: Sequence[Utterance], context: Context, resolver: Resolver) -> tuple[Statement, ...]:
    """One statement for each utterance, in the order of the text."""
    tokens = tuple(token for sentence in context.division.sentences for token in sentence.tokens)
    context = replace(context, tokens=tokens, begins=tuple(token.span.begin for token in tokens))
    statements = [_statement(utterance, context, resolver) for utterance in utterances]
    return tuple(_with_stated_evidence(statements, context, resolver))


def _statement(utterance: Utterance, context: Context, resolver: Resolver) -> Statement:
    source = _source(utterance, context, resolver)
    hedges = _hedges(utterance, context)
    chain = _chain(utterance, source, resolver, context.document)
    source = chain[-1] if chain else source  # in the end it is the word of whom the speaker relies on
    quote = utterance.quote
    traits = traits_of(utterance, source, context, resolver)
    return Statement(
        id=content_id("stm", context.document, [tuple(span) for span in quote], utterance.rule),
        document=context.document,
        quote=quote,
        speaker=utterance.speaker,
        source=source,
        cue=_apart(utterance.cue),
        form=utterance.form,
        stance=utterance.stance,
        certainty=Certainty.HEDGED if hedges else Certainty.PLAIN,
        hedges=hedges,
        chain=chain,
        figures=_inside(context.marks.figures, quote + utterance.about),
        times=_inside(context.marks.times, quote),
        places=_inside(context.marks.places, quote),
        evidence=_with_the_unnamed(
            [_evidence(mark, context, resolver) for mark in _evidence_of(utterance, context)]
            + list(_papers(utterance, context)),
            utterance,
            resolver,
        ),
        confidence=None if utterance.form is Form.OWN else context.words.trust.of(traits),
        traits=traits,
    )


def traits_of(utterance: Utterance, source: str | None, context: Context, resolver: Resolver) -> tuple[str, ...]:
    """In which ways a statement was found; `languages/trust.py` weighs them."""
    words = sum(1 for token in context.tokens_in(utterance.quote) if not token.is_sign)
    traits = [f"rule {utterance.rule}", f"form {utterance.form}", f"speaker {_told_by(utterance, context, resolver)}"]
    traits += ["no source"] if source is None else []
    traits += ["carried"] if utterance.carried else []
    traits += ["passed on"] if utterance.relays or utterance.bases else []
    traits += ["short"] if words < _FEW_WORDS else ["long"] if words > _MANY_WORDS else []
    traits += ["in pieces"] if len(utterance.quote) > 1 else []
    traits += ["by its place alone"] if utterance.by_frame else []
    return tuple(traits)


_FEW_WORDS, _MANY_WORDS = 5, 30  # of a quote


def _told_by(utterance: Utterance, context: Context, resolver: Resolver) -> str:
    """How the speaker's words lead to a source: by a name in them, a pronoun, a noun taken up, or not."""
    if not utterance.speaker:
        return "nobody"
    span = utterance.speaker[0]
    word = span.of(context.text).lower()
    if word in context.words.grammar.personal_pronouns:
        return "pronoun"
    name = resolver.denoted(span)
    if name is None:
        return "unknown"
    if name.kind is SourceKind.UNNAMED:
        return "nameless"
    return "named" if name.span.touches(span) and name in context.marks.names else "taken up"


def _with_the_unnamed(found: list[Evidence], utterance: Utterance, resolver: Resolver) -> tuple[Evidence, ...]:
    """Where whose word it is has no name, the statement rests on an unnamed person."""
    if utterance.form is not Form.OWN and utterance.speaker:
        span = (*utterance.bases, *utterance.speaker)[0]
        name = resolver.denoted(span)
        told = name is not None and resolver.is_nameless_person(name)
        if told and all(item.kind is not EvidenceKind.UNNAMED_PERSON for item in found):
            found = [*found, Evidence(EvidenceKind.UNNAMED_PERSON, span, None, None, None)]
    return tuple(dict.fromkeys(found))


def _papers(utterance: Utterance, context: Context) -> Iterator[Evidence]:
    """Papers that a statement goes back to, in its frame ("aus dem Vermerk geht hervor") or in what is told.

    What is told must name a report ("in einem Bericht stehe, …"); other papers are there what it is about.
    """
    grammar, cues = context.words.grammar, context.words.cues
    tokens = context.division.sentences[utterance.sentence].tokens
    for at, token in enumerate(tokens):
        lemma = token.lemma.lower()
        if not token.is_noun or not (
            lemma.endswith(grammar.papers) or lemma.rstrip(grammar.noun_endings).endswith(grammar.papers)
        ):
            continue  # the base form of a rare compound keeps the plural ("Chatprotokollen")
        inside = any(piece.holds(token.span) for piece in utterance.quote)
        if inside and (utterance.form is Form.DIRECT or not lemma.endswith(grammar.reports)):
            continue
        before = {tokens[i].word.lower() for i in range(max(0, at - _PAPER_REACH), at)}
        behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if before & grammar.paper_prepositions or behind in cues.postpositions:
            yield Evidence(EvidenceKind.DOCUMENT, token.span, None, None, None)


_PAPER_REACH = 3  # tokens between the preposition and the noun: article, adjectives


def _source(utterance: Utterance, context: Context, resolver: Resolver) -> str | None:
    """Id of the source: the outlet for its own voice, else whom the speaker's words denote."""
    if utterance.form is Form.OWN:
        return context.outlet.id if context.outlet is not None else None
    if not utterance.speaker:
        # "…, hieß es": whoever spoke just before goes on
        near = utterance.sentence - resolver.last_sentence <= _REACH if resolver.last_speaker is not None else False
        last = resolver.last_speaker if utterance.nobody and near and _is_said(utterance, context) else None
        return source_id(context.document, last.key) if last is not None else None
    own = context.outlet is not None and utterance.form is not Form.DIRECT and not utterance.carried
    if own and utterance.speaker[0].of(context.text).lower() in context.words.grammar.first_person:
        return context.outlet.id if context.outlet is not None else None  # "Wir fordern …" in a body's own release
    name = resolver.denoted(utterance.speaker[0])
    resolver.spoke(name, utterance.sentence)
    return source_id(context.document, name.key) if name is not None else None


_REACH = 2  # sentences back in which somebody must have spoken to be meant by "hieß es"


def _is_said(utterance: Utterance, context: Context) -> bool:
    """Whether the cue is "hieß es": others, such as "wird angenommen", are nobody's in particular."""
    words = context.words.cues.impersonal_frames
    tokens = context.division.sentences[utterance.sentence].tokens
    return any(t.lemma in words for t in tokens if any(span.holds(t.span) for span in utterance.cue))


def _chain(utterance: Utterance, source: str | None, resolver: Resolver, document: str) -> tuple[str, ...]:
    """Ids from the one nearest the outlet to whose word it is; each once."""
    if utterance.form is Form.OWN:
        return ()
    relays = [resolver.denoted(span) for span in utterance.relays]
    bases = [resolver.denoted(span) for span in utterance.bases]
    ids = [source_id(document, name.key) for name in relays if name is not None]
    ids += [source] if source is not None else []
    ids += [source_id(document, name.key) for name in bases if name is not None]
    return tuple(dict.fromkeys(ids))


def _apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def _hedges(utterance: Utterance, context: Context) -> tuple[Span, ...]:
    """Hedging words inside the quote, and the cue if it hedges itself."""
    words = context.words
    found = _cue_words(utterance.cue) if utterance.cue_hedges and utterance.cue else set()
    inside = context.tokens_in(utterance.quote)
    for place, token in enumerate(inside):
        word = token.word.lower()
        hearsay = word in words.hedges.hearsay and token.is_finite and utterance.form is not Form.DIRECT
        if hearsay and _tells_what_is_heard(inside, place):
            found.add(token.span)
        elif word in words.hedges.adverbs | words.hedges.modals | words.hedges.verbs:
            behind = (other.word.lower() for other in _rest_of_clause(inside, place))
            allowed = word in words.hedges.permitting and not words.cues.negations.isdisjoint(behind)
            found.update(() if allowed else (token.span,))
        found.update(_phrase_hedge(inside, place, words))
    return tuple(sorted(found))


def _rest_of_clause(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """The tokens behind one, up to the next sign."""
    end = next((i for i in range(place + 1, len(tokens)) if tokens[i].tag[:1] == "$"), len(tokens))
    return tokens[place + 1 : end]


def _tells_what_is_heard(tokens: Sequence[Token], place: int) -> bool:
    """Whether "soll" tells what others say ("soll geliefert haben"), no plan or duty ("soll 2027 öffnen")."""
    behind = _rest_of_clause(tokens, place)
    closes = behind[-1:] if behind else tokens[max(0, place - 1) : place]  # "…, der geliefert haben soll"
    return any(token.tag == "VAINF" or token.lemma == "sein" for token in closes)


def _cue_words(cue: tuple[Span, ...]) -> set[Span]:
    """A hedging cue as one stretch ("geht davon aus") where its words stand near each other."""
    whole = hull(cue)
    return {whole} if whole.length <= _LONGEST_CUE else set(cue)


_LONGEST_CUE = 40  # code points; beyond it half the sentence would be marked as a hedge


def _phrase_hedge(tokens: Sequence[Token], place: int, words: Words) -> Iterator[Span]:
    for phrase in words.hedges.phrases:
        piece = tokens[place : place + len(phrase)]
        if tuple(token.word.lower() for token in piece) == phrase:
            yield Span(piece[0].span.begin, piece[-1].span.end)


def _inside(marks: Sequence[_Marked], quote: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(mark.id for mark in marks if any(piece.holds(mark.span) for piece in quote))


def _evidence_of(utterance: Utterance, context: Context) -> list[EvidenceMark]:
    """Evidence named inside the quote or in the frame around it."""
    sentence = context.division.sentences[utterance.sentence].span
    return [
        mark
        for mark in context.marks.evidence
        if sentence.holds(mark.span) or any(piece.holds(mark.span) for piece in utterance.quote)
    ]


def _evidence(mark: EvidenceMark, context: Context, resolver: Resolver) -> Evidence:
    def party(span: Span | None) -> str | None:
        name = resolver.denoted(span) if span is not None else None
        return source_id(context.document, name.key) if name is not None else None

    return Evidence(mark.kind, mark.span, party(mark.supplied_by), party(mark.checked_by), mark.method)


def _with_stated_evidence(statements: list[Statement], context: Context, resolver: Resolver) -> Iterator[Statement]:
    """Like "X stützt seine Informationen auf Satellitenbilder": the evidence of all that X says in this document."""
    stated: dict[str, list[Evidence]] = {}
    for sentence in context.division.sentences:
        if not any(token.lemma in context.words.cues.citing_verbs for token in sentence.tokens):
            continue
        marks = [mark for mark in context.marks.evidence if sentence.span.holds(mark.span)]
        names = [name for name in context.marks.names if sentence.span.holds(name.span)]
        if marks and names and names[0].span.end <= marks[0].span.begin:
            own = stated.setdefault(source_id(context.document, names[0].key), [])
            own.extend(_evidence(mark, context, resolver) for mark in marks)
    for statement in statements:
        more = stated.get(statement.source or "", [])
        known = {(item.kind, item.span) for item in statement.evidence}
        fresh = tuple(item for item in more if (item.kind, item.span) not in known)
        yield replace(statement, evidence=statement.evidence + fresh) if fresh else statement
