"""Names of persons by their shape: given name and surname, initials, particles, and surnames met before.

A run of name words is a person when it begins with a given name or with a family name that stands first, when a role or
title stands before it, when reference data know it, or when its surroundings say so: a verb of saying, an age in
brackets, a role in apposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from quellenlage.model.marks import SourceKind
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.view import View
from quellenlage.text.namekeys import fold_part

_NUMERAL = re.compile("[IVX]+")  # behind the name of a pope or king
_LONGEST_NAME = 6  # words of a person's name, particles included
_MOST_PARTICLES = 3  # "von und zu"
_DIGITS_OF_AGE = 2
_MOST_PARTS = 3  # words of a Korean or Chinese name


def full_names(view: View) -> Iterator[Found]:
    """The full names of persons in a sentence, without the roles before them."""
    behind = 0
    for at in view.capitals:
        end = name_run(view, at) if at >= behind else at
        if end > at and not _goes_on_from(view, at) and (is_full_name(view, at, end) or _is_spoken_of(view, at, end)):
            label = bare_name(view, at, end)
            yield Found(at, end, SourceKind.PERSON, label, Rank.SHAPED, person=label)
        behind = max(behind, end)


def _goes_on_from(view: View, at: int) -> bool:
    """Whether another name word stands right before, so that the run is the rest of something ("FC Carl Zeiss").

    A genitive ("Merkels") or the name of an inhabitant ("Oltner") may stand before a name.
    """
    return view.is_acronym(at - 1) or (view.is_name_word(at - 1) and not view.words[at - 1].endswith(("s", "er")))


def _is_spoken_of(view: View, at: int, end: int) -> bool:
    """Whether what stands around an unknown name says that it is a person's."""
    if any(view.tags[i] == "FM" or view.is_acronym(i) or view.known(i) is not None for i in range(at, end)):
        return False
    small = view.vocabulary.small
    if view.tag(end) == "VVFIN" and view.tokens[end].lemma in small.person_verbs:
        return True
    if view.tag(at - 1) == "VVFIN" and view.tokens[at - 1].lemma in small.person_verbs:
        return True
    if view.word(at - 1) in small.so and view.tag(end) in ("$.", "$,", ""):
        return True
    bracketed = view.bracketed(end)
    if bracketed is not None and bracketed[0].isdigit() and len(bracketed[0]) == _DIGITS_OF_AGE:
        return True
    return end > at + 1 and _role_in_apposition(view, end)


def _role_in_apposition(view: View, at: int) -> bool:
    """Whether a comma and a role phrase follow: ", ein Experte des …", ", Abgeordneter der …"."""
    if view.word(at) != ",":
        return False
    head = at + 1
    if view.word(head).lower() in view.vocabulary.small.definite | view.vocabulary.small.indefinite:
        head += 1
    while view.is_adjective(head):
        head += 1
    return view.tag(head) in ("NN", "NNA") and view.noun(head).role is not None


def surnames(view: View, known: Set[str]) -> Iterator[Found]:
    """Single words that are the surname of somebody named elsewhere in the document, or of a public person.

    Args:
        known: folded surnames of the persons of the document.
    """
    for at in view.capitals:
        is_noun = view.tags[at] == "NN" and _may_be_surname(view, at) and _ends_in_surname(view, at, known)
        if not (view.is_name_word(at) or is_noun) or _is_inside_name(view, at):
            continue
        word = view.words[at]
        bare = view.vocabulary.without_genitive(word) or word
        end = name_run(view, at)
        if end > at + 1 and _ends_in_surname(view, end - 1, known) and not _goes_on_from(view, at):
            label = bare_name(view, at, end)
            yield Found(at, end, SourceKind.PERSON, label, Rank.NAMED, person=label)
        is_public = view.tag(at - 1) != "ART"  # "an der Havel" is a river
        public = (view.reference.surnames.get(word) or view.reference.surnames.get(bare)) if is_public else None
        if fold_part(word) in known:
            yield Found(at, at + 1, SourceKind.PERSON, word, Rank.NAMED, person=word)
        elif fold_part(bare) in known:
            yield Found(at, at + 1, SourceKind.PERSON, bare, Rank.NAMED, person=bare)
        elif public is not None:
            label = word if word in view.reference.surnames else bare
            yield Found(at, at + 1, SourceKind.PERSON, label, Rank.NAMED, person=label, country=public.country)


