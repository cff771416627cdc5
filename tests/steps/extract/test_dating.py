from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages.times import load_times
from quellenlage.model.document import Basis, Document, Passage, Published, Role, Supplied
from quellenlage.model.span import Span
from quellenlage.steps.extract.dating import publication_date
from tests.records import document

ARTICLE = (Role.CONTENT, "Der Minister trat am 3. März 2021 zurück.")


def _date(*lines, supplied=None, assumed=None, language=True) -> Published | None:
    text = "\n".join(line for _, line in lines)
    passages, begin = [], 0
    for role, line in lines:
        if line:
            passages.append(Passage(Span(begin, begin + len(line)), role))
        begin += len(line) + 1
    made = document(text)
    doc = Document(made.id, made.name, text, made.encoding, made.digest, "de", supplied or Supplied())
    return publication_date(doc, tuple(passages), vocabulary=load_times("de") if language else None, assumed=assumed)


DAY = ("2024-10-20T00:00", "2024-10-21T00:00")
MINUTE = ("2024-10-20T10:27", "2024-10-20T10:28")


@pytest.mark.parametrize(
    ("role", "line", "interval"),
    [
        (Role.DATE, "20.10.2024", DAY),
        (Role.DATE, "20.10.24", DAY),
        (Role.DATE, "20. Oktober 2024", DAY),
        (Role.DATE, "So., 20. Okt. 2024", DAY),
        (Role.DATE, "2024-10-20", DAY),
        (Role.DATE, "20.10.2024 - 10:27 UhrLesedauer: 1 Min.", MINUTE),
        (Role.DATE, "Sonntag, 20.10.2024, 10.27 Uhr", MINUTE),
        (Role.DATE, "Veröffentlicht am 20. Oktober 2024 um 10:27 Uhr", MINUTE),
        (Role.DATE, "2024-10-20T10:27:31+02:00", MINUTE),
        (Role.DATE, "Stand: 20.10.2024, 10:27 Uhr", MINUTE),
        (Role.DATE, "Aktualisiert: 22.10.2024, 11:00 | Veröffentlicht: 20.10.2024", DAY),
        (Role.DATE, "20.10.2024 | Aktualisiert: 22.10.2024, 11:00", DAY),
        (Role.DATE, "Stand: 22.10.2024 | 20.10.2024", DAY),
        (Role.DATE, "20.10.2024 (zuletzt geändert 22.10.2024)", DAY),
        (Role.BYLINE, "Von Erika Muster, Seoul, 20.10.2024", DAY),
        (Role.OTHER, "So., 20.10.2024, 10:27 Uhr", MINUTE),
        (Role.NAVIGATION, "Politik 20.10.2024", DAY),
        (Role.DATE, "20. Okt 2024", DAY),
        (Role.DATE, "20 Okt 2024", DAY),
        (Role.DATE, "20 October 2024", DAY),
        (Role.DATE, "Oct. 20, 2024", DAY),
        (Role.OTHER, "Sun, 20 Oct 2024 10:27 GMT", MINUTE),
        (Role.DATE, "Published 20 Oct 2024 Updated 22 Oct 2024 11:00", DAY),
        (Role.DATE, "Aktualisiert 22. Oktober 2024 | 20. Oktober 2024", DAY),
        (Role.DATE, "Aktualisiert 20. Oktober 2024", DAY),
        (Role.DATE, "31.2.2024", None),
        (Role.DATE, "31 Feb 2024", None),
        (Role.OTHER, "In May 20 of 2024 members left the house.", None),
        (Role.DATE, "10:27 Uhr", None),
        (Role.DATE, "20. Oktober", None),
        (Role.OTHER, "© 2024 Muster Verlag", None),
        (Role.CREDIT, "Bild: Muster | 2024 Beispiel", None),
        (Role.OTHER, "Am 20.10.2024 besuchte die Kanzlerin die Stadt.", None),
        (Role.CROSSREF, "20.10.2024 Noch ein Artikel", None),
    ],
)
def test_a_line_above_the_article(role, line, interval):
    published = _date((role, line), ARTICLE)
    assert (published and (published.earliest, published.latest)) == interval
    assert published is None or published.basis is Basis.STATED


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Seoul, 20. Oktober 2024 (Muster) – Der Dienst meldet Truppen.", True),
        ("SEOUL (mst), 20.10.2024 - Der Dienst meldet Truppen.", True),
        ("Kiew/Moskau, 20.10.2024: Der Dienst meldet Truppen.", True),
        ("Seoul, 20. Oktober (Muster) – Der Dienst meldet Truppen.", False),
        ("Am 20. Oktober 2024 (einem Sonntag) meldete der Dienst Truppen.", False),
        ("In Seoul, 20. Oktober 2024, meldete der Dienst Truppen.", False),
        ("Der Dienst meldete Truppen. Seoul, 20. Oktober 2024 (Muster) – Mehr folgt.", False),
    ],
)
def test_only_a_dateline_dates_from_inside_the_article(text, dated):
    assert (_date((Role.CONTENT, text)) is not None) is dated


