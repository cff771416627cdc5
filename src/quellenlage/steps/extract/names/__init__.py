"""Names: mentions of persons, bodies, countries, agencies, outlets and parties without a name, each with a key.

Three passes over the sentences of one document. First the full names of persons and the acronyms in brackets are
collected, since what a document names in full it may later name in short. Then each finder reads each sentence, and
of mentions that overlap the longest is kept. Last it is decided which mentions denote the same source (`denote`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from quellenlage.languages.names import NameVocabulary
from quellenlage.model.document import Document
from quellenlage.model.marks import Name, SourceKind
from quellenlage.model.tokens import Division, RecognisedName
from quellenlage.reference import Reference
from quellenlage.steps.extract.names.bodies import bodies
from quellenlage.steps.extract.names.countries import countries
from quellenlage.steps.extract.names.denote import Mention, denote
from quellenlage.steps.extract.names.found import Found, Rank, choose
from quellenlage.steps.extract.names.joined import with_shared_country
from quellenlage.steps.extract.names.media import media
from quellenlage.steps.extract.names.parties import parties
from quellenlage.steps.extract.names.persons import full_names, is_given_name, surnames
from quellenlage.steps.extract.names.recognised import recognised
from quellenlage.steps.extract.names.roles import roles
from quellenlage.steps.extract.names.sayings import sayings
from quellenlage.steps.extract.names.view import View
from quellenlage.text.namekeys import fold_part, name_parts

__all__ = ["extract_names"]


def extract_names(
    document: Document,  # noqa: ARG001  (all finders of marks are called alike)
    division: Division,
    vocabulary: NameVocabulary,
    reference: Reference,
) -> tuple[Name, ...]:
    """The names of a document, sorted by span; they do not overlap.

    Args:
        division: sentences of `document`.
        vocabulary: the words of the document's language.
    """
    views = [View(sentence.tokens, vocabulary, reference) for sentence in division.sentences]
    seen = [tuple(recognised(view, named)) for view, named in zip(views, _by_sentence(division), strict=True)]
    full = [tuple(_persons(view, named)) for view, named in zip(views, seen, strict=True)]
    certain = frozenset(_surnames(views, full))
    seen = [tuple(_trimmed(view, named, certain)) for view, named in zip(views, seen, strict=True)]
    places = _places(views, seen)
    seen = [tuple(name for name in named if name.label not in places) for named in seen]
    known = certain | frozenset(_recognised_surnames(seen))
    acronyms = frozenset(_acronyms(views))
    mentions: list[Mention] = []
    for number, view in enumerate(views):
        view.surnames = known
        sure = choose((*full[number], *_find(view, acronyms)))
        found = with_shared_country(view, _with_room(sure, seen[number]))
        mentions.extend(Mention(number, view, mention) for mention in found)
    return denote(mentions, vocabulary, reference)


def _by_sentence(division: Division) -> Iterator[list[RecognisedName]]:
    """The recognised names of each sentence; both stand in the order of the text."""
    names, place = division.names, 0
    for sentence in division.sentences:
        inside = []
        while place < len(names) and names[place].span.begin < sentence.span.end:
            inside.append(names[place])
            place += 1
        yield inside


def _persons(view: View, seen: Iterable[Found]) -> Iterator[Found]:
    """Full names of persons, less those that only look like one and were recognised as an organisation's."""
    bodies_seen = {(name.first, name.end) for name in seen if name.kind is SourceKind.BODY}
    for name in full_names(view):
        if (name.first, name.end) not in bodies_seen:
            yield name


def _trimmed(view: View, names: Iterable[Found], certain: Set[str]) -> Iterator[Found]:
    """The recognised names; of a person named in full elsewhere the surname alone, without the noun behind it.

    A recogniser takes "während Zelenko Alarm schlägt" for a person of two names.
    """
    for name in names:
        words = view.words[name.first : name.end]
        tells = len(words) > 1 and name.kind is SourceKind.PERSON and not is_given_name(view, words[0])
        if tells and fold_part(words[0]) in certain and certain.isdisjoint(fold_part(word) for word in words[1:]):
            yield replace(name, end=name.first + 1, label=words[0], person=words[0])
        else:
            yield name


def _places(views: list[View], seen: list[tuple[Found, ...]]) -> Set[str]:
    """Single words taken for persons that mostly stand where a place does: "in Elmbach", or in a dateline."""
    local: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for view, names in zip(views, seen, strict=True):
        for name in names:
            if name.kind is SourceKind.PERSON and name.end == name.first + 1:
                total[name.label] += 1
                dateline = name.first == 0 and view.word(1) == "("
                local[name.label] += dateline or view.word(name.first - 1) in view.vocabulary.small.place_only
    return {label for label, count in local.items() if 2 * count >= total[label]}


def _recognised_surnames(seen: Iterable[Iterable[Found]]) -> Iterator[str]:
    """The last parts of recognised persons' names of several words."""
    for names in seen:
        for name in names:
            parts = name_parts(name.person or "")
            if len(parts) > 1:
                yield parts[-1]


def _with_room(sure: list[Found], names: Iterable[Found]) -> list[Found]:
    """What the finders found, and recognised names where they found nothing."""
    taken = {place for found in sure for place in range(found.first, found.end)}
    free = [name for name in names if taken.isdisjoint(range(name.first, name.end))]
    return sorted((*sure, *free), key=lambda found: found.first)


def _find(view: View, acronyms: Set[str]) -> Iterator[Found]:
    """What the finders find in one sentence, full names of persons excepted."""
    yield from surnames(view, view.surnames)
    yield from roles(view)
    yield from bodies(view)
    yield from _introduced(view, acronyms)
    yield from countries(view)
    yield from media(view)
    yield from sayings(view)
    yield from parties(view)


def _surnames(views: list[View], full: list[tuple[Found, ...]]) -> Iterator[str]:
    """The folded words by which a person named in full may be named again: the last one, and in Korean the first."""
    for view, names in zip(views, full, strict=True):
        named = [at for at in view.capitals if view.is_name_word(at)]
        by_role = [found for found in roles(view) if found.person is not None] if named else []
        for found in (*names, *by_role):
            parts = name_parts((found.person or "").replace("-", ""))
            if parts:
                yield parts[-1]
                yield parts[0]


def _acronyms(views: list[View]) -> Iterator[str]:
    """The acronyms that stand in brackets behind a body."""
    for view in views:
        if "(" in view.words:
            yield from (found.acronym for found in bodies(view) if found.acronym is not None)


def _introduced(view: View, acronyms: Set[str]) -> Iterator[Found]:
    """Acronyms that the document introduces in brackets somewhere, standing alone."""
    for at, word in enumerate(view.words):
        if word in acronyms and view.known(at) is None:
            yield Found(at, at + 1, SourceKind.BODY, word, Rank.SHAPED, proper=word)
