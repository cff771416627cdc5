"""The JSON Schema of the dossier, made from the model's types and docstrings.

`dossier.schema.json` beside this module is `schema_text()`, shipped for readers in other languages; a test proves it
fresh and says how to renew it.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import get_args, get_origin

from quellenlage.model.dossier import FORMAT, VERSION, Claim, Derivation, Dossier, Finding, Origins, TimelineEntry
from quellenlage.model.span import Span
from quellenlage.model.statement import Statement
from quellenlage.steps.write.contract import keys_of

_ID = f"urn:quellenlage:dossier:{VERSION}"
_SPAN_TEXT = "Half-open stretch [begin, end) of a document's decoded text, counted in code points; begin < end."
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_COUNT = {"minimum": 0}
# What the records refuse and their types do not say.
_LIMITS: Mapping[type, Mapping[str, Mapping[str, object]]] = {
    Claim: {"statements": {"minItems": 1}},
    Derivation: {"score": {"minimum": 0, "maximum": 1}},
    Dossier: {"format": {"const": FORMAT}, "version": {"const": VERSION}},
    Finding: {"statements": {"minItems": 1}, "reason": {"minLength": 1}, "spans": {"minItems": 1}},
    Origins: {"outlets": _COUNT, "texts": _COUNT, "primary": _COUNT, "undetermined": _COUNT},
    Statement: {"quote": {"minItems": 1}, "confidence": {"minimum": 0, "maximum": 1}},
}
_ONE_OF: Mapping[type, list[object]] = {
    TimelineEntry: [
        {"properties": {"claim": {"type": "null"}, "statement": {"type": "string"}}},
        {"properties": {"claim": {"type": "string"}, "statement": {"type": "null"}}},
    ],
}


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of the dossier.

    Every object lists all its keys as required and allows no others; what is unknown is null.
    """
    definitions: dict[str, object] = {}
    root = _object(Dossier, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        **root,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text() -> str:
    """The schema as the shipped file has it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def _object(record: type, definitions: dict[str, object]) -> dict[str, object]:
    about = _argument_texts(record)
    properties: dict[str, object] = {}
    for key in keys_of(record):
        schema = _schema(key.hint, definitions) | dict(_LIMITS.get(record, {}).get(key.field, {}))
        properties[key.name] = schema | ({"description": about[key.field]} if key.field in about else {})
    made: dict[str, object] = {
        "title": record.__name__,
        "description": _summary(record),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return made | ({"oneOf": _ONE_OF[record]} if record in _ONE_OF else {})


def _schema(hint: object, definitions: dict[str, object]) -> dict[str, object]:
    """The schema of one type; records and enumerations are added to `definitions` and referred to."""
    if isinstance(hint, UnionType):
        return _union(get_args(hint), definitions)
    if get_origin(hint) is tuple:
        item, ellipsis = get_args(hint)
        if ellipsis is not ...:
            raise TypeError(f"{hint}: only tuples of one type have a schema")
        return {"type": "array", "items": _schema(item, definitions)}
    if get_origin(hint) is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1], definitions)}
    if not isinstance(hint, type):
        raise TypeError(f"{hint}: no schema for this type")
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    return _reference(hint, definitions)


def _union(members: tuple[object, ...], definitions: dict[str, object]) -> dict[str, object]:
    schemas = [_schema(member, definitions) for member in members]
    if all(set(schema) == {"type"} for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    return {"anyOf": schemas}


def _reference(named: type, definitions: dict[str, object]) -> dict[str, object]:
    if named.__name__ not in definitions:
        definitions[named.__name__] = {}  # holds the place while a record that contains itself would be made
        definitions[named.__name__] = _definition(named, definitions)
    return {"$ref": f"#/$defs/{named.__name__}"}


def _definition(named: type, definitions: dict[str, object]) -> dict[str, object]:
    if named is Span:
        offset = {"type": "integer", "minimum": 0}
        pair = {"type": "array", "prefixItems": [offset, offset], "items": False, "minItems": 2}
        return {"title": "Span", "description": _SPAN_TEXT, **pair}
    if issubclass(named, Enum):
        values = [member.value for member in named]
        return {"title": named.__name__, "description": _summary(named), "type": "string", "enum": values}
    if is_dataclass(named):
        return _object(named, definitions)
    raise TypeError(f"{named}: no schema for this type")


def _summary(named: type) -> str:
    """What the docstring says before its arguments, on one line."""
    text = inspect.getdoc(named) or ""
    return " ".join(re.split(r"\n(?:Args|Raises):", text)[0].split())


def _argument_texts(record: type) -> dict[str, str]:
    """What the docstring's `Args:` section says of each field."""
    section = re.search(r"^Args:\n(.*?)(?=^\S|\Z)", inspect.getdoc(record) or "", re.DOTALL | re.MULTILINE)
    return dict(_arguments(section[1])) if section else {}


def _arguments(section: str) -> Iterator[tuple[str, str]]:
    for entry in re.split(r"\n(?=    \w)", section.rstrip("\n")):
        names, _, text = entry.partition(":")
        for name in names.split(","):
            yield name.strip(), " ".join(text.split())
