"""The slots of a match as the values of their words: numbers and codes of the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.steps.extract.times.grammar import Match, TimeGrammar
from quellenlage.steps.extract.times.pieces import Piece, number_value


class Slots:
    """What fills the slots of one match.

    Args:
        match: a form found in `pieces`.
        grammar: whose vocabulary gives the values.
    """

    def __init__(self, match: Match, pieces: Sequence[Piece], grammar: TimeGrammar) -> None:
        self._match, self._pieces, self._grammar = match, pieces, grammar
        self._fixed = dict(match.form.fixed)

    def word(self, slot: str) -> str | None:
        """The words that fill a slot last, as written."""
        places = self._match.slots.get(slot)
        return self._pieces[places[-1]].word if places else None

    def code(self, slot: str, *kinds: str) -> str | None:
        """The value of the word in the slot, by the first of `kinds` that has it (the slot's name if none is given)."""
        if slot in self._fixed:
            return self._fixed[slot]
        word = self.word(slot)
        if word is None:
            return None
        found = (self._grammar.lexicon.value(kind, word) for kind in kinds or (slot,))
        return next((value for value in found if value is not None), None)

    def first_code(self, *slots: str) -> str | None:
        """The value of the first of several slots that is filled."""
        return next((value for value in map(self.code, slots) if value is not None), None)

    def integer(self, slot: str, *kinds: str) -> int | None:
        """The slot as a whole number: digits as they stand, words by their value."""
        word = self.word(slot)
        if word is not None and word.rstrip(".").isdecimal():
            return int(word.rstrip("."))
        code = self.code(slot, *kinds)
        return None if code is None or not code.lstrip("-").isdecimal() else int(code)

    def amount(self, slot: str) -> str | None:
        """The slot as an amount the way TIMEX3 writes it."""
        word = self.word(slot)
        if word is not None and word[:1].isdecimal():
            return number_value(word)
        return self.code(slot, "number", "small_number")
