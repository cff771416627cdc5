"""How long each step takes, in total and for each document."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.table import Table

_MILLI = 1000


class Timings:
    """Adds up seconds by step and by document; passed to the pipeline as its `watch`."""

    def __init__(self) -> None:
        self.by_step: dict[str, float] = {}
        self.by_document: dict[str, float] = {}

    @contextmanager
    def __call__(self, step: str, document: str | None = None) -> Iterator[None]:
        """Measure the body as part of `step`, for one document or for all."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - begin
            self.by_step[step] = self.by_step.get(step, 0.0) + seconds
            if document is not None:
                self.by_document[document] = self.by_document.get(document, 0.0) + seconds

    def tables(self, documents: int) -> tuple[Table, Table]:
        """One table by step and one by document, the slowest document first.

        Args:
            documents: how many documents were read; a step's seconds are divided by it.
        """
        steps = Table("step", "seconds", "ms per document", title="Seconds by step")
        for step, seconds in self.by_step.items():
            steps.add_row(step, f"{seconds:.3f}", f"{_MILLI * seconds / max(1, documents):.1f}")
        steps.add_row("all", f"{sum(self.by_step.values()):.3f}", "")
        each = Table("document", "ms", title="Milliseconds by document (clean to interpret)")
        for document, seconds in sorted(self.by_document.items(), key=lambda item: -item[1]):
            each.add_row(document, f"{_MILLI * seconds:.1f}")
        return steps, each
