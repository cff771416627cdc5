"""A story folder read as a whole: its articles, what is said about them together, and everything that does not fit.

`read_story` gives the story and the list of problems; a story with problems is not gold. What can be computed is
computed and compared with what the annotator wrote, so that a slip on either side shows.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from corpus.markup import EntityMark, EvidenceMark, MarkedArticle, MarkupError, StatementRow, read_article
from quellenlage.model.document import Role
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty, EvidenceKind, Form, Stance

STORIES = Path(__file__).with_name("stories")
SPLITS = ("train", "development", "test")
ARTICLE_ROLES = frozenset({Role.TITLE, Role.CONTENT, Role.CAPTION})
_MEDIA = frozenset({"agency", "outlet"})
_NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with its source and chain settled (keys of entities)."""

    ref: str
    row: StatementRow
    source: str | None
    chain: tuple[str, ...]
    claim: str

    @property
    def certainty(self) -> Certainty:
        """Hedged where a hedge is tagged."""
        return Certainty.HEDGED if self.row.hedges else Certainty.PLAIN


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its mentions settled and its statements in the order of the text."""

    number: str
    name: str
    marked: MarkedArticle
    mentions: tuple[EntityMark, ...]
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The text as it came."""
        return self.marked.text

    @property
    def outlet(self) -> str:
        """Who carries it."""
        return str(self.marked.header["outlet"])

    @property
    def published(self) -> str | None:
        """ISO 8601 day or minute, or None where nobody can know it."""
        value = self.marked.header.get("published")
        return None if value is None else str(value)

    def given(self, what: str) -> bool:
        """Whether a side file tells this."""
        return what in self.marked.header.get("given", ())


@dataclass(frozen=True, slots=True)
class Derivation:
    """A text comes from another; `origin` is an article's number or the key of a source that is not among them."""

    origin: str
    derived: str
    kind: str
    directed: bool
    passages: tuple[tuple[Span, Span], ...]
    optional: bool
    is_virtual: bool


@dataclass(frozen=True, slots=True)
class Origins:
    """The three counts and the undetermined."""

    outlets: int
    texts: int
    primary: int
    undetermined: int

    def __str__(self) -> str:
        return f"{self.outlets}/{self.texts}/{self.primary}/{self.undetermined}"


