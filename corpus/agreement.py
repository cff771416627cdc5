"""Do two readers annotate alike? A second annotation, made from the bare text, beside the first.

`corpus/second/<story>/` holds some articles of a story, annotated anew by somebody who had not seen the first
annotation and knew the guideline and the list of entities; `corpus/second/claims/<story>.tsv` groups all statements of
a story anew, `reference<TAB>group` a line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from corpus.markup import FigureMark
from corpus.story import Article, Statement, Story, read_story, story_folders
from quellenlage.model.span import Span

SECOND = Path(__file__).with_name("second")
_LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the table.

    Args:
        cases: how many cases it rests on.
        share: how often both say the same, or F1 where each may find what the other does not.
        kappa: the same beyond chance (Cohen), where there is a closed list of answers.
    """

    name: str
    cases: int
    share: float
    kappa: float | None = None


def agreements() -> tuple[list[Agreement], list[str]]:
    """All lines, and what does not fit between the two annotations."""
    pairs, problems = [], []
    first = {folder.name: folder for folder in story_folders()}
    for folder in sorted(path.parent for path in SECOND.glob("*/story.toml")):
        again, wrong = read_story(folder)
        once, _ = read_story(first[folder.name])
        problems += wrong
        if again is None or once is None:
            continue
        by_number = {article.number: article for article in once.articles}
        for article in again.articles:
            if article.text != by_number[article.number].text:
                problems.append(f"{article.marked.path}: the text is not that of the first annotation")
            else:
                pairs.append((by_number[article.number], article))
    return [*_of_statements(pairs), *_of_figures(pairs), *_of_claims(first, problems)], problems


def blank(article: Article, entities: Sequence[str]) -> str:
    """An article without any annotation, for a second reader: header, text with odd characters written out."""
    text = article.marked.path.read_text(encoding="utf-8").split("\n---\n")[0]
    shown = "".join(_shown(char) for char in article.text.replace("\r\n", "\n"))
    return f"{text}\n---\n{shown.rstrip(chr(10))}\n---\n# {', '.join(entities)}\n"


def _shown(char: str) -> str:
    odd = char in "{}" or (not char.isprintable() and char != "\n") or char in "\u00a0\u00ad\u202f"
    return f"{{+U+{ord(char):04X}}}" if odd else char


