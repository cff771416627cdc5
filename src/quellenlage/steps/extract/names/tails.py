"""What goes on behind the noun of a body: an acronym in brackets, a proper name, "für …", a genitive, a town."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.languages.names import HeadNoun
from quellenlage.reference import Known, KnownBody
from quellenlage.steps.extract.names.persons import is_given_name, name_run
from quellenlage.steps.extract.names.view import View

GOVERNMENT = "government"
_NAMED_SORTS = frozenset(
    {"company", "association", "party", "armed_group", "institute", "university", "hospital", "aid", "union", "club"}
    | {"bank", "committee"}
)
_SEATED = frozenset({"university", "hospital"})  # called by the town behind them
_NO_PURPOSE = ("company", GOVERNMENT, "military")  # classes whose "für" begins something else
_MOST_STEPS = 4  # things that go on with a phrase: acronym, name, genitive, place
_LONGEST_PURPOSE = 9  # words behind "für"


@dataclass(slots=True)
class Tail:
    """What stands behind the noun of a body."""

    end: int
    proper: str | None = None
    acronym: str | None = None
    country: str | None = None
    known: KnownBody | None = None
    describes: bool = False


def tail_of(view: View, head: int, body: HeadNoun) -> Tail:
    """What goes on with the phrase behind its noun."""
    tail = Tail(head + 1)
    for _ in range(_MOST_STEPS):
        before = tail.end
        for step in (_acronym, _quoted, _known_name, _name, _purpose, _genitive, _place):
            step(view, body, tail)
            if tail.end != before:
                break
        else:
            return tail
    return tail


def _acronym(view: View, _body: HeadNoun, tail: Tail) -> None:
    bracketed = view.bracketed(tail.end)
    if bracketed is not None and view.is_acronym(tail.end + 1) and tail.acronym is None:
        known = view.known(tail.end + 1)
        if known is not None and known[0].body is not None:
            tail.known = known[0].body
        tail.acronym, tail.end = bracketed


def _quoted(view: View, body: HeadNoun, tail: Tail) -> None:
    quoted = view.quoted_name(tail.end)
    if quoted is not None and quoted[0][:1].isupper() and body.sort in _NAMED_SORTS and tail.proper is None:
        tail.proper, tail.end = quoted


def _known_name(view: View, body: HeadNoun, tail: Tail) -> None:
    """A body known by name right behind the noun: "Geheimdienst NIS", "Versicherer Allianz"."""
    if tail.proper is not None:
        return
    for length in (4, 3, 2, 1):
        name = view.text(tail.end, tail.end + length)
        known = view.reference.announced_bodies.get(name)
        if known is not None and tail.end + length <= len(view) and not _is_party_of(body, known):
            tail.proper, tail.known, tail.end = name, known, tail.end + length
            return


def _is_party_of(body: HeadNoun, known: KnownBody) -> bool:
    """Whether a party's name behind another noun only says who governs there ("die Regierung SPD …")."""
    return known.sort == "party" and body.sort != "party"


def _name(view: View, body: HeadNoun, tail: Tail) -> None:
    """An acronym or name of nobody else right behind the noun: "Generalstab JCS", "Autobauer Maserati"."""
    if tail.proper is not None or not view.is_capital(tail.end):
        return
    if view.is_acronym(tail.end) and view.known(tail.end) is None and view.tag(tail.end) in ("NE", "FM", "XY", "NN"):
        tail.proper, tail.end = view.words[tail.end], tail.end + 1
        return
    if body.sort not in _NAMED_SORTS or is_given_name(view, view.words[tail.end]):
        return
    if body.sort in _SEATED and view.tag(tail.end) == "NE" and name_run(view, tail.end) <= tail.end + 1:
        tail.end += 1  # "Universität Harlburg": a town that no list knows, and part of the name
        return
    if view.tag(tail.end) in ("NE", "FM", "XY") and name_run(view, tail.end) == tail.end and not view.known(tail.end):
        tail.proper, tail.end = view.words[tail.end], tail.end + 1  # "KarstadtMarkt", not written like a person's name
        return
    end = name_run(view, tail.end)
    if end > tail.end:
        while view.tag(end) == "NE" and view.known(end) is not None and not view.is_acronym(end):
            end += 1  # "Borussia Dortmund"
        tail.proper, tail.end = view.text(tail.end, end), end