@dataclass(frozen=True, slots=True)
class Story:
    """A story: the gold of some articles about one event, and of those on others that stand among them."""

    path: Path
    table: dict[str, Any]
    articles: tuple[Article, ...]
    derivations: tuple[Derivation, ...]
    origins: dict[str, Origins]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name

    @property
    def entities(self) -> dict[str, dict[str, Any]]:
        """What is known of each entity, by key."""
        return dict(self.table["entities"])

    @property
    def findings(self) -> list[dict[str, Any]]:
        """As written."""
        return list(self.table.get("findings", ()))

    def word_of(self, key: str) -> str:
        """Whose word it is in the end: a spokeswoman's is that of the body she speaks for."""
        return str(self.entities[key].get("speaks_for", key))

    def statement(self, ref: str) -> Statement:
        """The statement that `NN.k` names."""
        return self._by_ref()[ref]

    def _by_ref(self) -> dict[str, Statement]:
        return {statement.ref: statement for article in self.articles for statement in article.statements}

    def claims(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of each claim, singletons included."""
        groups: dict[str, list[Statement]] = defaultdict(list)
        for article in self.articles:
            for statement in article.statements:
                groups[statement.claim].append(statement)
        return {claim: tuple(group) for claim, group in groups.items()}


@cache
def _schema(name: str) -> Draft202012Validator:
    path = Path(__file__).with_name(f"{name}.schema.json")
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def story_folders(split: str | None = None) -> list[Path]:
    """The folders of all stories, or of one split."""
    splits = SPLITS if split is None else (split,)
    return [path.parent for name in splits for path in sorted((STORIES / name).glob("*/story.toml"))]


def read_story(folder: Path) -> tuple[Story | None, list[str]]:
    """The story in a folder, and what does not fit; None where it cannot be read at all."""
    problems: list[str] = []
    try:
        table = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        return None, [f"{folder / 'story.toml'}: {error}"]
    problems += _against("story", table, folder / "story.toml")
    if problems:
        return None, problems
    for key, entity in table["entities"].items():
        if entity.get("speaks_for", key) not in table["entities"]:
            problems.append(f"{folder / 'story.toml'}: {key} speaks for {entity['speaks_for']!r}, which is not there")
    articles = []
    for path in sorted(folder.glob("[0-9][0-9]-*.txt")):
        try:
            marked = read_article(path)
        except MarkupError as error:
            problems.append(str(error))
            continue
        problems += _against("article", marked.header, path)
        articles.append(_settle(marked, table["entities"], problems))
    if problems:
        return None, problems
    derivations = tuple(_derivations(folder, table, articles, problems))
    draft = Story(folder, table, tuple(articles), derivations, {})
    origins = {claim: _count(draft, group) for claim, group in draft.claims().items()}
    story = Story(folder, table, tuple(articles), derivations, origins)
    problems += _check_story(story)
    return story, problems


def _against(schema: str, table: dict[str, Any], path: Path) -> list[str]:
    errors = sorted(_schema(schema).iter_errors(table), key=lambda error: list(map(str, error.path)))
    return [f"{path}: {'.'.join(map(str, error.path)) or 'top'}: {error.message}" for error in errors]


def _settle(marked: MarkedArticle, entities: dict[str, Any], problems: list[str]) -> Article:
    """Find the mentions, and the source and chain of each statement."""
    path = marked.path
    number = path.name[:2]
    mentions = tuple(sorted(_mentions(marked, entities, problems), key=lambda mark: (mark.span, mark.key)))
    statements = []
    for row in marked.statements:
        ref = f"{number}.{row.number}"
        source = _source_of(row, mentions, f"{path}: statement {row.number}", problems)
        chain = row.chain if row.chain is not None else ((source,) if source else ())
        named = {*chain, *([source] if source else [])}
        named |= {key for mark in row.evidence for key in (mark.supplied_by, mark.checked_by) if key is not None}
        unknown = sorted(named - set(entities))
        problems += [f"{path}: statement {row.number} names {key!r}, which story.toml lacks" for key in unknown]
        if row.chain is not None and source is not None and chain[-1] != source:
            problems.append(f"{path}: statement {row.number}: its chain must end with its source {source}")
        if source is not None and entities.get(source, {}).get("kind") == "unnamed":
            row = _resting_on_somebody_unnamed(row, [mark.span for mark in mentions if mark.key == source])
        statements.append(Statement(ref, row, source, chain, row.claim or f"only-{ref}"))
    statements.sort(key=lambda statement: (statement.row.quote[0], statement.row.number))
    return Article(number, path.stem, marked, mentions, tuple(statements))


def _resting_on_somebody_unnamed(row: StatementRow, mentions: list[Span]) -> StatementRow:
    """A word whose source has no name rests on an unnamed person: the words that speak of him or her last before it."""
    if row.form is Form.OWN or any(mark.kind is EvidenceKind.UNNAMED_PERSON for mark in row.evidence):
        return row
    before = [span for span in mentions if span.end <= row.quote[-1].end]
    where = row.speaker or before or row.quote
    mark = EvidenceMark(where[-1], EvidenceKind.UNNAMED_PERSON, None, None, None)
    return replace(row, evidence=tuple(sorted((*row.evidence, mark), key=lambda found: found.span)))


def _source_of(row: StatementRow, mentions: tuple[EntityMark, ...], where: str, problems: list[str]) -> str | None:
    if row.source is not None:
        return None if row.source == _NOBODY else row.source
    keys = {m.key for m in mentions if any(span.touches(m.span) for span in row.speaker)}
    if len(keys) == 1:
        return keys.pop()
    if row.form is Form.OWN and not row.speaker:
        return None
    found = f"the speaker's words hold {sorted(keys)}" if keys else "its speaker holds no mention"
    problems.append(f"{where}: {found}; say src=KEY, or src=- if it is nobody's word")
    return None


def _mentions(marked: MarkedArticle, entities: dict[str, Any], problems: list[str]) -> Iterator[EntityMark]:
    """What is tagged, and every variant of an entity that no tag covers, within the article's own text."""
    by_hand = list(marked.entities)
    for mark in by_hand:
        if mark.key != _NOBODY and mark.key not in entities:
            problems.append(f"{marked.path}: {{#{mark.key}|}} names an entity that story.toml lacks")
        elif mark.key != _NOBODY:
            yield mark
    taken = [mark.span for mark in by_hand]
    forms: dict[str, set[str]] = defaultdict(set)
    for key, entity in entities.items():
        if not entity.get("by_hand"):
            for form in (entity["name"], *entity.get("variants", ())):
                forms[form].add(key)
    article = [p.span for p in marked.passages if p.role in ARTICLE_ROLES]
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?:s|'|’)?(?!\w)", marked.text):
            span = Span(*match.span())
            if not any(a.holds(span) for a in article) or any(span.touches(other) for other in taken):
                continue
            taken.append(span)
            if len(forms[form]) > 1:
                problems.append(f"{marked.path}: {form!r} may be {sorted(forms[form])}; tag it: {{#KEY|{form}}}")
                continue
            compound = marked.text[span.end : span.end + 1] == "-" or marked.text[span.begin - 1 : span.begin] == "-"
            yield EntityMark(span, next(iter(forms[form])), optional=compound)


def _derivations(
    folder: Path, table: dict[str, Any], articles: list[Article], problems: list[str]
) -> Iterator[Derivation]:
    """Those written down, and the roots that are only credited or named as the way the word came."""
    numbered = {article.number: article for article in articles}
    for number, row in enumerate(table.get("derivations", ()), 1):
        where = f"{folder / 'story.toml'}: derivation {number} ({row['from']} to {row['to']})"
        ends = [numbered.get(row["from"]), numbered.get(row["to"])]
        virtual = row["from"].startswith("#")
        if (virtual and row["from"][1:] not in table["entities"]) or (not virtual and ends[0] is None) or not ends[1]:
            problems.append(f"{where}: no such article or entity")
            continue
        passages = tuple(_paired(where, ends, row.get("passages", ()), problems)) if not virtual else ()
        if not virtual and not passages and row["kind"] != "cites":
            problems.append(f"{where}: no passages; label the same stretch in both articles")
        yield Derivation(
            row["from"].removeprefix("#"),
            row["to"],
            row["kind"],
            row.get("directed", True),
            passages,
            row.get("optional", False),
            virtual,
        )
    present = {article.outlet for article in articles}
    for article in articles:
        named = {mark.key for mark in article.marked.credits}
        named |= {key for statement in article.statements for key in statement.chain}
        for key in sorted(named & set(table["entities"])):
            entity = table["entities"][key]
            if entity["kind"] in _MEDIA and not present & {entity["name"], *entity.get("variants", ())}:
                yield Derivation(key, article.number, "cites", True, (), True, True)


def _paired(
    where: str, ends: list[Article | None], labels: list[str], problems: list[str]
) -> Iterator[tuple[Span, Span]]:
    for label in labels:
        spans = [end.marked.labelled.get(label) for end in ends if end is not None]
        if None in spans or len(spans) != 2:
            problems.append(f"{where}: the label {label!r} does not stand in both articles")
        else:
            yield spans[0], spans[1]  # type: ignore[misc]


def _count(story: Story, group: tuple[Statement, ...]) -> Origins:
    """Outlets, texts, primary sources and undetermined of one claim, as DESIGN and docs/counting.md define them."""
    numbered = {article.number: article for article in story.articles}
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        parent.setdefault(node, node)
        while parent[node] != node:
            node = parent[node]
        return node

    for statement in group:
        own = root(statement.ref[:2])
        for node in _goes_back_to(story, statement):
            parent[root(node)] = own = root(own)
    documents = {statement.ref[:2] for statement in group}
    primary: set[str] = set()
    undetermined = 0
    for statement in group:
        if statement.source is None:
            undetermined += 1
        elif story.entities[statement.source]["kind"] == "unnamed":
            primary.add(f"{statement.source} in {root(statement.ref[:2])}")
        else:
            primary.add(story.word_of(statement.source))
    return Origins(
        outlets=len({numbered[number].outlet for number in documents}),
        texts=len({root(number) for number in documents}),
        primary=len(primary),
        undetermined=undetermined,
    )


def _goes_back_to(story: Story, statement: Statement) -> Iterator[str]:
    """The texts that one statement was taken from: articles by number, others by `#key`."""
    number, quote = statement.ref[:2], statement.row.quote
    for edge in story.derivations:
        if edge.is_virtual:
            continue
        sides = [derived for _, derived in edge.passages] if edge.derived == number else []
        # the older side of a passage proves nothing about the claim: what stands in the derived text must lie in it
        sides += [origin for origin, _ in edge.passages] if edge.origin == number and not edge.directed else []
        if any(span.touches(side) for side, span in product(sides, quote)):
            yield edge.origin if edge.derived == number else edge.derived
    outlets = {article.outlet: article.number for article in story.articles}
    for key in statement.chain:
        entity = story.entities[key]
        if entity["kind"] in _MEDIA and (key != statement.source or len(statement.chain) == 1):
            names = (entity["name"], *entity.get("variants", ()))
            inside = [outlets[name] for name in names if name in outlets]
            yield inside[0] if inside else f"#{key}"


def _check_story(story: Story) -> list[str]:
    return [
        *_check_articles(story),
        *_check_claims(story),
        *_check_findings(story),
        *_unanswered(story),
    ]


def _check_articles(story: Story) -> Iterator[str]:
    for article in story.articles:
        yield from _untagged(article)
        header = article.marked.header
        if header.get("story") is not None and header["story"] not in story.table.get("other_stories", {}):
            yield f"{article.marked.path}: story {header['story']!r} is not among other_stories"
        if article.given("published") and article.published is None:
            yield f"{article.marked.path}: given says published, but no moment is stated"
        if not any(mark.role is Role.CONTENT for mark in article.marked.passages):
            yield f"{article.marked.path}: no content"
        body = [mark.span for mark in article.marked.passages if mark.role in ARTICLE_ROLES]
        for statement in article.statements:
            for span in statement.row.quote:
                if not any(span.touches(passage) for passage in body):
                    yield f"{article.marked.path}: the quote of statement {statement.row.number} is not in the article"
            for left, right in pairwise(statement.row.quote):
                if right.begin < left.end:
                    yield f"{article.marked.path}: quotes of statement {statement.row.number} overlap"
        for mark in article.marked.figures:
            if not any(passage.holds(mark.span) for passage in body):
                yield f"{article.marked.path}: figure {mark.span.of(article.text)!r} stands outside the article"


def _untagged(article: Article) -> Iterator[str]:
    """Numbers and words of time that bear no tag: annotators pass over them more easily than over anything else."""
    marked = article.marked
    covered = [mark.span for mark in (*marked.figures, *marked.times, *marked.entities, *marked.credits)]
    covered += [mark.span for mark in article.mentions]
    for passage in marked.passages:
        if passage.role not in ARTICLE_ROLES or passage.optional:
            continue
        for match in _telling().finditer(article.text, *passage.span):
            span = Span(*match.span())
            if not any(span.touches(other) for other in covered):
                around = " ".join(article.text[max(0, span.begin - 25) : span.end + 25].split())
                way_out = "{#-|…} if it is neither figure nor time"
                yield f"{marked.path}: {match[0]!r} bears no tag (… {around} …); {way_out}"


@cache
def _telling() -> re.Pattern[str]:
    """Runs of digits, the words of number_words.txt, alone or with "mal" or "fach", and those of time_words.txt."""
    return re.compile(
        rf"\d+|(?<!\w)(?:(?i:{_words('number_words')})(?:mal|fach)?|(?:{_words('time_words')})s?)(?!\w)",
    )


def _words(name: str) -> str:
    """The words of a list, as alternatives of a pattern."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return "|".join(line for line in lines if line and not line.startswith("#"))


def _check_claims(story: Story) -> Iterator[str]:
    where = story.path / "story.toml"
    stated = story.table.get("claims", {})
    groups = {claim: group for claim, group in story.claims().items() if not claim.startswith("only-")}
    for claim in sorted(set(groups) - set(stated)):
        yield f"{where}: the claim {claim!r} is used by {groups[claim][0].ref} and not described"
    for claim in sorted(set(stated) - set(groups)):
        yield f"{where}: no statement says the claim {claim!r}"
    for claim, table in stated.items():
        for other in table.get("near", ()):
            if other not in stated:
                yield f"{where}: {claim} is near {other!r}, which is no claim"
        if claim not in groups:
            continue
        counted = story.origins[claim]
        written = table.get("origins")
        if written is None and len({s.ref[:2] for s in groups[claim]}) > 1:
            yield f"{where}: {claim}: say its origins = outlets/texts/primary/undetermined, thought out by yourself"
        if written is not None and written != str(counted):
            refs = ", ".join(f"{s.ref} ({'>'.join(s.chain) or 'nobody'})" for s in groups[claim])
            yield f"{where}: {claim}: origins written {written}, counted {counted} from {refs}"


def _check_findings(story: Story) -> Iterator[str]:
    refs = {statement.ref for article in story.articles for statement in article.statements}
    for number, finding in enumerate(story.findings, 1):
        where = f"{story.path / 'story.toml'}: finding {number}"
        for ref in (ref for side in finding["sides"] for ref in side):
            if ref not in refs:
                yield f"{where}: there is no statement {ref}"
        if finding["kind"] == "drift" and "aspect" not in finding:
            yield f"{where}: a drift has an aspect"


def _unanswered(story: Story) -> Iterator[str]:
    """Differences inside a claim, across documents, that neither a finding nor `settled` answers."""
    answered: dict[str, set[str]] = defaultdict(set)
    for claim, table in story.table.get("claims", {}).items():
        answered[claim] |= set(table.get("settled", ()))
    by_ref = {statement.ref: statement for article in story.articles for statement in article.statements}
    for finding in story.findings:
        for ref in (ref for side in finding["sides"] for ref in side if ref in by_ref):
            answered[by_ref[ref].claim].add(finding.get("aspect") or finding["kind"])
    for claim, group in story.claims().items():
        for aspect, values in _differences(story, group).items():
            if aspect not in answered[claim] and len(values) > 1:
                said = "; ".join(f"{value}: {', '.join(refs)}" for value, refs in sorted(values.items()))
                yield (
                    f"{story.path / 'story.toml'}: {claim} differs in {aspect} ({said}); write the finding, or put "
                    f"{aspect!r} into the claim's `settled`"
                )


def _differences(story: Story, group: tuple[Statement, ...]) -> dict[str, dict[str, list[str]]]:
    """What the statements of a claim say differently, by aspect and value."""
    if len({statement.ref[:2] for statement in group}) < 2:
        return {}
    numbered = {article.number: article for article in story.articles}
    found: dict[str, dict[str, list[str]]] = {"hedge": defaultdict(list), "attribution": defaultdict(list)}
    found |= {"bound": defaultdict(list), "status": defaultdict(list)}
    for statement in group:
        found["hedge"][statement.certainty.value].append(statement.ref)
        found["attribution"][story.word_of(statement.source) if statement.source else "nobody"].append(statement.ref)
        inside = [
            mark
            for mark in numbered[statement.ref[:2]].marked.figures
            if any(span.holds(mark.span) for span in statement.row.quote)
        ]
        for mark in inside[:1]:
            found["bound"][mark.comparator.value].append(statement.ref)
            if mark.status is not None:
                found["status"][mark.status].append(statement.ref)
    if any(statement.row.stance is Stance.DENIES for statement in group):
        found.pop("attribution")
    return found
