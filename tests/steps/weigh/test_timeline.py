"""The timeline: what is said to have happened when, and what was said when, apart."""

from __future__ import annotations

from quellenlage.steps.weigh.timeline import PUBLISHED
from tests.steps.weigh.table import NIS, Row, weighed


def came(outlet: str, words: str, date: str, **changes: object) -> Row:
    return Row(outlet, f"Am {words} kamen Soldaten an", NIS, times={words: date}, **changes)  # type: ignore[arg-type]


def test_an_event_stands_with_its_claim_and_the_time_that_names_it() -> None:
    (entry,) = weighed([came("A", "3. Mai", "2024-05-03")]).timeline
    assert (entry.earliest, entry.latest) == ("2024-05-03", "2024-05-04")
    assert (entry.claim, entry.statement, entry.basis) == ("claim", None, "tim-doc-0-3. Mai")


def test_a_publication_stands_with_its_statement() -> None:
    (entry,) = weighed([Row("A", "Soldaten kamen an", NIS, day="2024-05-03")]).timeline
    assert (entry.claim, entry.basis) == (None, PUBLISHED)
    assert entry.statement is not None


def test_one_claim_stands_once_for_each_interval() -> None:
    rows = [came("A", "3. Mai", "2024-05-03"), came("B", "3. Mai", "2024-05-03"), came("C", "4. Mai", "2024-05-04")]
    assert [entry.earliest for entry in weighed(rows).timeline] == ["2024-05-03", "2024-05-04"]


def test_entries_are_sorted_by_when_they_begin() -> None:
    rows = [came("A", "9. Mai", "2024-05-09", day="2024-05-01"), came("B", "3. Mai", "2024-05-03", claim="other")]
    earliest = [entry.earliest for entry in weighed(rows).timeline]
    assert earliest == sorted(earliest)
    assert len(earliest) == 3
