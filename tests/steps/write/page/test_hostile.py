"""Texts that try to break the page: markup, control characters, very long words, very many statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.model.dossier import Dossier
from quellenlage.steps.write import dossier_page
from tests.dossiers import harbour
from tests.steps.write.page.test_page import Page

MANY = 3_000
MOST_BYTES = 9_000_000  # a page that a browser still opens


def beginning_with(words: str) -> Dossier:
    """The harbour with `words` written over the begin of each text, so that every span still fits."""
    dossier = harbour()
    entries = [replace(entry, text=words[: len(entry.text)] + entry.text[len(words) :]) for entry in dossier.documents]
    return replace(dossier, documents=tuple(entries))


@pytest.mark.parametrize("surface", ["de", "en"])
@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</q></p></article><script>",
        "\x00\x01\x1b\x7f\x85",
        "\u202eabc\u2066def\u2069\u202c",
        "\ud800\udfff",
        "\ufdd0\uffff",
        "&amp;&lt;&#0;",
        "W" * 40,
        "\r\n\r\u2028\u2029\x0b\x0c",
    ],
)
def test_a_hostile_text_stays_text(words: str, surface: str) -> None:
    html = dossier_page(beginning_with(words), surface=surface)
    page = Page(html)
    assert "script" not in page.tags
    assert page.broken == []
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    assert not {"\x00", "\x1b", "\u202e", "\u2066", "\ud800", "\ufdd0"} & set(html)
    assert html.encode("utf-8")


def test_an_extremely_long_word_is_cut_where_lines_are_short() -> None:
    dossier = harbour()
    long = "Hafen" * 20_000
    claims = tuple(replace(claim, gist=long) for claim in dossier.claims)
    documents = tuple(replace(entry, outlet=None, title=long) for entry in dossier.documents)
    html = dossier_page(replace(dossier, claims=claims, documents=documents), surface="de")
    assert html.count(long) <= 2 * len(documents)  # a headline may be whole, a name never


def test_three_thousand_statements_make_a_page_that_says_what_it_leaves_out() -> None:
    dossier = harbour()
    first, claim = dossier.statements[0], dossier.claims[0]
    statements = tuple(replace(first, id=f"stm-{number:012d}") for number in range(MANY))
    claims = tuple(
        replace(claim, id=f"clm-{number:012d}", statements=(statement.id,))
        for number, statement in enumerate(statements)
    )
    large = replace(dossier, statements=statements, claims=claims, findings=(), timeline=())
    html = dossier_page(large, surface="de")
    page = Page(html)
    assert page.broken == []
    assert len(page.ids) == len(set(page.ids))
    assert len(html.encode("utf-8")) < MOST_BYTES
    assert "1.500 wichtigsten von 3.000 Behauptungen" in " ".join("".join(page.text).split())
