from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from quellenlage.model.errors import OutputRefused
from quellenlage.steps.write import write_dossier
from tests.dossiers import harbour


def test_page_json_and_tables_are_written_and_named(tmp_path: Path) -> None:
    written = write_dossier(harbour(), tmp_path / "new" / "out", surface="de")
    assert [path.name for path in written[:2]] == ["dossier.html", "dossier.json"]
    assert all(path.is_file() for path in written)
    assert {path.parent.name for path in written[2:]} == {"tables"}
    assert json.loads(written[1].read_text(encoding="utf-8"))["version"] == 1


def test_nothing_else_is_left_behind(tmp_path: Path) -> None:
    written = write_dossier(harbour(), tmp_path, surface="de")
    write_dossier(harbour(), tmp_path, surface="en")
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(written)


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    write_dossier(harbour(), tmp_path, surface="de")
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("below", [".", "sub/sub"])
def test_a_file_in_the_place_of_the_folder_is_refused_with_the_way_out(tmp_path: Path, below: str) -> None:
    file = tmp_path / "out"
    file.write_text("a file", encoding="utf-8")
    with pytest.raises(OutputRefused, match=r"out is a file, not a folder; name another folder with -o"):
        write_dossier(harbour(), file / below, surface="de")
    assert file.read_text(encoding="utf-8") == "a file"


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dossier.json").mkdir()
    with pytest.raises(OutputRefused, match=r"dossier\.json: cannot be written"):
        write_dossier(harbour(), tmp_path, surface="de")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputRefused, match="cannot be made"):
        write_dossier(harbour(), tmp_path / "out", surface="de")


@pytest.mark.parametrize(
    ("code", "way_out"),
    [(errno.ENOSPC, "free some space"), (errno.EROFS, "name another folder"), (errno.EACCES, "name another folder")],
)
def test_when_writing_fails_the_old_file_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, way_out: str
) -> None:
    written = write_dossier(harbour(), tmp_path, surface="de")
    before = {path: path.read_bytes() for path in written}

    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputRefused, match=way_out):
        write_dossier(harbour(), tmp_path, surface="en")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_two_writings_of_one_dossier_are_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_dossier(harbour(), tmp_path / "a", surface="de")]
    second = [path.read_bytes() for path in write_dossier(harbour(), tmp_path / "b", surface="de")]
    assert first == second
