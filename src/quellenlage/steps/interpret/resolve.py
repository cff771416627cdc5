"""From the words that name a speaker to the source they denote, inside one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quellenlage.languages.grammar import GrammarVocabulary
from quellenlage.model.marks import Name, SourceKind
from quellenlage.model.span import Span


@dataclass(slots=True)
class Resolver:
    """Finds the name behind the words of a speaker, and remembers who spoke last for the pronouns.

    Words that denote nobody with a name ("die Teilnehmer") become a name of kind `unnamed` of their own, so that every
    speaker that the text shows is a source.
    """

    text: str
    names: Sequence[Name]
    grammar: GrammarVocabulary
    last_speaker: Name | None = None

    added: list[Name] = field(default_factory=list)

    def denoted(self, span: Span) -> Name | None:
        """The name that the words at `span` denote; a pronoun denotes who spoke or was named last."""
        word = span.of(self.text)
        if " " not in word and word.lower() in self.grammar.personal_pronouns:
            return self._behind_pronoun(word.lower(), span)
        name = self._named(span)
        if name is None:
            name = self._unnamed(span)
        return name

    def spoke(self, name: Name | None) -> None:
        """Remember who spoke."""
        if name is not None:
            self.last_speaker = name

    def _named(self, span: Span) -> Name | None:
        """The name in the phrase: one that ends with it or is its core, before one that is only its attribute."""
        touching = [name for name in self.names if name.span.touches(span)]
        if not touching:
            return None
        return min(touching, key=lambda name: (not span.holds(name.span), name.span.begin, -name.span.length))

    def _behind_pronoun(self, pronoun: str, span: Span) -> Name | None:
        if pronoun in self.grammar.impersonal_pronouns or pronoun in self.grammar.first_person:
            return None
        before = [name for name in self.names if name.span.end <= span.begin]
        person = next((name for name in reversed(before) if name.kind is SourceKind.PERSON), None)
        speaker = self.last_speaker
        if pronoun in self.grammar.singular_pronouns:
            if speaker is not None and speaker.kind is SourceKind.PERSON:
                return speaker
            return person if person is not None else speaker
        return speaker if speaker is not None else person

    def _unnamed(self, span: Span) -> Name:
        words = span.of(self.text).split()
        if len(words) > 1 and words[0].lower() in self.grammar.articles:
            words = words[1:]
        label = " ".join(words)
        name = Name(span, SourceKind.UNNAMED, label, f"unnamed:{label.casefold()}")
        self.added.append(name)
        return name
