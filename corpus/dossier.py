"""A dossier made from gold instead of by the program: it proves the contract and opens in the same page."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from corpus.calendar import interval_of, is_relative, kind_of
from corpus.story import ARTICLE_ROLES, Article, Derivation, Origins, Statement, Story
from quellenlage.model.document import Basis, Credit, Document, Passage, Published, Supplied
from quellenlage.model.dossier import (
    FORMAT,
    VERSION,
    Aspect,
    Claim,
    DerivationKind,
    DocumentEntry,
    DocumentSpan,
    Dossier,
    Finding,
    FindingKind,
    Run,
    SharedPassage,
    TimelineEntry,
)
from quellenlage.model.dossier import Derivation as DerivationRecord
from quellenlage.model.dossier import Origins as OriginsRecord
from quellenlage.model.dossier import Story as StoryRecord
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Anchor, Counted, Figure, Place, SourceKind, Time
from quellenlage.model.span import Span
from quellenlage.model.statement import Evidence, Mention, Source
from quellenlage.model.statement import Statement as StatementRecord

_SOURCE_KINDS = frozenset(kind.value for kind in SourceKind)
RULE = "annotated"


def document_of(article: Article) -> Document:
    """The document that the program is given: the text as it came, and what a side file tells."""
    supplied = Supplied(
        outlet=article.outlet if article.given("outlet") else None,
        published=article.published if article.given("published") else None,
    )
    digest = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    identity = content_id("doc", article.name, supplied.outlet, supplied.url, article.text)
    language = str(article.marked.header.get("language", "de"))
    return Document(identity, article.name, article.text, "utf-8", digest, language, supplied)


def gold_dossier(story: Story) -> Dossier:
    """The dossier that a story's annotation amounts to."""
    return _Maker(story).dossier()


def _published(article: Article) -> Published | None:
    if article.published is None:
        return None
    interval = interval_of(article.published)
    if interval is None:
        return None
    timed = "T" in article.published
    basis = Basis.METADATA if article.given("published") else Basis.STATED
    return Published(_iso(interval[0], timed), _iso(interval[1], timed), basis)


def _iso(moment: datetime, timed: bool = True) -> str:
    return moment.isoformat(timespec="minutes") if timed else moment.date().isoformat()


