"""Extract: sentences -> marks: masthead, credits, times, figures, names, places, evidence."""

from __future__ import annotations

from quellenlage.languages.pack import LanguagePack
from quellenlage.model.document import Document, Passage
from quellenlage.model.marks import Marks
from quellenlage.model.options import Options
from quellenlage.model.tokens import Division
from quellenlage.reference import Reference
from quellenlage.steps.extract.credits import extract_credits
from quellenlage.steps.extract.evidence import extract_evidence
from quellenlage.steps.extract.figures import extract_figures
from quellenlage.steps.extract.masthead import find_masthead
from quellenlage.steps.extract.names import extract_names
from quellenlage.steps.extract.places import extract_places
from quellenlage.steps.extract.times import extract_times


def extract(
    document: Document,
    passages: tuple[Passage, ...],
    division: Division,
    *,
    pack: LanguagePack,
    reference: Reference,
    options: Options,
) -> Marks:
    """All marks of one document.

    The masthead comes first, since relative times count from the day of publication; times come before figures, since
    a number inside a date is no quantity; names come before evidence, since evidence is supplied by somebody.
    """
    masthead = find_masthead(
        document, passages, times=pack.times, names=pack.names, reference=reference, assumed=options.published
    )
    timing = extract_times(document, division, pack.times, published=masthead.published, surface=options.surface)
    figures = extract_figures(document, division, pack.numbers, times=timing.times)
    names = extract_names(document, division, pack.names, reference)
    return Marks(
        figures=figures,
        times=timing.times,
        places=extract_places(document, division, pack.names, reference, names=names),
        names=names,
        evidence=extract_evidence(document, division, pack.evidence, names=names),
        credits=extract_credits(document, passages, pack.names, reference),
        masthead=masthead,
        notes=timing.notes,
    )
