"""The documentation says what the program does: made parts are fresh, examples run, names and words exist."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest

import quellenlage
from quellenlage.model.document import Role
from quellenlage.model.dossier import Aspect, DerivationKind, FindingKind
from quellenlage.model.marks import Comparator, EvidenceKind, SourceKind
from quellenlage.model.statement import Form, Stance
from tools.make_docs import PAGES, ROOT, made

DOCS = ROOT / "docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_made_parts_are_fresh(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == made(page), "run: python tools/make_docs.py"


def test_python_page_names_every_public_name() -> None:
    page = (DOCS / "python.md").read_text(encoding="utf-8")
    missing = [name for name in quellenlage.__all__ if not name.startswith("__") and f"quellenlage.{name}" not in page]
    assert missing == []


@pytest.mark.parametrize(
    "words", [Role, Form, Stance, SourceKind, EvidenceKind, Comparator, DerivationKind, FindingKind, Aspect]
)
def test_terms_page_explains_every_value(words: type[StrEnum]) -> None:
    page = (DOCS / "terms.md").read_text(encoding="utf-8")
    assert [word.value for word in words if f"`{word.value}`" not in page] == []


def test_functions_that_the_house_names_exist() -> None:
    rows = re.findall(
        r"^\| `(steps/[\w/]+)\.py` \| `(\w+)` \|", (DOCS / "house.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) > 15
    for path, function in rows:
        module = "quellenlage." + path.removesuffix("/__init__").replace("/", ".")
        assert callable(getattr(import_module(module), function)), (path, function)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_of_the_repository_exist(page: Path) -> None:
    """Words in code type that look like a path below one of the repository's own folders are one."""
    named = re.findall(r"`((?:src|docs|tests|tools|evals|benchmarks|\.ci)/[\w./-]*)`", page.read_text(encoding="utf-8"))
    named += [f"src/quellenlage/{path}" for path in _package_paths(page)]
    assert [path for path in named if not (ROOT / path).exists() and not path.startswith("docs/_build")] == []


def _package_paths(page: Path) -> list[str]:
    rooms = "model|text|languages|reference|wording|steps|store|app|demo"
    return re.findall(rf"`((?:{rooms})/[\w./-]+\.(?:py|toml|tsv|txt|json|md))`", page.read_text(encoding="utf-8"))


def test_data_page_names_every_required_library() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=!~; ]", requirement)[0].lower() for requirement in project["dependencies"]]
    for page in (DOCS / "data.md", ROOT / "NOTICE"):
        text = page.read_text(encoding="utf-8").lower()
        assert [name for name in names if name not in text] == [], page.name


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == quellenlage.__version__
    assert f'version: "{quellenlage.__version__}"' in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {quellenlage.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_readme_names_the_command_of_all_gates() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "bash .ci/run" in readme
    assert (ROOT / ".ci" / "run").is_file()
