"""The demonstration: one invented event in thirteen invented articles, in the raw form in which web pages come.

What the event is, who has what from whom and what a careful reader should find stands in `README.md` beside this file.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["demo_articles"]


def demo_articles() -> AbstractContextManager[Path]:
    """The folder that holds the demonstration's articles and their side files, as a context.

    A context, because a package need not lie unpacked on the disk: the folder is sure to be there only inside it.

        with demo_articles() as folder:
            dossier = quellenlage.report([folder])
    """
    return as_file(files(__package__).joinpath("articles"))
