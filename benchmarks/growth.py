"""`python -m benchmarks.growth [--sizes 100 1000 10000]`: documents per second and growth exponent of each step.

The exponent is the slope of log(seconds) over log(documents) by least squares: 1 is linear. A step that takes less
than a hundredth of a second at the largest size has none.
"""

from __future__ import annotations

import argparse
import math
import resource
import sys

from benchmarks.generate import articles
from quellenlage.app.timings import Timings
from quellenlage.model.options import Options
from quellenlage.pipeline import compare_readings, read_document
from quellenlage.steps.write import dossier_json, dossier_page

_LEAST_SECONDS = 0.01


def seconds_by_step(count: int) -> dict[str, float]:
    """What each step takes for `count` documents; the models are loaded before."""
    watch, options = Timings(), Options()
    readings = [read_document(document, options, watch=watch) for document in articles(count)]
    dossier = compare_readings(readings, options, watch=watch)
    with watch("write"):
        dossier_json(dossier)
        dossier_page(dossier, surface=options.surface)
    return watch.by_step


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """Slope of log(seconds) over log(documents)."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(second, 1e-9)) for second in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - mean_x) ** 2 for x in xs)


def main() -> int:
    """Measure at each size and print one row a step."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    sizes: list[int] = parser.parse_args().sizes
    seconds_by_step(10)
    runs = {size: seconds_by_step(size) for size in sizes}
    print(f"{'step':10}" + "".join(f"{size:>9} docs {'docs/s':>8}" for size in sizes) + f"{'exponent':>10}")
    for step in runs[sizes[0]]:
        taken = [runs[size][step] for size in sizes]
        cells = "".join(f"{s:>12.2f} s{size / max(s, 1e-9):>9.0f}" for size, s in zip(sizes, taken, strict=True))
        grown = f"{exponent(sizes, taken):10.2f}" if len(sizes) > 1 and taken[-1] >= _LEAST_SECONDS else f"{'-':>10}"
        print(f"{step:10}{cells}{grown}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
