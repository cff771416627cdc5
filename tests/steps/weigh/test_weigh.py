"""What holds for every finding, the order of findings, and the words in which they are told."""

from __future__ import annotations

import random

import pytest

from quellenlage.model.dossier import Aspect, FindingKind
from quellenlage.model.statement import Stance
from quellenlage.steps.weigh.ranking import WEIGHTS
from quellenlage.steps.weigh.rules import ALL
from quellenlage.wording import entries
from tests.steps.weigh.table import MEDIA, NIS, PESKOV, STAFF, UNNAMED, Row, weighed
from tests.steps.weigh.test_rules import CASES, arrived, dead, planned

EVERYTHING = [
    planned("Abendpost", "bis zu 12.000", by=UNNAMED, relays=(MEDIA,), hedges=("sollen",)),
    planned("Küstenblick", "rund 12.000", day="2024-10-20"),
    planned("c.txt", by=MEDIA),
    arrived("Abendpost", claim="came"),
    arrived("Küstenblick", claim="came", day="2024-10-20"),
    dead("Morgenkurier", "12", NIS, claim="dead", day="2024-10-20"),
    dead("Umschau", "20", STAFF, claim="toll", day="2024-10-20"),
    Row("Nachtblatt", "Soldaten seien dort nie angekommen", PESKOV, claim="no", stance=Stance.DENIES),
]


@pytest.mark.parametrize("rows", [rows for rows, _ in CASES.values()], ids=CASES.keys())
def test_a_finding_shows_words_of_every_document_it_relates(rows: list[Row]) -> None:
    for finding in weighed(rows).findings:
        documents = {f"doc-{number}" for number in range(len(rows))}
        shown = {span.document for span in finding.spans}
        assert shown <= documents
        assert len(shown) >= min(2, len(finding.statements))
        for span in finding.spans:
            row = rows[int(span.document.removeprefix("doc-"))]
            assert span.span.of(row.sentence.format(f=row.f, n=row.noun)).strip()


@pytest.mark.parametrize("surface", ["de", "en"])
def test_reasons_are_filled_in_and_name_every_document(surface: str) -> None:
    for finding in weighed(EVERYTHING, surface=surface).findings:
        assert "{" not in finding.reason
        assert "}" not in finding.reason
        assert finding.reason.endswith(".")
        assert "  " not in finding.reason


def test_any_order_of_the_documents_gives_the_same_findings() -> None:
    found = weighed(EVERYTHING)
    # Document ids go by place in the table, so compare what is told, not the ids.
    told = [(finding.rule, finding.weight) for finding in found.findings]
    shuffled = list(EVERYTHING)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        again = weighed(shuffled)
        assert [(finding.rule, finding.weight) for finding in again.findings] == told


def test_two_runs_give_the_same_ids() -> None:
    assert weighed(EVERYTHING) == weighed(EVERYTHING)


def test_what_an_analyst_must_see_comes_first() -> None:
    rules = [finding.rule for finding in weighed(EVERYTHING).findings]
    order = ("figures_conflict", "assertion_denied", "one_origin", "attribution_differs", "hedge_lost", "bound_lost")
    assert [rule for rule in rules if rule in order] == list(order)


def test_a_denied_figure_comes_before_a_conflict() -> None:
    assert WEIGHTS["figure_denied"] > WEIGHTS["figures_conflict"] > WEIGHTS["assertion_denied"]


def test_more_outlets_come_first_within_a_rule() -> None:
    rows = [arrived(outlet, "1.500", claim="few") for outlet in "AB"]
    rows += [arrived(outlet, "2.700", claim="many") for outlet in "ABC"]
    first, second = (finding for finding in weighed(rows).findings if finding.rule == "one_origin")
    assert (first.claims, second.claims) == (("many",), ("few",))


def test_an_attribution_finding_has_kind_and_aspect() -> None:
    finding = next(f for f in weighed(EVERYTHING).findings if f.rule == "attribution_differs")
    assert (finding.kind, finding.aspect) == (FindingKind.DRIFT, Aspect.ATTRIBUTION)


def test_every_rule_has_one_weight() -> None:
    assert sorted(WEIGHTS) == sorted(rule.__name__ for rule in ALL)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.__name__)
def test_the_docstring_of_a_rule_is_what_the_report_shows(rule: object) -> None:
    name, docstring = rule.__name__, rule.__doc__ or ""  # type: ignore[attr-defined]
    assert entries("en", "weigh")[f"rule.{name}"] == docstring.split("\n")[0]
    assert entries("de", "weigh")[f"rule.{name}"].endswith(".")


def test_both_surfaces_have_the_same_entries() -> None:
    assert sorted(entries("de", "weigh")) == sorted(entries("en", "weigh"))


