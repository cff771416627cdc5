"""How results look in the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from quellenlage.explain import Explanation
from quellenlage.health import Check
from quellenlage.model.dossier import Dossier
from quellenlage.model.errors import InputRefused
from quellenlage.steps.write import claim_table
from quellenlage.wording import say

_MOST_CLAIMS = 20  # rows that fit a terminal; the page and the tables hold all


def show_claims(dossier: Dossier, console: Console, *, surface: str) -> None:
    """The claim table with the three counts, what matters most first."""
    heads = [say(surface, f"app.{key}") for key in ("claim", "outlets", "texts", "primary", "undetermined")]
    table = Table(*heads, title=say(surface, "app.title", documents=len(dossier.documents)))
    for column in table.columns[1:]:
        column.justify = "right"
    rows = claim_table(dossier)
    for row in rows[:_MOST_CLAIMS]:
        counts = (row.outlets, row.texts, row.primary, row.undetermined)
        table.add_row(Text(row.gist), *map(str, counts))
    console.print(table)
    if len(rows) > _MOST_CLAIMS:
        console.print(say(surface, "app.more", count=len(rows) - _MOST_CLAIMS), highlight=False)
    if dossier.findings:
        console.print(say(surface, "app.findings"), style="bold")
    for finding in dossier.findings[:_MOST_CLAIMS]:
        console.print(Text(f"• {finding.reason}"))


def show_refusals(refusals: Sequence[InputRefused], console: Console, *, surface: str) -> None:
    """One line for each input that could not be read: where, what, the way out."""
    for refusal in refusals:
        line = say(surface, "app.not_read", refusal=refusal)
        console.print(line, style="yellow", markup=False, highlight=False, soft_wrap=True)


def show_explanation(explanation: Explanation, console: Console, *, as_json: bool) -> None:
    """One thing of a dossier with its words and with what refers to it."""
    if as_json:
        sys.stdout.write(json.dumps(asdict(explanation), ensure_ascii=False, indent=1) + "\n")
        return
    console.print(Text(f"{explanation.kind} {explanation.id}"), style="bold")
    for key, value in explanation.record.items():
        console.print(Text(f"  {key}: {json.dumps(value, ensure_ascii=False)}"))
    for words in explanation.words:
        console.print(Text(f"  {words.field} · {words.document_name} [{words.begin}, {words.end}): {words.text}"))
    for reference in explanation.referred_to_by:
        console.print(Text(f"  ← {reference}"))


def show_health(checks: Sequence[Check], console: Console, *, as_json: bool) -> None:
    """What was checked, whether it passed, and the way out where it did not."""
    if as_json:
        sys.stdout.write(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=1) + "\n")
        return
    for check in checks:
        mark, style = ("ok", "green") if check.passed else ("NOT OK", "red")
        console.print(Text.assemble((f"{mark:7}", style), f"{check.name}: {check.found}"))
        if not check.passed:
            console.print(Text(f"        {check.way_out}"))
