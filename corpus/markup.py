"""Light tags in plain text: what a person writes and mends, read into a text as it came and marks that point into it.

An article file has three parts, each ended by a line `---`: a header in TOML, the marked text, and one row for each
statement. The grammar of the tags is described in `docs/corpus.md`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quellenlage.model.document import Role
from quellenlage.model.marks import Comparator, EvidenceKind
from quellenlage.model.span import Span, trimmed
from quellenlage.model.statement import Form, Stance

RULE = "---"
_ROLES = {role.value: role for role in Role} | {"nav": Role.NAVIGATION, "comment": Role.COMMENT_FORM}
_PREFIX = re.compile(r"@(?P<role>[a-z_]*)(?P<optional>\?)?(?:\[(?P<labels>[a-z0-9,-]+)\])?(?: |$)")
_HEAD = re.compile(r"\{(?P<head>[^{}|\n]+)\|")
_CHARACTER = re.compile(r"\{\+(?:U\+(?P<code>[0-9A-F]{4,6})|(?P<end>CRLF|LF|CR))\}")
_STATEMENT_PART = re.compile(r"(?P<part>[qsch])(?P<numbers>\d+(?:,\d+)*)$")
_EVIDENCE = re.compile(r"e(?P<numbers>\d+(?:,\d+)*)=(?P<rest>.+)$")
_FIGURE = re.compile(r"f(?P<number>\d+)(?P<optional>\?)?=(?P<rest>.+)$")
_COUNTED = re.compile(r"n(?P<numbers>\d+(?:,\d+)*)$")
_TIME = re.compile(r"t(?P<optional>\?)?=(?P<value>[A-Z0-9:+._-]+)(?:\^(?P<anchor>\d{4}-\d\d-\d\d))?(?P<set>\*)?$")
_ENTITY = re.compile(r"#(?P<optional>\?)?(?P<key>[a-z0-9-]+)$")
_CREDIT = re.compile(r"k=(?P<key>[a-z0-9-]+)$")
_PASSAGE = re.compile(r"w=(?P<labels>[a-z0-9-]+(?:,[a-z0-9-]+)*)$")
_VALUE = re.compile(r"(?P<sign>~|<=|>=|<|>|vague)?(?P<first>-?\d+(?:\.\d+)?)?(?:\.\.(?P<second>-?\d+(?:\.\d+)?))?$")
_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
_ROW = re.compile(r"(?P<number>\d+)\s+(?P<form>[a-z_]+)\s+(?P<stance>[a-z]+)(?P<rest>(?:\s+\S+)*)$")
_ROW_KEYS = frozenset({"src", "chain", "claim"})


class MarkupError(ValueError):
    """What is wrong in an article file, and where: `file:line: what`."""


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A figure: its words with bounds and hedges, and what they say.

    Args:
        low, high, point: as the words state them; what a hedge word adds to either side is not stated and stays None.
        span: the number with its bound and hedge words.
        counted: the noun that is counted, with its modifiers, or None.
        additive: whether it comes on top of another quantity.
        optional: whether two readers could differ on its being a figure.
    """

    number: int
    span: Span
    comparator: Comparator
    low: float | None
    high: float | None
    point: float | None
    unit: str | None
    status: str | None
    counted: Span | None
    additive: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A time expression with its TIMEX3 value; `anchor` where it is counted from another day than the publication."""

    span: Span
    value: str
    anchor: str | None
    is_set: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class EntityMark:
    """A mention; the key `-` says that the words are no name here."""

    span: Span
    key: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """What a statement rests on; suppliers and checkers by key."""

    span: Span
    kind: EvidenceKind
    supplied_by: str | None
    checked_by: str | None
    method: str | None


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A stretch with its role."""

    span: Span
    role: Role
    optional: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement: the spans from the tags, the rest from its row.

    Args:
        source: key, `-` for nobody, or None where the speaker's tag says it.
        chain: keys, nearest the outlet first; None where it is the source alone.
        claim: key, or None for a claim of its own.
        unsure_claim: whether two readers could differ on its belonging there.
    """

    number: int
    form: Form
    stance: Stance
    source: str | None
    chain: tuple[str, ...] | None
    claim: str | None
    unsure_claim: bool
    optional: bool
    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    hedges: tuple[Span, ...]
    evidence: tuple[EvidenceMark, ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One article file, read.

    Args:
        header: the TOML table.
        text: the text as it came, without any tag.
        labelled: the stretches that a derivation can name, by label.
    """

    path: Path
    header: dict[str, Any]
    text: str
    passages: tuple[PassageMark, ...]
    figures: tuple[FigureMark, ...]
    times: tuple[TimeMark, ...]
    entities: tuple[EntityMark, ...]
    credits: tuple[EntityMark, ...]
    labelled: dict[str, Span]
    statements: tuple[StatementRow, ...]


