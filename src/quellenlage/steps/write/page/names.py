"""What the page calls a document: its outlet, else the begin of its title, else its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quellenlage.model.dossier import Dossier
from quellenlage.steps.write.texts import Texts, shortened

_TITLE_LENGTH = 36  # code points; long enough to tell two titles of one event apart, short enough for a line
_FILE = re.compile(r"[^\s„“”»«]+\.[A-Za-z]{2,5}")  # a name that cannot be words of an article


@dataclass(frozen=True, slots=True)
class Names:
    """The names of documents on the page.

    Args:
        of: by document id.
        files: the name on the page by the name of the file, of documents that are called by their title.
        pattern: finds those file names in a text; None if there are none.
    """

    of: Mapping[str, str]
    files: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def put_into(self, text: str) -> str:
        """A reason with file names, quoted or not, replaced by what the page calls these documents."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda match: self.files[match["quoted"] or match["bare"]], text)


def names_of(dossier: Dossier, texts: Texts) -> Names:
    """Name the documents; a title that two documents would be called by names neither of them."""
    titles = {
        entry.id: shortened(entry.title or "", _TITLE_LENGTH).replace(" …", "\N{NO-BREAK SPACE}…")
        for entry in dossier.documents
    }
    used = Counter(titles.values())
    called: dict[str, str] = {}
    files: dict[str, str] = {}
    for entry in dossier.documents:
        title = titles[entry.id]
        if entry.outlet or not title or used[title] > 1:
            called[entry.id] = entry.outlet or entry.name
            continue
        called[entry.id] = texts.quoted(title)
        if _FILE.fullmatch(entry.name):
            files[entry.name] = called[entry.id]
    return Names(called, files, _any_of(files))


def _any_of(files: Mapping[str, str]) -> re.Pattern[str] | None:
    if not files:
        return None
    longest_first = sorted(files, key=lambda name: (-len(name), name))
    name = "|".join(map(re.escape, longest_first))
    return re.compile(rf"[„“](?P<quoted>{name})[“”]|(?<![\w.-])(?P<bare>{name})(?![\w-])")
