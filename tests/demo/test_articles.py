"""The demonstration's articles keep the oddities and the planted relations that its README promises."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from quellenlage.demo import demo_articles

SIDE_FILE_KEYS = {"title", "url", "outlet", "published", "language"}


def decoded(name: str) -> str:
    with demo_articles() as folder:
        (path,) = folder.glob(f"{name}-*.txt")
        return path.read_bytes().decode("cp1252" if name == "07" else "utf-8")


def test_folder_holds_articles_and_side_files_only() -> None:
    with demo_articles() as folder:
        names = sorted(path.name for path in folder.iterdir())
        assert len([name for name in names if name.endswith(".txt")]) == 13
        assert all(name.endswith((".txt", ".meta.json")) for name in names)


def test_side_files_belong_to_an_article_and_hold_known_keys() -> None:
    with demo_articles() as folder:
        for path in folder.glob("*.meta.json"):
            assert (folder / path.name.replace(".meta.json", ".txt")).is_file()
            assert set(json.loads(path.read_text(encoding="utf-8"))) <= SIDE_FILE_KEYS


def test_every_article_is_listed_in_the_key() -> None:
    key = files("quellenlage.demo").joinpath("README.md").read_text(encoding="utf-8")
    with demo_articles() as folder:
        assert re.findall(r"^\| `(\d\d-[a-z0-9-]+)`", key, re.M) == sorted(path.stem for path in folder.glob("*.txt"))


def test_bytes_are_odd_as_promised() -> None:
    with demo_articles() as folder:
        raw = {path.name[:2]: path.read_bytes() for path in folder.glob("*.txt")}
    with pytest.raises(UnicodeDecodeError):
        raw["07"].decode("utf-8")
    assert raw["10"].count(b"\r\n") == raw["10"].count(b"\n")
    assert raw["11"].startswith(b"\xef\xbb\xbf")
    assert decoded("09").count("\u00ad") == 2
    assert "180\u00a0Kubikmeter" in decoded("04")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("01", "Bis zu 4.200 Menschen müssten"),
        ("06", "4.200 Menschen fliehen"),
        ("08", "4.200 Menschen haben ihre Häuser verlassen"),
        ("01", "könnte sich nach einer ersten Schätzung seines Hauses auf bis zu 40 Millionen Euro belaufen"),
        ("04", "schätzt den Schaden bislang auf bis zu 40 Millionen Euro"),
        ("08", "Der Schaden beträgt laut Umweltminister Henrik Ostwaldt 40 Millionen Euro"),
        ("12", "inzwischen auf 65 Millionen Euro"),
        ("01", "In Kreisen des Krisenstabs hieß es, im äußersten Fall könnten bis zu 6.000"),
        ("09", "Das Ministerium rechnet damit, dass bei weiter steigendem Pegel bis zu 6.000"),
        ("08", "müssen 6.000 Menschen in Sicherheit gebracht werden"),
        ("10", "Diese Zahl stammt nicht aus unserem Haus"),
        ("04", "Mindestens sieben Personen"),
        ("10", "noch zwei Menschen vermisst"),
        ("12", "niemand mehr vermisst"),
        ("10", "weitere 600 Menschen"),
        ("10", "Insgesamt seien damit nun rund 4.800 Menschen"),
        ("07", "Rund 1.900 Haushalte"),
        ("07", "1.350 Menschen registriert"),
        ("04", "In einer früheren Fassung dieses Artikels hieß es, 4.200 Haushalte"),
        ("07", "bereits am 7. März"),
        ("11", "ist falsch"),
        ("09", "zwischen 16 und 17 Uhr"),
        ("06", "in der deutschen Stadt Kronfurt"),
        ("13", "sieben wurden zunächst vermisst"),
    ],
)
def test_planted_relation_stands_in_its_article(name: str, words: str) -> None:
    assert words in decoded(name)


def paragraphs(name: str) -> set[str]:
    return {line for line in decoded(name).splitlines() if len(line) > 150}


def test_copy_is_word_for_word_and_cut_copy_is_a_part() -> None:
    assert paragraphs("01") == paragraphs("02")
    agency = " ".join(decoded("01").split())
    assert sum(part in agency for part in re.split(r"(?<=[.“]) ", " ".join(decoded("03").split()))) >= 6


def test_folder_is_a_path_on_disk() -> None:
    with demo_articles() as folder:
        assert isinstance(folder, Path)
        assert folder.is_dir()
