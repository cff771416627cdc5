"""Persons by role: "der ukrainische Präsident Wolodymyr Selenskyj", "Kremlsprecher Peskow", "der Minister".

A role phrase is read from its noun outwards, like that of a body. A name right behind it, behind its attribute or in
apposition to it is the person's. Without a name it is somebody named elsewhere in the document, a body's spokesperson,
whose word is the body's, or a party without a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quellenlage.languages.names import RoleNoun
from quellenlage.model.marks import SourceKind
from quellenlage.steps.extract.names.attributes import Attribute, attribute_at, country_of
from quellenlage.steps.extract.names.descriptions import description
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.persons import bare_name, is_given_name, is_likely_name, name_run
from quellenlage.steps.extract.names.sayings import sayer
from quellenlage.steps.extract.names.view import View
from quellenlage.text.namekeys import fold_part

_MOST_ATTRIBUTES = 3  # behind the first one
_MOST_TITLES = 3  # "Prof. Dr. Dr."
_LONGEST_NAME = 5  # words of a name before an apposition


def roles(view: View) -> Iterator[Found]:
    """The persons of a sentence that are named with, or by, their role or title."""
    for head in view.capitals:
        if view.words[head] in view.vocabulary.roles.titles and view.tag(head) != "NNA":
            titled = _of_title(view, head)
            if titled is not None:
                yield titled
                continue
        if view.tags[head] in ("NN", "NNA", "NE"):
            role = view.noun(head).role
            found = _of_role(view, head, role) if role is not None else None
            if found is not None:
                yield found


def _of_title(view: View, head: int) -> Found | None:
    """A name behind a title: "Herr Meier", "Dr. Anna Adler"."""
    at = _behind_titles(view, head)
    end = name_run(view, at)
    if end == at or not _may_bear_role(view, at, end):
        return None
    name = bare_name(view, at, end)
    return Found(head, end, SourceKind.PERSON, name, Rank.NAMED, person=name)


def _behind_titles(view: View, at: int) -> int:
    titles = 0
    while view.word(at) in view.vocabulary.roles.titles and titles < _MOST_TITLES:
        at, titles = at + 1, titles + 1
    return at


def _of_role(view: View, head: int, role: RoleNoun) -> Found | None:
    country, first = _left(view, head)
    plain = Found(first, head + 1, SourceKind.PERSON, "", country=country, role=role)
    behind = _behind_titles(view, head + 1)
    end = max(name_run(view, behind), _odd_name(view, behind))
    if end > behind and _may_bear_role(view, behind, end):
        if _is_owner(view, behind, end):
            return _without_name(view, replace(plain, end=end), head, None)
        name = bare_name(view, behind, end)
        return replace(plain, end=end, label=name, rank=Rank.NAMED, person=name)
    small = view.vocabulary.small
    attribute = _owning_country(view, head + 1) or attribute_at(view, head + 1, small.of | small.for_)
    if attribute is not None:
        plain = replace(plain, end=attribute.end, country=attribute.country or country, bases=attribute.bases)
        further = _further(view, attribute.end)
        named = _with_name(view, replace(plain, end=further), attribute) if further > attribute.end else None
        if named is not None:
            return named
    return _with_name(view, plain, attribute) or _without_name(view, plain, head, attribute)


def _odd_name(view: View, at: int) -> int:
    """Where a surname ends that the tagger takes for another kind of word ("Präsident Ziercke"); else `at`."""
    is_odd = view.tag(at) in ("ADJD", "NNA", "VVFIN", "VVPP", "VVINF", "ADJA") and view.is_capital(at)
    if not is_odd or view.words[at] in view.small_not_names or (view.tag(at) == "ADJA" and view.is_noun(at + 1)):
        return at
    return at + 1 if view.noun(at).role is None and view.adjective_country(at) is None else at


def _owning_country(view: View, at: int) -> Attribute | None:
    """The genitive of a country without an article: "Präsident Russlands"."""
    known = view.known(at) if at < len(view) else None
    if known is None or known[0].country is None or view.words[at] in view.reference.country_names:
        return None
    return Attribute(at + known[1], known[0].country, None, (view.words[at].lower(),))


def _further(view: View, end: int) -> int:
    """Where the attributes end that go on with an attribute: "der Fraktion der SPD im Bundestag"."""
    small = view.vocabulary.small
    for _ in range(_MOST_ATTRIBUTES):
        attribute = attribute_at(view, end, small.of | small.for_ | small.inside)
        if attribute is None:
            break
        end = attribute.end
    return end


def _left(view: View, head: int) -> tuple[str | None, int]:
    """Country of the words before the role noun, and where the phrase begins, a genitive owner included."""
    first = view.left_edge(head)
    country = view.noun(head).country
    for place in range(first, head):
        country = view.adjective_country(place) or country
    owner = first - 1
    known = view.known(owner) if owner >= 0 and view.tag(owner) == "NE" else None
    if known is None and _is_owner(view, owner, owner + 1):
        return country, owner
    if known is None or known[1] > 1 or view.words[owner][-1] not in "s’'":
        return country, first
    is_genitive = view.words[owner] not in view.reference.country_names and known[0].is_place
    return (country_of(known[0]) or country, owner) if is_genitive else (country, first)


def _may_bear_role(view: View, at: int, end: int) -> bool:
    """Whether a run behind a role noun is a name: not a lone town or country ("Bürgermeister Berlins")."""
    known = view.known(at)
    return end - at > 1 or known is None or known[0].person is not None or not known[0].is_place


def _is_owner(view: View, at: int, end: int) -> bool:
    """Whether the single name behind a role noun is a genitive: "Sprecher Selenskyjs", where Selenskyj is known."""
    word = view.word(at)
    bare = view.vocabulary.without_genitive(word)
    if at < 0 or end - at > 1 or bare is None:
        return False
    surnames = view.reference.surnames
    known_bare = fold_part(bare) in view.surnames or bare in surnames
    return known_bare and fold_part(word) not in view.surnames and word not in surnames


def _with_name(view: View, plain: Found, attribute: Attribute | None) -> Found | None:
    """The person whose name stands behind the attribute, behind a comma, or before the phrase."""
    end = plain.end
    if attribute is not None:
        run = name_run(view, end)
        if run > end + 1 and is_likely_name(view, end, run):
            name = bare_name(view, end, run)
            return replace(plain, end=run, label=name, rank=Rank.NAMED, person=name)
    apposed = _name_behind(view, end) or _name_before(view, plain.first)
    return replace(plain, label=apposed, rank=Rank.NAMED, person=apposed) if apposed is not None else None


def _name_behind(view: View, at: int) -> str | None:
    """A full name in apposition behind a comma: "der Chef des Dienstes, Anna Adler, sagte"."""
    if view.word(at) != ",":
        return None
    begin = _behind_titles(view, at + 1)
    end = name_run(view, begin)
    closes = end == len(view) or view.tag(end).startswith("$")
    is_name = end > begin + 1 and closes and is_likely_name(view, begin, end)
    return bare_name(view, begin, end) if is_name else None


def _name_before(view: View, first: int) -> str | None:
    """A name to which the role phrase is an apposition: "Anna Adler, die Chefin des Dienstes, sagte"."""
    at = first - 1
    if view.word(at).lower() in view.vocabulary.small.definite | view.vocabulary.small.indefinite:
        at -= 1
    if view.word(at) != ",":
        return None
    for begin in range(max(0, at - _LONGEST_NAME), at):
        if name_run(view, begin) == at and (at - begin > 1 or is_given_name(view, view.words[begin])):
            return view.text(begin, at) if is_likely_name(view, begin, at) else None
    return None


def _without_name(view: View, plain: Found, head: int, attribute: Attribute | None) -> Found | None:
    """A role without a name: it may take up somebody named elsewhere, or speak for a body."""
    role, small = plain.role, view.vocabulary.small
    article = view.word(plain.first - 1).lower()
    is_owned = view.tag(plain.first) == "NE" and plain.first < head
    is_definite = article in small.definite or is_owned
    if role is None or not (is_definite or article in small.indefinite) or view.is_plural(plain.first, head):
        return None
    if view.noun(head).body is not None and role.end not in view.vocabulary.roles.speaks_for:
        return None  # "der Nationalrat" is rather the body
    body = _spoken_for(view, plain, role, attribute)
    if body is not None:
        return body
    adjectives = (view.vocabulary.adjective_stem(view.words[i]) for i in range(plain.first, head))
    bases = (*adjectives, role.form.lower(), *plain.bases)
    label = description(view, plain.first, head, plain.end, plural=False)
    return replace(plain, label=label, definite=is_definite, bases=bases)


def _spoken_for(view: View, plain: Found, role: RoleNoun, attribute: Attribute | None) -> Found | None:
    """The body whose word a spokesperson without a name speaks."""
    if role.end not in view.vocabulary.roles.speaks_for:
        return None
    if attribute is not None and attribute.body is not None:
        country = attribute.body.country or plain.country
        return replace(attribute.body, first=plain.first, end=plain.end, country=country, role=role, definite=True)
    if role.before:
        body = sayer(view, plain.first, plain.end, role.before.rstrip("-"), plain.country)
        return replace(body, role=role) if body is not None else None
    return None
