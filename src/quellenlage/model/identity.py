"""Ids made from content: the same thing has the same id in every run."""

from __future__ import annotations

import hashlib

_DIGEST_BYTES = 6  # 48 bits: among a million things of one kind the chance of any clash is about 1 in 560


def content_id(kind: str, *parts: object) -> str:
    """The id of a thing of `kind`, made from the `parts` that make it the same thing.

    Args:
        kind: short prefix that says what the id names, such as `doc` or `stm`.
        parts: what makes the thing the same; written with `repr`, so `1` and `"1"` differ.
    """
    written = "\x1f".join(repr(part) for part in parts)
    digest = hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES)
    return f"{kind}-{digest.hexdigest()}"
