"""Records made by hand, for tests of one step that must not depend on the steps before it."""

from __future__ import annotations

from quellenlage.model.document import Basis, Document, Passage, Published, Role
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Comparator, Counted, Figure, SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty, Form, Mention, Reading, Source, Stance, Statement
from quellenlage.model.tokens import Division, Sentence, Token


def at(text: str, words: str, *, nth: int = 0) -> Span:
    """The span of the nth occurrence of `words` in `text`."""
    begin = -1
    for _ in range(nth + 1):
        begin = text.index(words, begin + 1)
    return Span(begin, begin + len(words))


def document(text: str, *, name: str = "a.txt", language: str = "de") -> Document:
    return Document(content_id("doc", name, text), name, text, "utf-8", "0" * 64, language)


def source(doc: Document, words: str, *, kind: SourceKind = SourceKind.PERSON, key: str | None = None) -> Source:
    key = key or f"{kind}:{words.casefold()}"
    return Source(content_id("src", doc.id, key), words, kind, (words,), (Mention(doc.id, at(doc.text, words)),), key)


def figure(doc: Document, words: str, point: float | None, **changes: object) -> Figure:
    """A figure `words` of `doc`; `counted` may be given as the words of the noun, `head` as its base form."""
    counted, head = changes.pop("counted", None), changes.pop("head", None)
    span = at(doc.text, words)
    fields: dict[str, object] = {
        "id": content_id("fig", doc.id, tuple(span)),
        "document": doc.id,
        "span": span,
        "low": point,
        "high": point,
        "point": point,
        "comparator": Comparator.EQUAL,
        "unit": None,
        "counted": None,
        "status": None,
        "number": span,
    }
    if isinstance(counted, str):
        fields["counted"] = Counted(counted, at(doc.text, counted), str(head or counted.split()[-1]))
    return Figure(**(fields | changes))  # type: ignore[arg-type]


def statement(doc: Document, quote: str, **changes: object) -> Statement:
    """A statement of `doc` whose quote is `quote`; `source` may be a Source."""
    span = at(doc.text, quote)
    said_by = changes.pop("source", None)
    said_by = said_by.id if isinstance(said_by, Source) else said_by
    fields: dict[str, object] = {
        "id": content_id("stm", doc.id, tuple(span)),
        "document": doc.id,
        "quote": (span,),
        "speaker": (),
        "source": said_by,
        "cue": (),
        "form": Form.INDIRECT,
        "stance": Stance.ASSERTS,
        "certainty": Certainty.HEDGED if changes.get("hedges") else Certainty.PLAIN,
        "hedges": (),
        "chain": (said_by,) if said_by else (),
        "figures": (),
        "times": (),
        "places": (),
        "evidence": (),
    }
    return Statement(**(fields | changes))  # type: ignore[arg-type]


def reading(doc: Document, **changes: object) -> Reading:
    """A reading of `doc`, one content passage over the whole text; words are tokens, each line one sentence."""
    fields: dict[str, object] = {
        "document": doc,
        "passages": (Passage(Span(0, len(doc.text)), Role.CONTENT),),
        "title": None,
        "outlet": None,
        "published": None,
        "division": Division(_sentences(doc.text), (), "none"),
        "figures": (),
        "times": (),
        "places": (),
        "sources": (),
        "credits": (),
        "statements": (),
        "notes": (),
    }
    return Reading(**(fields | changes))  # type: ignore[arg-type]


def published(day: str) -> Published:
    return Published(f"{day}T00:00", f"{day}T23:59", Basis.STATED)


def _sentences(text: str) -> tuple[Sentence, ...]:
    sentences, begin = [], 0
    for line in text.splitlines(keepends=True):
        tokens, place = [], begin
        for word in line.split():
            place = text.index(word, place)
            tokens.append(Token(Span(place, place + len(word)), word, word, "NN"))
            place += len(word)
        if tokens:
            sentences.append(
                Sentence(Span(tokens[0].span.begin, tokens[-1].span.end), Role.CONTENT, len(sentences), tuple(tokens))
            )
        begin += len(line)
    return tuple(sentences)
