"""Quotations and remarks within a sentence."""

from __future__ import annotations

import pytest

from quellenlage.syntax.quoted import OUTSIDE, quoted_worlds
from tests.syntax.test_roles import plain


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„/$( Er/PPER ging/VVFIN “/$( ,/$, sagte/VVFIN sie/PPER", "Er ging"),
        ("Sie/PPER sagte/VVFIN :/$. „/$( Er/PPER ging/VVFIN “/$(", "Er ging"),
        ("Sie/PPER rief/VVFIN :/$. „/$( Nein/PTKANT “/$( ./$.", "Nein"),
        ('Das/ART Blatt/NN "/$( Bote/NN "/$( schwieg/VVFIN', ""),
        ("Er/PPER ging/VVFIN “/$( ,/$, sagte/VVFIN sie/PPER", "Er ging"),
        ("»/$( Er/PPER ging/VVFIN «/$( ,/$, sagte/VVFIN sie/PPER", "Er ging"),
        ("Sie/PPER sagte/VVFIN :/$. „/$( Er/PPER ging/VVFIN", "Er ging"),
    ],
)
def test_quoted_words(text: str, quoted: str) -> None:
    tokens = plain(text)
    worlds = quoted_worlds(tokens)
    found = [token.word for at, token in enumerate(tokens) if worlds.is_quoted(at)]
    assert " ".join(found) == quoted


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Er/PPER –/$( sie/PPER weiß/VVFIN es/PPER –/$( ging/VVFIN", "sie weiß es"),
        ("Er/PPER (/$( das/PDS ist/VAFIN Lenz/NE )/$( ging/VVFIN", "das ist Lenz"),
        ("Er/PPER (/$( 40/CARD )/$( ging/VVFIN", "40"),
        ("Er/PPER ging/VVFIN –/$( und/KON kam/VVFIN", ""),
    ],
)
def test_remarks(text: str, aside: str) -> None:
    tokens = plain(text)
    worlds = quoted_worlds(tokens)
    assert " ".join(t.word for at, t in enumerate(tokens) if worlds[at] < OUTSIDE) == aside
