"""Make the parts of the documentation that come from the program itself, or prove that they are fresh.

    python tools/make_docs.py            write them
    python tools/make_docs.py --check    exit with 1 and name the first page that is not fresh

Three kinds of parts:

- Between the marks `<!-- made by tools/make_docs.py: NAME -->` and `<!-- end -->`: what the function of that name in
  `_PARTS` says, such as the help texts of the command line as tables.
- In every page and the README, each fenced block with the info string `console`: its lines that begin with `$ ` are run
  by bash, all blocks of one page in one session in an empty folder, and the lines below each are what it printed on
  standard output. Blocks with another info string (`sh`) are not run.
- Likewise each fenced block with the info string `python` that holds `>>> `: all blocks of one page are run in one
  session of Python, in an empty folder.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from quellenlage.app.commands import app
from quellenlage.steps.weigh import rules
from quellenlage.wording import entries

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PART = re.compile(r"(<!-- made by tools/make_docs.py: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
PYTHON = re.compile(r"^```python\n(>>> .*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SEPARATOR = "\x1e"  # ASCII record separator: never part of what the program prints
WIDTH = 82  # columns of the terminal the examples are printed for; what the pages of the theme show without scrolling
PATIENCE = 300  # seconds for all commands of one page


def main() -> int:
    """Write or check every page."""
    parser = argparse.ArgumentParser(description="Make the parts of the documentation that come from the program.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a page is not fresh")
    check = parser.parse_args().check
    stale = 0
    for path in PAGES:
        text = made(path)
        if text == path.read_text(encoding="utf-8"):
            continue
        stale += 1
        sys.stdout.write(f"{'not fresh' if check else 'written'}: {path.relative_to(ROOT)}\n")
        if not check:
            path.write_text(text, encoding="utf-8")
    return 1 if check and stale else 0


def made(path: Path) -> str:
    """The text of a page with its made parts made anew."""
    text = path.read_text(encoding="utf-8")
    text = PART.sub(lambda part: f"{part[1]}\n{_PARTS[part[2]]()}\n{part[3]}", text)
    return with_results(with_outputs(text))


def rule_table() -> str:
    """Every rule that makes findings, with the sentence that the report shows for it."""
    sentences = {
        key.removeprefix("rule."): text for key, text in entries("en", "weigh").items() if key.startswith("rule.")
    }
    rows = [f"| `{rule.__name__}` | {sentences[rule.__name__]} |" for rule in rules.ALL]
    return "\n".join(["| rule | what it finds |", "| --- | --- |", *rows, ""])


def command_reference() -> str:
    """The help texts of all commands."""
    root = get_command(app)
    parts = [_command("quellenlage", root)]
    parts += [_command(f"quellenlage {name}", command) for name, command in sorted(root.commands.items())]  # type: ignore[attr-defined]
    return "\n".join(parts)


def _command(name: str, command: Any) -> str:
    """One command as a section: usage, what it does, its arguments and options as a table."""
    context = command.make_context(name, [], resilient_parsing=True)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"## {name}", "", "```text", f"{name} {usage}", "```", "", _flowing(command.help), ""]
    rows = [record for parameter in command.params if (record := _row(parameter, context))]
    if rows:
        lines += ["| argument or option | meaning |", "| --- | --- |", *rows, ""]
    if command.epilog:
        lines += [_flowing(command.epilog), ""]
    return "\n".join(lines)


def _row(parameter: Any, context: Any) -> str | None:
    record = parameter.get_help_record(context)
    if record is None:
        return None
    names, meaning = (" ".join(part.split()).replace("|", "\\|") for part in record)
    return f"| `{names}` | {meaning} |"


def _flowing(text: str | None) -> str:
    """Paragraphs of a help text, each on one line."""
    paragraphs = re.split(r"\n\s*\n", (text or "").strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


_PARTS: dict[str, Callable[[], str]] = {"commands": command_reference, "rules": rule_table}


def with_outputs(text: str) -> str:
    """The page with what its console blocks print."""
    blocks = [list(_commands(match[1])) for match in CONSOLE.finditer(text)]
    if not blocks:
        return text
    outputs = iter(run([command for block in blocks for command in block]))
    rendered = iter(["".join(_shown(command, next(outputs)) for command in block) for block in blocks])
    return CONSOLE.sub(lambda _: f"```console\n{next(rendered)}```", text)


def _commands(block: str) -> Iterator[str]:
    """The commands of a console block; a line that ends in a backslash goes on in the next."""
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command += "\n" + next(lines)
            yield command


def _shown(command: str, output: str) -> str:
    lines = [line.rstrip() for line in output.splitlines()]
    return "\n".join([f"$ {command}", *lines]).rstrip() + "\n"


def run(commands: list[str]) -> list[str]:
    """What each command prints on standard output, run one after the other by bash in an empty folder."""
    script = "".join(f"{command}\nprintf '%s' '{SEPARATOR}'\n" for command in commands)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    terminal = {
        "PATH": path,
        "COLUMNS": str(WIDTH),
        "NO_COLOR": "1",
        "TERM": "dumb",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(  # noqa: S603  (the commands of our own pages)
            ["bash", "-c", script],  # noqa: S607
            cwd=scratch,
            env=os.environ | terminal | {"PATH": path},
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    outputs = done.stdout.split(SEPARATOR)
    if len(outputs) != len(commands) + 1:
        raise RuntimeError(f"not every command came to its end: {done.stderr}")
    return outputs[:-1]


def with_results(text: str) -> str:
    """The page with what its Python examples print."""
    names: dict[str, object] = {"__name__": "__main__"}
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        try:
            return PYTHON.sub(lambda match: f"```python\n{_answered(match[1], names)}```", text)
        finally:
            os.chdir(here)


def _answered(block: str, names: dict[str, object]) -> str:
    """The examples of a block, each with what it prints."""
    parts = []
    for example in doctest.DocTestParser().get_examples(block):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)  # noqa: S102  (the examples of our own pages)
        first, *rest = example.source.rstrip("\n").split("\n")
        parts += [f">>> {first}", *(f"... {line}".rstrip() for line in rest), *printed.getvalue().splitlines()]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