@dataclass(slots=True)
class _Found:
    """What the tags of one article gave, as it is gathered."""

    parts: dict[str, dict[int, list[Span]]] = field(default_factory=lambda: {part: {} for part in "qsch"})
    evidence: dict[int, list[EvidenceMark]] = field(default_factory=dict)
    figures: dict[int, FigureMark] = field(default_factory=dict)
    counted: dict[int, Span] = field(default_factory=dict)
    times: list[TimeMark] = field(default_factory=list)
    entities: list[EntityMark] = field(default_factory=list)
    credits: list[EntityMark] = field(default_factory=list)
    labelled: dict[str, list[Span]] = field(default_factory=dict)
    roles: list[PassageMark] = field(default_factory=list)


def read_article(path: Path) -> MarkedArticle:
    """Read one article file.

    Raises:
        MarkupError: at the first thing that does not fit the grammar.
    """
    content = path.read_bytes().decode("utf-8")
    if "\r" in content:
        raise MarkupError(f"{path}: holds a carriage return; write it as {{+CR}} or set `line_ends`")
    lines = content.split("\n")
    rules = [number for number, line in enumerate(lines) if line == RULE]
    if len(rules) != 2:
        raise MarkupError(f"{path}: {len(rules)} lines `---`; there must be two, after the header and after the text")
    try:
        header = tomllib.loads("\n".join(lines[: rules[0]]))
    except tomllib.TOMLDecodeError as error:
        raise MarkupError(f"{path}: header: {error}") from error
    body = _Body(path, rules[0] + 2, _ENDS[header.get("line_ends", "lf")])
    text, found = body.read(lines[rules[0] + 1 : rules[1]])
    rows = tuple(_rows(path, lines[rules[1] + 1 :], rules[1] + 2, found))
    return MarkedArticle(
        path=path,
        header=header,
        text=text,
        passages=tuple(sorted(found.roles, key=lambda mark: mark.span)),
        figures=_figures(path, found),
        times=tuple(sorted(found.times, key=lambda mark: mark.span)),
        entities=tuple(sorted(found.entities, key=lambda mark: mark.span)),
        credits=tuple(sorted(found.credits, key=lambda mark: mark.span)),
        labelled={
            label: Span(min(s.begin for s in spans), max(s.end for s in spans))
            for label, spans in found.labelled.items()
        },
        statements=rows,
    )


def _figures(path: Path, found: _Found) -> tuple[FigureMark, ...]:
    strays = sorted(set(found.counted) - set(found.figures))
    if strays:
        raise MarkupError(f"{path}: n{strays[0]} counts for a figure f{strays[0]} that is not there")
    marks = []
    for number, mark in found.figures.items():
        values = (mark.number, mark.span, mark.comparator, mark.low, mark.high, mark.point, mark.unit, mark.status)
        marks.append(FigureMark(*values, found.counted.get(number), mark.additive, mark.optional))
    return tuple(sorted(marks, key=lambda mark: mark.span))


