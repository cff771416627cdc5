"""Whether an installation can do its work; behind `quellenlage doctor`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from quellenlage import __version__
from quellenlage.demo import demo_articles
from quellenlage.languages.pack import load_pack, pack_codes
from quellenlage.model.errors import QuellenlageError
from quellenlage.pipeline import run_report
from quellenlage.reference import load_reference

_REINSTALL = "install the program again: python -m pip install --force-reinstall quellenlage"
_NAME = "quellenlage"
_PACKAGE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked.

    Args:
        name: what was checked.
        passed: whether it is as it should be.
        found: what was found, in words.
        way_out: what to do if it did not pass; empty otherwise.
    """

    name: str
    passed: bool
    found: str
    way_out: str = ""


def check_health() -> tuple[Check, ...]:
    """Check Python, the packages that the program requires, its data files, and a reading of the demo articles."""
    return (_python(), *_packages(), _languages(), _reference(), _reading())


def _python() -> Check:
    return Check("Python", True, sys.version.split()[0])


def _packages() -> Iterator[Check]:
    """The packages named as requirements, with their versions; extras are not asked for."""
    for requirement in metadata.requires(_NAME) or ():
        if "extra ==" in requirement:
            continue
        name = _PACKAGE_NAME.findall(requirement)[0]  # a requirement begins with the package's name
        try:
            yield Check(f"package {name}", True, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(f"package {name}", False, "absent", f"python -m pip install {name}")


def _languages() -> Check:
    try:
        for code in pack_codes():
            load_pack(code)
    except QuellenlageError as error:
        return Check("language packs", False, str(error), _REINSTALL)
    return Check("language packs", True, ", ".join(pack_codes()))


def _reference() -> Check:
    try:
        reference = load_reference()
    except QuellenlageError as error:
        return Check("reference data", False, str(error), _REINSTALL)
    found = f"{len(reference.countries)} countries, {len(reference.cities)} towns, {len(reference.media)} media"
    return Check("reference data", True, found)


def _reading() -> Check:
    """Read the demo articles, as `quellenlage demo` would, without writing anything."""
    try:
        with demo_articles() as folder:
            dossier = run_report([folder]).dossier
    except QuellenlageError as error:
        return Check("reading", False, str(error), _REINSTALL)
    found = f"{len(dossier.statements)} statements in {len(dossier.documents)} demo articles (version {__version__})"
    return Check("reading", bool(dossier.statements), found, "" if dossier.statements else _REINSTALL)
