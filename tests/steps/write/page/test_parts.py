from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from quellenlage.model.dossier import DocumentSpan
from quellenlage.model.marks import Comparator, Figure
from quellenlage.model.span import Span
from quellenlage.steps.write.page.chain import chain_view
from quellenlage.steps.write.page.claims import claims_view
from quellenlage.steps.write.page.context import Context, context_of
from quellenlage.steps.write.page.derivations import derivations_view
from quellenlage.steps.write.page.figures import figures_view
from quellenlage.steps.write.page.findings import findings_view
from quellenlage.steps.write.page.sources import sources_view
from quellenlage.steps.write.page.statements import via_words
from quellenlage.steps.write.page.timeline import timeline_view
from tests.dossiers import harbour
from tests.records import at


@pytest.fixture(name="context")
def _context() -> Context:
    return context_of(harbour(), surface="de")


def with_figures(*figures: Figure) -> Context:
    return context_of(replace(harbour(), figures=figures), surface="de")


def test_figures_with_the_same_bounds_are_one_row_with_all_who_give_them(context: Context) -> None:
    people = next(group for group in figures_view(context).drawn if group.name == "Menschen")
    given = [
        (row.words, voice.name, voice.via, [link.text for link in voice.outlets])
        for row in people.rows
        for voice in row.voices
    ]
    assert given == [
        ("bis zu 40 Menschen", "Hafenpolizei Sandhaven", "über Nördliche Presse-Agentur", ["Küstenkurier"]),
        ("wurden 40 Menschen", "Hafenpolizei Sandhaven", "", ["Echo am Abend", "spiegelung.txt"]),
    ]


def test_a_figure_in_a_headline_is_nobodys(context: Context) -> None:
    hurt = next(group for group in figures_view(context).drawn if group.name.startswith("Verletzte"))
    (voice,) = hurt.rows[0].voices
    assert (voice.name, voice.is_source) == ("Überschrift, keiner Aussage zugeordnet", False)


def test_figures_that_do_not_differ_need_no_axis() -> None:
    first, second = harbour().figures[0], harbour().figures[3]
    same = replace(
        second, low=first.low, point=first.point, high=first.high, comparator=first.comparator, status="dead"
    )
    view = figures_view(with_figures(first, same))
    assert view.drawn == ()
    assert len(view.single[0].rows) == 2


@pytest.mark.parametrize(
    ("low", "point", "high", "comparator", "expected"),
    [
        (40.0, 40.0, 40.0, Comparator.EQUAL, (False, False, False)),
        (None, 40.0, 40.0, Comparator.AT_MOST, (True, False, False)),
        (40.0, 40.0, None, Comparator.AT_LEAST, (False, True, False)),
        (None, 40.0, 40.0, Comparator.LESS, (True, False, True)),
        (38.0, 40.0, 42.0, Comparator.ABOUT, (False, False, True)),
        (30.0, None, 40.0, Comparator.RANGE, (False, False, False)),
        (None, None, None, Comparator.VAGUE, (True, True, True)),
    ],
)
def test_bounds_are_drawn_as_stretches_with_open_ends(
    low: float | None, point: float | None, high: float | None, comparator: Comparator, expected: tuple[bool, ...]
) -> None:
    first, second = harbour().figures[0], harbour().figures[3]
    second = replace(second, low=10.0, point=10.0, high=10.0)
    changed = replace(first, low=low, point=point, high=high, comparator=comparator)
    third = replace(harbour().figures[3], id="fig-third", low=20.0, point=20.0, high=20.0)
    (group,) = figures_view(with_figures(changed, second, third)).drawn
    drawn = next(row.drawn for row in group.rows if row.row == changed.id)
    assert drawn is not None
    assert (drawn.open_left, drawn.open_right, drawn.hollow) == expected
    assert (drawn.begin is None) == (low == high)


def test_a_single_figure_needs_no_axis() -> None:
    view = figures_view(with_figures(harbour().figures[0]))
    assert view.drawn == ()
    assert view.single[0].rows[0].drawn is None


