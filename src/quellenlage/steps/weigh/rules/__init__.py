"""The rules, as plain lists in the order in which they are asked.

A rule looks at one candidate and yields what it decided, with the reason in words and the spans it saw. The first
sentence of its docstring is what the report shows for it in English; `wording/*/weigh.toml` holds it in both languages.
Dependence stands before contradiction: what leans on one word can drift, only what does not can conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quellenlage.steps.weigh.corrections import Correction
from quellenlage.steps.weigh.denials import Contest
from quellenlage.steps.weigh.families import Family
from quellenlage.steps.weigh.matters import Matter
from quellenlage.steps.weigh.overtaken import Overtaken
from quellenlage.steps.weigh.rivals import Revision, Rivals
from quellenlage.steps.weigh.rules.agreement import one_origin, one_text, separate_origins
from quellenlage.steps.weigh.rules.denial import assertion_denied, assertion_doubted, figure_denied
from quellenlage.steps.weigh.rules.drift import (
    attribution_differs,
    attribution_lost,
    bound_differs,
    bound_lost,
    hedge_lost,
    place_differs,
    status_differs,
    time_differs,
)
from quellenlage.steps.weigh.rules.rivalry import corrected, figure_differs, figures_conflict, overtaken, superseded
from quellenlage.steps.weigh.telling import Teller
from quellenlage.steps.weigh.verdict import Verdict

OF_A_FAMILY: tuple[Callable[[Family, Teller], Iterator[Verdict]], ...] = (one_text,)
OF_A_MATTER: tuple[Callable[[Matter, Teller], Iterator[Verdict]], ...] = (
    one_origin,
    separate_origins,
    attribution_differs,
    attribution_lost,
    hedge_lost,
    bound_lost,
    bound_differs,
    place_differs,
    time_differs,
    status_differs,
)
OF_RIVALS: tuple[Callable[[Rivals, Teller], Iterator[Verdict]], ...] = (figures_conflict,)
OF_A_REVISION: tuple[Callable[[Revision, Teller], Iterator[Verdict]], ...] = (superseded, figure_differs)
OF_A_CORRECTION: tuple[Callable[[Correction, Teller], Iterator[Verdict]], ...] = (corrected,)
OF_AN_OVERTAKEN: tuple[Callable[[Overtaken, Teller], Iterator[Verdict]], ...] = (overtaken,)
OF_A_CONTEST: tuple[Callable[[Contest, Teller], Iterator[Verdict]], ...] = (
    figure_denied,
    assertion_denied,
    assertion_doubted,
)
ALL: tuple[Callable[..., Iterator[Verdict]], ...] = (
    *OF_A_FAMILY,
    *OF_A_MATTER,
    *OF_RIVALS,
    *OF_A_REVISION,
    *OF_A_CORRECTION,
    *OF_AN_OVERTAKEN,
    *OF_A_CONTEST,
)
