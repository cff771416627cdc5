"""Link: sources, stories and claims over many documents.

1. stories    documents about one event
2. sources    one for each entity over all documents and spellings
3. rewriting  statements and credits name these instead of the sources of one document
4. claims     statements that say the same thing about the same things
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.languages.pack import LanguagePack
from quellenlage.model.comparing import Linked
from quellenlage.model.statement import Reading
from quellenlage.reference import Reference, load_reference
from quellenlage.steps.link.claims import group_statements
from quellenlage.steps.link.rewriting import linked_credits, linked_statements
from quellenlage.steps.link.sources import link_sources
from quellenlage.steps.link.stories import find_stories

__all__ = ["link"]


def link(
    readings: Sequence[Reading], *, packs: Mapping[str, LanguagePack], reference: Reference | None = None
) -> Linked:
    """Sources, stories and claims over many documents.

    Args:
        readings: of all documents, in any order.
        packs: language packs by code; a document in a language without one is put into a story and no more.
        reference: the world as data; read from the package if None.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    stories = find_stories(ordered, packs)
    story_of = {document: story.id for story in stories for document in story.documents}
    linked = link_sources(ordered, story_of)
    statements = linked_statements(ordered, linked.renamed)
    groups = group_statements(
        ordered,
        statements,
        linked.sources,
        stories=story_of,
        packs=packs,
        reference=load_reference() if reference is None else reference,
    )
    return Linked(
        sources=linked.sources,
        statements=statements,
        credits=linked_credits(ordered, linked.renamed),
        outlets=linked.outlets,
        stories=stories,
        groups=groups,
    )
