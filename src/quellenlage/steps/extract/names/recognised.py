"""Names that only the back end's recogniser saw: unknown surnames, firms, clubs; every other finder comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quellenlage.model.marks import SourceKind
from quellenlage.model.tokens import NameKind, RecognisedName, Token
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.view import View

_KINDS = {NameKind.PERSON: SourceKind.PERSON, NameKind.ORGANISATION: SourceKind.BODY}
_SHORTEST = 2  # letters of a name


def recognised(view: View, names: Iterable[RecognisedName]) -> Iterator[Found]:
    """The recognised persons and organisations of one sentence.

    Args:
        names: those of the sentence.
    """
    for name in names:
        kind = _KINDS.get(name.kind)
        places = _places(view.tokens, name)
        if kind is None or not places or not _is_name(view, places):
            continue
        label = _label(view, places)
        yield Found(
            places[0],
            places[-1] + 1,
            kind,
            label,
            Rank.RECOGNISED,
            person=label if kind is SourceKind.PERSON else None,
            proper=label if kind is SourceKind.BODY else None,
        )


def _places(tokens: Sequence[Token], name: RecognisedName) -> list[int]:
    return [place for place, token in enumerate(tokens) if name.span.holds(token.span)]


def _is_name(view: View, places: Sequence[int]) -> bool:
    """Whether it looks like a name: it begins with a capital, and nothing known to be something else is in it."""
    first = view.words[places[0]]
    known = any(view.known(place) is not None for place in places)
    common = len(places) == 1 and view.tag(places[0]) not in ("NE", "FM", "XY")
    return len(first) >= _SHORTEST and first[0].isupper() and not known and not common


def _label(view: View, places: Sequence[int]) -> str:
    words = [view.words[place] for place in places]
    words[-1] = view.vocabulary.without_genitive(words[-1]) or words[-1]
    return " ".join(words)
