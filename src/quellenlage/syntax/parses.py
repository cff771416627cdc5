"""What a back end hands over: a parsed word for each word, and the protocol every back end keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from quellenlage.model.syntax import Form, Relation

NO_FORM = Form()


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """What a back end says of one word of a sentence.

    Args:
        tag: its part of speech in the Stuttgart-Tübingen tag set.
        lemma: its base form.
        form: what its inflection shows.
        head: place of its head within the sentence; -1 at the root; None where nothing was parsed.
        relation: how it depends on its head; None where nothing was parsed.
        chance: how sure the back end is of the arc, between 0 and 1; None where it does not say.
        name: `B-` or `I-` and the kind (PER, LOC, ORG, OTH) inside a name, else the empty string.
        universal: universal part of speech (UPOS), where the back end has it.
    """

    tag: str
    lemma: str
    form: Form = field(default=NO_FORM)
    head: int | None = None
    relation: Relation | None = None
    chance: float | None = None
    name: str = ""
    universal: str = ""


class Reader(Protocol):
    """A back end: reads sentences that are divided into words already."""

    @property
    def name(self) -> str:
        """As the option names it: `embedded`, `spacy:de_core_news_sm`."""
        ...

    def read(self, sentences: Sequence[Sequence[str]]) -> list[list[ParsedWord]]:
        """A parsed word for every word of every sentence, in their order; no sentence may be empty."""
        ...
