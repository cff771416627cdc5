"""The whole program on the stories of the corpus: `python -m evals corpus`, and the errors of train and development.

`python -m evals.corpus SPLIT [--errors KIND]` prints the table of one split, and on demand the errors of one kind. The
errors of the test stories are not to be had, here or elsewhere: whoever has read them cannot measure with them.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus.dossier import document_of
from corpus.story import STORIES, Story, read_story, story_folders
from evals.corpus_scores import Count, Tally, score_story
from evals.yardstick import Yardstick
from quellenlage.model.dossier import Dossier
from quellenlage.model.options import Options
from quellenlage.pipeline import compare_readings, read_documents

_RESAMPLED = 1000
_SEED = 20250314


def gold_stories(split: str) -> Iterator[Story]:
    """The stories of a split.

    Raises:
        ValueError: if one does not pass `python -m corpus check`.
    """
    for folder in story_folders(split):
        story, problems = read_story(folder)
        if story is None or problems:
            raise ValueError(f"{folder.name} does not pass `python -m corpus check`: {problems[0]}")
        yield story


def dossier_of(story: Story) -> Dossier:
    """What the program makes of a story's texts."""
    options = Options()
    readings = read_documents([document_of(article) for article in story.articles], options)
    return compare_readings(readings, options)


@cache
def scored(split: str) -> Tally:
    """The program's answers on a split, counted; once per process, since two yardsticks ask for them."""
    tally = Tally()
    for story in gold_stories(split):
        score_story(story, dossier_of(story), tally)
    return tally


def rates(units: dict[str, Count], said: dict[str, Count] | None) -> tuple[float, float, float]:
    """Precision, recall and F1 of a row; `said` holds the numerator of precision where it has its own."""
    right = sum(count.right for count in units.values())
    total, wanted = sum(count.said for count in units.values()), sum(count.wanted for count in units.values())
    hits = right if said is None else sum(count.right for count in said.values())
    precision, recall = hits / total if total else 0.0, right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(units: dict[str, Count], said: dict[str, Count] | None) -> tuple[float, float]:
    """Where F1 lies in 95 of 100 draws of as many articles (or stories) with replacement."""
    draw, names, values = random.Random(_SEED), sorted(units), []  # noqa: S311
    for _ in range(_RESAMPLED):
        picked = draw.choices(names, k=len(names))
        again = {f"{n}#{i}": units[n] for i, n in enumerate(picked)}
        own = None if said is None else {f"{n}#{i}": said.get(n, Count(0, 0, 0)) for i, n in enumerate(picked)}
        values.append(rates(again, own)[2])
    values.sort()
    return values[int(0.025 * _RESAMPLED)], values[int(0.975 * _RESAMPLED)]


def table(split: str, tally: Tally) -> str:
    """One row for each measure: precision, recall, F1 with its interval, and how many the gold has."""
    lines = [f"{split:36} {'P':>6} {'R':>6} {'F1':>6}  {'95 % of draws':>15} {'gold':>6}"]
    for row in _rows(tally):
        units, said = tally.counts[row], tally.counts.get(f"{row} (said)")
        precision, recall, f1 = rates(units, said)
        low, high = interval(units, said)
        wanted = sum(count.wanted for count in units.values())
        lines.append(f"{row:36} {precision:6.3f} {recall:6.3f} {f1:6.3f}  {low:7.3f} … {high:.3f} {wanted:6.0f}")
    return "\n".join(lines)


def _rows(tally: Tally) -> list[str]:
    order = ("lines", "statements", "figures", "times", "names", "entities", "claims", "derivations", "origins")
    places = {name: number for number, name in enumerate((*order, "findings"))}
    rows = [row for row in tally.counts if not row.endswith(" (said)")]
    return sorted(rows, key=lambda row: places[row.partition(":")[0]])


def _figures(tally: Tally) -> dict[str, float]:
    figures = {}
    for row in _rows(tally):
        if not sum(count.wanted for count in tally.counts[row].values()):
            continue  # nothing of the kind in the gold: nothing to reach
        precision, recall, f1 = rates(tally.counts[row], tally.counts.get(f"{row} (said)"))
        figures[row] = recall if row == "names: found" else f1
        if row in _GIVEN_FOUND:
            figures[f"{row}, given found"] = precision
    return figures


_GIVEN_FOUND = frozenset(
    [f"statements: {part}" for part in ("speaker", "source", "form", "stance", "certainty", "chain")]
    + ["figures: comparator", "findings: all but agreement", "claims: pairs"]
)


def _yardstick(split: str) -> Yardstick:
    def measure(folder: Path) -> dict[str, float]:  # noqa: ARG001
        tally = scored(split)
        print(table(split, tally))
        return _figures(tally)

    return Yardstick(f"corpus-{split}", (split,), measure, home=STORIES)


DEVELOPMENT, TEST = _yardstick("development"), _yardstick("test")


def main() -> int:
    """Print the table of a split, and errors on demand."""
    parser = argparse.ArgumentParser(prog="python -m evals.corpus", description=__doc__)
    parser.add_argument("split", choices=("train", "development", "test"))
    parser.add_argument("--errors", metavar="KIND", help="print the errors of one kind, or `all`; never for test")
    arguments = parser.parse_args()
    if arguments.errors and arguments.split == "test":
        parser.error("the errors of the test stories are not to be had: who has read them cannot measure any more")
    tally = scored(arguments.split)
    print(table(arguments.split, tally))
    if arguments.errors:
        kinds = sorted(tally.errors) if arguments.errors == "all" else [arguments.errors]
        unknown = [kind for kind in kinds if kind not in tally.errors]
        if unknown:
            parser.error(f"no errors of kind {unknown[0]}; there are {', '.join(sorted(tally.errors))}")
        for kind in kinds:
            print(f"\n{kind}: {len(tally.errors[kind])}")
            print("\n".join(f"  {line}" for line in tally.errors[kind]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
