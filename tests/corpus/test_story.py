"""Stories as a whole: mentions, counts of origins, and the questions that `check` asks."""

from pathlib import Path

import pytest

from corpus.story import read_story, story_folders
from tests.corpus.writing import write_story

CALM = "{q1|Der Deich halte}, {c1|sagte} {s1|Rike Behle}."
SETTLED = '[claims.calm]\ngist = "Der Deich hält"\norigins = "2/2/1/0"\n'


def test_variants_are_found_and_name_the_source(tmp_path: Path) -> None:
    folder = write_story(
        tmp_path / "s", {"01-a": (f"{CALM} Behles Amt schwieg. Die Behleburg auch.", "1 indirect asserts")}
    )
    story, problems = read_story(folder)
    assert problems == []
    assert story is not None
    article = story.articles[0]
    assert [m.span.of(article.text) for m in article.mentions] == ["Rike Behle", "Behles"]
    assert (article.statements[0].source, article.statements[0].chain) == ("behle", ("behle",))


def test_nothing_is_found_in_menus(tmp_path: Path) -> None:
    story, _ = read_story(write_story(tmp_path / "s", {"01-a": ("@nav Polizei | Sport\nDie Polizei kam.", "")}))
    assert story is not None
    assert len(story.articles[0].mentions) == 1


def test_two_texts_on_one_word_have_one_primary_origin(tmp_path: Path) -> None:
    articles = dict.fromkeys(("01-a", "02-b"), (CALM, "1 indirect asserts claim=calm"))
    story, problems = read_story(write_story(tmp_path / "s", articles, SETTLED))
    assert problems == []
    assert story is not None
    assert str(story.origins["calm"]) == "2/2/1/0"


def test_a_word_without_a_name_rests_on_an_unnamed_person(tmp_path: Path) -> None:
    body = "{q1|Der Deich halte}, {c1|sagte} {s1 #mann|ein Mann im Ölzeug}. {q2|Er bleibe wach}."
    rows = "1 indirect asserts\n2 free_indirect asserts src=mann"
    extra = '[entities.mann]\nname = "Mann im Ölzeug"\nkind = "unnamed"\nby_hand = true\n'
    story, problems = read_story(write_story(tmp_path / "s", {"01-a": (body, rows)}, extra))
    assert (problems, story is not None) == ([], True)
    found = [
        (mark.kind, mark.span.of(story.articles[0].text))
        for s in story.articles[0].statements
        for mark in s.row.evidence
    ]
    assert found == [("unnamed_person", "ein Mann im Ölzeug")] * 2


def test_a_copied_passage_is_one_text(tmp_path: Path) -> None:
    articles = dict.fromkeys(("01-a", "02-b"), (f"@[deich] {CALM}", "1 indirect asserts claim=calm"))
    copy = '[[derivations]]\nfrom = "01"\nto = "02"\nkind = "copy"\npassages = ["deich"]\n'
    _, problems = read_story(write_story(tmp_path / "s", articles, SETTLED + copy))
    assert len(problems) == 1
    assert "written 2/2/1/0, counted 2/1/1/0" in problems[0]


def test_a_named_medium_that_is_not_there_is_a_text(tmp_path: Path) -> None:
    row = "1 indirect asserts src=behle chain=bote>behle claim=calm"
    story, _ = read_story(write_story(tmp_path / "s", {"01-a": (CALM, row), "02-b": (CALM, row)}, SETTLED))
    assert story is not None
    assert str(story.origins["calm"]) == "2/1/1/0"
    assert {(edge.origin, edge.derived) for edge in story.derivations} == {("bote", "01"), ("bote", "02")}


@pytest.mark.parametrize(
    ("body", "rows", "extra", "message"),
    [
        ("{q1|Es halte}, {c1|sagte} {s1|der Mann}.", "1 indirect asserts", "", "holds no mention"),
        (CALM, "1 indirect asserts src=niemand", "", "which story.toml lacks"),
        (CALM, "1 indirect asserts chain=behle>bote", "", "must end with its source"),
        (CALM, "1 indirect asserts claim=calm", "", "not described"),
        (CALM, "1 indirect asserts", '[claims.calm]\ngist = "x"\n', "no statement says"),
        ("@caption {f1=3|Drei} Deiche", "", "", "no content"),
        ("@advert {f1=3|Drei} Deiche\nText", "", "", "stands outside"),
        ("@advert {q1|Kauf!}\nText", "1 direct demands src=-", "", "is not in the article"),
        ("{#fremd|Text} dazu", "", "", "lacks"),
        ("Text", "", '[[derivations]]\nfrom = "01"\nto = "09"\nkind = "copy"\n', "no such article"),
        (
            "Text",
            "",
            '[[findings]]\nkind = "denial"\nsides = [["01.1"], ["01.2"]]\nreason = "x"\n',
            "no statement 01.1",
        ),
        ("Text", "", "wrong = 1\n", "is not of type"),
        ("Text", "", "[wrong]\n", "Additional properties"),
    ],
)
def test_problems_are_named(tmp_path: Path, body: str, rows: str, extra: str, message: str) -> None:
    _, problems = read_story(write_story(tmp_path / "s", {"01-a": (body, rows)}, extra))
    assert any(message in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("second", "aspect"),
    [
        ("{q1|Der Deich halte {h1|wohl}}, {c1|sagte} {s1|Rike Behle}.", "hedge"),
        ("{q1|Der Deich halte}, {c1|sagte} {s1|die Polizei}.", "attribution"),
    ],
)
def test_a_difference_inside_a_claim_asks_for_an_answer(tmp_path: Path, second: str, aspect: str) -> None:
    row = "1 indirect asserts claim=calm"
    articles = {"01-a": (CALM, row), "02-b": (second, row)}
    _, problems = read_story(write_story(tmp_path / "s", articles, SETTLED))
    assert any(f"differs in {aspect}" in problem for problem in problems)
    settled = SETTLED.replace("2/2/1/0", "2/2/2/0" if aspect == "attribution" else "2/2/1/0")
    settled += f'settled = ["{aspect}"]\n'
    _, problems = read_story(write_story(tmp_path / "t", articles, settled))
    assert problems == []


@pytest.mark.parametrize("folder", story_folders(), ids=lambda folder: folder.name)
def test_every_story_of_the_corpus_fits(folder: Path) -> None:
    story, problems = read_story(folder)
    assert problems == []
    assert story is not None
