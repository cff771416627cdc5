"""Quellenlage: who claims what, on whose word, with which figure, and how many origins stand behind it.

    import quellenlage as ql

    dossier = ql.report(["a.txt", "articles/"])
    for claim in dossier.claims:
        print(claim.origins.outlets, claim.origins.texts, claim.origins.primary, claim.gist)

The names are loaded when they are first used, so that asking for the version costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.model.document import Document
    from quellenlage.model.dossier import Claim, Derivation, Dossier, Finding
    from quellenlage.model.errors import InputRefused, NothingToRead, OutputRefused, QuellenlageError
    from quellenlage.model.options import Options
    from quellenlage.model.span import Span
    from quellenlage.model.statement import Reading, Source, Statement
    from quellenlage.pipeline import Report, compare_readings, read_document, read_documents, report, run_report
    from quellenlage.steps.acquire import acquire
    from quellenlage.steps.write import dossier_json, dossier_page, json_schema, write_dossier

__version__ = "0.1.0"

_HOMES = {
    "Claim": "model.dossier",
    "Derivation": "model.dossier",
    "Document": "model.document",
    "Dossier": "model.dossier",
    "Finding": "model.dossier",
    "InputRefused": "model.errors",
    "NothingToRead": "model.errors",
    "Options": "model.options",
    "OutputRefused": "model.errors",
    "QuellenlageError": "model.errors",
    "Reading": "model.statement",
    "Report": "pipeline",
    "Source": "model.statement",
    "Span": "model.span",
    "Statement": "model.statement",
    "acquire": "steps.acquire",
    "compare_readings": "pipeline",
    "dossier_json": "steps.write",
    "dossier_page": "steps.write",
    "json_schema": "steps.write",
    "read_document": "pipeline",
    "read_documents": "pipeline",
    "report": "pipeline",
    "run_report": "pipeline",
    "write_dossier": "steps.write",
}

__all__ = [
    "Claim",
    "Derivation",
    "Document",
    "Dossier",
    "Finding",
    "InputRefused",
    "NothingToRead",
    "Options",
    "OutputRefused",
    "QuellenlageError",
    "Reading",
    "Report",
    "Source",
    "Span",
    "Statement",
    "__version__",
    "acquire",
    "compare_readings",
    "dossier_json",
    "dossier_page",
    "json_schema",
    "read_document",
    "read_documents",
    "report",
    "run_report",
    "write_dossier",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
