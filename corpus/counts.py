"""How much the corpus holds, split by split, and whether that is what it promises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from corpus.story import SPLITS, Story, read_story, story_folders

# What the corpus promises to hold (README.md): stories by split, and in all.
STORIES_OF = {"train": 12, "development": 6, "test": 6}
LEAST_ARTICLES, LEAST_WORDS = 200, 60_000
ARTICLES_OF_A_STORY = range(8, 13)


def words_of(text: str) -> int:
    """Words as a reader counts them: runs of letters or digits."""
    return len(re.findall(r"\w+(?:[-.,'’]\w+)*", text))


def counted(stories: Iterable[Story]) -> Counter[str]:
    """Everything that can be counted in some stories."""
    counts: Counter[str] = Counter()
    for story in stories:
        counts["stories"] += 1
        counts["articles"] += len(story.articles)
        for article in story.articles:
            counts["words"] += words_of(article.text)
            counts["words of the articles' own text"] += sum(
                words_of(mark.span.of(article.text))
                for mark in article.marked.passages
                if mark.role.value in ("title", "content", "caption")
            )
            counts[f"genre: {article.marked.header['genre']}"] += 1
            counts[f"language: {article.marked.header.get('language', 'de')}"] += 1
            counts["figures"] += len(article.marked.figures)
            counts["times"] += len(article.marked.times)
            counts["mentions"] += len(article.mentions)
            counts["statements"] += len(article.statements)
            for statement in article.statements:
                counts[f"form: {statement.row.form}"] += 1
                counts[f"stance: {statement.row.stance}"] += 1
                counts["hedged statements"] += bool(statement.row.hedges)
                counts["chains of two or more"] += len(statement.chain) > 1
                counts["pieces of evidence"] += len(statement.row.evidence)
            for mark in article.marked.passages:
                counts[f"lines: {mark.role}"] += 1
        groups = story.claims()
        counts["claims"] += len(groups)
        counts["claims of several articles"] += sum(len({s.ref[:2] for s in group}) > 1 for group in groups.values())
        for edge in story.derivations:
            if not edge.is_virtual:
                counts[f"derivation: {edge.kind}"] += 1
        for finding in story.findings:
            aspect = f", {finding['aspect']}" if finding["kind"] == "drift" else ""
            counts[f"finding: {finding['kind']}{aspect}"] += 1
    return counts


def counts_table() -> tuple[str, list[str]]:
    """The counts of each split beside each other, and what falls short of the promise."""
    read = {split: [story for story in map(_read, story_folders(split)) if story is not None] for split in SPLITS}
    by_split = {split: counted(stories) for split, stories in read.items()}
    whole = sum(by_split.values(), Counter())
    heads = ("stories", "articles", "words", "words of the articles' own text", "statements")
    rows = [*heads, *sorted(set(whole) - set(heads))]
    lines = [f"{'':34} {'train':>8} {'develop.':>8} {'test':>8} {'all':>8}"]
    for row in rows:
        cells = " ".join(f"{by_split[split][row]:8,}" for split in SPLITS)
        lines.append(f"{row:34} {cells} {whole[row]:8,}")
    short = [
        f"{split}: {by_split[split]['stories']} stories of {wanted}"
        for split, wanted in STORIES_OF.items()
        if by_split[split]["stories"] < wanted
    ]
    short += [
        f"{story.name}: {len(story.articles)} articles"
        for stories in read.values()
        for story in stories
        if len(story.articles) not in ARTICLES_OF_A_STORY
    ]
    for what, least in (("articles", LEAST_ARTICLES), ("words", LEAST_WORDS)):
        if whole[what] < least:
            short.append(f"{whole[what]:,} {what} of {least:,}")
    return "\n".join(lines), short


def _read(folder: object) -> Story | None:
    return read_story(folder)[0]  # type: ignore[arg-type]
