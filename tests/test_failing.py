"""A mistake of the program in one document: the others are read, nothing is lost, the exit code tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quellenlage import pipeline
from quellenlage.app.commands import app
from quellenlage.model.document import Document
from quellenlage.model.errors import InvalidRecord
from quellenlage.pipeline import FAILED, run_report

_SICK, _SOUND = "Der Sender fiel aus, sagte Mira Holt.", "Die Halle brannte, sagte Rita Lang. Niemand war dort."


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(_SICK, encoding="utf-8")
    (folder / "b.txt").write_text(_SOUND, encoding="utf-8")
    real = pipeline.interpret

    def failing(document: Document, *rest: object, **options: object) -> object:
        if document.text == _SICK:
            raise InvalidRecord("statement stm-1: span (2, 9) precedes (1, 4)")
        return real(document, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "interpret", failing)
    return folder


def test_the_other_documents_are_read(articles: Path) -> None:
    done = run_report([articles])
    assert [entry.name for entry in done.dossier.documents] == ["a.txt", "b.txt"]
    assert {statement.document for statement in done.dossier.statements} == {done.dossier.documents[1].id}


def test_the_failure_is_a_note_and_told_to_the_caller(articles: Path) -> None:
    done = run_report([articles])
    noted = [note for note in done.dossier.notes if note.code == FAILED]
    assert [note.document for note in noted] == [done.dossier.documents[0].id]
    assert [(failed.where, failed.code) for failed in done.refusals] == [("a.txt", FAILED)]
    assert "stm-1" in done.refusals[0].what
    assert done.refusals[0].way_out


def test_the_exit_code_tells(articles: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["report", str(articles), "-o", str(tmp_path / "out")])
    assert run.exit_code == 1
    assert (tmp_path / "out" / "dossier.html").is_file()
