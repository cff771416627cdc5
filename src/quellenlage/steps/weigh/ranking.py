"""How early an analyst must see a finding: one table, highest first."""

from __future__ import annotations

# Base weight by rule. What could make an analyst print something wrong comes before what only shades it.
WEIGHTS = {
    "figure_denied": 100,  # somebody says in so many words that the figure is not what others say it is
    "assertion_denied": 92,  # word against word; rises above a conflict when a figure is at stake
    "figures_conflict": 95,  # both cannot be true, and nobody can print either alone
    "corrected": 90,  # a figure that its own outlet took back may still stand elsewhere
    "assertion_doubted": 72,
    "one_origin": 60,  # several outlets look like several confirmations and are not; with a figure see below
    "one_text": 70,  # the same, seen in the text instead of the attribution
    "attribution_differs": 76,  # a word that grew weightier on the way
    "overtaken": 68,  # the same on whoever's word: a later text says so
    "superseded": 66,  # an older figure of the same source is still about
    "figure_differs": 64,
    "place_differs": 62,
    "hedge_lost": 60,
    "bound_lost": 58,  # "bis zu" and "mindestens": the figure means something else without them
    "attribution_lost": 56,  # what was somebody's word stands as a fact; often only background
    "time_differs": 52,
    "status_differs": 50,
    "bound_differs": 44,  # "rund" alone: a shade
    "separate_origins": 40,  # good news can wait
}
_WITH_FIGURE = 4  # a figure is what gets printed; it lifts a denial above a conflict
_WITH_FIGURE_OF_ONE_ORIGIN = (
    22  # everybody knows that a person's words have one origin; with a figure it looks confirmed
)
_MOST_OUTLETS = 20  # beyond them more outlets make a finding no more urgent
_PER_OUTLET = 0.1  # all outlets together weigh less than one step between rules


def weight_of(rule: str, *, outlets: int, telling: bool) -> float:
    """The weight of a finding of a rule that touches so many outlets."""
    extra = _WITH_FIGURE_OF_ONE_ORIGIN if rule == "one_origin" else _WITH_FIGURE
    return WEIGHTS[rule] + extra * telling + _PER_OUTLET * min(outlets, _MOST_OUTLETS)
