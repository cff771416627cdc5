"""`python -m corpus COMMAND`: check, count, show and view the stories."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.story import STORIES, Story, read_story, story_folders


def main() -> int:
    """Run one command; exit code 0 if all is well, 1 if a story has problems, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (("check", "say what does not fit"), ("show", "print a story's annotation to read it over")):
        command = commands.add_parser(name, help=text)
        command.add_argument("stories", nargs="*", type=Path, help="story folders; all if none is named")
    arguments = parser.parse_args()
    folders = [_folder(path) for path in arguments.stories] or story_folders()
    return _check(folders) if arguments.command == "check" else _show(folders)


def _folder(path: Path) -> Path:
    """A folder as given, or the story of that name."""
    if path.is_dir():
        return path
    return next((folder for folder in story_folders() if folder.name == str(path)), path)


def _check(folders: list[Path]) -> int:
    count = 0
    for folder in folders:
        _, problems = read_story(folder)
        count += len(problems)
        for problem in problems:
            print(problem.replace(f"{STORIES}/", ""))
    print(f"{len(folders)} stories, {count} problems", file=sys.stderr)
    return 1 if count else 0


def _show(folders: list[Path]) -> int:
    for folder in folders:
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
        for mark in article.marked.figures:
            counted = mark.counted.of(article.text) if mark.counted else ""
            values = f"{mark.comparator} {mark.low} {mark.point} {mark.high} {mark.unit or ''} {mark.status or ''}"
            print(f"  figure «{mark.span.of(article.text)}» {values} of «{counted}»")
        for time in article.marked.times:
            print(f"  time «{time.span.of(article.text)}» {time.value}")
        names = ", ".join(f"{mark.span.of(article.text)}={mark.key}" for mark in article.mentions)
        print(f"  names {names}")
    for claim, group in story.claims().items():
        if not claim.startswith("only-"):
            print(f"claim {claim} {story.origins[claim]}: {', '.join(statement.ref for statement in group)}")


if __name__ == "__main__":
    sys.exit(main())