def test_a_date_line_goes_before_the_masthead_and_the_masthead_before_the_dateline():
    dateline = (Role.CONTENT, "Seoul, 3. Mai 2020 (Muster) – Es begann.")
    masthead = (Role.OTHER, "4.5.2020")
    assert _date(masthead, (Role.DATE, "5.5.2020"), dateline).earliest == "2020-05-05T00:00"
    assert _date(masthead, dateline).earliest == "2020-05-04T00:00"
    assert _date(dateline).earliest == "2020-05-03T00:00"


def test_a_date_line_above_the_article_goes_before_one_below():
    below = (Role.DATE, "Veröffentlicht: 6.5.2020")
    assert _date((Role.DATE, "Stand: 5.5.2020"), ARTICLE, below).earliest == "2020-05-05T00:00"
    assert _date(ARTICLE, below).earliest == "2020-05-06T00:00"


@pytest.mark.parametrize(
    ("written", "interval"),
    [
        ("2024", ("2024-01-01T00:00", "2025-01-01T00:00")),
        ("2024-12", ("2024-12-01T00:00", "2025-01-01T00:00")),
        ("2024-10-20", DAY),
        ("2024-10-20T10:27", MINUTE),
        ("2024-10-20 10:27Z", MINUTE),
        ("2024-10-20T10:27:31+02:00", ("2024-10-20T10:27:31", "2024-10-20T10:27:32")),
        ("2024-10-20T23:59", ("2024-10-20T23:59", "2024-10-21T00:00")),
    ],
)
def test_what_the_user_supplies_outranks_the_text(written, interval):
    supplied = Supplied(published=written, basis=Basis.FEED)
    published = _date((Role.DATE, "1.1.2001"), ARTICLE, supplied=supplied)
    assert published == Published(*interval, Basis.FEED)


@pytest.mark.parametrize("written", ["gestern", "2024-13-01", "2024-02-30", "9999", "0000-01-01", ""])
def test_a_supplied_date_that_is_none_is_passed_over(written):
    published = _date((Role.DATE, "1.1.2001"), ARTICLE, supplied=Supplied(published=written))
    assert published.earliest == "2001-01-01T00:00"


def test_an_assumed_date_counts_only_where_nothing_is_stated():
    assert _date(ARTICLE, assumed="2024-10-20") == Published(*DAY, Basis.ASSUMED)
    assert _date((Role.DATE, "1.1.2001"), ARTICLE, assumed="2024-10-20").basis is Basis.STATED
    assert _date(ARTICLE) is None


@pytest.mark.parametrize(
    ("line", "dated"),
    [("20.10.2024, 10:27", True), ("2024-10-20", True), ("20.10.24", False), ("20. Oktober 2024", False)],
)
def test_without_a_language_only_digits_count(line, dated):
    assert (_date((Role.DATE, line), ARTICLE, language=False) is not None) is dated


def test_no_passages_no_date():
    assert _date((Role.CONTENT, "")) is None


LINES = st.text(alphabet="0123456789.:-/ TZ()–,aäM\n²٣", max_size=30)


@given(LINES, st.sampled_from(list(Role)), st.booleans())
def test_any_line_gives_a_date_or_none(line, role, language):
    published = _date((role, line), ARTICLE, language=language, supplied=Supplied(published=line))
    assert published is None or published.earliest < published.latest
