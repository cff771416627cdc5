"""A sentence as the rules on figures look at it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from quellenlage.model.span import Span
from quellenlage.model.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words in lower case beside its tokens; all positions in the rules are token positions.

    Args:
        text: the whole document's text.
        tokens: of the sentence.
        words: their words; the separators of a number as German writes them, so that "1,500.5" is "1.500,5".
        lower: the same in lower case.
        tags: their parts of speech; participles known to give a status are read as such where they were tagged as
            predicative adjectives.
        capitals: whether every noun is written with a capital.
    """

    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    capitals: bool = True

    @classmethod
    def of(
        cls,
        sentence: Sentence,
        text: str,
        *,
        participles: Container[str] = (),
        decimal_point: bool = False,
        capitals: bool = True,
    ) -> Line:
        """The view of `sentence` in `text`.

        Args:
            decimal_point: whether decimals stand behind a full stop and thousands behind commas.
        """
        tokens = sentence.tokens
        words = tuple(_swapped(token.word) if decimal_point else token.word for token in tokens)
        lower = tuple(word.lower() for word in words)
        tags = [
            "VVPP" if t.tag == "ADJD" and word in participles else t.tag for t, word in zip(tokens, lower, strict=True)
        ]
        return cls(text, tokens, words, lower, tuple(tags), capitals)

    def word(self, at: int) -> str:
        """The word at a position; empty outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def low(self, at: int) -> str:
        """The word at a position in lower case; empty outside the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def tag(self, at: int) -> str:
        """The tag at a position; empty outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def glued(self, at: int) -> bool:
        """Whether the token at `at` stands right behind the one before it, with no space between."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].span.end == self.tokens[at].span.begin

    def span(self, first: int, end: int) -> Span:
        """The span from the token at `first` to the one before `end`."""
        return Span(self.tokens[first].span.begin, self.tokens[end - 1].span.end)

    def is_noun(self, at: int) -> bool:
        """Whether a noun stands there: tagged as one, and written with a capital where all nouns are."""
        return self.tag(at) in _NOUNS and (not self.capitals or self.word(at)[:1].isupper())


def _swapped(word: str) -> str:
    return word.translate(_SEPARATORS) if word[:1].isdecimal() else word


_SEPARATORS = str.maketrans(",.", ".,")
_NOUNS = frozenset({"NN", "NE", "NNA"})
