"""Dossiers made from gold: the contract holds, the page can be written, and the scores know gold from nothing."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import quellenlage as ql
from corpus.calendar import interval_of, kind_of
from corpus.dossier import all_spans, gold_dossier
from corpus.story import Story, read_story, story_folders
from evals.corpus import rates
from evals.corpus_scores import Tally, score_story
from quellenlage.model.dossier import Dossier
from quellenlage.steps.write import dossier_json, write_dossier

_LISTS = (
    *("documents", "sources", "statements", "figures", "times", "places"),
    *("claims", "stories", "derivations", "findings", "timeline", "notes"),
)


def _read(folder: Path) -> Story:
    story, problems = read_story(folder)
    assert story is not None
    assert not problems
    return story


def _rows(story: Story, dossier: Dossier) -> dict[str, tuple[float, float, float]]:
    tally = Tally()
    score_story(story, dossier, tally)
    return {
        row: rates(units, tally.counts.get(f"{row} (said)"))
        for row, units in tally.counts.items()
        if not row.endswith("(said)") and sum(count.wanted for count in units.values())
    }


@pytest.mark.parametrize("folder", story_folders(), ids=lambda folder: folder.name)
def test_gold_against_itself_gives_one_and_nothing_gives_nought(folder: Path) -> None:
    story = _read(folder)
    gold = gold_dossier(story)
    assert {row: rate for row, rate in _rows(story, gold).items() if rate != (1, 1, 1)} == {}
    nothing = replace(gold, **dict.fromkeys(_LISTS, ()))
    assert {row: rate for row, rate in _rows(story, nothing).items() if any(rate)} == {}


@pytest.mark.parametrize("folder", story_folders(), ids=lambda folder: folder.name)
def test_the_contract_holds_for_gold(folder: Path, tmp_path: Path) -> None:
    gold = gold_dossier(_read(folder))
    jsonschema.validate(json.loads(dossier_json(gold)), ql.json_schema())
    lengths = {entry.id: len(entry.text) for entry in gold.documents}
    assert all(span.end <= lengths[document] for document, span in all_spans(gold))
    page, *_ = write_dossier(gold, tmp_path, surface="de")
    assert page.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("value", "kind", "begin", "end"),
    [
        ("2025-03-14", "DATE", "2025-03-14T00:00", "2025-03-15T00:00"),
        ("2025-12", "DATE", "2025-12-01T00:00", "2026-01-01T00:00"),
        ("2025", "DATE", "2025-01-01T00:00", "2026-01-01T00:00"),
        ("199", "DATE", "1990-01-01T00:00", "2000-01-01T00:00"),
        ("2025-W01", "DATE", "2024-12-30T00:00", "2025-01-06T00:00"),
        ("2025-W11-WE", "DATE", "2025-03-15T00:00", "2025-03-17T00:00"),
        ("2025-Q4", "DATE", "2025-10-01T00:00", "2026-01-01T00:00"),
        ("2025-H2", "DATE", "2025-07-01T00:00", "2026-01-01T00:00"),
        ("2025-WI", "DATE", "2024-12-01T00:00", "2025-03-01T00:00"),
        ("2025-03-14TNI", "TIME", "2025-03-14T22:00", "2025-03-15T06:00"),
        ("2025-03-14T18:05", "TIME", "2025-03-14T18:05", "2025-03-14T18:06"),
    ],
)
def test_values_have_their_kind_and_interval(value: str, kind: str, begin: str, end: str) -> None:
    assert kind_of(value) == kind
    interval = interval_of(value)
    assert interval is not None
    assert tuple(moment.isoformat(timespec="minutes") for moment in interval) == (begin, end)


@pytest.mark.parametrize(
    ("value", "kind"), [("P3D", "DURATION"), ("PT2H", "DURATION"), ("PXW", "DURATION"), ("PAST_REF", "DATE")]
)
def test_values_that_cannot_be_placed(value: str, kind: str) -> None:
    assert kind_of(value) == kind
    assert interval_of(value) is None


def test_a_set_is_told_by_its_mark() -> None:
    assert kind_of("P1Y", is_set=True) == "SET"
