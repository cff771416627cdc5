from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quellenlage.model.dossier import Dossier
from quellenlage.steps.write import dossier_page
from quellenlage.wording import entries
from tests.dossiers import WIRE, harbour, repeated

VOID = {"meta", "link", "use", "path", "rect", "circle", "line", "br"}
LOADING = {"src", "srcset", "data", "poster", "action", "background", "xlink:href"}


class Page(HTMLParser):
    """What a browser would see: ids, links, headings, texts, what would be loaded, whether tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.loading: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.stack: list[str] = []
        self.broken: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if "href" in given:
            self.hrefs.append(str(given["href"]))
        self.loading += [(name, str(value)) for name, value in attrs if name in LOADING]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a" and "a" in self.stack:
            self.broken.append("link in link")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.stack or self.stack[-1] != tag:
            self.broken.append(f"</{tag}> in {self.stack[-3:]}")
        else:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def many() -> Dossier:
    return repeated(130)  # more than the page shows


def empty() -> Dossier:
    dossier = harbour()
    return replace(dossier, **{name: () for name in dossier.__slots__ if isinstance(getattr(dossier, name), tuple)})


PAGES = [(build, surface) for build in (harbour, empty, many) for surface in ("de", "en")]


@pytest.fixture(scope="module", params=PAGES, ids=lambda given: f"{given[0].__name__}-{given[1]}")
def page(request: pytest.FixtureRequest) -> Page:
    build, surface = request.param
    return Page(dossier_page(build(), surface=surface))


def test_tags_nest_and_close(page: Page) -> None:
    assert page.broken == []
    assert page.stack == []


def test_no_id_stands_twice(page: Page) -> None:
    assert sorted(page.ids) == sorted(set(page.ids))


def test_every_link_has_its_place(page: Page) -> None:
    inner = {href.removeprefix("#") for href in page.hrefs if href.startswith("#")}
    assert inner - set(page.ids) == set()


def test_nothing_is_loaded_and_nothing_runs(page: Page) -> None:
    assert {href for href in page.hrefs if not href.startswith("#")} == {"data:,"}
    assert page.loading == []
    assert not {"script", "iframe", "object", "embed", "form", "img", "base"} & set(page.tags)


def test_headings_come_in_order(page: Page) -> None:
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_there_are_landmarks(page: Page) -> None:
    assert {"header", "nav", "main", "footer"} <= set(page.tags)


@pytest.mark.parametrize("surface", ["de", "en"])
def test_the_style_sheet_asks_for_nothing(surface: str) -> None:
    style = dossier_page(empty(), surface=surface).split("<style>")[1].split("</style>")[0]
    assert not re.search(r"@import|url\(|@font-face|https?:", style)


def test_texts_are_texts_and_never_markup() -> None:
    html = dossier_page(harbour(), surface="de")
    assert "<b>injures</b>" not in html
    assert "<i>Wire" not in html
    assert "&lt;b&gt;injures&lt;/b&gt;" in html
    assert "\x00" not in html
    assert WIRE.endswith("\x00")
    assert "said.␀" in Page(html).words


@pytest.mark.parametrize(
    "evil", ['"><script>alert(1)</script>', "</style><script>", "{{ 7*7 }}", "<!--", "\udc80\u202e", "]]>"]
)
def test_stored_markup_stays_text_wherever_it_stands(evil: str) -> None:
    dossier = harbour()
    documents = tuple(replace(entry, title=evil, name=evil, outlet=evil, language=evil) for entry in dossier.documents)
    sources = tuple(replace(source, name=evil, variants=(evil,)) for source in dossier.sources)
    findings = tuple(replace(finding, reason=evil, rule=evil) for finding in dossier.findings)
    claims = tuple(replace(claim, gist=evil, origins=replace(claim.origins, why=(evil,))) for claim in dossier.claims)
    notes = tuple(replace(note, text=evil, code=evil) for note in dossier.notes)
    changed = replace(dossier, documents=documents, sources=sources, findings=findings, claims=claims, notes=notes)
    html = dossier_page(changed, surface="de")
    page = Page(html)
    assert "script" not in page.tags
    assert page.broken == []
    assert "49" not in re.findall(r"<h3[^>]*>[^<]*", html)
    assert html.encode("utf-8")


def test_ids_that_html_would_not_take_are_replaced() -> None:
    dossier = harbour()
    claim = replace(dossier.claims[0], id='c "1" <x>')
    page = Page(dossier_page(replace(dossier, claims=(claim, *dossier.claims[1:])), surface="de"))
    assert all(re.fullmatch(r"[A-Za-z][\w-]*", name) for name in page.ids)
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)


@pytest.mark.parametrize("surface", ["de", "en"])
def test_the_page_never_promises_that_sources_do_not_depend_on_each_other(surface: str) -> None:
    words = " ".join(entries(surface, "page").values()).casefold()
    assert "unabhängig" not in words
    assert "independent" not in words


def test_the_whole_text_of_a_document_stands_on_the_page() -> None:
    dossier = harbour()
    page = Page(dossier_page(dossier, surface="de"))
    shown = re.sub(r"[\s␀]|↩", "", "".join(page.text))
    for entry in dossier.documents:
        for passage in entry.passages:
            for piece in re.split(r"[\s\x00]+", passage.span.of(entry.text)):
                assert piece in shown or len(piece) > 3  # marks and numbers may stand between the letters of a word


def test_each_statement_leads_to_its_words_and_back() -> None:
    dossier = harbour()
    html = dossier_page(dossier, surface="de")
    for statement in dossier.statements:
        assert f'id="{statement.id}"' in html
        assert f'href="#t-{statement.id}-0"' in html
        assert f'id="t-{statement.id}-0"' in html
        assert f'href="#{statement.id}"' in html


def test_figures_findings_and_notes_lead_to_their_words_and_back() -> None:
    dossier = harbour()
    page = Page(dossier_page(dossier, surface="de"))
    ids, hrefs = set(page.ids), {href[1:] for href in page.hrefs}
    for figure in dossier.figures:
        assert f"t-{figure.id}" in ids & hrefs
    for finding in dossier.findings:
        assert {finding.id, f"t-{finding.id}-0"} <= ids & hrefs


def test_the_first_screen_has_the_counts_the_findings_and_how_to_read_them() -> None:
    words = Page(dossier_page(harbour(), surface="de")).words
    first = words[: words.index("Alle 5 Befunde mit den Textstellen")]
    assert "5 Dokumente mit 14 Aussagen von 8 Quellen, erschienen 3. März bis 4. März 2031 (2 ohne Datum)" in first
    assert "Textursprünge: auf wie viele Texte sie zurückgeht" in first
    assert "Hafenpolizei Sandhaven · über Nördliche Presse-Agentur · bei Küstenkurier; bei Echo am Abend" in first
    assert "Lagerhaus Nord bestreitet, was Jarle Holm behauptet." in first


def test_one_size_of_page_grows_with_the_dossier_and_the_other_does_not() -> None:
    """Up to the limit everything is shown; beyond it the page says what is left out."""
    thousand = dossier_page(repeated(200), surface="de")
    assert len(thousand.encode()) < 6_000_000
    words = Page(thousand).words
    assert re.search(r"Gezeigt sind die [\d.]+ wichtigsten von 1.400 Behauptungen", words)
