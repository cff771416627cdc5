"""Overtaken figures: a later text sets a new one beside the old one, whoever's word either is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from quellenlage.languages.corrections import load_corrections
from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.comparing import Linked, Traced
from quellenlage.model.document import Document
from quellenlage.model.dossier import Aspect, Claim, Finding, FindingKind, Origins, Story
from quellenlage.model.marks import Comparator, Counted, Figure
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Reading
from quellenlage.steps.divide import divide
from quellenlage.steps.weigh import weigh
from quellenlage.syntax.embedded import load_embedded
from tests.records import at, published, reading, statement
from tests.steps.weigh.table import packs

EARLY, LATE, LATEST = "2024-05-03", "2024-05-04", "2024-05-05"
MISSING = {"17 Menschen": "missing", "12 Menschen": "missing"}
BEFORE = ("Es werden 17 Menschen vermisst.", {"17 Menschen": "missing"})
NOW = ("Von 17 Menschen fehlte jede Spur. Damit werden noch 12 Menschen vermisst.", MISSING)


def figure(doc: Document, words: str, status: str | None) -> Figure:
    """A figure of number and noun; a noun behind "weitere" makes it additional, "Euro" is a unit."""
    number = next(word for word in words.split() if word[0].isdigit())
    noun = words.split()[-1]
    span, whole = at(doc.text, words), at(doc.text, words)
    span = Span(whole.begin, whole.end - len(noun) - 1)
    value = float(number.replace(".", ""))
    counted = None if noun == "Euro" else Counted(noun, Span(span.end + 1, whole.end), noun.removesuffix("en"))
    return Figure(
        id=f"fig-{doc.id}-{span.begin}",
        document=doc.id,
        span=span,
        low=value,
        high=value,
        point=value,
        comparator=Comparator.EQUAL,
        unit="EUR" if noun == "Euro" else None,
        counted=counted,
        status=status,
        number=at(doc.text, number),
        additive=words.startswith("weitere"),
    )


def document(name: str, text: str, marked: Mapping[str, str | None], day: str | None) -> Reading:
    """A document in which each sentence is a statement in the outlet's own voice."""
    doc = Document(f"doc-{name}", f"{name}.txt", text, "utf-8", "0" * 64, "de")
    figures = tuple(sorted((figure(doc, *one) for one in marked.items()), key=lambda one: one.span))
    plain = reading(doc, figures=figures, outlet=name, published=None if day is None else published(day))
    division = divide(
        doc, plain.passages, segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    statements = tuple(
        statement(
            doc,
            sentence.span.of(text),
            form=Form.OWN,
            figures=tuple(one.id for one in figures if sentence.span.holds(one.span)),
        )
        for sentence in division.sentences
    )
    return replace(plain, division=division, statements=statements)


def overtaken(*readings: Reading, apart: bool = False, surface: str = "de") -> list[Finding]:
    """What is found overtaken; documents are of one story, unless `apart`."""
    statements = tuple(said for own in readings for said in own.statements)
    claims = tuple(Claim(said.id, "", (said.id,), Origins(1, 1, 0, 1, ())) for said in statements)
    ids = [own.document.id for own in readings]
    stories = tuple(Story(i, (i,), i) for i in ids) if apart else (Story("story", tuple(ids), "story"),)
    linked = Linked((), statements, {}, {}, stories, ())
    found = weigh(readings, linked, Traced((), claims), packs=packs(), surface=surface)
    return [finding for finding in found.findings if finding.rule == "overtaken"]


def test_the_new_figure_and_all_who_gave_the_old_one_are_named() -> None:
    readings = [document("A", *BEFORE, EARLY), document("B", *BEFORE, None), document("C", *NOW, LATE)]
    (finding,) = overtaken(*readings)
    assert (finding.kind, finding.aspect) == (FindingKind.SUPERSESSION, Aspect.FIGURE)
    assert finding.reason == (
        "Überholte Zahl: jetzt „12 Menschen“ (zuerst am 4.5.2024; C), davor „17 Menschen“ (A). "
        "Die alte Zahl steht auch in Texten ohne Datum: B."
    )
    texts = {own.document.id: own.document.text for own in readings}
    shown = [(span.document, span.span.of(texts[span.document])) for span in finding.spans]
    assert shown == [("doc-A", "17"), ("doc-B", "17"), ("doc-C", "17"), ("doc-C", "12")]
    assert len(finding.statements) == 3


def test_it_is_told_in_english_too() -> None:
    (finding,) = overtaken(document("A", *BEFORE, EARLY), document("B", *NOW, LATE), surface="en")
    assert finding.reason == (
        "A figure overtaken: now “12 Menschen” (first on 4/5/2024; B), before that “17 Menschen” (A)."
    )


def test_texts_that_agree_on_the_new_figure_make_one_finding_in_any_order() -> None:
    readings = [document("A", *BEFORE, EARLY), document("B", *NOW, LATEST), document("C", *NOW, LATE)]
    found = overtaken(*readings)
    assert [finding.reason.split(",")[0] for finding in found] == [
        "Überholte Zahl: jetzt „12 Menschen“ (zuerst am 4.5.2024; C und B)"
    ]
    assert overtaken(*readings[::-1]) == found


# What the earlier text says, what the later one says, whether the second overtakes the first.
PAIRS: dict[str, tuple[tuple[str, Mapping[str, str | None]], tuple[str, Mapping[str, str | None]], bool]] = {
    "a sum of money": (
        ("Der Schaden beträgt 40 Euro.", {"40 Euro": None}),
        ("Früher sprach man von 40 Euro. Der Schaden wird inzwischen auf 65 Euro geschätzt.", {"40 Euro": None}),
        False,
    ),
    "a large sum of money": (
        ("Der Schaden beträgt 4.000 Euro.", {"4.000 Euro": None}),
        (
            "Der Schaden wird inzwischen auf 6.500 Euro geschätzt; am Dienstag hatte man noch 4.000 Euro genannt.",
            {"6.500 Euro": None, "4.000 Euro": None},
        ),
        True,
    ),
    "what is left": (BEFORE, NOW, True),
    "the old figure marked by the same word, further off": (
        BEFORE,
        ("Noch am Montag fehlten 17 Menschen. Jetzt werden 12 Menschen vermisst.", MISSING),
        True,
    ),
    "a part beside its whole": (
        BEFORE,
        ("Von den 17 Menschen waren 12 Menschen auf Reisen.", MISSING),
        False,
    ),
    "the new figure without the old one beside it": (
        BEFORE,
        ("Es werden noch 12 Menschen vermisst.", {"12 Menschen": "missing"}),
        False,
    ),
    "another status": (
        BEFORE,
        ("Es fehlten 17 Menschen. Inzwischen sind 12 Menschen tot.", MISSING | {"12 Menschen": "dead"}),
        False,
    ),
    "another thing": (
        BEFORE,
        ("Es fehlten 17 Menschen. Jetzt sind 12 Autos weg.", {"17 Menschen": "missing", "12 Autos": "missing"}),
        False,
    ),
    "more on top": (
        BEFORE,
        (
            "Es fehlten 17 Menschen. Jetzt fehlen weitere 12 Menschen.",
            {"17 Menschen": "missing", "weitere 12 Menschen": "missing"},
        ),
        False,
    ),
    "small numbers without a status": (
        ("Es kamen 17 Menschen.", {"17 Menschen": None}),
        ("Es kamen 17 Menschen. Jetzt stehen dort 12 Menschen.", {"17 Menschen": None, "12 Menschen": None}),
        False,
    ),
    "ten times more and over": (
        BEFORE,
        ("Es fehlten 17 Menschen. Jetzt fehlen 200 Menschen.", {"17 Menschen": "missing", "200 Menschen": "missing"}),
        False,
    ),
    "a number that nobody gave before": (
        ("Es werden 19 Menschen vermisst.", {"19 Menschen": "missing"}),
        NOW,
        False,
    ),
}


@pytest.mark.parametrize(("before", "after", "found"), PAIRS.values(), ids=PAIRS.keys())
def test_words_mark_the_newer_of_two_figures(
    before: tuple[str, Mapping[str, str | None]], after: tuple[str, Mapping[str, str | None]], found: bool
) -> None:
    assert bool(overtaken(document("A", *before, EARLY), document("B", *after, LATE))) is found


@pytest.mark.parametrize(
    ("first", "second"), [(LATE, LATE), (LATEST, LATE), (None, LATE), (EARLY, None)], ids=lambda day: str(day)
)
def test_only_what_certainly_appeared_before_is_overtaken(first: str | None, second: str | None) -> None:
    assert overtaken(document("A", *BEFORE, first), document("B", *NOW, second)) == []


def test_another_story_is_not_overtaken() -> None:
    assert overtaken(document("A", *BEFORE, EARLY), document("B", *NOW, LATE), apart=True) == []


@pytest.mark.parametrize(
    ("words", "newer", "left"),
    [
        ("der schaden wird inzwischen auf", True, False),
        ("damit werden noch", False, True),
        ("es fehlen nur noch", False, True),
        ("jetzt fehlen nur noch", True, True),
        ("am dienstag hatte er noch von bis zu", False, False),
        ("der schaden beträgt", False, False),
        ("", False, False),
    ],
)
def test_words_before_a_figure_make_it_the_newer_state(words: str, newer: bool, left: bool) -> None:
    assert load_corrections("de").makes_new(words.split()) is newer
    assert load_corrections("de").makes_rest(words.split()) is left
