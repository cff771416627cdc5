"""Agencies, outlets and platforms: by a known name, behind a noun that announces a name, in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.model.entities import outlet_key
from quellenlage.model.marks import SourceKind
from quellenlage.reference import Medium, Use
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.persons import name_run
from quellenlage.steps.extract.names.view import View

_LONGEST_NAME = 5  # words of a medium's name


def media(view: View) -> Iterator[Found]:
    """The media of a sentence; phrases may overlap."""
    for at in range(len(view)):
        known = view.known(at)
        if known is not None and known[0].medium is not None and known[0].medium.use is not Use.PICTURE:
            yield medium_found(known[0].medium, view.left_edge(at), at + known[1], view.text(at, at + known[1]))
        quoted = _quoted(view, at)
        if quoted is not None:
            yield quoted
        if view.tag(at) == "NN":
            announced = _announced(view, at)
            if announced is not None:
                yield announced


def medium_key(medium: Medium) -> str:
    """The key of a known medium."""
    if medium.kind is SourceKind.AGENCY:
        return f"{SourceKind.AGENCY}:{medium.name.casefold()}"
    return outlet_key(medium.name)


def medium_found(medium: Medium, first: int, end: int, label: str) -> Found:
    """The mention of a known medium."""
    return Found(
        first,
        end,
        medium.kind,
        label,
        Rank.NAMED,
        key=medium_key(medium),
        usual=medium.name,
        country=medium.country,
        proper=medium.name,
    )


def _quoted(view: View, at: int) -> Found | None:
    """A medium's name in quotation marks: "„Spiegel“", "„Bild“-Zeitung"."""
    quoted = view.quoted_name(at)
    if quoted is None:
        return None
    name, end = quoted
    medium = view.reference.announced_media.get(name) or view.reference.announced_media.get(_less_article(name))
    if medium is None:
        return None
    if view.word(end) == "-" and view.is_capital(end + 1):
        end += 2
    return medium_found(medium, at, end, name)


def _less_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if article in ("Der", "Die", "Das", "The") and rest else name


def _announced(view: View, head: int) -> Found | None:
    """A medium behind the noun that announces it; a noun alone takes up a medium named before."""
    noun = view.noun(head)
    if noun.announces is None:
        return None
    first, at = view.left_edge(head), head + 1
    country = next(filter(None, (view.adjective_country(i) for i in range(first, head))), None)
    named = _name_at(view, at)
    if named is not None:
        medium, name, end = named
        if medium is not None:
            return medium_found(medium, first, end, name)
        key = outlet_key(name) if noun.announces is SourceKind.OUTLET else f"{SourceKind.AGENCY}:{name.casefold()}"
        return Found(first, end, noun.announces, name, Rank.SHAPED, key=key, country=country, proper=name)
    definite = view.word(first - 1).lower() in view.vocabulary.small.definite
    if not definite or noun.may_be_plural:
        return None
    label = view.text(first, head + 1)
    return Found(first, head + 1, noun.announces, label, country=country, definite=True, bases=(noun.base.lower(),))


def _name_at(view: View, at: int) -> tuple[Medium | None, str, int] | None:
    """The medium whose name begins at `at`: known, quoted, or any run of names; with the name and its end."""
    quoted = view.quoted_name(at)
    if quoted is not None and (quoted[0][:1].isupper() or quoted[0] in view.reference.announced_media):
        name = quoted[0]
        medium = view.reference.announced_media.get(name) or view.reference.announced_media.get(_less_article(name))
        return medium, name, quoted[1]
    for length in range(min(_LONGEST_NAME, len(view) - at), 0, -1):
        name = view.text(at, at + length)
        medium = view.reference.announced_media.get(name)
        if medium is not None:
            return medium, name, at + length
    known = view.known(at) if at < len(view) else None
    end = name_run(view, at)
    while end > at and (view.is_name_word(end) or view.tag(end) == "CARD") and view.is_capital(end):
        end += 1
    if end == at and known is None and view.tag(at) in ("CARD", "XY", "FM") and view.is_capital(at):
        end = at + 1
    return (None, view.text(at, end), end) if end > at else None