def test_far_apart_figures_stand_on_a_logarithmic_axis() -> None:
    first, second = harbour().figures[0], harbour().figures[3]
    far = replace(second, low=1_200_000.0, point=1_200_000.0, high=1_200_000.0)
    (group,) = figures_view(with_figures(first, far)).drawn
    assert group.logarithmic


def test_the_chain_has_outlets_left_agencies_between_and_primary_sources_right(context: Context) -> None:
    chain = chain_view(context)
    assert chain is not None
    kinds = {node.name: node.kind for node in chain.nodes}
    assert kinds["Küstenkurier"] == "outlet"
    assert kinds["Nördliche Presse-Agentur"] == "passing"
    assert kinds["Hafenpolizei Sandhaven"] == "primary"
    assert kinds["Quelle nicht genannt"] == "unnamed"


def test_the_chain_says_the_same_in_its_table(context: Context) -> None:
    chain = chain_view(context)
    assert chain is not None
    rows = {(row.start, row.end): row for row in chain.rows}
    assert len(chain.rows) == len(chain.lines)
    assert rows["Küstenkurier", "Nördliche Presse-Agentur"].number in (1, None)
    assert rows["Echo am Abend", "Hafenpolizei Sandhaven"].number == 2
    assert rows["Küstenkurier", "Marta Okun"].hedged == "1 mit Vorbehalt"
    assert rows["spiegelung.txt", "Echo am Abend"].kind == "Text stammt aus"


def test_lines_that_rest_on_hedged_statements_only_are_marked(context: Context) -> None:
    chain = chain_view(context)
    assert chain is not None
    assert {line.says for line in chain.lines if line.hedged} == {
        "Küstenkurier beruft sich auf Marta Okun: 1 Aussage",
        "Küstenkurier beruft sich auf Ein Anwohner: 1 Aussage",
    }


def test_without_statements_and_derivations_there_is_no_chain() -> None:
    assert chain_view(context_of(replace(harbour(), statements=(), derivations=()), surface="de")) is None


def test_a_claim_says_on_whose_word_it_stands(context: Context) -> None:
    claim = next(claim for claim in claims_view(context).full if claim.gist == "„Bis zu 40 Menschen verletzt“")
    assert [(voice.name, voice.tail) for voice in claim.voices] == [
        (
            "Hafenpolizei Sandhaven",
            "über Nördliche Presse-Agentur · bei Küstenkurier; bei Echo am Abend, spiegelung.txt, <i>Wire & Co</i>",
        )
    ]
    assert [(count.kind, count.number) for count in claim.counts] == [("outlets", 4), ("texts", 2), ("primary", 1)]


def test_an_outlets_own_voice_is_not_said_to_be_carried_by_itself(context: Context) -> None:
    claim = next(claim for claim in claims_view(context).full if "mindestens 52" in claim.gist)
    assert [(voice.name, voice.tail) for voice in claim.voices] == [
        ("Klinikum Sandhaven", "bei Radio Sund"),
        ("In eigener Stimme: Radio Sund", ""),
    ]


def test_undetermined_origins_are_counted_where_there_are_any(context: Context) -> None:
    claim = next(claim for claim in claims_view(context).full if "Hunderte" in claim.gist)
    assert claim.counts[-1].kind == "undetermined"
    assert claim.voices[0].name == "Quelle nicht genannt"


def test_a_finding_shows_the_words_of_both_sides_in_their_statement(context: Context) -> None:
    drift = next(finding for finding in findings_view(context).shown if finding.kind == "drift")
    sides = [("".join(t.text for t in side.tokens), side.who, side.via, side.places[0].when) for side in drift.sides]
    assert sides == [
        (
            "Bei dem Brand im Chemielager am Nordkai sind nach Angaben der Hafenpolizei bis zu 40 Menschen "
            "verletzt worden",
            "Hafenpolizei Sandhaven",
            "über Nördliche Presse-Agentur",
            "3. März 2031",
        ),
        (
            "Bei dem Feuer im Chemielager am Nordkai wurden 40 Menschen verletzt, teilte die Polizei",
            "Hafenpolizei Sandhaven",
            "",
            "3. März 2031",
        ),
    ]


