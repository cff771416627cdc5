from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quellenlage.model.dossier import Dossier
from quellenlage.model.marks import Comparator
from quellenlage.steps.write import dossier_json
from tests.dossiers import harbour

KEYS = {
    "run": "program created languages options input_digest",
    "documents": "id name outlet title published language passages credits",
    "sources": "id name kind variants mentions",
    "statements": "id document quote speaker source cue form stance certainty hedges chain figures times places "
    "evidence confidence",
    "figures": "id document span low high point comparator unit counted status",
    "times": "id document span kind value earliest latest anchor",
    "places": "id document span name country",
    "claims": "id gist statements origins",
    "stories": "id documents title",
    "derivations": "from to kind directed score passages basis",
    "findings": "id kind aspect claims statements rule reason spans",
    "timeline": "earliest latest claim statement basis",
    "notes": "document span code text",
}


def written(dossier: Dossier) -> dict:
    return json.loads(dossier_json(dossier))


def test_the_outermost_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(written(harbour())) == ["format", "version", *KEYS]


@pytest.mark.parametrize(("part", "keys"), KEYS.items())
def test_records_have_exactly_the_keys_of_the_contract(part: str, keys: str) -> None:
    content = written(harbour())[part]
    records = content if isinstance(content, list) else [content]
    assert records
    assert all(list(record) == keys.split() for record in records)


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("documents", 0, "published"), "earliest latest basis"),
        (("documents", 0, "passages", 0), "span role"),
        (("documents", 0, "credits", 0), "source span"),
        (("sources", 0, "mentions", 0), "document span"),
        (("statements", 5, "evidence", 0), "kind span supplied_by checked_by method"),
        (("figures", 0, "counted"), "text span"),
        (("times", 0, "anchor"), "date basis"),
        (("claims", 0, "origins"), "outlets texts primary undetermined why"),
        (("derivations", 0, "passages", 0), "from to"),
        (("findings", 0, "spans", 0), "document span"),
    ],
)
def test_inner_objects_have_exactly_the_keys_of_the_contract(path: tuple[str | int, ...], keys: str) -> None:
    value = written(harbour())
    for step in path:
        value = value[step]
    assert list(value) == keys.split()


def test_spans_are_pairs_and_give_back_the_words() -> None:
    dossier = harbour()
    statement = written(dossier)["statements"][1]
    begin, end = statement["quote"][0]
    assert dossier.documents[0].text[begin:end] == "Wir gehen von einem technischen Defekt aus"


def test_what_is_unknown_is_null_and_both_keys_of_the_timeline_stand() -> None:
    content = written(harbour())
    assert content["documents"][3]["outlet"] is None
    assert content["documents"][3]["published"] is None
    assert {entry["claim"] is None for entry in content["timeline"]} == {True, False}
    assert all((entry["claim"] is None) != (entry["statement"] is None) for entry in content["timeline"])


@pytest.mark.parametrize(
    ("value", "json_form"), [(1500.0, "1500"), (2.5, "2.5"), (0.0, "0"), (-3.0, "-3"), (1e17, "1e+17")]
)
def test_whole_numbers_are_written_without_a_point(value: float, json_form: str) -> None:
    dossier = harbour()
    figure = replace(dossier.figures[0], low=value, high=value, point=value, comparator=Comparator.EQUAL)
    text = dossier_json(replace(dossier, figures=(figure,))).decode()
    assert f'"point": {json_form}, ' in text


def test_each_record_stands_on_a_line_of_its_own() -> None:
    dossier = harbour()
    lines = dossier_json(dossier).decode().splitlines()
    first = dossier.statements[0].id
    (line,) = [line for line in lines if f'{{"id": "{first}"' in line]
    assert json.loads(line.strip().rstrip(","))["id"] == first


def test_a_lone_surrogate_survives_as_valid_utf_8() -> None:
    dossier = replace(harbour(), notes=(replace(harbour().notes[0], text="kaputt \udc80 𝄞"),))
    content = dossier_json(dossier)
    assert content.decode("utf-8")
    assert json.loads(content)["notes"][0]["text"] == "kaputt \udc80 𝄞"


def test_two_writings_are_the_same_bytes_and_end_with_a_line_end() -> None:
    assert dossier_json(harbour()) == dossier_json(harbour())
    assert dossier_json(harbour()).endswith(b"}\n")


def test_an_empty_dossier_is_written() -> None:
    empty = {name: () for name in Dossier.__slots__ if isinstance(getattr(harbour(), name), tuple)}
    assert written(replace(harbour(), **empty))["documents"] == []
