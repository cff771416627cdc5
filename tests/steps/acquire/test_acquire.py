"""From paths to documents: order, names, what the user supplies, and one clear refusal for each bad input."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from quellenlage.model.document import Document
from quellenlage.model.errors import InputRefused
from quellenlage.model.options import SURFACES, Options
from quellenlage.steps.acquire import acquire, textfile, walking
from quellenlage.wording import entries

DATA = Path(__file__).parents[2] / "data"
ARTICLE = "Der Rat hat am Montag getagt. Die Sitzung wurde auf den Abend vertagt.\n"


def run(*paths: Path, options: Options | None = None) -> tuple[list[Document], list[InputRefused]]:
    items = list(acquire(paths, options or Options()))
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, InputRefused)]


def codes(refusals: Iterable[InputRefused]) -> list[str]:
    return [refusal.code for refusal in refusals]


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "encoding"),
    [
        ("utf8_with_bom.txt", "utf-8"),
        ("utf16_without_bom.txt", "utf-16-le"),
        ("utf16_big_endian_with_bom.txt", "utf-16-be"),
        ("windows_1252.txt", "cp1252"),
    ],
)
def test_encodings_give_the_same_text(file: str, encoding: str) -> None:
    (document,), refusals = run(DATA / file)
    assert document.text.startswith("Überschrift über Brüssel\r\n\r\nDie Minister einigten sich „nach")
    assert (document.encoding, document.language, refusals) == (encoding, "de", [])
    assert document.digest == hashlib.sha256((DATA / file).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("file", "code", "named"),
    [
        ("a_pdf_called.txt", "binary", "PDF"),
        ("a_word_document_called.txt", "binary", "DOCX"),
        ("a_web_page_called.txt", "html", "HTML"),
        ("only_white_space.txt", "empty", "leer"),
        ("utf8_cut_in_a_character.txt", "undecodable", "0xC3"),
        ("there_is_no_such_file.txt", "missing", "gibt es nicht"),
    ],
)
def test_bad_files_are_refused_with_the_way_out(file: str, code: str, named: str) -> None:
    documents, (refusal,) = run(DATA / file)
    assert documents == []
    assert (refusal.code, refusal.where) == (code, str(DATA / file))
    assert named in refusal.what
    assert refusal.way_out


def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE, c_DOT_txt=ARTICLE + "Ende.")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    items = list(acquire([tmp_path], Options()))
    assert [getattr(item, "name", None) or item.code for item in items] == ["a.txt", "binary", "c.txt"]


def test_lines_of_jsonl_break_one_by_one() -> None:
    documents, refusals = run(DATA / "broken_lines.jsonl")
    assert [(d.name, d.supplied.outlet) for d in documents] == [("eins", "Blatt"), ("8", None)]
    assert [(r.where.rpartition(":")[2], r.code) for r in refusals[:-1]] == [
        ("3", "line_broken"),
        ("4", "line_no_object"),
        ("5", "line_without_text"),
        ("6", "html"),
        ("7", "empty"),
        ("8", "wrong_published"),
        ("9", "undecodable"),
        ("10", "half_character"),
    ]
    assert refusals[-1].code == "unknown_fields"
    assert "farbe" in refusals[-1].what


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    write(tmp_path, b_DOT_txt=ARTICLE, a__z_DOT_md=ARTICLE, a__y=ARTICLE, _DOT_git__config=ARTICLE, _DOT_hidden=ARTICLE)
    documents, refusals = run(tmp_path)
    assert [d.name for d in documents] == ["y", "z.md", "b.txt"]
    assert refusals == []


def test_other_kinds_in_a_folder_are_refused_but_read_when_named(tmp_path: Path) -> None:
    write(tmp_path, tabelle_DOT_csv="a,b\n1,2\n")
    assert codes(run(tmp_path)[1]) == ["other_kind"]
    assert len(run(tmp_path / "tabelle.csv")[0]) == 1


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    assert codes(run(tmp_path)[1]) == ["empty_folder"]


def test_the_same_path_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE)
    documents, refusals = run(tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt")
    assert (len(documents), refusals) == (1, [])


def test_the_same_words_under_two_names_are_two_documents(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE, b_DOT_txt=ARTICLE)
    documents, refusals = run(tmp_path)
    assert len({d.id for d in documents}) == 2
    assert refusals == []


def test_files_of_one_name_get_names_that_tell_them_apart(tmp_path: Path) -> None:
    write(tmp_path, eins__a_DOT_txt=ARTICLE, zwei__a_DOT_txt=ARTICLE, zwei__b_DOT_txt=ARTICLE)
    documents, _ = run(tmp_path)
    assert [d.name for d in documents] == ["eins/a.txt", "zwei/a.txt", "b.txt"]
    assert len({d.id for d in documents}) == 3


def test_a_line_that_comes_twice_is_refused_once(tmp_path: Path) -> None:
    line = json.dumps({"text": ARTICLE, "id": "x"})
    (tmp_path / "a.jsonl").write_text(f"{line}\n{line}\n")
    documents, refusals = run(tmp_path)
    assert (len(documents), codes(refusals)) == (1, ["twice"])


@pytest.mark.parametrize("side", ["a.txt.meta.json", "a.meta.json"])
def test_a_side_file_supplies_what_the_text_does_not_say(tmp_path: Path, side: str) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE)
    fields = {"outlet": " Tageblatt ", "published": "2024-10-20", "title": None, "language": "de-AT"}
    (tmp_path / side).write_text(json.dumps(fields))
    (document,), refusals = run(tmp_path)
    supplied = document.supplied
    assert (supplied.outlet, supplied.published, supplied.title) == ("Tageblatt", "2024-10-20", None)
    assert (document.language, document.name, refusals) == ("de", "a.txt", [])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"outlet": "Blatt", "farbe": "rot"}', ["unknown_fields"]),
        ('{"published": "am Montag"}', ["wrong_published"]),
        ('{"language": 7, "title": ["x"]}', ["wrong_field", "wrong_language"]),
        ("kein JSON", ["side_file_broken"]),
        ("[1]", ["side_file_broken"]),
        ("[" * 100_000, ["side_file_broken"]),
    ],
)
def test_a_bad_side_file_costs_only_itself(tmp_path: Path, content: str, expected: list[str]) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE)
    (tmp_path / "a.meta.json").write_text(content)
    documents, refusals = run(tmp_path)
    assert len(documents) == 1
    assert sorted(codes(refusals)) == expected


def test_a_side_file_is_never_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt.meta.json").write_text('{"outlet": "Blatt"}')
    assert codes(run(tmp_path)[1]) == ["side_file_alone", "empty_folder"]
    assert codes(run(tmp_path / "a.txt.meta.json")[1]) == ["side_file"]


def test_language_is_supplied_before_asked_for_before_detected(tmp_path: Path) -> None:
    lines = [{"text": ARTICLE, "language": "fr", "id": 1}, {"text": ARTICLE, "id": 2}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    asked, _ = run(tmp_path, options=Options(language="nl"))
    detected, _ = run(tmp_path)
    assert [d.language for d in asked] == ["fr", "nl"]
    assert [d.language for d in detected] == ["fr", "de"]


def test_a_document_may_not_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textfile, "LARGEST_DOCUMENT", 100)
    monkeypatch.setattr("quellenlage.steps.acquire.jsonl.LARGEST_DOCUMENT", 100)
    (tmp_path / "a.txt").write_text("x" * 100)
    (tmp_path / "b.txt").write_text("x" * 101)
    (tmp_path / "c.jsonl").write_text('{"text": "' + "x" * 5_000 + '"}\n{"text": "kurz"}\n')
    documents, refusals = run(tmp_path)
    assert [d.name for d in documents] == ["a.txt", "c.jsonl:2"]
    assert [(r.code, r.where.rpartition("/")[2]) for r in refusals] == [
        ("too_large", "b.txt"),
        ("too_large", "c.jsonl:1"),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_that_vanishes_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text('{"text": "da"}')
    found = list(walking.find_sources([path], "de"))
    path.unlink()
    (source,) = found
    assert isinstance(source, walking.Source)
    reader = acquire_readers()[source.holds_lines]
    assert codes(item for item in reader(source, Options()) if isinstance(item, InputRefused)) == ["vanished"]


def acquire_readers():  # type: ignore[no-untyped-def]
    from quellenlage.steps.acquire.jsonl import read_lines_of

    return {True: read_lines_of, False: textfile.read_text_file}


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE)

    def forbidden(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert codes(run(tmp_path)[1]) == ["no_permission"]


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=ARTICLE, b_DOT_txt=ARTICLE)
    items = acquire([tmp_path], Options())
    assert next(items).name == "a.txt"  # type: ignore[union-attr]
    (tmp_path / "b.txt").unlink()
    assert codes(items) == ["vanished"]  # type: ignore[arg-type]


def test_ids_do_not_depend_on_where_the_files_lie(tmp_path: Path) -> None:
    write(tmp_path, eins__a_DOT_txt=ARTICLE, zwei__a_DOT_txt=ARTICLE)
    assert run(tmp_path / "eins")[0][0].id == run(tmp_path / "zwei")[0][0].id


def test_every_refusal_has_both_sentences_in_both_languages() -> None:
    keys = [set(entries(surface, "acquire")) for surface in SURFACES]
    assert keys[0] == keys[1]
    assert {key.rpartition(".")[2] for key in keys[0]} == {"what", "way_out"}
    assert len(keys[0]) % 2 == 0


def test_refusals_speak_the_language_of_the_surface(tmp_path: Path) -> None:
    (refusal,) = run(tmp_path / "x.txt", options=Options(surface="en"))[1]
    assert "does not exist" in str(refusal)
