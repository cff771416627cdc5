from __future__ import annotations

import pytest

from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.times import load_times
from quellenlage.languages.verbs import load_verbs
from quellenlage.steps.divide import divide
from quellenlage.steps.extract.times.tense import Side, is_preterite, side_of
from quellenlage.syntax.embedded import load_embedded
from tests.records import at, document
from tests.steps.extract.time_tools import lines

VOCABULARY = load_times("de")


@pytest.mark.parametrize(
    ("form", "lemma", "past"),
    [
        ("rief", "rufen", True),
        ("ruft", "rufen", False),
        ("zeigte", "zeigen", True),
        ("zeigt", "zeigen", False),
        ("gab", "geben", True),
        ("gibt", "geben", False),
        ("fiel", "fallen", True),
        ("fällt", "fallen", False),
        ("arbeitete", "arbeiten", True),
        ("arbeitet", "arbeiten", False),
        ("nimmt", "nehmen", False),
        ("stößt", "stoßen", False),
        ("läuft", "laufen", False),
        ("liest", "lesen", False),
        ("ändert", "ändern", False),
    ],
)
def test_preterite(form, lemma, past):
    assert is_preterite(form, lemma, VOCABULARY.tense) is past


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Er kam im Mai.", Side.PAST),
        ("Er ist im Mai gekommen.", Side.PAST),
        ("Er wurde im Mai gewählt.", Side.PAST),
        ("Er soll im Mai gekommen sein.", Side.PAST),
        ("Sie sagte, er sei im Mai gekommen.", Side.PAST),
        ("Er wird im Mai kommen.", Side.FUTURE),
        ("Er soll im Mai gewählt werden.", Side.FUTURE),
        ("Sie sagte, er werde im Mai kommen.", Side.FUTURE),
        ("Er kommt im Mai.", Side.PRESENT),
        ("Der im Mai vorgestellte Plan gilt.", Side.PAST),
        ("Die im Mai in Bonn tagende Runde war groß.", Side.FUTURE),
        ("Die Wahl im Mai", Side.OPEN),
        ("Er sagte, dass sie im Mai kommen wird, und ging.", Side.FUTURE),
    ],
)
def test_side_by_the_verb_of_the_clause(text, side):
    doc = document(text)
    division = divide(
        doc, lines(doc), segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    (sentence,) = division.sentences
    assert side_of(sentence.tokens, at(text, "Mai"), "im", VOCABULARY) is side


@pytest.mark.parametrize(
    ("text", "lead", "side"),
    [
        ("Er wartet seit Mai.", "seit", Side.PAST),
        ("Das gilt ab Mai.", "ab", Side.FUTURE),
        ("Das ist für Mai geplant.", "für", Side.FUTURE),
        ("Das wurde für Mai angekündigt.", "für", Side.OPEN),
        ("Das galt bis Mai.", "bis", Side.PAST),
    ],
)
def test_side_by_the_word_before(text, lead, side):
    doc = document(text)
    division = divide(
        doc, lines(doc), segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    (sentence,) = division.sentences
    assert side_of(sentence.tokens, at(text, "Mai"), lead, VOCABULARY) is side
