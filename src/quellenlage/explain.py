"""What stands behind one id of a written dossier; behind `quellenlage explain`."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quellenlage.model.errors import InputRefused, UnknownName

_LISTS = (
    "documents",
    "sources",
    "statements",
    "figures",
    "times",
    "places",
    "claims",
    "stories",
    "derivations",
    "findings",
)
_MOST_NAMED = 12  # known ids that an unknown one is answered with


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a thing rests on.

    Args:
        field: what they are to it (`quote`, `speaker`, `span` …).
        document_name: name of the document they stand in.
        begin, end: half-open, in code points of the document's text.
        text: the words.
    """

    field: str
    document_name: str
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing of a dossier.

    Args:
        id: its id.
        kind: the list of the dossier it stands in, such as `claims`.
        record: its record as the JSON contract writes it.
        words: the words it rests on.
        referred_to_by: kind and id of everything that names it.
    """

    id: str
    kind: str
    record: Mapping[str, object]
    words: tuple[Words, ...]
    referred_to_by: tuple[str, ...]


def explain(thing: str, folder: Path) -> Explanation:
    """Find `thing` in the dossier that `report` wrote to `folder`.

    Raises:
        InputRefused: if there is no dossier in the folder, or it cannot be read.
        UnknownName: if nothing in it has that id.
    """
    dossier = _load(folder)
    # a derivation has no id in the contract: both its ends are named instead
    records = {str(record["id"]): (kind, record) for kind in _LISTS for record in dossier[kind] if "id" in record}
    if thing not in records:
        raise UnknownName("id", thing, _near(thing, tuple(records)))
    kind, record = records[thing]
    return Explanation(thing, kind, record, tuple(_words(thing, folder)), tuple(_referring(thing, dossier)))


def _load(folder: Path) -> dict[str, list[dict[str, object]]]:
    path = folder / "dossier.json"
    way_out = "write one with `quellenlage report PATH… -o FOLDER` and name FOLDER with --in"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputRefused(
            str(path), code="no_dossier", what=f"no readable dossier ({error})", way_out=way_out
        ) from error
    if not isinstance(content, dict) or content.get("format") != "quellenlage/dossier":
        raise InputRefused(str(path), code="no_dossier", what="this is no dossier", way_out=way_out)
    return content


def _near(thing: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Some of the known ids, those of the same kind first."""
    prefix = thing.partition("-")[0]
    ordered = sorted(known, key=lambda name: (not name.startswith(f"{prefix}-"), name))
    shown = tuple(ordered[:_MOST_NAMED])
    return (*shown, f"… {len(known) - len(shown)} more") if len(known) > len(shown) else shown


def _words(thing: str, folder: Path) -> Iterator[Words]:
    path = folder / "tables" / "spans.csv"
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["id"] == thing:
                yield Words(row["field"], row["document_name"], int(row["begin"]), int(row["end"]), row["text"])


def _referring(thing: str, dossier: Mapping[str, list[dict[str, object]]]) -> Iterator[str]:
    for kind in (*_LISTS, "timeline"):
        for record in dossier[kind]:
            if record.get("id") != thing and _names(record, thing):
                yield f"{kind} {_name(record)}".rstrip()


def _name(record: Mapping[str, object]) -> str:
    """The id of a record, both ends of a derivation, or nothing."""
    if "from" in record and "to" in record:
        return f"{record['from']} → {record['to']}"
    return str(record.get("id", ""))


def _names(value: object, thing: str) -> bool:
    if isinstance(value, dict):
        return any(_names(item, thing) for item in value.values())
    if isinstance(value, list):
        return any(_names(item, thing) for item in value)
    return value == thing