REASONS = {
    "one_origin": (
        [arrived("Abendpost"), arrived("Küstenblick"), arrived("c.txt", by=None)],
        "2 Texte, aber nur ein Ursprung: „1.500 Soldaten“ steht bei Abendpost und Küstenblick, und überall ist die "
        "Quelle dieselbe (NIS). Ohne Quellenangabe steht es auch bei c.txt.",
    ),
    "attribution_differs": (
        [planned("Abendpost", by=UNNAMED, relays=(MEDIA,)), planned("Küstenblick")],
        "Wessen Wort „12.000 Soldaten“ ist, liest sich verschieden – Abendpost: „anonyme Quellen“ über "
        "„südkoreanische Medien“; Küstenblick: NIS.",
    ),
    "bound_lost": (
        [planned("Abendpost", "bis zu 12.000"), planned("Küstenblick", "rund 12.000")],
        "Dieselbe Zahl, aber nicht überall dieselbe Grenze: „bis zu 12.000 Soldaten“ (Abendpost) und "
        "„rund 12.000 Soldaten“ (Küstenblick).",
    ),
    "hedge_lost": (
        [planned("Abendpost", hedges=("sollen",)), planned("Küstenblick")],
        "Die Angabe „12.000 Soldaten“ steht bei Abendpost unter Vorbehalt („sollen“), bei Küstenblick ohne.",
    ),
    "figures_conflict": (
        [
            dead("Abendpost", "12", NIS, claim="one", day="2024-10-19"),
            dead("Küstenblick", "20", STAFF, claim="two", day="2024-10-19"),
        ],
        "Diese Zahlen schließen einander aus: „12 Menschen“ – NIS (Abendpost); „20 Menschen“ – Generalstab "
        "(Küstenblick). Die Spanne über die Ursprünge reicht von 12 bis 20.",
    ),
    "superseded": (
        [
            dead("Abendpost", "12", NIS, claim="one", day="2024-10-17"),
            dead("Küstenblick", "20", NIS, claim="two", day="2024-10-19"),
        ],
        "Neuer Stand derselben Quelle (NIS): zuerst „12 Menschen“ (Abendpost, 17.10.2024), später „20 Menschen“ "
        "(Küstenblick, 19.10.2024).",
    ),
    "status_differs": (
        [planned("Abendpost", "1.500"), arrived("Küstenblick")],
        "Der Stand zu „1.500 Soldaten“ lautet bei Abendpost „geplant“ und bei Küstenblick „angekommen“.",
    ),
}


@pytest.mark.parametrize(("rule", "rows", "reason"), [(rule, *case) for rule, case in REASONS.items()], ids=REASONS)
def test_a_reason_names_figures_sources_and_outlets(rule: str, rows: list[Row], reason: str) -> None:
    assert [finding.reason for finding in weighed(rows).findings if finding.rule == rule] == [reason]


def test_documents_of_one_outlet_are_told_apart_by_their_names() -> None:
    finding = weighed([arrived("Abendpost"), arrived("Abendpost"), arrived("Umschau")]).findings[0]
    assert "Abendpost (0.txt), Abendpost (1.txt) und Umschau" in finding.reason


def test_long_lists_are_cut_and_counted() -> None:
    finding = weighed([arrived(f"Blatt {number}") for number in range(9)]).findings[0]
    assert "Blatt 4 und 4 weitere" in finding.reason


def test_the_band_names_the_figure_that_most_origins_give() -> None:
    rows = [dead("A", "12", NIS), dead("B", "12", PESKOV), dead("C", "20", STAFF)]
    dated = [Row(**{**vars(row), "day": "2024-10-19"}) for row in rows]
    conflict = next(f for f in weighed(dated).findings if f.rule == "figures_conflict")
    assert conflict.reason.endswith("Die Spanne über die Ursprünge reicht von 12 bis 20, die meisten (2) nennen 12.")
    assert conflict.statements == tuple(dict.fromkeys(conflict.statements))
    assert len(conflict.statements) == 3


def test_nothing_said_nothing_found() -> None:
    found = weighed([])
    assert found.findings == ()
    assert found.timeline == ()


def test_a_number_that_its_source_disowns_is_no_second_word() -> None:
    told = [planned("Abendpost", by=STAFF), planned("Küstenblick")]
    denied = Row("C", "Man habe nie {f} Soldaten genannt", NIS, "12.000", "planned", claim="no", stance=Stance.DENIES)
    assert "separate_origins" in {finding.rule for finding in weighed(told).findings}
    rules = {finding.rule for finding in weighed([*told, denied]).findings}
    assert {"figure_denied", "attribution_differs"} <= rules
    assert "separate_origins" not in rules