def _purpose(view: View, body: HeadNoun, tail: Tail) -> None:
    """Like "für Kommunikations- und Informationssicherheit", "für Staatssicherheit"."""
    if view.word(tail.end) not in view.vocabulary.small.for_ or body.sort in _NO_PURPOSE:
        return
    end = purpose_end(view, tail.end)
    if end is not None and view.tag(tail.end + 1) != "ART":  # "das Parlament für die zweite Hälfte" has no purpose
        tail.end, tail.describes = end, True


def purpose_end(view: View, at: int) -> int | None:
    """Where a purpose ends that begins with "für" at `at`; several nouns may be joined. None if no noun follows."""
    last_noun = None
    for place in range(at + 1, min(at + 1 + _LONGEST_PURPOSE, len(view))):
        tag = view.tags[place]
        if tag in ("NN", "NE"):
            last_noun = place
        elif not _goes_on_with_purpose(view, place, after_noun=last_noun is not None):
            break
    return None if last_noun is None else last_noun + 1


def _goes_on_with_purpose(view: View, at: int, *, after_noun: bool) -> bool:
    """Whether a word that is no noun may stand inside a purpose."""
    tag = view.tags[at]
    if tag in ("KON", "$,") and after_noun:
        return _joins_purpose(view, at)
    return tag in ("TRUNC", "KON", "ADJA") or (tag in ("ART", "$,") and not after_noun)


def _joins_purpose(view: View, at: int) -> bool:
    """Whether "und" or a comma at `at` joins nouns of one purpose ("Verkehr, Infrastruktur und Tourismus")."""
    if view.tag(at) == "$,":
        return view.tag(at + 1) in ("NN", "TRUNC") and view.tag(at + 2) == "KON"
    return view.tag(at + 1) in ("NN", "TRUNC") or (view.tag(at + 1) == "ADJA" and view.tag(at + 2) == "NN")


def _genitive(view: View, body: HeadNoun, tail: Tail) -> None:
    """A genitive behind the noun: "der Ukraine", "des Landes", "der vereinten Stabschefs"."""
    article = view.word(tail.end)
    if article not in view.vocabulary.small.genitive or tail.proper is not None:
        return
    at = tail.end + 1
    while at < len(view) and view.is_adjective(at):
        at += 1
    known = _longest_known(view, tail.end + 1) or _longest_known(view, at)
    if known is not None and known[0].body is not None and not known[0].is_place:
        tail.end, tail.describes = known[1], True
    elif known is not None and known[0].is_place:
        found, end = known
        tail.country = found.country or found.capital or _country_of(found)
        tail.end, tail.describes = end, True
    elif view.tag(at) == "NN" and _may_be_owner(view, body, article, at):
        tail.end = at + 1


def _longest_known(view: View, at: int) -> tuple[Known, int] | None:
    known = view.known(at) if at < len(view) else None
    return None if known is None else (known[0], at + known[1])


def _country_of(found: Known) -> str | None:
    if found.city is not None:
        return found.city.country
    return found.region.country if found.region is not None else None


def _may_be_owner(view: View, body: HeadNoun, article: str, at: int) -> bool:
    """Whether the noun at `at` is a genitive attribute: "des" leaves no doubt, "der" only where the noun is plural."""
    if article in view.vocabulary.small.sure_genitive:
        return view.noun(at).body is None and view.noun(at).role is None
    if article != "der":
        return False
    return body.sort in ("military_command", "committee", "association") and view.words[at] != view.noun(at).base


def _place(view: View, body: HeadNoun, tail: Tail) -> None:
    """A town or country behind the noun: "Polizei Köln", "Regierung in Kiew", "Universität von Oxford"."""
    if not body.is_located or tail.proper is not None:
        return
    at = tail.end
    if view.word(at).lower() in view.vocabulary.small.inside:
        at += 1
        if view.word(at) in ("der", "den", "dem"):
            at += 1
    known = _longest_known(view, at)
    if known is None or not (known[0].is_place or known[0].capital) or known[0].person is not None:
        return
    found, end = known
    tail.country = found.country or found.capital or _country_of(found)
    if at == tail.end:
        if view.word(end) in ("I", "II"):
            end += 1
        tail.proper = view.text(tail.end - 1, end)
    tail.end, tail.describes = end, True
