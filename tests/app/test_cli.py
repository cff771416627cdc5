"""The commands from outside: what they print, where, and what they tell the shell."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from quellenlage import __version__, json_schema
from quellenlage.app.commands import app
from quellenlage.app.main import main

FIRST = """Brand in Talhausen

Nach Angaben der Polizei wurden bis zu 40 Menschen verletzt.

„Wir haben so etwas noch nie erlebt“, sagte Bürgermeisterin Anna Adler.
"""
SECOND = """Feuer in Talhausen: 40 Verletzte

Laut Polizei wurden 40 Menschen verletzt. Der Betreiber wies zurück, dass Warnungen missachtet wurden.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_report_writes_a_valid_dossier_and_says_so(articles: Path, tmp_path: Path) -> None:
    result = run("report", articles, "-o", tmp_path / "out")
    assert result.exit_code == 0
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    jsonschema.validate(dossier, json_schema())
    assert (tmp_path / "out" / "dossier.html").stat().st_size > 1000
    assert (tmp_path / "out" / "tables" / "claims.csv").is_file()
    assert "Behauptung" in result.stdout
    assert "2 Dokumente gelesen" in result.stderr


def test_report_twice_gives_the_same_bytes_apart_from_the_run(articles: Path, tmp_path: Path) -> None:
    run("report", articles, "-o", tmp_path / "one")
    run("report", articles / "b.txt", articles / "a.txt", "-o", tmp_path / "two")
    one, two = (json.loads((tmp_path / name / "dossier.json").read_text(encoding="utf-8")) for name in ("one", "two"))
    one.pop("run")
    two.pop("run")
    assert json.dumps(one) == json.dumps(two)


def test_report_as_json_puts_nothing_else_on_standard_output(articles: Path, tmp_path: Path) -> None:
    result = run("report", articles, "-o", tmp_path / "out", "--json", "--timings")
    assert json.loads(result.stdout)["format"] == "quellenlage/dossier"
    assert "seconds" in result.stderr


def test_report_names_what_it_could_not_read_and_does_the_rest(articles: Path, tmp_path: Path) -> None:
    (articles / "c.txt").write_bytes(b"%PDF-1.7 \x00\x01")
    (articles / "d.txt").write_text("  \n", encoding="utf-8")
    result = run("report", articles, tmp_path / "absent.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    for name in ("c.txt", "d.txt", "absent.txt"):
        assert name in result.stderr
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    assert [document["name"] for document in dossier["documents"]] == ["a.txt", "b.txt"]
    assert len([note for note in dossier["notes"] if note["code"].startswith("input_")]) == 3


def test_report_of_nothing_readable_ends_with_three(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("report", tmp_path / "empty", "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [["report"], ["report", "a.txt", "--surface", "fr"], ["report", "a.txt", "--published", "gestern"], ["reprot"]],
)
def test_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_report_into_a_file_is_refused_before_anything_is_harmed(articles: Path, tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.write_text("mine", encoding="utf-8")
    result = run("report", articles, "-o", target)
    assert result.exit_code == 4
    assert target.read_text(encoding="utf-8") == "mine"
    assert "taken" in result.stderr


def test_english_surface_speaks_english(articles: Path, tmp_path: Path) -> None:
    result = run("report", articles, "-o", tmp_path / "out", "--surface", "en")
    assert "outlets" in result.stdout
    assert 'lang="en"' in (tmp_path / "out" / "dossier.html").read_text(encoding="utf-8")


def test_explain_shows_the_words_behind_an_id(articles: Path, tmp_path: Path) -> None:
    run("report", articles, "-o", tmp_path / "out")
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    figure = dossier["figures"][0]
    result = run("explain", figure["id"], "--in", tmp_path / "out", "--json")
    explained = json.loads(result.stdout)
    assert explained["kind"] == "figures"
    assert any("40" in words["text"] for words in explained["words"])
    assert any(reference.startswith("statements ") for reference in explained["referred_to_by"])


def test_explain_answers_an_unknown_id_with_known_ones(articles: Path, tmp_path: Path) -> None:
    run("report", articles, "-o", tmp_path / "out")
    result = run("explain", "fig-0", "--in", tmp_path / "out")
    assert result.exit_code == 2
    assert "fig-" in result.stderr


def test_explain_without_a_dossier_names_the_way_out(tmp_path: Path) -> None:
    result = run("explain", "fig-0", "--in", tmp_path)
    assert result.exit_code == 3
    assert "quellenlage report" in result.stderr


def test_doctor_finds_this_installation_sound() -> None:
    result = run("doctor", "--json")
    assert result.exit_code == 0
    checks = json.loads(result.stdout)
    assert {check["name"] for check in checks} >= {"Python", "language packs", "reference data", "reading"}


def test_demo_writes_its_dossier(tmp_path: Path) -> None:
    result = run("demo", "-o", tmp_path / "out", "--no-open")
    assert result.exit_code == 0
    assert (tmp_path / "out" / "dossier.html").is_file()


def test_version_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["quellenlage", "--version"])
    main()
    assert capsys.readouterr().out == f"quellenlage {__version__}\n"
    assert run("--version").stdout == f"quellenlage {__version__}\n"
