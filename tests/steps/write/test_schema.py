from __future__ import annotations

import copy
import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

from quellenlage.steps.write import dossier_json, json_schema
from quellenlage.steps.write.schema import schema_text
from tests.dossiers import harbour


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_a_dossier_with_everything_in_it_is_valid() -> None:
    errors = [
        error.message for error in Draft202012Validator(json_schema()).iter_errors(json.loads(dossier_json(harbour())))
    ]
    assert errors == []


def test_the_shipped_file_is_what_the_model_says() -> None:
    shipped = resources.files("quellenlage.steps.write").joinpath("dossier.schema.json").read_text(encoding="utf-8")
    renew = "from quellenlage.steps.write.schema import schema_text; print(schema_text(), end='')"
    assert shipped == schema_text(), f'renew it: python -c "{renew}" > src/quellenlage/steps/write/dossier.schema.json'


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "something/else"),
        (("version",), 2),
        (("extra",), 1),
        (("documents", 0, "text"), "not exported"),
        (("documents", 0, "published"), "2031-03-03"),
        (("sources", 0, "kind"), "animal"),
        (("sources", 0, "key"), "not exported"),
        (("statements", 0, "quote"), []),
        (("statements", 0, "quote"), [[1, 2, 3]]),
        (("statements", 0, "quote"), [[-1, 2]]),
        (("statements", 0, "quote"), [["1", 2]]),
        (("statements", 0, "form"), None),
        (("figures", 0, "comparator"), "≈"),
        (("figures", 0, "low"), "40"),
        (("figures", 0, "counted", "head"), "Mensch"),
        (("claims", 0, "statements"), []),
        (("claims", 0, "origins", "texts"), -1),
        (("derivations", 0, "score"), 1.5),
        (("findings", 0, "spans"), []),
        (("findings", 0, "weight"), 1.0),
        (("timeline", 0, "claim"), None),
    ],
)
def test_what_breaks_the_contract_is_refused(path: tuple[str | int, ...], value: object) -> None:
    content = copy.deepcopy(json.loads(dossier_json(harbour())))
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not Draft202012Validator(json_schema()).is_valid(content)


@pytest.mark.parametrize("part", ["statements", "documents", "figures", "timeline"])
def test_no_key_may_be_missing(part: str) -> None:
    content = json.loads(dossier_json(harbour()))
    for key in list(content[part][0]):
        damaged = copy.deepcopy(content)
        del damaged[part][0][key]
        assert not Draft202012Validator(json_schema()).is_valid(damaged)


def test_every_record_and_code_list_is_described() -> None:
    schema = json_schema()
    assert all(definition["title"] and definition["description"] for definition in schema["$defs"].values())
    assert "half-open" in schema["$defs"]["Span"]["description"].casefold()
    assert schema["$defs"]["Statement"]["properties"]["hedges"]["description"]
    assert "hedged" in schema["$defs"]["Certainty"]["enum"]
