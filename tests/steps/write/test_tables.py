from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.document import Passage, Role
from quellenlage.model.span import Span
from quellenlage.steps.write import claim_table, dossier_json
from quellenlage.steps.write.tables import table_files
from tests.dossiers import KURIER, harbour

NAMES = "claims derivations documents figures findings notes places sources spans statements stories timeline times"


def rows(name: str, dossier=None) -> list[dict[str, str]]:
    content = table_files(dossier or harbour())[f"{name}.csv"]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_there_is_a_table_for_each_list_and_one_for_spans() -> None:
    assert sorted(table_files(harbour())) == [f"{name}.csv" for name in NAMES.split()]


@pytest.mark.parametrize("name", NAMES.split())
def test_tables_begin_with_a_byte_order_mark_and_a_full_header(name: str) -> None:
    content = table_files(harbour())[f"{name}.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(lines) > 1
    assert all(len(line) == len(lines[0]) for line in lines)


@pytest.mark.parametrize(
    "name", [name for name in NAMES.split() if name not in ("timeline", "notes", "spans", "derivations")]
)
def test_tables_have_the_ids_of_the_json(name: str) -> None:
    assert {row["id"] for row in rows(name)} == {record["id"] for record in json.loads(dossier_json(harbour()))[name]}


def test_words_stand_beside_ids() -> None:
    first = rows("statements")[0]
    assert first["quote"] == "Bei dem Brand im Chemielager am Nordkai […] bis zu 40 Menschen verletzt worden"
    assert first["source_name"] == "Hafenpolizei Sandhaven"
    assert first["chain"] == "Nördliche Presse-Agentur | Hafenpolizei Sandhaven"
    assert first["outlet"] == "Küstenkurier"
    assert first["figures"] == "bis zu 40"


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5 Grad", "@heute", "\tTab", "\rZeile"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    dossier = harbour()
    entry = replace(dossier.documents[0], title=text)
    title = rows("documents", replace(dossier, documents=(entry, *dossier.documents[1:])))[0]["title"]
    assert title == f"'{text}"


def test_negative_numbers_stay_numbers() -> None:
    dossier = harbour()
    figure = replace(dossier.figures[0], low=-3.0, point=-3.0, high=-3.0)
    assert rows("figures", replace(dossier, figures=(figure,)))[0]["low"] == "-3"


def test_every_span_of_the_json_stands_in_spans_with_its_words() -> None:
    dossier = harbour()
    listed = {(row["document"], int(row["begin"]), int(row["end"])): row["text"] for row in rows("spans")}
    texts = {entry.id: entry.text for entry in dossier.documents}
    found = set(spans_of(json.loads(dossier_json(dossier))))
    assert found <= set(listed)
    for (document, begin, end), words in listed.items():
        assert words.removeprefix("'") == texts[document][begin:end].removeprefix("'")


def spans_of(content: dict) -> set[tuple[str, int, int]]:
    """All spans of a dossier with their documents, read off the JSON without the program's help."""
    found: set[tuple[str, int, int]] = set()

    def walk(value: object, document: str | None) -> None:
        if isinstance(value, dict):
            inner = value.get("document", document)
            for key, item in value.items():
                walk(item, inner if key not in ("from", "to") else value.get(key))
        elif isinstance(value, list):
            if len(value) == 2 and all(isinstance(item, int) for item in value) and document:
                found.add((document, value[0], value[1]))
            else:
                for item in value:
                    walk(item, document)

    for entry in content["documents"]:
        walk(entry["passages"], entry["id"])
        walk(entry["credits"], entry["id"])
    for part in ("sources", "statements", "figures", "times", "places", "findings", "notes"):
        walk(content[part], None)
    for link in content["derivations"]:
        for passage in link["passages"]:
            found.add((link["from"], *passage["from"]))
            found.add((link["to"], *passage["to"]))
    return found


@given(st.text(alphabet="aä\n\r🔥e\u0301\u00ad\ufeff", min_size=1))
def test_utf_16_units_are_those_of_a_browser(text: str) -> None:
    dossier = harbour()
    spans = tuple(Passage(Span(at, at + 1), Role.CONTENT) for at in range(len(text)))
    entry = replace(dossier.documents[0], text=text, passages=spans, credits=())
    alone = {name: () for name in dossier.__slots__ if isinstance(getattr(dossier, name), tuple)}
    for row in rows("spans", replace(dossier, **(alone | {"documents": (entry,)}))):
        units = text[: int(row["begin"])].encode("utf-16-le")
        assert int(row["begin_utf16"]) == len(units) // 2
        assert int(row["end_utf16"]) == len(text[: int(row["end"])].encode("utf-16-le")) // 2


def test_emoji_shift_the_utf_16_offsets() -> None:
    row = next(row for row in rows("spans") if row["text"].startswith("Lesen Sie auch"))
    assert int(row["begin_utf16"]) == int(row["begin"]) + KURIER.count("🔥")


def test_the_claim_table_begins_with_what_most_findings_touch() -> None:
    table = claim_table(harbour())
    assert [row.gist for row in table[:3]] == [
        "Bis zu 40 Menschen verletzt",
        "dass dort Lösungsmittel lagerten",
        "die Zahl der Verletzten auf mindestens 52 gestiegen",
    ]
    assert (table[0].outlets, table[0].texts, table[0].primary, table[0].undetermined) == (4, 2, 1, 0)
    assert len(table) == len(harbour().claims)


def test_a_claim_that_only_a_light_finding_touches_comes_later() -> None:
    gists = [row.gist for row in claim_table(harbour())]
    assert gists.index("die Zahl der Verletzten auf mindestens 52 gestiegen") < gists.index(
        "Wir gehen von einem technischen Defekt aus"
    )


def test_a_derivation_from_outside_the_set_names_the_source() -> None:
    outside = next(row for row in rows("derivations") if row["kind"] == "shared_wire")
    assert outside["from_name"] == "Nördliche Presse-Agentur"


def test_a_lone_surrogate_does_not_stop_the_tables() -> None:
    dossier = replace(harbour(), notes=(replace(harbour().notes[0], text="kaputt \udc80"),))
    assert "kaputt" in rows("notes", dossier)[0]["text"]
