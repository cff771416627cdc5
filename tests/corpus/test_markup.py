"""Tags in plain text: what they mark, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.markup import MarkupError, read_article
from quellenlage.model.document import Role
from tests.corpus.writing import write_article


def test_tags_are_taken_out_and_point_at_their_words(tmp_path: Path) -> None:
    body = (
        "@title Fähre {f1=~40:injured|rund 40} {n1|Verletzte}\n"
        "{q1|Die Lage sei {t=2025-03-14|am Freitag} {h1|offenbar} ruhig}, {c1|teilte} {s1 #behle|Rike Behle} {c1|mit}."
    )
    article = read_article(write_article(tmp_path, "01-x", body, "1 indirect asserts"))
    assert article.text == ("Fähre rund 40 Verletzte\nDie Lage sei am Freitag offenbar ruhig, teilte Rike Behle mit.\n")
    row = article.statements[0]
    assert [span.of(article.text) for span in row.cue] == ["teilte", "mit"]
    assert [span.of(article.text) for span in row.hedges] == ["offenbar"]
    assert row.quote[0].of(article.text) == "Die Lage sei am Freitag offenbar ruhig"
    figure = article.figures[0]
    assert figure.counted is not None
    assert (figure.span.of(article.text), figure.counted.of(article.text)) == ("rund 40", "Verletzte")
    assert (figure.point, figure.low, figure.status) == (40, None, "injured")
    assert [(m.span.of(article.text)[:5], m.role) for m in article.passages] == [
        ("Fähre", Role.TITLE),
        ("Die L", Role.CONTENT),
    ]


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high", "point"),
    [
        ("1500", "=", 1500, 1500, 1500),
        ("~1500", "~", None, None, 1500),
        ("<200", "<", None, 200, 200),
        ("<=200", "<=", None, 200, 200),
        (">200", ">", 200, None, 200),
        (">=3.5", ">=", 3.5, None, 3.5),
        ("4..6", "range", 4, 6, None),
        ("vague100", "vague", 100, None, None),
        ("vague", "vague", None, None, None),
        ("-2", "=", -2, -2, -2),
    ],
)
def test_values_of_figures(
    tmp_path: Path, value: str, comparator: str, low: float | None, high: float | None, point: float | None
) -> None:
    article = read_article(write_article(tmp_path, "01-x", f"Es waren {{f1={value}|so viele}}."))
    mark = article.figures[0]
    assert (mark.comparator, mark.low, mark.high, mark.point) == (comparator, low, high, point)


@pytest.mark.parametrize(
    ("body", "rows", "message"),
    [
        ("Das {q1|Ende", "1 indirect asserts", "never closed"),
        ("Das Ende}", "", "closes no tag"),
        ("Das {q1|}Ende", "1 indirect asserts", "marks nothing"),
        ("Das {zz|Ende}", "", "unknown tag"),
        ("Das { Ende", "", "opens no tag"),
        ("@titel Das Ende", "", "role 'titel'"),
        ("@title \nDas Ende", "", "without any text"),
        ("Das {q1|Ende}", "", "has no row"),
        ("Das Ende", "1 indirect asserts", "has no {q1|"),
        ("Das {q1|Ende}", "1 indirekt asserts", "indirekt"),
        ("Das {q1|Ende}", "1 indirect asserts who=me", "knows src="),
        ("Das {q1|Ende}", "1 indirect asserts\n1 direct asserts", "two rows"),
        ("Das {f1=viel|Ende}", "", "figure value"),
        ("Das {f1=6..4|Ende}", "", "figure value"),
        ("{f1=4|Vier} und {f1=5|fünf}", "", "f1 twice"),
        ("Das {n2|Ende}", "", "not there"),
        ("Das {e1=rumour|Ende}", "", "evidence 'rumour'"),
        ("Das {q1| Ende}", "1 indirect asserts", "white space"),
        ("Das {+CRLF}Ende", "", "middle of a line"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, body: str, rows: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message.replace("{", r"\{").replace("|", r"\|")):
        read_article(write_article(tmp_path, "01-x", body, rows))


def test_a_file_without_its_three_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "01-x.txt"
    path.write_text('outlet = "X"\n---\nText\n', encoding="utf-8")
    with pytest.raises(MarkupError, match="there must be two"):
        read_article(path)


def test_line_ends_and_odd_characters_come_as_written(tmp_path: Path) -> None:
    header = 'outlet = "X"\ngenre = "blog"\nline_ends = "crlf"\n'
    path = write_article(tmp_path, "01-x", "Eins{+LF}\nDonau{+U+00AD}dampfer\nDrei", header=header)
    assert read_article(path).text == "Eins\nDonau\u00addampfer\r\nDrei\r\n"


def test_a_role_inside_a_line_parts_it(tmp_path: Path) -> None:
    article = read_article(write_article(tmp_path, "01-x", "@caption Der Deich.{@credit| Foto: Holm} Ende"))
    told = [(mark.span.of(article.text), mark.role) for mark in article.passages]
    assert told == [("Der Deich.", Role.CAPTION), ("Foto: Holm", Role.CREDIT), ("Ende", Role.CAPTION)]


def test_a_label_reaches_over_the_lines_that_bear_it(tmp_path: Path) -> None:
    article = read_article(write_article(tmp_path, "01-x", "@[a] Eins.\nZwei.\n@[a,b] Drei.\n{w=b|Vier} fünf."))
    assert {label: span.of(article.text) for label, span in article.labelled.items()} == {
        "a": "Eins.\nZwei.\nDrei.",
        "b": "Drei.\nVier",
    }


_WORDS = st.text(alphabet="abcäöüß .,„“|%@#=", min_size=1, max_size=12).map(lambda t: f"x{t}x")


def _tagged(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(children, min_size=1, max_size=3).map(lambda parts: "{w=a|" + "".join(parts) + "}")


@given(st.lists(st.recursive(_WORDS, _tagged, max_leaves=8), min_size=1, max_size=4))
def test_any_nesting_of_tags_leaves_the_words_alone(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    body = "".join(parts)
    folder = tmp_path_factory.mktemp("nesting")
    article = read_article(write_article(folder, "01-x", body))
    assert article.text == body.replace("{w=a|", "").replace("}", "") + "\n"
    if "{w=a|" in body:
        before = body.index("{w=a|")
        assert article.labelled["a"].begin == before