def kappa(answers: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of two readers' answers to the same questions; 1 if both always say one and the same."""
    if not answers:
        return 0.0
    total = len(answers)
    observed = sum(a == b for a, b in answers) / total
    left, right = Counter(a for a, _ in answers), Counter(b for _, b in answers)
    expected = sum(left[key] * right[key] for key in left) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def _signs(text: str, spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(*span) if text[at].isalnum()}


def _paired(first: Article, second: Article) -> Iterator[tuple[Statement, Statement]]:
    """Statements of both readers that quote the same words, the best pairs first."""
    text = first.text
    scored = []
    for mine in first.statements:
        for theirs in second.statements:
            a, b = _signs(text, mine.row.quote), _signs(text, theirs.row.quote)
            scored.append((2 * len(a & b) / max(len(a) + len(b), 1), mine, theirs))
    taken: set[tuple[int, int]] = set()
    for dice, mine, theirs in sorted(scored, key=lambda entry: (-entry[0], entry[1].ref, entry[2].ref)):
        ends = {(1, mine.row.number), (2, theirs.row.number)}
        if dice >= _LEAST_OVERLAP and not ends & taken:
            taken |= ends
            yield mine, theirs


def _of_statements(pairs: Sequence[tuple[Article, Article]]) -> Iterator[Agreement]:
    found = [(mine, theirs, a) for a, b in pairs for mine, theirs in _paired(a, b)]
    own = [s for a, _ in pairs for s in a.statements]
    other = [s for _, b in pairs for s in b.statements]
    met = {mine.ref for mine, _, _ in found}
    firm = sum(1 for s in own if not s.row.optional or s.ref in met)
    yield Agreement("statement: the same words (F1)", len(own), 2 * len(found) / max(firm + len(other), 1))
    yield _share("statement: speaker", [_meet(a.text, m.row.speaker, t.row.speaker) for m, t, a in found])
    yield _share("statement: source", [m.source == t.source for m, t, _ in found])
    yield _share("statement: chain", [m.chain == t.chain for m, t, _ in found])
    for name in ("form", "stance", "certainty"):
        answers = [(str(_answer(m, name)), str(_answer(t, name))) for m, t, _ in found]
        yield Agreement(f"statement: {name}", len(answers), _mean([a == b for a, b in answers]), kappa(answers))
    kinds = [({e.kind for e in m.row.evidence}, {e.kind for e in t.row.evidence}) for m, t, _ in found]
    shared = sum(len(a & b) for a, b in kinds)
    named = sum(len(a) + len(b) for a, b in kinds)
    yield Agreement("statement: evidence kinds (F1)", sum(len(a) for a, _ in kinds), 2 * shared / max(named, 1))


def _answer(statement: Statement, name: str) -> object:
    return statement.certainty if name == "certainty" else getattr(statement.row, name)


def _meet(text: str, first: Sequence[Span], second: Sequence[Span]) -> bool:
    a, b = _signs(text, first), _signs(text, second)
    return bool(a & b) or not (a or b)


def _of_figures(pairs: Sequence[tuple[Article, Article]]) -> Iterator[Agreement]:
    met: list[tuple[FigureMark, FigureMark, str]] = []
    own = other = 0
    for first, second in pairs:
        mine = [mark for mark in first.marked.figures if not mark.optional]
        own, other = own + len(mine), other + len([m for m in second.marked.figures if not m.optional])
        for mark in mine:
            twin = next((m for m in second.marked.figures if m.span.touches(mark.span)), None)
            if twin is not None:
                met.append((mark, twin, first.text))
    yield Agreement("figure: found (F1)", own, min(1.0, 2 * len(met) / max(own + other, 1)))
    same = [(a.low, a.high, a.point, a.unit) == (b.low, b.high, b.point, b.unit) for a, b, _ in met]
    yield _share("figure: value, bounds and unit", same)
    answers = [(a.comparator.value, b.comparator.value) for a, b, _ in met]
    yield Agreement("figure: comparator", len(answers), _mean([a == b for a, b in answers]), kappa(answers))
    yield _share("figure: counted noun", [_same_noun(a, b) for a, b, _ in met])
    statuses = [(a.status or "-", b.status or "-") for a, b, _ in met]
    yield Agreement("figure: status", len(statuses), _mean([a == b for a, b in statuses]), kappa(statuses))


def _same_noun(first: FigureMark, second: FigureMark) -> bool:
    if first.counted is None or second.counted is None:
        return first.counted is second.counted
    return first.counted.touches(second.counted)


def _of_claims(first: dict[str, Path], problems: list[str]) -> Iterator[Agreement]:
    for path in sorted((SECOND / "claims").glob("*.tsv")):
        story, _ = read_story(first[path.stem])
        if story is None:
            continue
        groups = {s.ref: s.claim for article in story.articles for s in article.statements}
        again = dict(line.split("\t")[:2] for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
        if set(again) != set(groups):
            odd = sorted(set(again) ^ set(groups))
            problems.append(f"{path}: not the statements of the story: {', '.join(odd[:5])}")
            continue
        mine, theirs = (
            {frozenset(p) for p in combinations(sorted(g), 2) if g[p[0]] == g[p[1]]} for g in (groups, again)
        )
        share = 2 * len(mine & theirs) / max(len(mine) + len(theirs), 1)
        yield Agreement(f"claims of {path.stem}: pairs (F1)", len(mine), share)


def _share(name: str, same: Sequence[bool]) -> Agreement:
    return Agreement(name, len(same), _mean(same))


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def agreement_table(rows: Sequence[Agreement]) -> str:
    """The lines as a table."""
    lines = ["| | cases | agreement | kappa |", "| --- | ---: | ---: | ---: |"]
    for row in rows:
        beyond = "" if row.kappa is None else f"{row.kappa:.2f}"
        lines.append(f"| {row.name} | {row.cases} | {row.share:.2f} | {beyond} |")
    return "\n".join(lines)


def statements_sheet(story: Story) -> str:
    """All statements of a story in the order of the articles, without their claims, for grouping them anew."""
    lines = []
    for article in story.articles:
        for s in article.statements:
            words = " … ".join(" ".join(span.of(article.text).split()) for span in s.row.quote)
            lines.append(f"{s.ref}\t{s.row.stance}\t{'>'.join(s.chain) or '-'}\t{words}")
    return "\n".join(lines) + "\n"
