"""How early an analyst must see a finding: one table, highest first."""

from __future__ import annotations

# Base weight by rule. What could make an analyst print something wrong comes before what only shades it.
WEIGHTS = {
    "figure_denied": 100,  # somebody says in so many words that the figure is not what others say it is
    "assertion_denied": 92,  # word against word; rises above a conflict when a figure is at stake
    "figures_conflict": 95,  # both cannot be true, and nobody can print either alone
    "corrected": 90,  # a figure that its own outlet took back may still stand elsewhere
    "assertion_doubted": 72,
    "one_origin": 80,  # several outlets look like several confirmations and are not
    "one_text": 70,  # the same, seen in the text instead of the attribution
    "attribution_differs": 76,  # a word that grew weightier on the way
    "attribution_lost": 74,  # what was somebody's word stands as a fact
    "superseded": 66,  # an older figure of the same source is still about
    "figure_differs": 64,
    "place_differs": 62,
    "hedge_lost": 60,
    "bound_lost": 58,  # "bis zu" and "mindestens": the figure means something else without them
    "time_differs": 52,
    "status_differs": 50,
    "bound_differs": 44,  # "rund" alone: a shade
    "separate_origins": 40,  # good news can wait
}
_WITH_FIGURE = (
    4  # a figure is what gets printed; lifts a denial above a conflict without lifting one rule over two others
)
_MOST_OUTLETS = 20  # beyond them more outlets make a finding no more urgent
_PER_OUTLET = 0.1  # all outlets together weigh less than one step between rules


def weight_of(rule: str, *, outlets: int, telling: bool) -> float:
    """The weight of a finding of a rule that touches so many outlets."""
    extra = _WITH_FIGURE if telling else 0
    return WEIGHTS[rule] + extra + _PER_OUTLET * min(outlets, _MOST_OUTLETS)
