"""Scores move where a dossier differs from gold, and only there."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.dossier import gold_dossier
from corpus.story import Story, read_story
from evals.corpus import rates
from evals.corpus_scores import Count, Tally, score_story
from quellenlage.model.dossier import Dossier
from quellenlage.model.marks import Comparator
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty, Form, Stance
from tests.corpus.writing import write_story

FIRST = (
    "@title {f2=~40:injured|Rund 40} {n2|Verletzte}\n"
    "@[alle] {q1|{f1=~40:injured|Rund 40} {n1|Menschen} seien {t=2025-03-14|am Freitag} verletzt worden}, "
    "{c1|sagte} {s1|Rike Behle}. {q2|Das Amt halte {h2|wohl} still}, {c2|sagte} {s2|die Polizei}."
)
SECOND = "@title {q1|{f1=40:injured|40} {n1|Verletzte}}\n@[alle] Mehr ist nicht bekannt."
CLAIMS = """[claims.hurt]
gist = "Rund 40 Menschen wurden verletzt"
origins = "2/2/1/1"
[[derivations]]
from = "01"
to = "02"
kind = "rewrite"
passages = ["alle"]
[[findings]]
kind = "drift"
aspect = "bound"
sides = [["01.1"], ["02.1"]]
reason = "rund fehlt"
[[findings]]
kind = "drift"
aspect = "attribution"
sides = [["01.1"], ["02.1"]]
reason = "Quelle fehlt"
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    articles = {
        "01-a": (FIRST, "1 indirect asserts claim=hurt\n2 indirect asserts"),
        "02-b": (SECOND, "1 own asserts claim=hurt"),
    }
    story, problems = read_story(write_story(tmp_path / "s", articles, CLAIMS))
    assert problems == []
    assert story is not None
    return story


def _below_one(story: Story, dossier: Dossier) -> dict[str, tuple[float, float]]:
    tally = Tally()
    score_story(story, dossier, tally)
    found = {}
    for row, units in tally.counts.items():
        if not row.endswith("(said)") and sum(count.wanted for count in units.values()):
            precision, recall, _ = rates(units, tally.counts.get(f"{row} (said)"))
            if min(precision, recall) < 1:
                found[row] = (round(precision, 2), round(recall, 2))
    return found


def _first_statement(dossier: Dossier, **changes: object) -> Dossier:
    head, *rest = dossier.statements
    return replace(dossier, statements=(replace(head, **changes), *rest))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        (lambda d: _first_statement(d, stance=Stance.DENIES), {"statements: stance": (0.5, 0.5)}),
        (lambda d: _first_statement(d, form=Form.REPORTED), {"statements: form": (0.5, 0.5)}),
        (
            lambda d: _first_statement(d, certainty=Certainty.HEDGED, hedges=(Span(0, 4),)),
            {"statements: certainty": (0.5, 0.5)},
        ),
        (
            lambda d: _first_statement(d, source=None, chain=()),
            {"statements: source": (0.5, 0.5), "statements: chain": (0.5, 0.5)},
        ),
        (lambda d: _first_statement(d, speaker=()), {"statements: speaker": (0.5, 0.5)}),
        (lambda d: replace(d, derivations=()), {"derivations": (0, 0)}),
        (lambda d: replace(d, figures=d.figures[:-1]), {"figures": (1, 0.67)}),
        (
            lambda d: replace(d, figures=(replace(d.figures[0], comparator=Comparator.EQUAL), *d.figures[1:])),
            {"figures: comparator": (0.67, 0.67)},
        ),
        (lambda d: replace(d, times=(replace(d.times[0], value="2025-03-13"),)), {"times: value": (0, 0)}),
        (lambda d: replace(d, findings=d.findings[:1] + d.findings[2:]), {"findings": (1, 0.5)}),
    ],
    ids=["stance", "form", "certainty", "source", "speaker", "derivation", "figure", "comparator", "time", "finding"],
)
def test_one_change_moves_its_rows(
    story: Story, change: Callable[[Dossier], Dossier], rows: dict[str, tuple[float, float]]
) -> None:
    below = _below_one(story, change(gold_dossier(story)))
    wanted = next(iter(rows))
    if wanted in ("derivations", "figures", "findings"):
        assert below
        assert all(row.startswith(wanted) for row in below), below
        assert rows[wanted] in below.values()
    else:
        assert below == rows


def test_own_voice_that_the_gold_passes_over_costs_nothing(story: Story) -> None:
    gold = gold_dossier(story)
    second = next(entry for entry in gold.documents if entry.name == "02-b")
    begin = second.text.index("Mehr")
    extra = replace(gold.statements[-1], id="stm-extra", quote=(Span(begin, begin + 10),), form=Form.OWN)
    assert _below_one(story, replace(gold, statements=(*gold.statements, extra))) == {}
    said = replace(extra, form=Form.INDIRECT)
    below = _below_one(story, replace(gold, statements=(*gold.statements, said)))
    assert below == {"statements: quote": (0.67, 1)}


def test_a_claim_torn_apart_costs_its_pair_and_its_origins(story: Story) -> None:
    gold = gold_dossier(story)
    hurt = next(claim for claim in gold.claims if len(claim.statements) == 2)
    first, second = (replace(hurt, id=s, statements=(s,)) for s in hurt.statements)
    others = tuple(claim for claim in gold.claims if claim is not hurt)
    below = _below_one(story, replace(gold, claims=(*others, first, second)))
    assert set(below) == {"claims: pairs", "claims: pairs of found statements"}


def test_rates_of_nothing_are_nought() -> None:
    assert rates({"a": Count(0, 0, 3)}, None) == (0, 0, 0)


def test_errors_of_the_test_stories_are_not_to_be_had() -> None:
    command = [sys.executable, "-m", "evals.corpus", "test", "--errors", "all"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert run.returncode == 2
    assert "not to be had" in run.stderr
