"""`python -m benchmarks.reading [--repeat 3]`: what each step of reading one document costs, on the project's corpus.

Reads the German articles of the training stories one by one, on one core, and prints for each step the milliseconds for
300 words, then documents of 300 words a second, and for `clean` lines a second. The best of the repeats counts.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.dossier import document_of
from corpus.story import read_story, story_folders
from quellenlage.model.document import Document
from quellenlage.model.options import Options
from quellenlage.pipeline import read_document
from quellenlage.text.lines import split_lines

_STEPS = ("clean", "divide", "extract", "interpret")
_WORDS = 300


def german_articles() -> list[Document]:
    """The German articles of the training stories."""
    stories = [read_story(folder)[0] for folder in story_folders("train")]
    documents = [document_of(article) for story in stories if story is not None for article in story.articles]
    return [document for document in documents if document.language == "de"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    documents, options = german_articles(), Options()
    read_document(documents[0], options)  # the language pack is loaded once per process
    spent: dict[str, float] = {}
    for _ in range(repeat):
        once: dict[str, float] = defaultdict(float)

        @contextmanager
        def watch(step: str, document: str | None = None, once: dict[str, float] = once) -> Iterator[None]:  # noqa: ARG001
            begin = time.perf_counter()
            yield
            once[step] += time.perf_counter() - begin

        for document in documents:
            read_document(document, options, watch=watch)
        spent = {step: min(once[step], spent.get(step, once[step])) for step in _STEPS}
    words = sum(len(document.text.split()) for document in documents)
    lines = sum(1 for document in documents for _ in split_lines(document.text))
    print(f"{len(documents)} documents, {words} words, {lines} lines")
    print(f"{'step':12} {'ms for 300 words':>18}")
    for step in _STEPS:
        print(f"{step:12} {spent[step] / words * _WORDS * 1000:18.1f}")
    total = sum(spent.values())
    print(f"{'all':12} {total / words * _WORDS * 1000:18.1f}")
    print(f"{words / _WORDS / total:.1f} documents of {_WORDS} words a second")
    print(f"{lines / spent['clean']:.0f} lines a second in clean")


if __name__ == "__main__":
    main()
