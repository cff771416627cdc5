"""`python -m evals [NAME…] [--pin]`: measure, print one table, compare with the floors.

Exit codes: 0 every floor holds (or the data are absent, which is said), 1 a floor is broken, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
import time

from evals.attribution import ATTRIBUTION
from evals.calibration import CALIBRATIONS
from evals.clusters import CLUSTERS
from evals.corpus import DEVELOPMENT, TEST
from evals.derivations import PARAPHRASE, SYNTHETIC
from evals.english import ENGLISH
from evals.language import KONJUNKTIV, SENTENCES
from evals.lines import LINES
from evals.names import NAMES
from evals.numbers import NUMBERS
from evals.speech_verbs import SPEECH_VERBS
from evals.times import TIMES
from evals.trees import RECOGNISED, TREES
from evals.yardstick import EPSILON, Floors, Yardstick, digest_of, read_floors, write_floors

YARDSTICKS = (
    LINES,
    SENTENCES,
    KONJUNKTIV,
    TREES,
    RECOGNISED,
    SPEECH_VERBS,
    ENGLISH,
    NUMBERS,
    TIMES,
    NAMES,
    ATTRIBUTION,
    SYNTHETIC,
    PARAPHRASE,
    CLUSTERS,
    DEVELOPMENT,
    TEST,
    *CALIBRATIONS,
)


def main() -> int:
    """Measure what is asked for."""
    names = [yardstick.name for yardstick in YARDSTICKS]
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure against the development gold.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which ones; all if none is named: {', '.join(names)}"
    )
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured; never lowers one")
    arguments = parser.parse_args()
    unknown = {asked for asked in arguments.names if not any(_is_asked(name, asked) for name in names)}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    wanted = [y for y in YARDSTICKS if not arguments.names or any(_is_asked(y.name, n) for n in arguments.names)]
    floors, broken = read_floors(), 0
    print(f"{'yardstick':28} {'figure':34} {'measured':>9} {'floor':>7}")
    for yardstick in wanted:
        folder = yardstick.folder()
        if folder is None:
            print(f"{yardstick.name:28} skipped: {yardstick.missing()}")
            continue
        begin = time.perf_counter()
        figures = yardstick.measure(folder)
        digest = digest_of(yardstick, folder)
        broken += show(yardstick, figures, floors.get(yardstick.name), digest)
        print(f"{'':28} {time.perf_counter() - begin:.1f} s")
        if arguments.pin:
            floors[yardstick.name] = raised(figures, floors.get(yardstick.name), digest)
    if arguments.pin:
        write_floors(floors)
    return 1 if broken else 0


def _is_asked(name: str, asked: str) -> bool:
    """Whether a yardstick is meant by a name; `language` means all whose names begin so."""
    return name == asked or name.startswith(f"{asked}-")


def show(yardstick: Yardstick, figures: dict[str, float], floors: Floors | None, digest: str) -> int:
    """Print the figures of one yardstick beside its floors; the number of floors that do not hold."""
    broken = 0
    if floors is not None and floors.digest != digest:
        print(f"{yardstick.name}: the data have changed since the floors were pinned; pin them anew")
        return 1
    for key, figure in figures.items():
        floor = floors.figures.get(key) if floors is not None else None
        holds = floor is None or figure >= floor - EPSILON
        broken += not holds
        pinned = "-" if floor is None else f"{floor:.4f}"
        print(f"{yardstick.name:28} {key:34} {figure:9.4f} {pinned:>7}{'' if holds else '  BELOW THE FLOOR'}")
    return broken


def raised(figures: dict[str, float], floors: Floors | None, digest: str) -> Floors:
    """The floors after pinning: the higher of what was measured and what was pinned on the same data."""
    pinned = floors.figures if floors is not None and floors.digest == digest else {}
    return Floors(digest, {key: max(figure, pinned.get(key, 0.0)) for key, figure in figures.items()})


if __name__ == "__main__":
    sys.exit(main())