def test_the_same_words_in_several_documents_are_one_side() -> None:
    dossier = harbour()
    echo, copy = dossier.documents[1], dossier.documents[3]
    places = tuple(DocumentSpan(entry.id, at(entry.text, "40 Menschen")) for entry in (echo, copy))
    finding = replace(
        dossier.findings[0], statements=(dossier.statements[3].id, dossier.statements[10].id), spans=places
    )
    (side,) = findings_view(context_of(replace(dossier, findings=(finding,)), surface="de")).shown[0].sides
    assert [place.link.text for place in side.places] == ["Echo am Abend", "spiegelung.txt"]


def test_sides_that_differ_are_shown_before_more_of_the_same() -> None:
    dossier = harbour()
    text = "Sieben fehlen. " * 9 + "Zwei fehlen noch."
    entry = replace(dossier.documents[0], text=text, passages=())
    spans = [*(Span(begin, begin + 6) for begin in range(0, 135, 15)), at(text, "Zwei")]
    finding = replace(dossier.findings[0], spans=tuple(DocumentSpan(entry.id, span) for span in spans))
    alone = {name: () for name in dossier.__slots__ if isinstance(getattr(dossier, name), tuple)}
    only = replace(dossier, **(alone | {"documents": (entry,), "findings": (finding,)}))
    view = findings_view(context_of(only, surface="de")).shown[0]
    assert view.sides[-1].hits == "zwei"
    assert view.more == 10 - len(view.sides)


def test_a_derivation_marks_the_words_that_stand_on_one_side_only() -> None:
    dossier = harbour()
    echo, copy = dossier.documents[1], dossier.documents[3]
    text = copy.text.replace("teilte die Polizei mit", "gab die Wache an")
    documents = tuple(replace(entry, text=text) if entry is copy else entry for entry in dossier.documents)
    view = derivations_view(context_of(replace(dossier, documents=documents, findings=()), surface="de"))
    pair = view.shown[0].pairs[0]
    assert view.shown[0].origin.text == echo.outlet
    assert _marked(pair.derived)[0].startswith("gab")
    assert "die" not in _marked(pair.origin)


def _marked(tokens: tuple) -> list[str]:
    return [after.text for before, after in itertools.pairwise(tokens) if before.kind == "open"]


def test_a_derivation_from_outside_the_set_leads_to_its_source(context: Context) -> None:
    outside = next(view for view in derivations_view(context).shown if view.kind == "gemeinsame Agenturmeldung")
    assert outside.origin.text == "Nördliche Presse-Agentur"
    assert outside.share is None
    assert outside.pairs == ()


def test_the_timeline_has_what_happened_what_was_said_and_what_appeared(context: Context) -> None:
    rows = timeline_view(context).rows
    assert [(row.kind, row.who) for row in rows] == [
        ("erschien", "Echo am Abend"),
        ("erschien", "Küstenkurier"),
        ("geschah laut Text", "Küstenkurier"),
        ("geschah laut Text", "Radio Sund"),
        ("erschien", "Radio Sund"),
        ("wurde gesagt", "Radio Sund"),
    ]


def test_undated_documents_are_listed_apart(context: Context) -> None:
    assert len(timeline_view(context).undated) == 2


def test_sources_without_statements_are_named_apart(context: Context) -> None:
    view = sources_view(context)
    assert [source.name for source in view.named] == ["Nördliche Presse-Agentur", "Orbita"]
    assert [source.name for source in view.own] == ["Radio Sund"]
    assert view.speaking[0].name == "Hafenpolizei Sandhaven"
    assert view.speaking[-1].name == "Quelle nicht genannt"


def test_a_word_did_not_pass_through_its_own_source(context: Context) -> None:
    statement = next(s for s in harbour().statements if s.source)
    assert via_words([str(statement.source)], statement, context) == ""