class _Body:
    """Reads the marked text of one article."""

    def __init__(self, path: Path, first_line: int, line_end: str) -> None:
        self._path, self._line, self._line_end = path, first_line, line_end
        self._out: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int, int]] = []
        self._found = _Found()
        self._inline: list[PassageMark] = []
        self._handlers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Span], None]], ...] = (
            (_STATEMENT_PART, self._statement_part),
            (_EVIDENCE, self._evidence),
            (_FIGURE, self._figure),
            (_COUNTED, self._counted),
            (_TIME, self._time),
            (_ENTITY, self._entity),
            (_CREDIT, self._credit),
            (_PASSAGE, self._passage),
        )

    def read(self, lines: list[str]) -> tuple[str, _Found]:
        """The text and what its tags say."""
        for line in lines:
            self._read_line(line)
            self._line += 1
        if self._open:
            head, _, number = self._open[-1]
            raise MarkupError(f"{self._path}:{number}: {{{head}| is never closed")
        text = "".join(self._out)
        self._check_edges(text)
        return text, self._found

    def _fail(self, what: str) -> MarkupError:
        return MarkupError(f"{self._path}:{self._line}: {what}")

    def _read_line(self, line: str) -> None:
        prefix = _PREFIX.match(line)
        role, optional, labels, begin = Role.CONTENT, False, (), self._length
        if prefix is not None:
            name = prefix["role"] or "content"
            if name not in _ROLES:
                raise self._fail(f"role {name!r}; there are {', '.join(_ROLES)}")
            role, optional = _ROLES[name], prefix["optional"] is not None
            labels = tuple((prefix["labels"] or "").split(",")) if prefix["labels"] else ()
            line = line[prefix.end() :]
        self._inline = []
        end = self._read_tags(line)
        stretch = trimmed("".join(self._out), begin, self._length) if self._length > begin else None
        if stretch is not None:
            self._found.roles += _parts_of(stretch, role, optional, self._inline, "".join(self._out))
            for label in labels:
                self._found.labelled.setdefault(label, []).append(stretch)
        elif prefix is not None:
            raise self._fail("a role without any text")
        self._write(end)

    def _read_tags(self, line: str) -> str:
        """Write a line's text and gather its tags; what ends the line."""
        at, end = 0, self._line_end
        while at < len(line):
            character = _CHARACTER.match(line, at)
            head = _HEAD.match(line, at)
            if character is not None:
                at = character.end()
                if character["code"]:
                    self._write(chr(int(character["code"], 16)))
                else:
                    end = _ENDS[character["end"].lower()]
                    if at != len(line):
                        raise self._fail("a line end in the middle of a line")
            elif head is not None:
                self._open.append((head["head"], self._length, self._line))
                at = head.end()
            elif line[at] == "}":
                self._close()
                at += 1
            elif line[at] == "{":
                raise self._fail(f"{{ opens no tag: {line[at : at + 30]!r}")
            else:
                self._write(line[at])
                at += 1
        return end

    def _write(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)

    def _close(self) -> None:
        if not self._open:
            raise self._fail("} closes no tag")
        heads, begin, _ = self._open.pop()
        if begin == self._length:
            raise self._fail(f"{{{heads}|}} marks nothing")
        span = Span(begin, self._length)
        for head in heads.split():
            if head.startswith("@"):
                if head[1:] not in _ROLES:
                    raise self._fail(f"role {head[1:]!r}; there are {', '.join(_ROLES)}")
                self._inline.append(PassageMark(span, _ROLES[head[1:]], optional=False))
                continue
            for pattern, handler in self._handlers:
                match = pattern.match(head)
                if match is not None:
                    handler(match, span)
                    break
            else:
                raise self._fail(f"unknown tag {head!r}")

    def _statement_part(self, match: re.Match[str], span: Span) -> None:
        for number in match["numbers"].split(","):
            self._found.parts[match["part"]].setdefault(int(number), []).append(span)

    def _evidence(self, match: re.Match[str], span: Span) -> None:
        kind, *rest = match["rest"].split(":")
        if kind not in {k.value for k in EvidenceKind}:
            raise self._fail(f"evidence {kind!r}; there are {', '.join(EvidenceKind)}")
        extra = dict(part.partition("=")[::2] for part in rest)
        if set(extra) - {"by", "checked", "how"}:
            raise self._fail(f"evidence knows by=, checked= and how=, not {sorted(extra)}")
        method = extra["how"].replace("_", " ") if "how" in extra else None
        mark = EvidenceMark(span, EvidenceKind(kind), extra.get("by"), extra.get("checked"), method)
        for number in match["numbers"].split(","):
            self._found.evidence.setdefault(int(number), []).append(mark)

    def _figure(self, match: re.Match[str], span: Span) -> None:
        number = int(match["number"])
        if number in self._found.figures:
            raise self._fail(f"f{number} twice")
        value, *rest = match["rest"].split(":")
        read = _read_value(value)
        if read is None:
            raise self._fail(f"figure value {value!r}; write 1500, ~1500, <1500, <=, >, >=, 4..6 or vague100")
        comparator, low, high, point = read
        unit = status = None
        for part in rest:
            if part == "+" or not part:
                continue
            if part.startswith("u="):
                unit = part[2:]
            elif re.fullmatch(r"[a-z_]+", part):
                status = part
            else:
                raise self._fail(f"figure part {part!r}; write u=UNIT, a status, or + for additive")
        optional, additive = match["optional"] is not None, "+" in rest
        self._found.figures[number] = FigureMark(
            number, span, comparator, low, high, point, unit, status, None, additive, optional
        )

    def _counted(self, match: re.Match[str], span: Span) -> None:
        for number in match["numbers"].split(","):
            if int(number) in self._found.counted:
                raise self._fail(f"n{number} twice")
            self._found.counted[int(number)] = span

    def _time(self, match: re.Match[str], span: Span) -> None:
        flags = {"is_set": match["set"] is not None, "optional": match["optional"] is not None}
        self._found.times.append(TimeMark(span, match["value"], match["anchor"], **flags))

    def _entity(self, match: re.Match[str], span: Span) -> None:
        self._found.entities.append(EntityMark(span, match["key"], match["optional"] is not None))

    def _credit(self, match: re.Match[str], span: Span) -> None:
        self._found.credits.append(EntityMark(span, match["key"]))

    def _passage(self, match: re.Match[str], span: Span) -> None:
        for label in match["labels"].split(","):
            self._found.labelled.setdefault(label, []).append(span)

    def _check_edges(self, text: str) -> None:
        """Refuse marks that begin or end with white space: they mark more than is seen."""
        spans = [span for part in self._found.parts.values() for spans in part.values() for span in spans]
        spans += [mark.span for mark in (*self._found.figures.values(), *self._found.times, *self._found.entities)]
        for span in spans:
            words = span.of(text)
            if words != words.strip():
                raise MarkupError(f"{self._path}: {words!r} is marked with white space at its edge")


