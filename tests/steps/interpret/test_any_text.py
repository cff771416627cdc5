"""Whatever stands in a text, its statements are made of spans in order that lie in it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.steps.interpret.reading import read

_PHRASES = st.sampled_from(
    (
        "Die Brücke ist gesperrt",
        "Ich habe allen zugerufen",
        "damit alle herkommen",
        "dass die Lage ernst sei",
        "es gebe 30 Verletzte",
        "er habe nichts gewusst",
        "nach Angaben der Feuerwehr",
        "unter Berufung auf Kreise",
        "laut Polizei",
        "zufolge",
        "hieß es",
        "sagte Mira Holt",
        "so Holt",
        "ergänzte sie",
        "wie die Behörde mitteilte",
        "das Amt bestritt",
        "warnte der Verband vor Folgen",
        "nannte es Unsinn",
        "soll 40 Millionen kosten",
        "Das berichtet der Elmbote",
        "Vermutlich",
        "am Freitag",
        "und",
    )
)
_SIGNS = st.sampled_from((",", ":", ";", ".", "?", " –", "\n", "„", "“", '"', "‚", "‘", "»", "(", ")"))
_MARKS = st.sampled_from((("„", "“"), ("‚", "‘"), ('"', '"'), ("»", "«"), ("„", ""), ("", "“")))


def _quoted(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(st.one_of(inner, _SIGNS), min_size=1, max_size=5)
    return st.tuples(_MARKS, parts).map(lambda pair: f" {pair[0][0]}{''.join(pair[1]).strip()}{pair[0][1]}")


_TEXTS = st.lists(
    st.one_of(st.recursive(_PHRASES.map(lambda words: f" {words}"), _quoted, max_leaves=6), _SIGNS),
    min_size=1,
    max_size=16,
).map(lambda parts: "".join(parts).strip() or ".")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_statements_lie_in_order_in_their_text(text: str) -> None:
    document, found = read(text)  # records refuse spans that overlap or run backwards
    for statement in found.statements:
        spans = [*statement.quote, *statement.speaker, *statement.cue, *statement.hedges]
        assert all(span.end <= len(document.text) for span in spans)
        assert all(span.of(document.text).strip() for span in spans)


def test_a_quotation_within_the_next_quotation_is_no_second_piece_of_it() -> None:
    _, found = read(
        "„Da war ein Hai“, so Holt. „Ich habe allen zugerufen: „Ein Hai“, damit alle kommen“, ergänzte Holt."
    )
    assert [len(statement.quote) for statement in found.statements if statement.speaker] == [1, 1]
