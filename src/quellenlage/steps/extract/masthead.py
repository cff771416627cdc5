"""The masthead: what is known of a document as a whole: headline, outlet, day of publication.

What the user supplied outranks what the text says. An outlet is found in the text only where the page speaks for itself
(its name before a slogan, "Auch bei X:", an imprint): a dateline or a source note names whose material is used, not who
carries the document. What cannot be told stays None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quellenlage.languages.names import NameVocabulary
from quellenlage.languages.times import TimeVocabulary
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.marks import Masthead, SourceKind
from quellenlage.reference import Medium, Reference, Use
from quellenlage.steps.extract.dating import publication_date

_PAGE = frozenset({Role.NAVIGATION, Role.OTHER, Role.CROSSREF, Role.ADVERT, Role.COMMENT_FORM})
_SLOGAN = re.compile(r"\s+[-–—|:·]\s+")  # between a page's name and its slogan or a headline
_WORD = re.compile(r"[\w.'’&-]*\w")
_SURE, _HINT = 3, 1  # weight of a line that speaks for the page, and of a mere mention on it
_ENOUGH = 3  # weight that makes an outlet the one that carries the document
_LONGEST_NAME = 5  # words of an outlet's name
_FEWEST_WORDS = 3  # words of a headline; a shorter line is rather a kicker or the page's name


def find_masthead(
    document: Document,
    passages: tuple[Passage, ...],
    *,
    times: TimeVocabulary | None,
    names: NameVocabulary | None,
    reference: Reference,
    assumed: str | None,
) -> Masthead:
    """Headline, outlet and day of publication of a document.

    Args:
        times, names: vocabularies of its language, or None for a language without a pack.
        assumed: ISO 8601 date the user assumes for undated documents, or None.
    """
    outlet = _supplied_outlet(document, reference) or _found_outlet(document.text, passages, names, reference)
    return Masthead(
        title=document.supplied.title or _headline(document.text, passages, outlet),
        outlet=outlet,
        published=publication_date(document, passages, vocabulary=times, assumed=assumed),
    )


def _headline(text: str, passages: tuple[Passage, ...], outlet: str | None) -> str | None:
    """The first title that is long enough for a headline and not the outlet's name, else the first at all."""
    titles = [" ".join(p.span.of(text).split()) for p in passages if p.role is Role.TITLE]
    titles = [_without_outlet(title, outlet) for title in titles]
    long_enough = [title for title in titles if len(title.split()) >= _FEWEST_WORDS]
    return next(iter(long_enough or titles), None)


def _without_outlet(title: str, outlet: str | None) -> str:
    """A headline less the outlet's name that pages hang on behind a dash."""
    parts = _SLOGAN.split(title)
    if outlet is not None and len(parts) > 1 and parts[-1].casefold() == outlet.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" -–—|:·")
    return title


def _supplied_outlet(document: Document, reference: Reference) -> str | None:
    """What the user says: the outlet's name, in the form of the reference data, or else the address's."""
    supplied = document.supplied
    if supplied.outlet is not None:
        medium = reference.announced_media.get(supplied.outlet) or reference.medium_at(supplied.outlet)
        return medium.name if medium is not None else supplied.outlet
    if supplied.url is None:
        return None
    medium = reference.medium_at(supplied.url)
    if medium is not None:
        return medium.name
    return supplied.url.split("://")[-1].split("/")[0].split("@")[-1].casefold().removeprefix("www.") or None


def _found_outlet(
    text: str, passages: tuple[Passage, ...], names: NameVocabulary | None, reference: Reference
) -> str | None:
    """The outlet for which the lines around the article speak most; None if none does so clearly, or two do alike."""
    votes: Counter[str] = Counter()
    for passage in passages:
        if passage.role in _PAGE:
            for medium, weight in _named_on(passage.span.of(text), names, reference):
                votes[medium.name] += weight
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _named_on(line: str, names: NameVocabulary | None, reference: Reference) -> Iterator[tuple[Medium, int]]:
    """The outlets a line of the page names, with how surely the line speaks for the page."""
    words = [match.span() for match in _WORD.finditer(line)]
    leads = names is not None and _leads(line, names)
    slogan = _SLOGAN.search(line)
    at = 0
    while at < len(words):
        found = _outlet_at(line, words, at, reference)
        if found is None:
            at += 1
            continue
        medium, length = found
        opens = at == 0 and slogan is not None and slogan.start() == words[length - 1][1]
        closes = at + length == len(words) and slogan is not None and slogan.end() == words[at][0]
        yield medium, _SURE if opens or closes or (leads and at <= _LONGEST_NAME) else _HINT
        at += length


def _leads(line: str, names: NameVocabulary) -> bool:
    """Whether the line begins with words that say from whom the page is ("Auch bei X:", "© 2024 X")."""
    low = line.strip().lower()
    return low.startswith("©") or any(low.startswith(f"{lead} ") for lead in names.credits.carrier)


def _outlet_at(line: str, words: list[tuple[int, int]], at: int, reference: Reference) -> tuple[Medium, int] | None:
    for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        name = line[words[at][0] : words[at + length - 1][1]]
        medium = reference.media.get(name)
        if medium is None and length == 1 and "." in name:
            medium = reference.medium_at(name)
        if medium is not None and medium.kind is SourceKind.OUTLET and medium.use is Use.PLAIN:
            return medium, length
    return None