class _Maker:
    """Holds what the parts of one story's dossier need of each other."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._documents = {article.number: document_of(article) for article in story.articles}
        self._claims = story.claims()
        self._figures = {a.number: tuple(self._figures_of(a)) for a in story.articles}
        self._times = {a.number: tuple(self._times_of(a)) for a in story.articles}
        self._places = {a.number: tuple(self._places_of(a)) for a in story.articles}

    def dossier(self) -> Dossier:
        """All parts."""
        story = self._story
        statements = [self._statement(a, s) for a in story.articles for s in a.statements]
        digests = sorted(document.digest for document in self._documents.values())
        return Dossier(
            format=FORMAT,
            version=VERSION,
            run=Run(
                "corpus", "1970-01-01T00:00:00+00:00", {}, {}, hashlib.sha256("".join(digests).encode()).hexdigest()
            ),
            documents=tuple(self._entry(article) for article in story.articles),
            sources=tuple(self._sources()),
            statements=tuple(statements),
            figures=tuple(figure for article in story.articles for figure in self._figures[article.number]),
            times=tuple(time for article in story.articles for time in self._times[article.number]),
            places=tuple(place for article in story.articles for place in self._places[article.number]),
            claims=tuple(self._claim(claim, group) for claim, group in self._claims.items()),
            stories=tuple(self._stories()),
            derivations=tuple(self._derivation(edge) for edge in story.derivations),
            findings=tuple(self._findings()),
            timeline=tuple(sorted(self._timeline(), key=lambda entry: (entry.earliest, entry.latest))),
            notes=(),
        )

    def _source_id(self, key: str) -> str:
        return content_id("src", self._story.name, key)

    def _statement_id(self, ref: str) -> str:
        return content_id("stm", self._story.name, ref)

    def _claim_id(self, claim: str) -> str:
        return content_id("clm", self._story.name, claim)

    def _entry(self, article: Article) -> DocumentEntry:
        document = self._documents[article.number]
        titles = [mark.span.of(article.text) for mark in article.marked.passages if mark.role == "title"]
        return DocumentEntry(
            id=document.id,
            name=document.name,
            outlet=article.outlet,
            title=titles[0] if titles else None,
            published=_published(article),
            language=document.language,
            passages=tuple(Passage(mark.span, mark.role) for mark in article.marked.passages),
            credits=tuple(Credit(self._source_id(mark.key), mark.span) for mark in article.marked.credits),
            text=article.text,
        )

    def _sources(self) -> Iterator[Source]:
        mentions: dict[str, list[Mention]] = defaultdict(list)
        forms: dict[str, set[str]] = defaultdict(set)
        for article in self._story.articles:
            for mark in article.mentions:
                mentions[mark.key].append(Mention(self._documents[article.number].id, mark.span))
                forms[mark.key].add(mark.span.of(article.text))
        for key, entity in self._story.entities.items():
            if entity["kind"] in _SOURCE_KINDS:
                variants = tuple(sorted(forms[key] | {entity["name"]}))
                kind, country = SourceKind(entity["kind"]), entity.get("country")
                yield Source(self._source_id(key), entity["name"], kind, variants, tuple(mentions[key]), key, country)

    def _figures_of(self, article: Article) -> Iterator[Figure]:
        document = self._documents[article.number].id
        for mark in article.marked.figures:
            words = mark.counted.of(article.text) if mark.counted else ""
            yield Figure(
                id=content_id("fig", document, mark.span),
                document=document,
                span=mark.span,
                low=mark.low,
                high=mark.high,
                point=mark.point,
                comparator=mark.comparator,
                unit=mark.unit,
                counted=Counted(words, mark.counted, words) if mark.counted else None,
                status=mark.status,
                number=mark.span,
                additive=mark.additive,
            )

    def _times_of(self, article: Article) -> Iterator[Time]:
        document, published = self._documents[article.number].id, _published(article)
        for mark in article.marked.times:
            interval = interval_of(mark.value)
            anchor = None
            if mark.anchor is not None:
                anchor = Anchor(mark.anchor, Basis.STATED)
            elif published is not None and is_relative(mark.value, mark.span.of(article.text)):
                anchor = Anchor(published.earliest[:10], published.basis)
            yield Time(
                id=content_id("tim", document, mark.span),
                document=document,
                span=mark.span,
                kind=kind_of(mark.value, is_set=mark.is_set),
                value=mark.value,
                earliest=_iso(interval[0]) if interval else None,
                latest=_iso(interval[1]) if interval else None,
                anchor=anchor,
            )

    def _places_of(self, article: Article) -> Iterator[Place]:
        document = self._documents[article.number].id
        for mark in article.mentions:
            entity = self._story.entities[mark.key]
            if entity["kind"] == "place":
                identity = content_id("plc", document, mark.span)
                yield Place(identity, document, mark.span, entity["name"], entity.get("country"))

    def _statement(self, article: Article, statement: Statement) -> StatementRecord:
        row = statement.row

        def inside(marks: tuple[Figure, ...] | tuple[Time, ...] | tuple[Place, ...]) -> tuple[str, ...]:
            return tuple(mark.id for mark in marks if any(span.holds(mark.span) for span in row.quote))

        return StatementRecord(
            id=self._statement_id(statement.ref),
            document=self._documents[article.number].id,
            quote=row.quote,
            speaker=row.speaker,
            source=self._source_id(statement.source) if statement.source else None,
            cue=row.cue,
            form=row.form,
            stance=row.stance,
            certainty=statement.certainty,
            hedges=row.hedges,
            chain=tuple(self._source_id(key) for key in statement.chain),
            figures=inside(self._figures[article.number]),
            times=inside(self._times[article.number]),
            places=inside(self._places[article.number]),
            evidence=tuple(
                Evidence(
                    mark.kind,
                    mark.span,
                    self._source_id(mark.supplied_by) if mark.supplied_by else None,
                    self._source_id(mark.checked_by) if mark.checked_by else None,
                    mark.method,
                )
                for mark in row.evidence
            ),
        )

    def _claim(self, claim: str, group: tuple[Statement, ...]) -> Claim:
        table = self._story.table.get("claims", {}).get(claim, {})
        counted = self._story.origins[claim]
        first = group[0]
        text = self._documents[first.ref[:2]].text
        words = " … ".join(" ".join(span.of(text).split()) for span in first.row.quote)
        return Claim(
            id=self._claim_id(claim),
            gist=table.get("gist", words),
            statements=tuple(self._statement_id(statement.ref) for statement in group),
            origins=OriginsRecord(
                counted.outlets, counted.texts, counted.primary, counted.undetermined, (self._why(counted, group),)
            ),
        )

    def _why(self, counted: Origins, group: tuple[Statement, ...]) -> str:
        names = sorted({self._story.entities[s.source]["name"] for s in group if s.source is not None})
        return f"Annotiert: {counted.texts} Texte; {', '.join(names) or 'niemand genannt'}."

    def _stories(self) -> Iterator[StoryRecord]:
        groups: dict[str | None, list[Article]] = defaultdict(list)
        for article in self._story.articles:
            groups[article.marked.header.get("story")].append(article)
        titles = self._story.table.get("other_stories", {})
        for key, articles in groups.items():
            ids = tuple(self._documents[article.number].id for article in articles)
            title = self._story.table["title"] if key is None else titles[key]
            yield StoryRecord(content_id("sto", self._story.name, key), ids, title)

    def _derivation(self, edge: Derivation) -> DerivationRecord:
        origin = self._source_id(edge.origin) if edge.is_virtual else self._documents[edge.origin].id
        derived = self._documents[edge.derived].id
        kind = DerivationKind(edge.kind)
        return DerivationRecord(
            id=content_id("drv", origin, derived, kind),
            origin=origin,
            derived=derived,
            kind=kind,
            directed=edge.directed,
            score=1.0 if not edge.passages else self._share(edge),
            passages=tuple(SharedPassage(first, second) for first, second in edge.passages),
            basis="annotiert",
        )

    def _share(self, edge: Derivation) -> float:
        """Share of the derived article's own text that the passages cover."""
        article = next(a for a in self._story.articles if a.number == edge.derived)
        own = sum(mark.span.length for mark in article.marked.passages if mark.role in ARTICLE_ROLES)
        return round(min(1.0, sum(derived.length for _, derived in edge.passages) / max(own, 1)), 4)

    def _spans(self, refs: list[str]) -> tuple[DocumentSpan, ...]:
        return tuple(DocumentSpan(self._documents[ref[:2]].id, self._story.statement(ref).row.quote[0]) for ref in refs)

    def _findings(self) -> Iterator[Finding]:
        for row in self._story.findings:
            refs = [ref for side in row["sides"] for ref in side]
            kind, aspect = FindingKind(row["kind"]), row.get("aspect")
            yield self._finding(kind, Aspect(aspect) if aspect else None, refs, row["reason"])
        for claim, group in self._claims.items():
            if self._story.origins[claim].outlets > 1:
                counted = self._story.origins[claim]
                reason = f"{counted.outlets} Häuser, {counted.texts} Texte, {counted.primary} Quellen sagen es."
                yield self._finding(FindingKind.AGREEMENT, None, [s.ref for s in group], reason)

    def _finding(self, kind: FindingKind, aspect: Aspect | None, refs: list[str], reason: str) -> Finding:
        ids = tuple(dict.fromkeys(self._statement_id(ref) for ref in refs))
        claims = tuple(dict.fromkeys(self._claim_id(self._story.statement(ref).claim) for ref in refs))
        identity = content_id("fnd", kind, aspect, RULE, ids)
        return Finding(identity, kind, aspect, claims, ids, RULE, reason, self._spans(refs))

    def _timeline(self) -> Iterator[TimelineEntry]:
        for claim, table in self._story.table.get("claims", {}).items():
            first, _, last = table.get("event", "").partition("/")
            begin, end = interval_of(first), interval_of(last or first)
            if begin is not None and end is not None:
                yield TimelineEntry(_iso(begin[0]), _iso(end[1]), self._claim_id(claim), None, RULE)
        for article in self._story.articles:
            published = _published(article)
            if published is None:
                continue
            for statement in article.statements:
                identity = self._statement_id(statement.ref)
                yield TimelineEntry(published.earliest, published.latest, None, identity, "published")


def all_spans(dossier: Dossier) -> Iterator[tuple[str, Span]]:
    """Every span of a dossier with the document it points into, for tests."""
    for entry in dossier.documents:
        yield from ((entry.id, passage.span) for passage in entry.passages)
    for statement in dossier.statements:
        for spans in (statement.quote, statement.speaker, statement.cue, statement.hedges):
            yield from ((statement.document, span) for span in spans)
    for figure in dossier.figures:
        yield figure.document, figure.span
