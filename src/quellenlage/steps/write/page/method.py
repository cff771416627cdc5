"""What made the dossier, for the last part of the page."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.steps.write.page.context import Context
from quellenlage.steps.write.texts import moment_of


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the run: what, and the value."""

    name: str
    value: str


def run_facts(context: Context) -> tuple[Fact, ...]:
    """The run block of the dossier in words."""
    run, texts = context.dossier.run, context.texts
    created = moment_of(run.created)
    when = texts.say("moment", day=texts.day(created), time=f"{created:%H:%M}")
    values = {
        "program": run.program,
        "created": texts.say("method.created_value", when=when),
        "languages": _pairs(run.languages) or texts.say("method.none"),
        "options": _pairs(run.options) or texts.say("method.none"),
        "digest": run.input_digest,
    }
    return tuple(Fact(texts.say(f"method.{key}"), value) for key, value in values.items())


def _pairs(values: dict[str, str]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in sorted(values.items()))
