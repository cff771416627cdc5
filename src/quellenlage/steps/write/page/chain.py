"""The chain of word as a drawing: outlets left, what the word passed through in the middle, whose word it is right.

Statements in an outlet's own voice rest on nobody's word and have no line. Beside the drawing stands a table that says
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from quellenlage.model.dossier import Derivation
from quellenlage.model.marks import SourceKind
from quellenlage.model.statement import Certainty, Form, Statement
from quellenlage.steps.write.drawing.layers import Box, Columns, Edge, lay_out
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.shown import target
from quellenlage.steps.write.texts import shortened

_MOST_NODES = 16  # in a column; the rest are listed in the table only
_MOST_ROWS = 120
_MOST_EXAMPLES = 3
_LINE = 18.0
_PADDING = 14.0
_SHIFT = 6.0
_LETTERS = 24  # that fit a line of a box
_MOST_LINES = 3
_COLUMNS = Columns(width=212.0, between=150.0, margin=66.0)
_MIDDLE = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})
OUTLET, PASSING, PRIMARY = range(3)
_UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class NodeView:
    """A box: its place in pixels, its name in lines, its kind, and the row it leads to."""

    left: float
    top: float
    height: float
    lines: tuple[str, ...]
    kind: str
    to: str | None
    name: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line between two boxes.

    Args:
        path: SVG path data.
        kind: `word` if one relies on the other's word, `text` if its text comes from there.
        width: of the pen in pixels.
        hedged: whether all statements on it are hedged.
        directed: whether it has a tip.
        shift: pixels downwards, so that two lines between the same boxes do not hide each other.
        says: what it means, in words.
    """

    path: str
    kind: str
    width: float
    hedged: bool
    directed: bool
    shift: float
    says: str


@dataclass(frozen=True, slots=True)
class ChainRow:
    """The same line in the table.

    Args:
        start, end: names of both ends.
        kind: what the line means, in words.
        number: how many statements rest on it, or None for a derivation.
        hedged: how many of them are hedged, in words, or empty.
        examples: the way to some of them.
    """

    start: str
    end: str
    kind: str
    number: int | None
    hedged: str
    examples: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChainView:
    """The drawing and the table; `hidden` nodes did not fit the drawing, `left` rows are not in the table."""

    width: float
    height: float
    box_width: float
    nodes: tuple[NodeView, ...]
    lines: tuple[LineView, ...]
    rows: tuple[ChainRow, ...]
    heads: tuple[tuple[float, str], ...]
    hidden: int
    left: int
    own: int


@dataclass(slots=True)
class _Link:
    """All statements (or the derivation) that join one pair of nodes."""

    start: str
    end: str
    kind: str
    statements: list[Statement] = field(default_factory=list)
    directed: bool = True

    @property
    def hedged(self) -> int:
        return sum(statement.certainty is Certainty.HEDGED for statement in self.statements)


@dataclass(slots=True)
class _Graph:
    context: Context
    names: dict[str, str] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    rows: dict[str, str | None] = field(default_factory=dict)
    weights: dict[str, int] = field(default_factory=dict)
    links: dict[tuple[str, str, str], _Link] = field(default_factory=dict)

    def outlet(self, document: str) -> str:
        name = self.context.name(document)
        return self._add(f"outlet {name}", name, OUTLET, self.context.document(document).to)

    def source(self, source: str | None, column: int) -> str:
        known = self.context.lookup.sources.get(source or "")
        key = f"source {source}" if source else _UNNAMED
        if known is not None and known.kind in _MIDDLE:
            column = PASSING
        return self._add(key, self.context.source(source), column, self.context.shown.rows.get(source or ""))

    def _add(self, key: str, name: str, column: int, row: str | None) -> str:
        self.names.setdefault(key, name)
        self.rows.setdefault(key, row)
        self.columns[key] = min(column, self.columns.get(key, column))
        return key

    def join(self, start: str, end: str, kind: str) -> _Link | None:
        if start == end:
            return None
        for key in (start, end):
            self.weights[key] = self.weights.get(key, 0) + 1
        return self.links.setdefault((start, end, kind), _Link(start, end, kind))


def chain_view(context: Context) -> ChainView | None:
    """The drawing of who relies on whom, or None where nobody relies on anybody."""
    graph = _Graph(context)
    own = sum(not _add_statement(graph, statement) for statement in context.dossier.statements)
    for derivation in context.dossier.derivations:
        _add_derivation(graph, derivation)
    if not graph.links:
        return None
    drawn = _heaviest(graph)
    links = sorted(graph.links.values(), key=lambda link: (-len(link.statements), link.kind, link.start, link.end))
    rows = tuple(_row(link, graph) for link in links[:_MOST_ROWS])
    return _draw(graph, drawn, [link for link in links if {link.start, link.end} <= drawn.keys()], rows, own)


