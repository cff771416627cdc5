"""Refusals in the reader's language: what is wrong with an input and the way out."""

from __future__ import annotations

from quellenlage.model.errors import InputRefused
from quellenlage.wording import say


def refuse(where: str, code: str, surface: str, **values: object) -> InputRefused:
    """The refusal of an input.

    Args:
        where: path, with the line behind a colon where there is one.
        code: entry in `wording/<surface>/acquire.toml`, with `what` and `way_out`.
        surface: language of the reader.
        values: what the entry's sentences name.
    """
    return InputRefused(
        where,
        code=code,
        what=say(surface, f"acquire.{code}.what", **values),
        way_out=say(surface, f"acquire.{code}.way_out", **values),
    )
