"""Agreement of two readers: kappa, and sheets that give nothing away."""

from pathlib import Path

import pytest

from corpus.agreement import blank, kappa, statements_sheet
from corpus.story import read_story
from tests.corpus.writing import write_story


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a")], 1.0),
        ([], 0.0),
    ],
)
def test_kappa(answers: list[tuple[str, str]], expected: float) -> None:
    assert kappa(answers) == pytest.approx(expected)


def test_a_blank_sheet_is_the_text_alone_and_reads_as_it(tmp_path: Path) -> None:
    body = "@title {q1|Der Deich{+U+00A0}halte}\n{c1|sagte} {s1|Rike Behle} ({#-|3:1}){+U+007B}."
    story, problems = read_story(write_story(tmp_path / "s", {"01-a": (body, "1 indirect asserts")}))
    assert problems == []
    assert story is not None
    sheet = blank(story.articles[0], ["behle"])
    assert "q1" not in sheet
    assert "indirect" not in sheet
    folder = write_story(tmp_path / "t", {})
    (folder / "01-a.txt").write_text(sheet, encoding="utf-8")
    again, _ = read_story(folder)
    assert again is not None
    assert again.articles[0].text == story.articles[0].text
    assert statements_sheet(story) == "01.1\tasserts\tbehle\tDer Deich halte\n"
