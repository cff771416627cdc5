"""Lines that one outlet puts into many of its articles: adverts for itself, notes on the author, menus.

They are counted for each outlet alone. Over a whole case the paragraph of an agency that six outlets copied would look
like furniture as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quellenlage.languages.furniture import plain_line
from quellenlage.model.document import Document
from quellenlage.text.lines import split_lines

_DOCUMENTS_LEAST = 2  # documents a line must stand in to count as repeated
_LONG_LINE = 120  # characters; lines of that length tell whether two documents are versions of one
_VERSION_SHARE = 0.5  # of the long lines; a document that shares more of them with earlier ones is a version


def repeated_lines(documents_of_one_outlet: Iterable[Document]) -> frozenset[str]:
    """Lines in plain form that recur in different articles of one outlet, for `clean`.

    A later version of the same article repeats nearly all of it and is left out of the count, or its own text would
    pass for furniture.
    """
    counts: Counter[str] = Counter()
    long_seen: set[str] = set()
    for document in documents_of_one_outlet:
        lines = {plain_line(line.words): len(line.words) for line in split_lines(document.text)}
        lines.pop("", None)
        long_lines = {plain for plain, length in lines.items() if length >= _LONG_LINE}
        if long_lines and len(long_lines & long_seen) > _VERSION_SHARE * len(long_lines):
            continue
        long_seen |= long_lines
        counts.update(dict.fromkeys(lines, 1))
    return frozenset(plain for plain, count in counts.items() if count >= _DOCUMENTS_LEAST)
