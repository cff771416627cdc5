"""Every entry of the page's wording is used, and every entry that is asked for exists."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from quellenlage.model.document import Basis, Role
from quellenlage.model.dossier import Aspect, DerivationKind, FindingKind
from quellenlage.model.marks import Comparator, EvidenceKind, SourceKind
from quellenlage.model.statement import Certainty, Form, Stance
from quellenlage.wording import entries

# Groups whose entries are chosen by a code of the contract, and where the codes come from.
CODES = {
    "aspect": Aspect,
    "basis": Basis,
    "certainty": Certainty,
    "derivation": DerivationKind,
    "evidence": EvidenceKind,
    "finding": FindingKind,
    "form": Form,
    "role": Role,
    "source_kind": SourceKind,
    "stance": Stance,
}
# Groups whose entries are put together from a code and a word of the program.
COMPOSED = {
    *("chain_head", "chain_kind", "count", "count_help", "language", "mark", "method", "month", "month_short"),
    *("nav", "quotes", "status", "unit"),
}
SURFACES = ("de", "en")


def asked_for() -> set[str]:
    """The keys that stand literally in the modules and templates; those of counts come in two forms."""
    folder = resources.files("quellenlage.steps.write.page")
    files = [*folder.iterdir(), *folder.joinpath("templates").iterdir(), folder.parent.joinpath("texts.py")]  # type: ignore[attr-defined]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files if file.name.endswith((".py", ".jinja")))
    said = set(re.findall(r"""\bsay\(\s*["']([\w.]+)["']""", text))
    said |= set(re.findall(r"""\bsay\("([\w.]+)" if .*? else "[\w.]+"\)""", text))
    said |= set(re.findall(r"""\bsay\("[\w.]+" if .*? else "([\w.]+)"\)""", text))
    counted = set(re.findall(r"""\bcount\(\s*["']([\w.]+)["']""", text))
    said = {key for key in said if not key.endswith(".")}  # the rest of such a key is put to it by the template
    return said | {f"{key}.{form}" for key in counted for form in ("one", "other")}


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_asked_for_exists(surface: str) -> None:
    assert asked_for() - set(entries(surface, "page")) == set()


@pytest.mark.parametrize("surface", SURFACES)
def test_every_code_of_the_contract_has_a_word(surface: str) -> None:
    wanted = {f"{group}.{code.value}" for group, codes in CODES.items() for code in codes}
    wanted |= {f"comparator.{code.name.lower()}" for code in Comparator}
    assert wanted - set(entries(surface, "page")) == set()


@pytest.mark.parametrize("surface", SURFACES)
def test_no_entry_is_left_over(surface: str) -> None:
    composed = {*CODES, *COMPOSED, "comparator"}
    loose = {key for key in entries(surface, "page") if key.partition(".")[0] not in composed}
    assert loose - asked_for() - {"chain.says_text", "chain.says_text_undirected", "million", "billion"} == set()