def _ends_in_surname(view: View, at: int, known: Set[str]) -> bool:
    """Whether the last word of a run is the surname of somebody named elsewhere: then the whole run is a person."""
    bare = view.vocabulary.without_genitive(view.words[at])
    return fold_part(view.words[at]) in known or (bare is not None and fold_part(bare) in known)


def _may_be_surname(view: View, at: int) -> bool:
    """Whether a common noun in its base form stands without any article, as a surname does ("schreibt Papier")."""
    word = view.words[at]
    is_bare = view.tag(at - 1) in ("", "VVFIN", "VAFIN", "VMFIN", "KON", "$,", "$.", "$(", "KOUS", "APPR", "ADV")
    if not is_bare or not view.is_capital(at):
        return False
    lemma, before_noun = view.tokens[at].lemma, view.tag(at + 1) in ("NE", "NN")
    if before_noun:  # "Vogels Rede"
        return lemma != word and view.vocabulary.without_genitive(word) == lemma
    return lemma == word


def _is_inside_name(view: View, at: int) -> bool:
    """Whether the word is the second part of something else ("Putin-Kritiker" stands as one word and is not met)."""
    return view.word(at - 1) == "-" or view.word(at + 1) == "-"


def name_run(view: View, at: int) -> int:
    """Where the run of name words that begins at `at` ends; `at` itself if none begins there."""
    if not _can_begin(view, at):
        return at
    end = at + 1
    while end < len(view) and end - at < _LONGEST_NAME:
        further = _next_part(view, at, end)
        if further is None:
            break
        end = further
    return end


def _can_begin(view: View, at: int) -> bool:
    word = view.word(at)
    if not word[:1].isupper() or word in view.small_not_names or len(word) == 1:
        return False
    if view.noun(at).role is not None or word.partition("-")[0].isupper() != word.isupper():
        return False
    if is_initial(word) or is_given_name(view, word):
        return view.tag(at) in ("NE", "FM", "XY", "NN")
    if word in view.vocabulary.family_first and view.is_name_word(at + 1) and view.tag(at - 1) != "ART":
        return view.tag(at) in ("NE", "NN")  # "Park Min Soo"
    return view.is_name_word(at) and not _means_something_else(view, at)


def is_initial(word: str) -> bool:
    """Whether a word is an initial with its full stop ("W.")."""
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def is_given_name(view: View, word: str) -> bool:
    """Whether a word is a given name, or two of them joined by a hyphen."""
    names = view.vocabulary.given_names
    if word in names:
        return True
    first, _, second = word.partition("-")
    return first in names and second in names


def _means_something_else(view: View, at: int) -> bool:
    """Whether a known name that is no person's begins here, or an acronym stands here."""
    known = view.known(at)
    if known is None:
        return view.is_acronym(at)
    found = known[0]
    return found.person is None and any((found.medium, found.body, found.country, found.seat, found.city, found.region))


def _next_part(view: View, at: int, end: int) -> int | None:
    """Where the next part of a name ends that goes on at `end`, or None if the name is over."""
    word = view.words[end]
    if word[:1].islower():
        small = view.vocabulary.small
        particle, _, tied = word.partition("-")
        if tied:
            return end + 1 if particle in small.joined_particles and tied[:1].isupper() else None
        begins = particle in small.particles and particle not in small.inner_particles
        # "von" and "zu" behind a surname are prepositions, "de" or "bin" are not
        is_own = particle not in small.of | small.prepositions or only_given(view, at, end)
        return _after_particles(view, end, noun=only_given(view, at, end)) if begins and is_own else None
    if _NUMERAL.fullmatch(word) and only_given(view, at, end):
        return end + 1  # "Benedikt XVI."
    if word in view.vocabulary.roles.titles and only_given(view, at, end):
        is_name = view.is_name_word(end + 1) or (view.tag(end + 1) == "NN" and _is_free_noun(view, end + 1))
        return end + 2 if is_name else None  # "Otto Graf Lambsdorff"
    if is_initial(word):
        return end + 1 if end + 1 < len(view) and view.is_capital(end + 1) else None
    if not word[:1].isupper() or word in view.small_not_names or len(word) == 1:
        return None
    if view.is_name_word(end):
        return end + 1 if _goes_on(view, at, end) else None
    # what taggers take for a common noun or an adjective ("Bauer", "Posener") is a surname right behind given names
    may_be = view.tag(end) in ("ADJA", "ADJD", "NNA") or (view.tag(end) == "NN" and _is_free_noun(view, end))
    return end + 1 if may_be and only_given(view, at, end) else None