def _add_statement(graph: _Graph, statement: Statement) -> bool:
    """Join the ends of each step of a statement's chain; False if it is the outlet's own voice."""
    if statement.form is Form.OWN:
        return False
    outlet = graph.outlet(statement.document)
    chain = statement.chain or (statement.source,)
    passed = [graph.source(source, PASSING) for source in chain[:-1]]
    steps = [outlet, *passed, graph.source(chain[-1], PRIMARY)]
    is_self = [graph.names[step] == graph.names[outlet] for step in steps]
    steps = [outlet, *(step for step, itself in zip(steps[1:], is_self[1:], strict=True) if not itself)]
    for start, end in pairwise(steps):
        link = graph.join(start, end, "word")
        if link is not None:
            link.statements.append(statement)
    return True


def _add_derivation(graph: _Graph, derivation: Derivation) -> None:
    documents = graph.context.lookup.documents
    ends = [
        graph.outlet(end) if end in documents else graph.source(end, PASSING)
        for end in (derivation.derived, derivation.origin)
    ]
    link = graph.join(ends[0], ends[1], "text")
    if link is not None:
        link.directed = derivation.directed


def _heaviest(graph: _Graph) -> dict[str, int]:
    """The nodes that are drawn, with their columns: in each the ones with most lines."""
    drawn: dict[str, int] = {}
    for column in (OUTLET, PASSING, PRIMARY):
        members = [key for key in graph.columns if graph.columns[key] == column and key in graph.weights]
        members.sort(key=lambda key: -graph.weights[key])
        drawn |= dict.fromkeys(members[:_MOST_NODES], column)
    return drawn


def _draw(
    graph: _Graph, drawn: Mapping[str, int], links: list[_Link], rows: tuple[ChainRow, ...], own: int
) -> ChainView:
    lines = {key: _wrapped(graph.names[key]) for key in drawn}
    boxes = [Box(key, column, _PADDING + _LINE * len(lines[key])) for key, column in drawn.items()]
    layout = lay_out(boxes, [Edge(link.start, link.end) for link in links], _COLUMNS)
    nodes = tuple(
        NodeView(
            left=_COLUMNS.left(box.column),
            top=layout.tops[box.key],
            height=box.height,
            lines=lines[box.key],
            kind=("outlet", "passing", "primary")[box.column] if box.key != _UNNAMED else "unnamed",
            to=graph.rows[box.key],
            name=graph.names[box.key],
        )
        for box in boxes
    )
    texts = graph.context.texts
    heads = tuple((_COLUMNS.left(n), texts.say(f"chain_head.{n}")) for n in sorted(set(drawn.values())))
    return ChainView(
        width=layout.width,
        height=layout.height,
        box_width=_COLUMNS.width,
        nodes=nodes,
        lines=tuple(_line(link, path, graph) for link, path in zip(links, layout.paths, strict=True)),
        rows=rows,
        heads=heads,
        hidden=len(graph.weights) - len(drawn),
        left=len(graph.links) - len(rows),
        own=own,
    )


def _line(link: _Link, path: str, graph: _Graph) -> LineView:
    number = len(link.statements)
    is_hedged = bool(number) and link.hedged == number
    return LineView(
        path=path,
        kind=link.kind,
        width=round(1.25 + min(number, 12) ** 0.5 * 0.75, 2),
        hedged=is_hedged,
        directed=link.directed,
        shift=_SHIFT if link.kind == "text" and (link.start, link.end, "word") in graph.links else 0.0,
        says=_says(link, graph),
    )


def _says(link: _Link, graph: _Graph) -> str:
    texts = graph.context.texts
    start, end = graph.names[link.start], graph.names[link.end]
    if link.kind == "text":
        return texts.say(f"chain.says_text{'' if link.directed else '_undirected'}", start=start, end=end)
    return texts.say("chain.says_word", start=start, end=end, n=texts.count("statements", len(link.statements)))


def _row(link: _Link, graph: _Graph) -> ChainRow:
    texts, shown = graph.context.texts, graph.context.shown
    examples = [Link(target(s.id, 0), str(shown.numbers[s.id])) for s in link.statements if s.id in shown.statements]
    return ChainRow(
        start=graph.names[link.start],
        end=graph.names[link.end],
        kind=texts.say(f"chain_kind.{link.kind if link.directed else 'text_undirected'}"),
        number=len(link.statements) or None,
        hedged=texts.say("of_them_hedged", n=link.hedged) if link.hedged else "",
        examples=tuple(examples[:_MOST_EXAMPLES]),
    )


def _wrapped(name: str) -> tuple[str, ...]:
    """A name in up to three lines that fit a box."""
    lines: list[str] = []
    for word in _pieces(shortened(name, _LETTERS * _MOST_LINES - _LETTERS // 2)):
        if lines and len(lines[-1]) + 1 + len(word) <= _LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines[:_MOST_LINES])


def _pieces(name: str) -> Iterable[str]:
    """The words of a name; a word longer than a line is cut."""
    for word in name.split():
        yield from (word[begin : begin + _LETTERS] for begin in range(0, len(word), _LETTERS))
