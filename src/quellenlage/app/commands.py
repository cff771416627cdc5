"""The commands: report, demo, explain, doctor."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from quellenlage import __version__
from quellenlage.app.exits import ExitCode
from quellenlage.app.show import show_claims, show_explanation, show_health, show_refusals
from quellenlage.app.timings import Timings
from quellenlage.demo import demo_articles
from quellenlage.explain import explain as explain_thing
from quellenlage.health import check_health
from quellenlage.model.errors import InvalidRecord, NothingToRead, OutputRefused, QuellenlageError, UnknownName
from quellenlage.model.options import Options
from quellenlage.pipeline import Report, run_report
from quellenlage.steps.write import dossier_json, write_dossier
from quellenlage.wording import say

app = typer.Typer(
    name="quellenlage",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    help="Who claims what, on whose word, with which figure, and how many origins really stand behind it.",
    epilog="Exit codes: 0 all read, 1 some inputs could not be read (named, the rest is done), 2 wrong usage, "
    "3 nothing could be read, 4 the result could not be written.",
)
_results = Console()
_remarks = Console(stderr=True)


class Surface(StrEnum):
    """Languages of the page and of every reason."""

    DE = "de"
    EN = "en"


SurfaceOption = Annotated[Surface, typer.Option(help="Language of the page, the reasons and the notes.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON on standard output.")]
TimingsOption = Annotated[bool, typer.Option("--timings", help="Print seconds per step and per document.")]
OutOption = Annotated[Path, typer.Option("--out", "-o", help="Folder for dossier.html, dossier.json and tables/*.csv.")]


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"quellenlage {__version__}")
        raise typer.Exit


@app.command()
def report(  # noqa: PLR0913, PLR0917  (each option of the command is an argument)
    paths: Annotated[list[Path], typer.Argument(help="Files or folders: text dumps (.txt) and JSONL.")],
    out: OutOption = Path("out"),
    published: Annotated[
        str | None, typer.Option(help="Day (ISO 8601) to assume for articles that do not state one.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Read every article in this language (ISO 639-1).")] = None,
    back_end: Annotated[
        str, typer.Option(help="What tags and parses: `embedded`, or `spacy:NAME` for an installed spaCy pipeline.")
    ] = "embedded",
    surface: SurfaceOption = Surface.DE,
    as_json: JsonOption = False,
    timings: TimingsOption = False,
) -> None:
    """Read articles about one event and write a dossier.

    Prints a line for each claim with three counts: outlets that carry it, texts it goes back to, and primary sources
    whose word it is. The counts are never added up.
    """
    with _errors_told(surface):
        options = Options(surface=surface, language=language, published=published, back_end=back_end)
        done = _run(paths, out, options, as_json=as_json, timings=timings)
    raise typer.Exit(ExitCode.SOME_REFUSED if done.refusals else ExitCode.ALL_READ)


@app.command()
def demo(
    out: OutOption = Path("quellenlage-demo"),
    surface: SurfaceOption = Surface.DE,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    as_json: JsonOption = False,
    timings: TimingsOption = False,
) -> None:
    """Write a dossier from the articles that ship with the program, about an invented event, and open it."""
    with _errors_told(surface), demo_articles() as folder:
        _run([folder], out, Options(surface=surface), as_json=as_json, timings=timings)
    if open_page and _has_screen():
        webbrowser.open((out / "dossier.html").resolve().as_uri())


@app.command()
def explain(
    thing: Annotated[str, typer.Argument(metavar="ID", help="Id of a claim, statement, finding, figure, source …")],
    folder: Annotated[Path, typer.Option("--in", help="Folder that `report` wrote.")] = Path("out"),
    as_json: JsonOption = False,
) -> None:
    """Say what stands behind one id of a dossier: its record, the words it rests on, and what refers to it."""
    with _errors_told():
        show_explanation(explain_thing(thing, folder), _results, as_json=as_json)


@app.command()
def doctor(as_json: JsonOption = False) -> None:
    """Check this installation: packages, language packs, reference data, a small reading."""
    health = check_health()
    show_health(health, _results, as_json=as_json)
    raise typer.Exit(ExitCode.ALL_READ if all(check.passed for check in health) else ExitCode.NOTHING_READ)


def _run(paths: Sequence[Path], out: Path, options: Options, *, as_json: bool, timings: bool) -> Report:
    watch = Timings()
    with _remarks.status("") as status:
        done = run_report(
            paths,
            options,
            watch=watch,
            progress=lambda name: status.update(say(options.surface, "app.reading", name=name)),
        )
        with watch("write"):
            written = write_dossier(done.dossier, out, surface=options.surface)
    show_refusals(done.refusals, _remarks, surface=options.surface)
    if as_json:
        sys.stdout.buffer.write(dossier_json(done.dossier))
    else:
        show_claims(done.dossier, _results, surface=options.surface)
    if timings:
        _remarks.print(*watch.tables(len(done.dossier.documents)), sep="\n")
    told = say(options.surface, "app.written", documents=len(done.dossier.documents), path=written[0])
    _remarks.print(told, highlight=False, soft_wrap=True)
    return done


@contextmanager
def _errors_told(surface: str = Surface.EN) -> Iterator[None]:
    """Turn the package's own errors into one line on standard error and an exit code."""
    try:
        yield
    except NothingToRead as error:
        show_refusals(error.refusals, _remarks, surface=surface)
        _fail(say(surface, "app.nothing_read", count=len(error.refusals)), ExitCode.NOTHING_READ, error)
    except OutputRefused as error:
        _fail(str(error), ExitCode.NOT_WRITTEN, error)
    except (UnknownName, InvalidRecord) as error:
        _fail(str(error), ExitCode.WRONG_USAGE, error)
    except QuellenlageError as error:
        _fail(str(error), ExitCode.NOTHING_READ, error)


def _fail(message: str, code: ExitCode, cause: Exception) -> None:
    _remarks.print(f"quellenlage: {message}", style="red", markup=False, highlight=False)
    raise typer.Exit(code) from cause


def _has_screen() -> bool:
    """Whether a browser window can be shown; without a screen some systems would start one in the terminal."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
