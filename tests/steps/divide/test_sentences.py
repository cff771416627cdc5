from __future__ import annotations

import pytest

from quellenlage.languages.segmentation import load_segmentation
from quellenlage.model.span import Span
from quellenlage.steps.divide.sentences import split_sentences
from quellenlage.steps.divide.words import split_words


def sentences(text: str) -> list[str]:
    vocabulary = load_segmentation("de")
    words = list(split_words(text, Span(0, len(text)), vocabulary))
    return [text[s[0].begin : s[-1].end] for s in split_sentences(text, words, vocabulary)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt wurde am 24. Februar geräumt.|Danach kehrten viele zurück.",
        "Der Bericht vom 3. Okt. 2024 liegt vor.|Er ist lang.",
        "Prof. Dr. h. c. Adler kam.|Sie sprach kurz.",
        "„Wir gehen nicht.“|Das sagte der Bürgermeister.",
        "„Wir gehen nicht“, sagte er.|Dann ging er.",
        "Das kostete rund 3 Mio. Euro.|Bezahlt hat es der Bund.",
        "War das nötig?|Ja!",
        "Die Burg aus dem späten 15. Jahrhundert brannte aus.|Niemand wurde verletzt.",
        "Die Siedlung bestand seit 800 v. Chr. am Fluss.|Das zeigt die Grabung.",
        "Unter Karl IX. wuchs die Stadt.|Dann kam der Krieg.",
        "Auf Otto II., den Sohn, folgte der Enkel.|So steht es im Buch.",
        "``Das war knapp.''|Der Trainer lachte.",
        "Er kam auf den 2. Platz.|Sie wurde dritte.",
        "Das war 2019.|Der Damm hielt.",
        "Sie sagte: „Nein.“ und ging.",
        "Es geht um Strom, Gas usw. und um Geld.",
        "So lautet Art. 5 Abs. 1 des Gesetzes.|Er gilt.",
        "Der Bund (z. B. das Amt) half.|Das Land nicht.",
    ],
)
def test_split_sentences(text: str) -> None:
    expected = text.split("|")
    assert sentences(" ".join(expected)) == expected
