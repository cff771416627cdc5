"""How far a statement found in a certain way can be trusted: weights of its traits, fitted on the project's corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class TrustVocabulary:
    """A logistic model over traits.

    Args:
        weights: what each trait adds to the log odds; a trait that is not listed adds nothing.
        start: the log odds without any trait.
    """

    weights: Mapping[str, float]
    start: float

    def of(self, traits: Iterable[str]) -> float:
        """How likely a statement with these traits is right, 0 to 1, to two digits."""
        odds = self.start + sum(self.weights.get(trait, 0.0) for trait in traits)
        return round(1 / (1 + exp(-odds)), 2)


@cache
def load_trust(code: str) -> TrustVocabulary:
    """Read `languages/<code>/trust.toml`.

    Raises:
        DataFileError: if the file is damaged.
    """
    table = Table.load("quellenlage.languages", code, "trust.toml")
    weights = table.table("weights")
    listed = weights.keys()
    vocabulary = TrustVocabulary({trait: weights.number(trait) for trait in listed}, table.number("start"))
    weights.done()
    table.done()
    return vocabulary
