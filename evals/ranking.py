"""Do our stories rank systems as the public gold does? `python -m evals.ranking`.

The program, and the program made worse in known ways, are measured on the development half of the German news gold and
on our own train and development stories. What matters is the order of the systems, not the height of the figures: the
two annotate by different guidelines.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.story import Story
from evals.attribution import figures, prediction_of, statements_of_gold
from evals.corpus import dossier_of, gold_stories, rates
from evals.corpus_scores import Tally, score_story
from evals.scorers import run_scorer, write_lines
from evals.yardstick import shared_folder
from quellenlage.model.dossier import Dossier
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Statement

_GOLD = "german-news-quotes/dev.jsonl.gz"
Worsen = Callable[[Sequence[Statement]], list[Statement]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A system and its figures on both yardsticks."""

    name: str
    public_quotes: float
    own_quotes: float
    public_joint: float
    own_speakers: float


def only(*forms: Form) -> Worsen:
    """Nothing but statements of these forms."""
    return lambda statements: [s for s in statements if s.form in forms]


def some(parts: int, of: int) -> Worsen:
    """A share of the statements, the same in every run."""
    return lambda statements: [s for s in statements if zlib.crc32(str(s.quote[0]).encode()) % of < parts]


def cut(statements: Sequence[Statement]) -> list[Statement]:
    """Every second quote cut to two fifths."""
    return [_cut(s) if number % 2 else s for number, s in enumerate(statements)]


def _cut(statement: Statement) -> Statement:
    spans = tuple(Span(span.begin, span.begin + max(1, span.length * 2 // 5)) for span in statement.quote)
    return replace(statement, quote=spans)


def mute(statements: Sequence[Statement]) -> list[Statement]:
    """Every second statement without its speaker."""
    return [s if number % 2 else replace(s, speaker=()) for number, s in enumerate(statements)]


_ALL = (Form.DIRECT, Form.INDIRECT, Form.REPORTED, Form.FREE_INDIRECT)
SYSTEMS: dict[str, Worsen] = {
    "the program": only(*_ALL),
    "without free indirect": only(Form.DIRECT, Form.INDIRECT, Form.REPORTED),
    "without reported": only(Form.DIRECT, Form.INDIRECT, Form.FREE_INDIRECT),
    "direct and indirect": only(Form.DIRECT, Form.INDIRECT),
    "indirect only": only(Form.INDIRECT),
    "direct only": only(Form.DIRECT),
    "three statements of four": some(3, 4),
    "every second statement": some(1, 2),
    "quotes cut short": cut,
    "speakers lost": mute,
}


def standings(shared: Path) -> list[Standing]:
    """Every system on both yardsticks."""
    gold = shared / "data" / _GOLD
    news = list(statements_of_gold(gold))
    stories = [(s, dossier_of(s)) for split in ("train", "development") for s in gold_stories(split)]
    found = []
    for name, worsen in SYSTEMS.items():
        with tempfile.TemporaryDirectory() as folder:
            rows = (prediction_of(document, worsen(statements)) for document, statements in news)
            predicted = write_lines(Path(folder, "predicted.jsonl"), rows)
            scores = Path(folder, "scores.json")
            run_scorer(shared, "score_attribution.py", gold, predicted, "--json", scores, "--quiet")
            public = figures(json.loads(scores.read_text(encoding="utf-8")))
        quotes, speakers = _on_stories(stories, worsen)
        found.append(Standing(name, public["quote match F1"], quotes, public["joint hit F1"], speakers))
    return found


def _on_stories(stories: Sequence[tuple[Story, Dossier]], worsen: Worsen) -> tuple[float, float]:
    tally = Tally()
    for story, dossier in stories:
        own = [s for s in dossier.statements if s.form is Form.OWN]
        said = worsen([s for s in dossier.statements if s.form is not Form.OWN])
        score_story(story, replace(dossier, statements=(*own, *said)), tally)
    return rates(tally.counts["statements: quote"], None)[2], rates(tally.counts["statements: speaker"], None)[2]


def rank_correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Spearman's rho; values that are equal share their rank."""
    left, right = _ranks(first), _ranks(second)
    mean = (len(left) - 1) / 2
    covariance = sum((a - mean) * (b - mean) for a, b in zip(left, right, strict=True))
    spread = sum((a - mean) ** 2 for a in left) * sum((b - mean) ** 2 for b in right)
    return covariance / spread**0.5 if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]


def ranking_table(found: Sequence[Standing]) -> str:
    """The systems, and how alike both yardsticks rank them."""
    heads = "| system | quote F1, news gold | quote F1, stories | joint hit F1, news gold | speaker F1, stories |"
    lines = [heads, "| --- | ---: | ---: | ---: | ---: |"]
    for s in found:
        cells = (s.public_quotes, s.own_quotes, s.public_joint, s.own_speakers)
        lines.append(f"| {s.name} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |")
    quotes = rank_correlation([s.public_quotes for s in found], [s.own_quotes for s in found])
    speakers = rank_correlation([s.public_joint for s in found], [s.own_speakers for s in found])
    lines.append(f"| *rank correlation (Spearman)* | *{quotes:.2f}* | | *{speakers:.2f}* | |")
    return "\n".join(lines)


def main() -> int:
    """Print the table."""
    shared = shared_folder()
    if shared is None:
        print("ranking skipped: the development data are absent; set QUELLENLAGE_SHARED to their folder")
        return 0
    print(ranking_table(standings(shared)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
