"""The back end `spacy:<name>`: whatever spaCy pipeline the user has installed, behind our own words and sentences.

The pipeline gets our tokens and sentence ends, so that spans do not depend on it. Its labels tell the scheme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from quellenlage.model.errors import UnknownName
from quellenlage.model.syntax import Relation
from quellenlage.syntax import clear, tiger
from quellenlage.syntax.parses import ParsedWord
from quellenlage.syntax.universal import form_of, from_universal
from quellenlage.syntax.word_classes import stts_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PREFIX = "spacy:"
_NAMES = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "MISC": "OTH"}
_BATCH = 64  # sentences


class SpacyReader:
    """Reads with a spaCy pipeline.

    Args:
        pipeline: it must tag; a parser, lemmatizer, morphologizer and name recogniser are used where there are any.
        name: of the pipeline.
    """

    def __init__(self, pipeline: Language, name: str) -> None:
        self._pipeline = pipeline
        # a pipeline that names no labels is judged by those of each sentence
        self._labels = frozenset(label for labels in pipeline.pipe_labels.values() for label in labels)
        self.name = f"{PREFIX}{name}"

    def read(self, sentences: Sequence[Sequence[str]]) -> list[list[ParsedWord]]:
        """See `parses.Reader`."""
        from spacy.tokens import Doc  # here, since spaCy is an extra and slow to load

        docs = (Doc(self._pipeline.vocab, words=list(words), sent_starts=_starts(len(words))) for words in sentences)
        return [_words(doc, self._labels) for doc in self._pipeline.pipe(docs, batch_size=_BATCH)]


def _starts(size: int) -> list[bool | int | None]:
    """Marks that make all words one sentence."""
    return [place == 0 for place in range(size)]


def _words(doc: Doc, labels: frozenset[str]) -> list[ParsedWord]:
    heads, relations = _arcs(doc, labels)
    features: list[dict[str, str]] = [token.morph.to_dict() for token in doc]
    return [
        ParsedWord(
            tag=stts_of(token.tag_, token.pos_, features[place], relations[place]),
            lemma=token.lemma_ or token.text,
            form=form_of(features[place]),
            head=heads[place],
            relation=relations[place],
            name=_name(token.ent_iob_, token.ent_type_),
            universal=token.pos_,
        )
        for place, token in enumerate(doc)
    ]


def _arcs(doc: Doc, named: frozenset[str]) -> tuple[list[int | None], list[Relation | None]]:
    if not doc.has_annotation("DEP"):
        return [None] * len(doc), [None] * len(doc)
    labels, lemmas = [token.dep_ for token in doc], [token.lemma_ for token in doc]
    heads = [-1 if token.head.i == token.i else token.head.i for token in doc]
    seen = frozenset(labels) | named
    if seen & tiger.LABELS:
        found, relations = tiger.from_tiger([token.tag_ for token in doc], lemmas, heads, labels)
    elif seen & (clear.LABELS - {"nsubj"}):
        found, relations = clear.from_clear(
            lemmas, heads, labels, nouns=[token.pos_ in ("NOUN", "PROPN") for token in doc]
        )
    else:
        found, relations = from_universal(heads, labels)
    return list(found), list(relations)


def _name(place: str, kind: str) -> str:
    known = _NAMES.get(kind)
    return f"{place}-{known}" if known and place in ("B", "I") else ""


@cache
def load_spacy(name: str) -> SpacyReader:
    """The back end that reads with the pipeline `name`; loaded once per process.

    Raises:
        UnknownName: if spaCy or the pipeline is not installed; the message names the command that installs it.
    """
    try:
        import spacy  # here, since it is an extra and slow to load
    except ImportError as error:
        raise UnknownName(
            "back end", f"{PREFIX}{name}", ("embedded", "with spaCy: python -m pip install 'quellenlage[spacy]'")
        ) from error
    try:
        return SpacyReader(spacy.load(name), name)
    except OSError as error:
        installed: Iterator[str] = (f"{PREFIX}{model}" for model in sorted(spacy.util.get_installed_models()))
        raise UnknownName(
            "back end", f"{PREFIX}{name}", ("embedded", *installed, f"after: python -m spacy download {name}")
        ) from error
