"""The JSON contract, version 1: which fields of the records are written, under which key.

The records of `model/` are the contract: their fields, in their order, are the keys. `_HIDDEN` names the fields that
stay inside the program and `_RENAMED` those that are written under another key; the JSON Schema (`schema.py`) is made
from the same tables, so that writer and schema cannot drift apart.

Layout of the file: one record a line, so that a line of `grep ID dossier.json` is a whole record and two dossiers
can be compared with `diff`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import get_type_hints

from quellenlage.model.dossier import Derivation, DocumentEntry, Dossier, Finding, SharedPassage
from quellenlage.model.marks import Counted, Figure
from quellenlage.model.span import Span
from quellenlage.model.statement import Source, Statement

_HIDDEN: Mapping[type, frozenset[str]] = {
    Counted: frozenset({"head", "modifiers"}),
    Derivation: frozenset({"id"}),
    DocumentEntry: frozenset({"text"}),
    Figure: frozenset({"number", "additive"}),
    Finding: frozenset({"weight"}),
    Source: frozenset({"key", "country"}),
    Statement: frozenset({"traits"}),
}
_RENAMED: Mapping[type, Mapping[str, str]] = {
    Derivation: {"origin": "from", "derived": "to"},
    SharedPassage: {"origin": "from", "derived": "to"},
}
_EXACT_INTEGER = 2.0**53  # above it a float no longer names one integer


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a JSON object.

    Args:
        name: as written.
        field: of the record.
        hint: the field's type.
    """

    name: str
    field: str
    hint: object


@cache
def keys_of(record: type) -> tuple[Key, ...]:
    """The keys under which the fields of a record type are written, in order."""
    hidden, renamed = _HIDDEN.get(record, frozenset()), _RENAMED.get(record, {})
    hints = get_type_hints(record)
    fields: tuple[str, ...] = tuple(record.__dataclass_fields__)  # type: ignore[attr-defined]
    return tuple(Key(renamed.get(name, name), name, hints[name]) for name in fields if name not in hidden)


def plain(value: object) -> object:
    """`value` as JSON knows it: records become objects, tuples and spans arrays, whole floats integers."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _EXACT_INTEGER else value
    if isinstance(value, Span):
        return [value.begin, value.end]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(value[key]) for key in sorted(value)}
    record: type = type(value)
    return {key.name: plain(getattr(value, key.field)) for key in keys_of(record)}


def dossier_json(dossier: Dossier) -> bytes:
    """The dossier as the JSON contract has it: UTF-8, one record a line, a line end at the end.

    A lone surrogate of a text (bytes that no decoder could place) is written as its JSON escape, so that the file
    stays valid UTF-8 and the same text is read back.
    """
    parts = [f' "{key.name}": {_block(getattr(dossier, key.field))}' for key in keys_of(Dossier)]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "backslashreplace")


def _block(value: object) -> str:
    """A value of the outermost object; a list has one line for each of its records."""
    if not isinstance(value, tuple):
        return _line(value)
    if not value:
        return "[]"
    return "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n ]"


def _line(value: object) -> str:
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)
