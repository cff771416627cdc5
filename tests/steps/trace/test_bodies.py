from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.document import Passage, Role
from quellenlage.steps.trace.bodies import Body, bodies_of
from tests.steps.trace.articles import FIRE, article


def _body(text: str, **changes: str) -> Body:
    (body,) = bodies_of([article("a", text, **changes)], {})
    return body


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Das Haus brannte ganz ab. Niemand war darin.", 2),
        ("Der Prozess beginnt am 6. Dezember im Landgericht von Tell.", 1),
        ("„Wir kommen ganz bestimmt wieder!“ Das sagte er am Abend.", 2),
        ("Er sprach mit Dr. Weiß über die Lage im Hafen von Merow.", 1),
        ("Ein einziger langer Satz ohne jedes Ende", 1),
    ],
)
def test_a_line_is_cut_into_sentences(line: str, sentences: int) -> None:
    assert len(_body(line, title="").spans) == sentences


@given(st.text(max_size=200))
def test_sentences_lie_inside_in_order_and_hold_no_outer_blanks(text: str) -> None:
    body = _body(text or "x", title="")
    for before, after in zip(body.spans, body.spans[1:], strict=False):
        assert before.end <= after.begin
    for span in body.spans:
        assert span.of(text or "x") == span.of(text or "x").strip()
    assert len(body.folded) == len(body.lines) == len(body.titles) == len(body.quoted) == len(body.spans)


def test_only_title_and_content_are_compared() -> None:
    reading = article("a", "Kopf\nErster Satz hier.\nKommentar schreiben\nNoch ein Satz hier.")
    roles = [Role.TITLE, Role.CONTENT, Role.COMMENT_FORM, Role.CONTENT]
    passages = tuple(Passage(p.span, role) for p, role in zip(reading.passages, roles, strict=True))
    (body,) = bodies_of([replace(reading, passages=passages)], {})
    assert body.folded == ("kopf", "erster satz hier", "noch ein satz hier")
    assert body.titles == (True, False, False)


def test_lines_that_one_outlet_repeats_are_furniture_and_those_of_several_are_not() -> None:
    texts = [
        f"Kopf {n}\nEigener Satz Nummer {n} über etwas ganz anderes als {n * 'x'}.\nFolgen Sie uns" for n in range(1, 4)
    ]
    same = [article(str(n), text, outlet="A") for n, text in enumerate(texts)]
    apart = [article(str(n), text, outlet=f"A{n}") for n, text in enumerate(texts)]
    assert all("folgen sie uns" not in body.folded for body in bodies_of(same, {r.document.id: "A" for r in same}))
    assert all(
        "folgen sie uns" in body.folded for body in bodies_of(apart, {r.document.id: r.outlet or "" for r in apart})
    )


def test_versions_of_one_article_are_no_furniture() -> None:
    versions = [article(str(n), FIRE, outlet="A") for n in range(4)]
    assert all(body.length > 350 for body in bodies_of(versions, {r.document.id: "A" for r in versions}))


def test_headings_and_tables_are_told_from_sentences() -> None:
    body = _body("Kopf\nReaktionen aus der Stadt\nDas Wetter bleibt heute schön.\nTell – Merow 3:1", title="Kopf")
    assert body.headings == (True, True, False, True)
    assert body.listed == (True, False, False, True)


def test_the_quoted_share_of_a_sentence() -> None:
    body = _body("Kopf\n„Das war ein sehr langer Tag für uns alle“, sagte sie.\nNichts davon.", title="Kopf")
    assert body.quoted[1] > 0.6
    assert body.quoted[2] == 0.0
