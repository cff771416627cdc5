"""Fit the weights behind the confidence of statements, and draw how well it is calibrated.

    python tools/fit_trust.py          write `languages/<code>/trust.toml` and `docs/pictures/confidence.svg`
    python tools/fit_trust.py --draw   draw the picture only, with the weights as they are

The weights are fitted on the training stories of the corpus (logistic regression over the traits of each statement
found: right or not), then stretched and shifted on the development stories, so that the figures mean what they say on
texts the rules were not made on. The picture shows development and test. Needs nothing but NumPy and the corpus.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.calibration import Bin, answers_of, bins_of
from evals.corpus import dossier_of, gold_stories
from evals.corpus_scores import Tally, score_story

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ROOT / "src" / "quellenlage" / "languages"
PICTURE = ROOT / "docs" / "pictures" / "confidence.svg"
Answer = tuple[tuple[str, ...], bool]

L2 = 4.0  # about a thousand answers to thirty traits: enough to keep a trait seen a few times from certainty
STEPS, RATE = 4000, 0.5  # the weights stand still long before
SCALE = 5.0  # log odds reach five, and a step of the factor must not overshoot
FEWEST = 5  # answers with a trait; a rarer one gets no weight
HEAD = """# How far a statement can be trusted that was found in a certain way: log odds that it is right, by trait.
# Read by: languages/trust.py (load_trust), for steps/interpret. Written by tools/fit_trust.py; do not edit by hand.
# Source: the training and development stories of the project's corpus. Licence: as the project's own.
"""


def answers(split: str) -> dict[str, list[Answer]]:
    """Traits of each statement found in a split and whether it was right, by language."""
    found: dict[str, list[Answer]] = {"de": [], "en": []}
    for story in gold_stories(split):
        tally, dossier = Tally(), dossier_of(story)
        score_story(story, dossier, tally)
        language = {entry.id: entry.language for entry in dossier.documents}
        for statement, right in tally.trusted:
            found[language[statement.document]].append((statement.traits, right))
    return found


def fit(told: Sequence[Answer]) -> tuple[dict[str, float], float]:
    """Weights by trait, and the log odds without any."""
    counted: dict[str, int] = {}
    for traits, _ in told:
        for trait in traits:
            counted[trait] = counted.get(trait, 0) + 1
    columns = sorted(trait for trait, count in counted.items() if count >= FEWEST)
    table = matrix(told, columns)
    truth = np.array([right for _, right in told], dtype=float)
    weights, start = np.zeros(len(columns)), float(np.log((truth.mean() + 1e-9) / (1 - truth.mean() + 1e-9)))
    for _ in range(STEPS):
        off = 1 / (1 + np.exp(-(table @ weights + start))) - truth
        weights -= RATE * (table.T @ off + L2 * weights) / len(told)
        start -= RATE * float(off.mean())
    return dict(zip(columns, (float(weight) for weight in weights), strict=True)), start


def matrix(told: Sequence[Answer], columns: Sequence[str]) -> NDArray[np.float64]:
    """A row for each answer, a column for each trait."""
    return np.array([[trait in traits for trait in columns] for traits, _ in told], dtype=float)


def stretched(told: Sequence[Answer], weights: dict[str, float], start: float) -> tuple[dict[str, float], float]:
    """The weights times a factor, and the start moved, as fits other answers best (Platt scaling)."""
    columns = sorted(weights)
    odds = matrix(told, columns) @ np.array([weights[column] for column in columns]) + start
    truth = np.array([right for _, right in told], dtype=float)
    factor, shift = 1.0, 0.0
    for _ in range(STEPS):
        off = 1 / (1 + np.exp(-(factor * odds + shift))) - truth
        factor -= RATE * float((off * odds).mean()) / SCALE
        shift -= RATE * float(off.mean())
    return {trait: factor * weight for trait, weight in weights.items()}, factor * start + shift


def write(code: str, weights: dict[str, float], start: float) -> None:
    """Write the weights of a language pack."""
    rows = [f'"{trait}" = {weight:.3f}' for trait, weight in sorted(weights.items())]
    text = f"{HEAD}start = {start:.3f}\n\n[weights]\n" + "\n".join(rows) + "\n"
    (LANGUAGES / code / "trust.toml").write_text(text, encoding="utf-8")


# --- the picture ---------------------------------------------------------------------------------------------------

SIDE, EDGE = 320, 56
COLOURS = {"development": "#1f5fa8", "test": "#b3541e"}


def drawn(bins: dict[str, list[Bin]]) -> str:
    """A reliability diagram: share of right statements over the confidence, a dot for each bin, sized by its count."""

    def at(share: float) -> float:
        return share * SIDE

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + EDGE + 130} {SIDE + 2 * EDGE}" role="img" '
        'font-family="sans-serif" font-size="12">',
        "<title>Share of right statements over their confidence</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<g transform="translate({EDGE},{EDGE / 2})">',
        f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M0 0V{SIDE}H{SIDE}" fill="none" stroke="#222"/>',
    ]
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        parts.append(f'<text x="{at(tick)}" y="{SIDE + 18}" text-anchor="middle" fill="#222">{tick:.1f}</text>')
        parts.append(f'<text x="-8" y="{SIDE - at(tick) + 4}" text-anchor="end" fill="#222">{tick:.1f}</text>')
    parts.append(f'<text x="{SIDE / 2}" y="{SIDE + 40}" text-anchor="middle" fill="#222">confidence</text>')
    parts.append(
        f'<text x="-38" y="{SIDE / 2}" text-anchor="middle" fill="#222" transform="rotate(-90 -38 {SIDE / 2})">'
        "share that is right</text>"
    )
    for place, (split, found) in enumerate(bins.items()):
        colour = COLOURS[split]
        points = " ".join(f"{at(b.said):.1f},{SIDE - at(b.right):.1f}" for b in found)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [
            f'<circle cx="{at(b.said):.1f}" cy="{SIDE - at(b.right):.1f}" r="{2 + b.count**0.5 / 2.5:.1f}" '
            f'fill="{colour}" fill-opacity="0.75">'
            f"<title>{split}: {b.count} statements, confidence {b.said:.2f}, right {b.right:.2f}</title></circle>"
            for b in found
        ]
        parts.append(f'<circle cx="{SIDE + 14}" cy="{20 + 20 * place}" r="5" fill="{colour}"/>')
        count = sum(b.count for b in found)
        parts.append(f'<text x="{SIDE + 24}" y="{24 + 20 * place}" fill="#222">{split} ({count})</text>')
    return "\n".join([*parts, "</g>", "</svg>"]) + "\n"


def main() -> int:
    """Fit and draw."""
    parser = argparse.ArgumentParser(prog="tools/fit_trust.py", description=__doc__)
    parser.add_argument("--draw", action="store_true", help="draw the picture only")
    if not parser.parse_args().draw:
        train, development = answers("train"), answers("development")
        for code in ("de", "en"):
            write(code, *stretched(development[code], *fit(train[code])))
            sys.stderr.write(f"{code}: {len(train[code])} statements fitted, {len(development[code])} to stretch on\n")
        sys.stderr.write("run again with --draw: the weights are read once per process\n")
        return 0
    PICTURE.write_text(drawn({split: bins_of(answers_of(split)) for split in COLOURS}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
