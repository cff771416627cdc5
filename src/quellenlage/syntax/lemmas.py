"""From a form to its base form by an edit of its beginning and end.

See Chrupała, "Simple Data-Driven Context-Sensitive Lemmatization", 2006; Straka, "UDPipe 2.0 Prototype", CoNLL 2018.

An edit is written as `cut>put`, `cut>put`, `case`: letters to cut and to put at the beginning and at the end, then how
the result is written: `k` as it stands, `l` small, `u` with a capital. `gesagt` -> `sagen` is `2>`, `1>en`, `k`. An
edit that shares nothing with the form is `=` and the base form itself.
"""

from __future__ import annotations

from functools import lru_cache

_BETWEEN = "\t"  # parts of an edit; stands in no word


def edit_between(form: str, lemma: str) -> str:
    """The edit that makes `lemma` of `form`."""
    low_form, low_lemma = form.lower(), lemma.lower()
    begin, at, size = _longest_common(low_form, low_lemma)
    if not size or len(low_form) != len(form) or len(low_lemma) != len(lemma):
        return f"={lemma}"
    front = f"{begin}>{low_lemma[:at]}"
    back = f"{len(form) - begin - size}>{low_lemma[at + size :]}"
    for case in "klu":
        edit = _BETWEEN.join((front, back, case))
        if apply_edit(edit, form) == lemma:
            return edit
    return f"={lemma}"


@lru_cache(65_536)
def apply_edit(edit: str, form: str) -> str | None:
    """The base form, or None where the form is too short for the edit."""
    if edit.startswith("="):
        return edit[1:]
    front, back, case = edit.split(_BETWEEN)
    cut_front, _, put_front = front.partition(">")
    cut_back, _, put_back = back.partition(">")
    begin, end = int(cut_front), len(form) - int(cut_back)
    if begin >= end:
        return None
    lemma = put_front + form[begin:end] + put_back
    if case == "l":
        return lemma.lower()
    return lemma[:1].upper() + lemma[1:].lower() if case == "u" else lemma


def _longest_common(one: str, other: str) -> tuple[int, int, int]:
    """Places and length of the longest common stretch, the first one of its length."""
    best = (0, 0, 0)
    lengths = [0] * (len(other) + 1)
    for place, sign in enumerate(one):
        before = 0
        for at, against in enumerate(other):
            kept = lengths[at + 1]
            lengths[at + 1] = before + 1 if sign == against else 0
            before = kept
            if lengths[at + 1] > best[2]:
                size = lengths[at + 1]
                best = (place + 1 - size, at + 1 - size, size)
    return best
