"""Corrections: which of two figures was the wrong one, and who still carries it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.comparing import Linked, Traced
from quellenlage.model.document import Document
from quellenlage.model.dossier import Claim, Finding, FindingKind, Origins, Story
from quellenlage.model.marks import Comparator, Counted, Figure
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Reading
from quellenlage.steps.divide import divide
from quellenlage.steps.weigh import weigh
from quellenlage.syntax.embedded import load_embedded
from tests.records import at, reading, statement
from tests.steps.weigh.table import packs

# Text, figures in it with their noun ("" where none stands behind it), wrong figure, right figure; None: no correction.
TEXTS = [
    ("Das Amt korrigierte die Zahl der Toten von 21 auf 12.", {"21": "", "12": ""}, ("21", "12")),
    ("Das Amt berichtigte seine Angabe auf 12 statt 21 Tote.", {"12": "", "21": "Tote"}, ("21", "12")),
    ("Korrektur: Es sind nicht 21 Tote, sondern 12 Tote.", {"21": "Tote", "12": "Tote"}, ("21", "12")),
    (
        "In einer früheren Fassung stand, 21 Tote seien geborgen. Tatsächlich handelt es sich um 12 Tote.",
        {"21": "Tote", "12": "Tote"},
        ("21", "12"),
    ),
    (
        "In einer früheren Version dieses Textes hieß es, 420 Haushalte seien betroffen. Es sind 420 Menschen.",
        {"420": "Haushalte", "Es sind 420": "Menschen"},
        ("420", "Es sind 420"),
    ),
    ("Richtigstellung: Es waren 12 Tote und 3 Autos.", {"12": "Tote", "3": "Autos"}, None),
    ("Das Amt korrigierte die Zahl der Toten auf 12.", {"12": ""}, None),
    ("Das Amt nannte 21 Tote, am Abend 12 Tote.", {"21": "Tote", "12": "Tote"}, None),
    ("Die Firma korrigierte ihre Prognose, 21 Autos und 12 Autos sind neu.", {"21": "Autos", "12": "Autos"}, None),
]


_HEADS = {"Toten": "Tote", "Haushalte": "Haushalt", "Menschen": "Mensch", "Autos": "Auto"}


def figures_of(doc: Document, marked: dict[str, str]) -> tuple[Figure, ...]:
    return tuple(_figure(doc, words, noun) for words, noun in marked.items())


def _figure(doc: Document, words: str, noun: str) -> Figure:
    number = words.split()[-1]
    outer = at(doc.text, words)
    span = Span(outer.end - len(number), outer.end)
    counted = None
    if noun:
        counted = Counted(noun, Span(span.end + 1, span.end + 1 + len(noun)), _HEADS.get(noun, noun))
    value = float(number)
    key = f"fig-{doc.id}-{span.begin}"
    return Figure(key, doc.id, span, value, value, value, Comparator.EQUAL, None, counted, None, span)


def document(name: str, text: str, marked: dict[str, str]) -> Reading:
    """A document in which each sentence is a statement of the outlet."""
    doc = Document(f"doc-{name}", f"{name}.txt", text, "utf-8", "0" * 64, "de")
    figures = figures_of(doc, marked)
    plain = reading(doc, figures=figures, outlet=name)
    division = divide(
        doc, plain.passages, segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    statements = tuple(
        statement(
            doc,
            sentence.span.of(text),
            form=Form.OWN,
            figures=tuple(figure.id for figure in figures if sentence.span.holds(figure.span)),
        )
        for sentence in division.sentences
    )
    return replace(plain, division=division, statements=statements)


def corrections(*readings: Reading) -> list[Finding]:
    statements = tuple(said for own in readings for said in own.statements)
    claims = tuple(Claim(said.id, "", (said.id,), Origins(1, 1, 0, 1, ())) for said in statements)
    story = Story("story", tuple(own.document.id for own in readings), "story")
    linked = Linked((), statements, {}, {}, (story,), ())
    found = weigh(readings, linked, Traced((), claims), packs=packs(), surface="de")
    return [finding for finding in found.findings if finding.rule == "corrected"]


@pytest.mark.parametrize(("text", "marked", "expected"), TEXTS)
def test_the_words_tell_the_wrong_figure(text: str, marked: dict[str, str], expected: tuple[str, str] | None) -> None:
    found = corrections(document("A", text, marked))
    if expected is None:
        assert found == []
        return
    ((_, old, new),) = [finding.spans for finding in found]
    assert found[0].kind is FindingKind.SUPERSESSION
    wrong, right = (figures_of(Document("doc-A", "A", text, "utf-8", "", "de"), {w: ""})[0].span for w in expected)
    assert (old.span, new.span) == (wrong, right)


def test_who_still_carries_the_old_figure_is_named() -> None:
    found = corrections(
        document("A", "Das Amt korrigierte die Zahl von 210 Toten auf 120 Tote.", {"210": "Toten", "120": "Tote"}),
        document("B", "Es gab 210 Toten.", {"210": "Toten"}),
        document("C", "Es gab 120 Tote.", {"120": "Tote"}),
    )
    (finding,) = found
    assert finding.reason == "Eine Berichtigung bei A: „120 Tote“ statt „210 Toten“. Die alte Zahl steht noch bei B."
    assert len(finding.statements) == 2
