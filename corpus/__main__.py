"""`python -m corpus COMMAND`: check, show, count, compare and view the stories."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.story import SPLITS, STORIES, Story, read_story, story_folders


def main() -> int:
    """Run one command; exit code 0 if all is well, 1 if something does not fit, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (text, _) in _COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        if name in ("check", "show", "view"):
            command.add_argument("stories", nargs="*", help="folders or names of stories; all if none is named")
        if name == "view":
            command.add_argument("-o", "--output", type=Path, required=True, help="folder for the dossiers")
    arguments = parser.parse_args()
    return _COMMANDS[arguments.command][1](arguments)


def _folders(arguments: argparse.Namespace) -> list[Path]:
    """The stories that are named, as folders or by their names; all if none is."""
    known = {folder.name: folder for folder in story_folders()}
    return [known.get(name, Path(name)) for name in arguments.stories] or list(known.values())


def _check(arguments: argparse.Namespace) -> int:
    folders, count = _folders(arguments), 0
    for folder in folders:
        _, problems = read_story(folder)
        count += len(problems)
        for problem in problems:
            print(problem.replace(f"{STORIES}{os.sep}", ""))
    print(f"{len(folders)} stories, {count} problems", file=sys.stderr)
    return 1 if count else 0


def _show(arguments: argparse.Namespace) -> int:
    for folder in _folders(arguments):
        story, problems = read_story(folder)
        if story is None:
            print("\n".join(problems))
            return 1
        _show_story(story)
    return 0


def _show_story(story: Story) -> None:
    for article in story.articles:
        print(f"== {article.name} · {article.outlet} · {article.published}")
        for statement in article.statements:
            row = statement.row
            quote = " … ".join(" ".join(span.of(article.text).split()) for span in row.quote)
            speaker = " + ".join(span.of(article.text) for span in row.speaker)
            cue = " + ".join(span.of(article.text) for span in row.cue)
            hedges = ", ".join(span.of(article.text) for span in row.hedges)
            print(f"  {statement.ref} {row.form} {row.stance} {'>'.join(statement.chain) or '-'} [{statement.claim}]")
            print(f"      {quote}")
            print(f"      by «{speaker}» cue «{cue}»{f' hedged «{hedges}»' if hedges else ''}")
            for mark in row.evidence:
                print(f"      evidence {mark.kind} «{mark.span.of(article.text)}»")
        for figure in article.marked.figures:
            counted = figure.counted.of(article.text) if figure.counted else ""
            values = f"{figure.comparator} {figure.low} {figure.point} {figure.high} {figure.unit or ''}"
            print(f"  figure «{figure.span.of(article.text)}» {values} {figure.status or ''} of «{counted}»")
        for time in article.marked.times:
            print(f"  time «{time.span.of(article.text)}» {time.value}")
        names = ", ".join(f"{mark.span.of(article.text)}={mark.key}" for mark in article.mentions)
        print(f"  names {names}")
    for claim, group in story.claims().items():
        if not claim.startswith("only-"):
            print(f"claim {claim} {story.origins[claim]}: {', '.join(statement.ref for statement in group)}")


def _view(arguments: argparse.Namespace) -> int:
    from corpus.dossier import gold_dossier
    from quellenlage.steps.write import write_dossier

    for folder in _folders(arguments):
        story, problems = read_story(folder)
        if story is None or problems:
            print("\n".join(problems))
            return 1
        page, *_ = write_dossier(gold_dossier(story), arguments.output / story.name, surface="de")
        print(page)
    return 0


def _counts(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    from corpus.counts import counts_table

    table, short = counts_table()
    print(table)
    for line in short:
        print(f"short: {line}")
    return 1 if short else 0


def _likeness(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    table = _likeness_table()
    if table is None:
        print("the real news are absent; set QUELLENLAGE_SHARED to their folder", file=sys.stderr)
        return 1
    print(table)
    return 0


def _likeness_table() -> str | None:
    """The corpus beside the real news; None where these are absent."""
    from corpus.likeness import corpus_texts, likeness_table, news_texts, seed_texts

    shared = Path(os.environ.get("QUELLENLAGE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (shared / "data").is_dir():
        return None
    columns = []
    for split in SPLITS:
        stories = [story for story in (read_story(folder)[0] for folder in story_folders(split)) if story is not None]
        columns.append(corpus_texts(stories, f"corpus, {split}"))
    columns.append(news_texts(shared / "data" / "german-news-quotes" / "train.jsonl.gz", "German news gold"))
    columns.append(seed_texts(shared / "seeds", "seeds"))
    return likeness_table([column for column in columns if column.lengths])


def _agreement(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    from corpus.agreement import agreement_table, agreements

    rows, problems = agreements()
    print(agreement_table(rows))
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


def _readme(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    """Put the tables between their marks in README.md."""
    from corpus.agreement import agreement_table, agreements
    from corpus.counts import counts_table

    path = Path(__file__).with_name("README.md")
    text = path.read_text(encoding="utf-8")
    tables = {
        "counts": f"```\n{counts_table()[0]}\n```",
        "likeness": _likeness_table(),
        "agreement": agreement_table(agreements()[0]),
    }
    for name, table in tables.items():
        if table is not None:
            begin, end = f"<!-- made by python -m corpus readme: {name} -->\n", "<!-- end -->"
            before, _, rest = text.partition(begin)
            text = f"{before}{begin}\n{table}\n\n{end}{rest.partition(end)[2]}"
    path.write_text(text, encoding="utf-8")
    return 0


_COMMANDS: dict[str, tuple[str, Callable[[argparse.Namespace], int]]] = {
    "check": ("say what does not fit, with file and line", _check),
    "show": ("print the annotation of stories, to read it over", _show),
    "view": ("write the dossiers that the annotation of stories amounts to", _view),
    "counts": ("count everything, and say what falls short of the promise", _counts),
    "likeness": ("the corpus beside real news, in counts", _likeness),
    "agreement": ("two readers beside each other", _agreement),
    "readme": ("put the tables of counts, likeness and agreement into README.md", _readme),
}


if __name__ == "__main__":
    sys.exit(main())
