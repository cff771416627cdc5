"""Clean: document -> passages: which stretches are the article, and what role the others have. Nothing is rewritten."""

from __future__ import annotations

from quellenlage.languages.furniture import FurnitureVocabulary
from quellenlage.model.document import Document, Passage, check_passages
from quellenlage.steps.clean.passages import cut_passages
from quellenlage.steps.clean.repetition import repeated_lines
from quellenlage.steps.clean.roles import assign_roles
from quellenlage.steps.clean.sheet import Forests, lay_out, load_forests
from quellenlage.text.lines import split_lines

__all__ = ["clean", "clean_with", "repeated_lines"]


def clean(
    document: Document, vocabulary: FurnitureVocabulary | None, *, repeated: frozenset[str] = frozenset()
) -> tuple[Passage, ...]:
    """The passages of a document, in order: every stretch that is not white space belongs to exactly one.

    Args:
        document: whose text is read; its language does not matter here.
        vocabulary: what its language says around articles, or None to judge by shape alone.
        repeated: what `repeated_lines` found among the documents of the same outlet.
    """
    return clean_with(document, vocabulary, load_forests(), repeated=repeated)


def clean_with(
    document: Document,
    vocabulary: FurnitureVocabulary | None,
    forests: Forests,
    *,
    repeated: frozenset[str] = frozenset(),
) -> tuple[Passage, ...]:
    """`clean` with forests other than those that ship; for fitting and measuring."""
    lines = tuple(split_lines(document.text))
    if not lines:
        return ()
    sheet = lay_out(lines, vocabulary, forests, repeated=repeated)
    passages = tuple(cut_passages(document.text, sheet, assign_roles(sheet, vocabulary), vocabulary))
    check_passages(passages)
    return passages