def only_given(view: View, at: int, end: int) -> bool:
    """Whether a run so far holds nothing but given names and initials."""
    return all(is_given_name(view, view.words[i]) or is_initial(view.words[i]) for i in range(at, end))


def _goes_on(view: View, at: int, end: int) -> bool:
    """Whether a name word that may also be a place, a body or an acronym belongs to the name before it."""
    if not _means_something_else(view, end):
        return not view.is_acronym(end)
    known = view.known(end)
    if known is None or known[0].country or known[0].capital or known[0].medium:
        return False
    return only_given(view, at, end)


def _is_free_noun(view: View, at: int) -> bool:
    """Whether a common noun may be a surname here: it names no body, medium or place, and no role of somebody else."""
    noun = view.noun(at)
    if noun.body is not None or noun.announces is not None or noun.is_place_head:
        return False
    name_follows = view.tag(at + 1) in ("NE", "FM")
    return noun.role is None or not (noun.role.before or name_follows)


def _after_particles(view: View, at: int, *, noun: bool) -> int | None:
    """Where a name ends that goes on with small words ("von der Leyen")."""
    end = at
    while end < len(view) and end - at < _MOST_PARTICLES and view.words[end] in view.vocabulary.small.particles:
        end += 1
    # behind given names a common noun is a surname too ("von der Heide")
    is_part = end < len(view) and (view.is_name_word(end) or (noun and end > at + 1 and view.tag(end) == "NN"))
    takes = is_part and not _means_country(view, end)
    return end + 1 if takes else None


def _means_country(view: View, at: int) -> bool:
    """Whether a country or capital stands there; a smaller town may be a surname ("von der Heide")."""
    known = view.known(at)
    return known is not None and (known[0].country is not None or known[0].capital is not None)


def is_full_name(view: View, at: int, end: int) -> bool:
    """Whether the run from `at` to `end` is by its shape the full name of a person."""
    if end < at + 2:
        return False
    first = view.words[at]
    if is_given_name(view, first) or is_initial(first):
        return True
    known = view.known(at)
    if known is not None and known[0].person is not None:
        return True
    return first in view.vocabulary.family_first and end - at <= _MOST_PARTS and view.tag(at) in ("NE", "NN")


def is_likely_name(view: View, at: int, end: int) -> bool:
    """Whether a run of two or more names that nothing else claims can be a person's where a role says who it is."""
    if is_full_name(view, at, end):
        return True
    return end > at + 1 and all(view.tags[i] == "NE" or view.words[i][:1].islower() for i in range(at, end))


def bare_name(view: View, at: int, end: int) -> str:
    """The name from `at` to `end`, less the genitive ending where the word behind shows that it has one."""
    name = view.text(at, end)
    last = view.words[end - 1]
    bare = view.vocabulary.without_genitive(last)
    if bare is None or name in view.reference.persons:
        return name
    if not last[-1].isalpha() or _owns_next(view, end - 1, bare):
        return name[: len(name) - len(last)] + bare
    return name


def _owns_next(view: View, at: int, bare: str) -> bool:
    """Whether the word at `at` is the genitive of `bare`: so the tagger says and a noun phrase follows."""
    return view.tokens[at].lemma in (bare, bare.capitalize()) and (view.tag(at + 1) in ("NN", "ADJA", "TRUNC", "NNA"))
