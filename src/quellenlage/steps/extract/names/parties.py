"""Parties without a name: "anonyme Quellen", "südkoreanische Medien", "eine Quelle aus dem Geheimdienst"."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.model.marks import SourceKind
from quellenlage.steps.extract.names.attributes import attribute_at
from quellenlage.steps.extract.names.descriptions import description
from quellenlage.steps.extract.names.found import Found
from quellenlage.steps.extract.names.view import View


def parties(view: View) -> Iterator[Found]:
    """The parties of a sentence that speak without a name: groups, and unnamed sources in the singular too."""
    for head in view.capitals:
        if view.tags[head] in ("NN", "NNA"):
            base = view.noun(head).group
            if base is not None:
                found = _party(view, head, base)
                if found is not None:
                    yield found


def _party(view: View, head: int, base: str) -> Found | None:
    first = view.left_edge(head)
    adjectives = tuple(view.vocabulary.adjective_stem(view.words[i]) for i in range(first, head))
    bases = (*adjectives, base.lower())
    article = view.word(first - 1).lower()
    small, words = view.vocabulary.small, view.vocabulary.parties
    plural = view.is_plural(first, head)
    is_source = view.vocabulary.is_source_noun(base)
    if not (plural or is_source) or article in small.possessive or " ".join(bases[-2:]) in words.no_party:
        return None
    if view.tag(first - 1) == "CARD" and view.word(first - 1)[:1].isdigit():
        return None  # counted things ("150 Journalisten") are a quantity, not a voice
    if view.is_name_word(head + 1) and not plural:
        return None
    if is_source and _is_origin(view, head):
        return None
    country = next(filter(None, (view.adjective_country(i) for i in range(first, head))), None)
    prepositions = words.after if is_source else small.of
    attribute = attribute_at(view, head + 1, prepositions)
    end = attribute.end if attribute is not None else head + 1
    if attribute is not None:
        bases, country = (*bases, *attribute.bases), country or attribute.country
    label = description(view, first, head, end, plural=plural)
    definite = article in small.definite and not plural
    return Found(first, end, SourceKind.UNNAMED, label, country=country, definite=definite, bases=bases)


def _is_origin(view: View, head: int) -> bool:
    """Whether the noun rather means where something comes from: "Quelle der Recherche", "Quelle harter Währung"."""
    if view.tag(head + 1) == "ADJA":
        return True
    attribute = attribute_at(view, head + 1, frozenset())
    return attribute is not None and attribute.body is None and attribute.country is None
