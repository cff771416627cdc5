"""A phrase as a description: in the nominative without an article, as a list of sources shows it."""

from __future__ import annotations

from quellenlage.steps.extract.names.view import View


def description(view: View, first: int, head: int, end: int, *, plural: bool, is_proper: bool = False) -> str:
    """The phrase from `first` to `end`, half-open, whose noun stands at `head`.

    Args:
        is_proper: whether an adjective with a capital letter may be part of a proper name ("Nationales Zentrum"); else,
            and if it names a country, it only begins the sentence.
    """
    noun, base, body = view.words[head], view.noun(head).base, view.noun(head).body
    adjectives = [_nominative(view, i, base, plural=plural, is_proper=is_proper) for i in range(first, head)]
    is_dative = noun == f"{base}n" and base.endswith(view.vocabulary.small.unchanged_plural)  # "von Reportern"
    if not plural or is_dative or (body is not None and body.is_plural):
        noun = base
    return " ".join([*adjectives, noun, *view.words[head + 1 : end]]).replace(" ( ", " (").replace(" )", ")")


def _nominative(view: View, at: int, noun: str, *, plural: bool, is_proper: bool) -> str:
    if not view.is_adjective(at):
        return view.words[at]
    word = view.vocabulary.nominative_adjective(view.words[at], noun, plural=plural)
    opens = at == 0 or view.tags[at - 1].startswith("$")
    is_inhabitant = view.words[at].endswith(view.vocabulary.endings.inhabitant[0])  # "Moskauer Behörden"
    keeps = is_inhabitant or (is_proper and view.adjective_country(at) is None)
    return word[0].lower() + word[1:] if opens and not keeps else word
