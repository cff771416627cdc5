"""What every part of the page is built from: the dossier, the words, and what of the dossier is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quellenlage.model.dossier import Dossier, Finding
from quellenlage.model.marks import Figure
from quellenlage.steps.write.lookup import Lookup, lookup_of
from quellenlage.steps.write.page.names import Names, names_of
from quellenlage.steps.write.page.shown import Shown, anchor, choose, target
from quellenlage.steps.write.texts import Texts


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another place of the page: the place's name, None if it is not shown, and the words that lead there."""

    to: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A finding in short: its kind as a code and in a word, with its aspect, its label, and the way to it."""

    to: str
    kind: str
    label: str
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """The dossier within reach, the words of the surface, what is shown, and what the documents are called."""

    lookup: Lookup
    texts: Texts
    shown: Shown
    names: Names

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.lookup.dossier

    def source(self, source: str | None) -> str:
        """A source's name, or that it is not named."""
        return self.lookup.source_name(source) or self.texts.say("source_unknown")

    def name(self, document: str) -> str:
        """What a document is called: its outlet, else the begin of its title, else its name."""
        return self.names.of.get(document, document)

    def document(self, document: str) -> Link:
        """The way to a document, named by its outlet."""
        return Link(anchor(document) if document in self.shown.documents else None, self.name(document))

    def place(self, document: str, thing: str, part: int | None = None) -> str | None:
        """The name of the words that a thing rests on, None if the document is not shown."""
        return target(thing, part) if document in self.shown.documents else None

    def badges(self, findings: Iterable[Finding]) -> tuple[Badge, ...]:
        """The shown ones of `findings` in short."""
        numbers = self.shown.finding_numbers
        return tuple(self._badge(finding) for finding in findings if finding.id in numbers)

    def _badge(self, finding: Finding) -> Badge:
        word = self.texts.term("finding", finding.kind)
        return Badge(anchor(finding.id), finding.kind, self.finding_label(finding), word, self.kind(finding))

    def finding_label(self, finding: Finding) -> str:
        """The short name of a shown finding, such as B3."""
        return self.texts.say("finding_label", n=self.shown.finding_numbers[finding.id])

    def kind(self, finding: Finding) -> str:
        """A finding's kind and aspect in words."""
        kind = self.texts.term("finding", finding.kind)
        return f"{kind}: {self.texts.term('aspect', finding.aspect)}" if finding.aspect else kind

    def figure_words(self, figure: Figure) -> str:
        """A figure in the text's own words, with its unit or what it counts where they stand apart."""
        words = self.lookup.words(figure.document, figure.span)
        counted = figure.counted.text if figure.counted else ""
        return words if not counted or counted in words else f"{words} {counted}"


def context_of(dossier: Dossier, *, surface: str) -> Context:
    """Index a dossier and choose what is shown."""
    lookup, texts = lookup_of(dossier), Texts(surface)
    return Context(lookup, texts, choose(lookup), names_of(dossier, texts))
