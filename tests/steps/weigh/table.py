"""Who said which figure on whose word, as rows of a table: cases for the rules, without any step before `weigh`.

A row is one document with one statement; `{f}` and `{n}` in its sentence are the figure and the noun it counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import SimpleNamespace
from typing import cast

from quellenlage.languages.pack import LanguagePack
from quellenlage.languages.predicates import load_predicates
from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.comparing import ClaimGroup, Linked, Traced, Weighed
from quellenlage.model.document import Document
from quellenlage.model.dossier import Claim, Derivation, DerivationKind, Origins, Story
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Comparator, Counted, Figure, Place, SourceKind, Time, TimeKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Mention, Reading, Source, Stance, Statement
from quellenlage.steps.divide import divide
from quellenlage.steps.weigh import weigh
from quellenlage.syntax.embedded import load_embedded
from tests.records import at, published, reading, statement

COUNTRIES = {"Nordland": "NO", "Norwegen": "NO", "Russland": "RU", "Ukraine": "UA", "Polen": "PL", "Kenia": "KE"}


def source(name: str, kind: SourceKind, country: str | None = None) -> Source:
    key = f"{kind}:{name.casefold()}"
    return Source(content_id("src", key), name, kind, (name,), (), key, country)


NIS = source("NIS", SourceKind.BODY, "KR")
STAFF = source("Generalstab", SourceKind.BODY, "UA")
STAFF_OF_PL = source("polnischer Generalstab", SourceKind.BODY, "PL")
MINISTRY = source("Innenministerium", SourceKind.BODY)
MINISTRY_OF_LAND = source("Innenministerium des Landes", SourceKind.BODY)
KIM = source("Kim Jong Un", SourceKind.PERSON, "KP")
OTHER_KIM = source("Kim Yong-hyun", SourceKind.PERSON, "KR")
BUDANOV = source("Kyrylo Budanow", SourceKind.PERSON, "UA")
PESKOV = source("Dmitri Peskow", SourceKind.PERSON, "RU")
UKRAINE = source("Ukraine", SourceKind.COUNTRY, "UA")
UNNAMED = source("anonyme Quellen", SourceKind.UNNAMED)
MEDIA = source("südkoreanische Medien", SourceKind.UNNAMED, "KR")
POLISH_MEDIA = source("polnische Medien", SourceKind.UNNAMED, "PL")
REUTERS = source("Reuters", SourceKind.AGENCY)
CNN = source("CNN", SourceKind.OUTLET)
SOURCES = (
    *(NIS, STAFF, STAFF_OF_PL, MINISTRY, MINISTRY_OF_LAND, KIM, OTHER_KIM, BUDANOV, PESKOV, UKRAINE),
    *(UNNAMED, MEDIA, POLISH_MEDIA, REUTERS, CNN),
)

# Bound words of the rows: comparator, factors of low and high; None is an open end.
_BOUNDS: dict[str, tuple[Comparator, float | None, float | None]] = {
    "rund": (Comparator.ABOUT, 0.9, 1.1),
    "fast": (Comparator.LESS, 0.9, 1.0),
    "bis zu": (Comparator.AT_MOST, None, 1.0),
    "mindestens": (Comparator.AT_LEAST, 1.0, None),
    "mehr als": (Comparator.MORE, 1.0, None),
}


@dataclass(frozen=True)
class Row:
    """One document with one statement.

    Args:
        outlet: name of its outlet; a name that ends in ".txt" is a document without one.
        sentence: what is said, `{f}` where the figure stands; the counted noun stands behind it.
        by: whose word it is; None is the outlet's own voice, unless `nobody`.
        f: the figure's words ("bis zu 12.000"); its bound decides low and high.
        noun, head: what is counted, as it stands behind the figure, and its base form.
        root: documents with the same root are made copies of one another.
        places, times: words in the sentence with country code or day ("2024-10-20").
        mentions: sources with the words that name them in the sentence.
    """

    outlet: str
    sentence: str
    by: Source | None = None
    f: str = ""
    status: str | None = None
    noun: str = "Soldaten"
    head: str = "Soldat"
    modifiers: tuple[str, ...] = ()
    unit: str | None = None
    additive: bool = False
    claim: str = "claim"
    story: str = "story"
    stance: Stance = Stance.ASSERTS
    hedges: tuple[str, ...] = ()
    nobody: bool = False
    day: str | None = None
    relays: tuple[Source, ...] = ()
    bases: tuple[Source, ...] = ()
    root: str | None = None
    places: tuple[str, ...] = ()
    times: Mapping[str, str] = field(default_factory=dict)
    mentions: Mapping[str, Source] = field(default_factory=dict)
    quote: str | None = None


@cache
def packs() -> Mapping[str, LanguagePack]:
    """What `weigh` reads of a language pack, without the vocabularies it does not read."""
    return {"de": cast("LanguagePack", SimpleNamespace(code="de", predicates=load_predicates("de")))}


def weighed(rows: Sequence[Row], *, surface: str = "de") -> Weighed:
    """What `weigh` finds in a table."""
    readings = [_reading(row, number) for number, row in enumerate(rows)]
    statements = [said for own in readings for said in own.statements]
    mentions = [m for row, own in zip(rows, readings, strict=True) for m in _mentions(row, own)]
    sources = tuple(replace(s, mentions=tuple(m for name, m in mentions if name == s.id)) for s in SOURCES)
    groups: dict[str, list[str]] = {}
    stories: dict[str, list[str]] = {}
    for row, own in zip(rows, readings, strict=True):
        groups.setdefault(row.claim, []).append(own.statements[0].id)
        stories.setdefault(row.story, []).append(own.document.id)
    texts = len({row.root or number for number, row in enumerate(rows)})
    linked = Linked(
        sources=sources,
        statements=tuple(statements),
        credits={},
        outlets={},
        stories=tuple(Story(name, tuple(documents), name) for name, documents in stories.items()),
        groups=tuple(ClaimGroup(name, name, tuple(ids)) for name, ids in groups.items()),
    )
    claims = tuple(Claim(name, name, tuple(ids), Origins(1, texts, 1, 0, ())) for name, ids in groups.items())
    traced = Traced(tuple(_derivations(rows, readings)), claims)
    return weigh(readings, linked, traced, packs=packs(), surface=surface)


def rules(rows: Sequence[Row]) -> list[str]:
    """The names of the rules that find something in a table, sorted."""
    return sorted(finding.rule for finding in weighed(rows).findings)


def _reading(row: Row, number: int) -> Reading:
    text = row.sentence.format(f=row.f, n=row.noun)
    name = row.outlet if row.outlet.endswith(".txt") else f"{number}.txt"
    doc = Document(f"doc-{number}", name, text, "utf-8", "0" * 64, "de")
    figures = (_figure(doc, row),) if row.f else ()
    places = tuple(_place(doc, words) for words in row.places)
    times = tuple(_time(doc, words, day) for words, day in row.times.items())
    plain = reading(
        doc,
        figures=figures,
        places=places,
        times=times,
        outlet=None if row.outlet.endswith(".txt") else row.outlet,
        published=None if row.day is None else published(row.day),
        statements=(_statement(doc, row, figures, places, times),),
    )
    words = divide(
        doc, plain.passages, segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    return replace(plain, division=words)


def _statement(
    doc: Document, row: Row, figures: Sequence[Figure], places: Sequence[Place], times: Sequence[Time]
) -> Statement:
    own = row.by is None and not row.nobody
    chain = (*row.relays, *([row.by] if row.by else []), *row.bases)
    return statement(
        doc,
        row.quote or doc.text.rstrip("."),
        source=row.by,
        form=Form.OWN if own else Form.INDIRECT,
        stance=row.stance,
        hedges=tuple(sorted(at(doc.text, words) for words in row.hedges)),
        chain=tuple(source.id for source in chain),
        figures=tuple(figure.id for figure in figures),
        places=tuple(place.id for place in places),
        times=tuple(time.id for time in times),
    )


def _figure(doc: Document, row: Row) -> Figure:
    bound = next((words for words in _BOUNDS if row.f.startswith(words)), "")
    comparator, low, high = _BOUNDS.get(bound, (Comparator.EQUAL, 1.0, 1.0))
    digits = row.f.removeprefix(bound).strip()
    point = float(digits.replace(".", "").replace(",", "."))
    span, counted = at(doc.text, row.f), None
    if row.noun:
        where = at(doc.text, f"{row.f} {row.noun}")
        counted = Counted(row.noun, Span(span.end + 1, where.end), row.head, row.modifiers)
    return Figure(
        id=f"fig-{doc.id}",
        document=doc.id,
        span=span,
        low=None if low is None else point * low,
        high=None if high is None else point * high,
        point=point,
        comparator=comparator,
        unit=row.unit,
        counted=counted,
        status=row.status,
        number=at(doc.text, digits),
        additive=row.additive,
    )


def _place(doc: Document, words: str) -> Place:
    return Place(f"plc-{doc.id}-{words}", doc.id, at(doc.text, words), words, COUNTRIES.get(words))


def _time(doc: Document, words: str, day: str) -> Time:
    next_day = f"{day[:-2]}{int(day[-2:]) + 1:02d}"
    return Time(f"tim-{doc.id}-{words}", doc.id, at(doc.text, words), TimeKind.DATE, day, day, next_day, None)


def _mentions(row: Row, own: Reading) -> list[tuple[str, Mention]]:
    text, document = own.document.text, own.document.id
    return [(named.id, Mention(document, at(text, words))) for words, named in row.mentions.items()]


def _derivations(rows: Sequence[Row], readings: Sequence[Reading]) -> list[Derivation]:
    first: dict[str, str] = {}
    found = []
    for row, own in zip(rows, readings, strict=True):
        if row.root is None:
            continue
        origin = first.setdefault(row.root, own.document.id)
        if origin != own.document.id:
            key = content_id("der", origin, own.document.id)
            found.append(Derivation(key, origin, own.document.id, DerivationKind.COPY, True, 1.0, (), "copy"))
    return found
