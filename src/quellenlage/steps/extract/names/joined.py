"""What bodies joined in one phrase share: "der russischen Regierung, des Militärs und der Justiz" are all Russian."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quellenlage.model.marks import SourceKind
from quellenlage.steps.extract.names.bodies import body_key
from quellenlage.steps.extract.names.found import Found
from quellenlage.steps.extract.names.view import View

_LONGEST_JOINT = 2  # tokens between two joined bodies: a comma or "und", and an article


def with_shared_country(view: View, found: Sequence[Found]) -> list[Found]:
    """The mentions of a sentence, bodies without a country given that of the body they are joined to."""
    shared: list[Found] = []
    for mention in found:
        before = shared[-1] if shared else None
        shared.append(_joined(view, before, mention) if before is not None else mention)
    return shared


def _joined(view: View, before: Found, mention: Found) -> Found:
    is_described = mention.kind is SourceKind.BODY and mention.noun is not None and mention.definite
    if not is_described or mention.country is not None or mention.key is not None:
        return mention
    if before.kind is not SourceKind.BODY or before.country is None or not _is_joint(view, before.end, mention.first):
        return mention
    is_one = mention.sort in view.vocabulary.bodies.one_of
    key = body_key(mention.sort, before.country, "", is_one=True) if is_one else None
    return replace(mention, country=before.country, key=key)


def _is_joint(view: View, begin: int, end: int) -> bool:
    """Whether nothing but a comma or "und" and an article stands between."""
    between = view.words[begin:end]
    if not 0 < len(between) <= _LONGEST_JOINT or not (between[0] == "," or between[0] in view.vocabulary.small.joins):
        return False
    return len(between) == 1 or between[1] in view.vocabulary.small.definite