def _parts_of(line: Span, role: Role, optional: bool, inline: list[PassageMark], text: str) -> Iterator[PassageMark]:
    """The passages of a line: what is marked inside it, and the rest with the line's own role."""
    at = line.begin
    for mark in sorted(inline, key=lambda mark: mark.span):
        before = trimmed(text, at, mark.span.begin) if at < mark.span.begin else None
        if before is not None:
            yield PassageMark(before, role, optional)
        within = trimmed(text, *mark.span)
        if within is not None:
            yield PassageMark(within, mark.role, mark.optional)
        at = mark.span.end
    after = trimmed(text, at, line.end) if at < line.end else None
    if after is not None:
        yield PassageMark(after, role, optional)


def _read_value(value: str) -> tuple[Comparator, float | None, float | None, float | None] | None:
    """Comparator, low, high and point of a figure's value as it is written in a tag."""
    match = _VALUE.match(value)
    if match is None or (match["first"] is None and match["sign"] != "vague"):
        return None
    first = None if match["first"] is None else float(match["first"])
    if match["second"] is not None:
        second = float(match["second"])
        return None if match["sign"] or first is None or first > second else (Comparator.RANGE, first, second, None)
    sign = Comparator(match["sign"] or "=")
    bounds: dict[Comparator, tuple[float | None, float | None, float | None]] = {
        Comparator.EQUAL: (first, first, first),
        Comparator.ABOUT: (None, None, first),
        Comparator.LESS: (None, first, first),
        Comparator.AT_MOST: (None, first, first),
        Comparator.MORE: (first, None, first),
        Comparator.AT_LEAST: (first, None, first),
        Comparator.VAGUE: (first, None, None),
    }
    return (sign, *bounds[sign])


def _rows(path: Path, lines: list[str], first_line: int, found: _Found) -> Iterator[StatementRow]:
    """The statements; each number must stand in a row and in the text."""
    seen: set[int] = set()
    for number, line in enumerate(lines, first_line):
        row = line.partition(" #")[0].strip()
        if not row or row.startswith("#"):
            continue
        match = _ROW.match(row)
        where = f"{path}:{number}"
        if match is None:
            raise MarkupError(f"{where}: a row is NUMBER FORM STANCE [src=] [chain=a>b] [claim=] [opt], not {row!r}")
        statement = _row(where, match, found)
        if statement.number in seen:
            raise MarkupError(f"{where}: statement {statement.number} has two rows")
        seen.add(statement.number)
        yield statement
    tagged = {number for part in found.parts.values() for number in part} | set(found.evidence)
    if tagged - seen:
        raise MarkupError(f"{path}: statement {min(tagged - seen)} is tagged in the text and has no row")


def _row(where: str, match: re.Match[str], found: _Found) -> StatementRow:
    number = int(match["number"])
    try:
        form, stance = Form(match["form"]), Stance(match["stance"])
    except ValueError as error:
        raise MarkupError(f"{where}: {error}") from error
    words = match["rest"].split()
    pairs = dict(word.partition("=")[::2] for word in words if word != "opt")
    if set(pairs) - _ROW_KEYS:
        raise MarkupError(f"{where}: a row knows src=, chain=, claim= and opt, not {sorted(set(pairs) - _ROW_KEYS)}")
    quote = tuple(sorted(found.parts["q"].get(number, ())))
    if not quote:
        raise MarkupError(f"{where}: statement {number} has no {{q{number}|…}} in the text")
    claim = pairs.get("claim")
    return StatementRow(
        number=number,
        form=form,
        stance=stance,
        source=pairs.get("src"),
        chain=tuple(pairs["chain"].split(">")) if "chain" in pairs else None,
        claim=claim.removesuffix("?") if claim else None,
        unsure_claim=bool(claim and claim.endswith("?")),
        optional="opt" in words,
        quote=quote,
        speaker=tuple(sorted(found.parts["s"].get(number, ()))),
        cue=tuple(sorted(found.parts["c"].get(number, ()))),
        hedges=tuple(sorted(found.parts["h"].get(number, ()))),
        evidence=tuple(sorted(found.evidence.get(number, ()), key=lambda mark: mark.span)),
    )
