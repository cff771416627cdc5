"""Countries as parties: by name, by a capital or a seat of government that stands for them.

After a locative preposition, or as part of a country that is meant ("im Osten der Ukraine"), the name is a place and no
party; `extract_places` takes it then. A capital is a party only where its surroundings say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.model.marks import SourceKind
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.view import HOME, View

_VERBS = frozenset({"VVFIN", "VAFIN", "VMFIN"})


def countries(view: View) -> Iterator[Found]:
    """The countries of a sentence that act as parties."""
    for at in range(len(view)):
        known = view.known(at)
        if known is None or known[0].person is not None:
            continue
        found, length = known
        code = found.country
        if code is not None and is_party(view, at, length):
            yield _country(view, at, length, code)
        elif found.seat is not None and not is_locative(view, at, but=view.vocabulary.small.party_after):
            yield _country(view, at, length, found.seat[1])
        elif code is None and found.capital is not None and _capital_acts(view, at, length, found.capital):
            yield _country(view, at, length, found.capital)


def country_key(code: str) -> str:
    """The key of a country as a party."""
    return f"{SourceKind.COUNTRY}:{code}"


def _country(view: View, at: int, length: int, code: str) -> Found:
    label = view.text(at, at + length)
    bare = view.vocabulary.without_genitive(label)
    if bare is not None and view.reference.known(label) is None:
        label = bare
    return Found(
        at,
        at + length,
        SourceKind.COUNTRY,
        label,
        Rank.NAMED,
        key=country_key(code),
        usual=view.reference.countries[code].name,
        country=code,
    )


def is_party(view: View, at: int, length: int) -> bool:
    """Whether the name of a country or capital acts here: no place, no part of another name."""
    if is_locative(view, at) or _is_part(view, at) or view.word(at + length) == "-":
        return False
    return not (view.tag(at - 1) == "NE" and view.known(at - 1) is None)


def is_locative(view: View, at: int, *, but: frozenset[str] = frozenset()) -> bool:
    """Whether a locative preposition governs the name at `at`, across an article, adjectives and what is joined."""
    before = at - 1
    while before >= 0 and (
        view.tags[before] in ("ART", "ADJA", "KON", "PDAT")
        or (view.tags[before] in ("NE", "$,") and _joined(view, before))
    ):
        before -= 1
    word, small = view.word(before), view.vocabulary.small
    if word not in small.locative and word.lower() not in small.locative:
        return False
    # in "auf Moskaus Krieg" the preposition governs the war; in "in Moskaus Straßen" it still tells a place
    governs_owned = is_owner(view, at) and word.lower() not in small.inside
    return word.lower() not in but and not governs_owned


def is_owner(view: View, at: int) -> bool:
    """Whether the name at `at` is a genitive before the noun it owns ("Moskaus Krieg")."""
    genitive = view.word(at)[-1:] in "s’'" and view.reference.known(view.word(at)) is None
    return genitive and view.tag(at + 1) in ("NN", "ADJA")


def _joined(view: View, at: int) -> bool:
    """Whether a known place, or the comma behind it, joins the next name to the one before ("in Kiew und Odessa")."""
    place = at if view.tags[at] == "NE" else at - 1
    known = view.known(place) if place >= 0 else None
    behind = view.word(place + 1)
    return known is not None and known[0].is_place and (behind in view.vocabulary.small.joins or behind == ",")


def _is_part(view: View, at: int) -> bool:
    """Whether the name only says where a part lies: "im Osten der Ukraine", "die Grenze zu China"."""
    before = at - 1
    if view.tag(before) == "ART":
        before -= 1
    if view.tag(before) in ("APPR", "APPRART") and view.tag(before - 1) in ("NN", "NE"):
        return view.noun(before - 1).base in view.vocabulary.small.place_parts
    if view.tag(before) not in ("NN", "NE"):
        return False
    noun = view.noun(before)
    return noun.base in view.vocabulary.small.place_parts or noun.is_place_head


def _capital_acts(view: View, at: int, length: int, code: str) -> bool:
    """Whether a capital stands for its government: beside a verb, as owner, or beside another party."""
    end = at + length
    if not is_party(view, at, length):
        return False
    if view.tag(at - 1) == "NN" and view.reference.known(view.text(at, end)) is None:
        return code not in HOME and view.noun(at - 1).role is None  # "der Krieg Moskaus", not "Bürgermeister Moskaus"
    if view.tag(at - 1) in ("NN", "NE") or view.tag(end) == "NE" or view.word(end) in ("(", "–", "-", "/", ":"):
        return False
    small = view.vocabulary.small
    if _beside_party(view, at, end):
        return True
    if code in HOME:
        return False
    before = view.word(at - 1).lower()
    bare = view.tag(at - 1) not in ("APPR", "APPRART") or before in small.between
    acts = view.tag(end) in _VERBS or view.tag(at - 1) in _VERBS or before in small.between
    object_of = view.tag(at - 1) in ("NN", "PPER", "ADV", "PRF", "") or view.tag(end) in ("VVPP", "VVINF")
    return is_owner(view, at) or (bare and (acts or object_of or view.tag(end) in ("PTKNEG", "ADV", "APPR", "ART")))


def _beside_party(view: View, at: int, end: int) -> bool:
    """Whether the capital is joined to another country or capital ("zwischen Moskau und Pjöngjang")."""
    joins = view.vocabulary.small.joins
    for joint, other in ((end, end + 1), (at - 1, at - 2)):
        if view.word(joint) in joins and 0 <= other < len(view):
            known = view.known(other)
            if known is not None and (known[0].capital or known[0].country or known[0].seat):
                return True
    return False
