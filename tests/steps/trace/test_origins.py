"""How many origins stand behind a claim: articles by hand, claims by hand, derivations found by `trace` itself."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from quellenlage.model.comparing import ClaimGroup, Linked
from quellenlage.model.dossier import Claim
from quellenlage.model.marks import EvidenceKind, SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Evidence, Form, Reading, Source, Statement
from quellenlage.reference import load_reference
from quellenlage.steps.trace import trace
from tests.records import statement
from tests.steps.trace.articles import FIRE, MARKET, REWRITTEN, SPORT, article, linked, medium

CLAIM = "Verletzt wurde nach Auskunft der Stadt niemand"
CITY = Source("src-city", "Stadt Merow", SourceKind.BODY, ("Stadt Merow",), (), "body::merow")
OWN_FIRE = (
    "Feuer am Kai\nNiemand wurde nach Auskunft der Stadt verletzt, als am Kai gestern eine Scheune in Flammen stand."
)
OTHER_FIRE = (
    "Kurz notiert\nAlle blieben unversehrt. So steht es in einer Notiz über jenes Unglück am Wasser, die uns vorliegt."
)


def _said(reading: Reading, words: str, **changes: object) -> Statement:
    return statement(reading.document, words, **({"source": CITY.id, "chain": (CITY.id,)} | changes))


def _linked(readings: list[Reading], said: list[Statement], **changes: object) -> Linked:
    sources = [CITY, *changes.pop("sources", ())]  # type: ignore[call-overload]
    group = ClaimGroup("clm-1", "Niemand wurde verletzt", tuple(s.id for s in said))
    return linked(readings, sources=sources, statements=said, groups=[group], **changes)  # type: ignore[arg-type]


def _claim(readings: list[Reading], said: list[Statement], **changes: object) -> Claim:
    found = _linked(readings, said, **changes)
    (claim,) = trace(readings, found, reference=load_reference(), surface="de").claims
    return claim


def _counts(claim: Claim) -> tuple[int, int, int, int]:
    origins = claim.origins
    return origins.outlets, origins.texts, origins.primary, origins.undetermined


def test_copies_are_one_text_on_one_word() -> None:
    readings = [article(n, FIRE, published=f"2024-05-0{i}") for i, n in enumerate("abc", 1)]
    claim = _claim(readings, [_said(r, CLAIM) for r in readings])
    assert _counts(claim) == (3, 1, 1, 0)
    assert any("Satz für Satz" in line for line in claim.origins.why)
    assert "Das Wort von Stadt Merow: a.txt, b.txt, c.txt." in claim.origins.why


def test_texts_that_share_nothing_are_counted_apart_and_never_called_independent() -> None:
    readings = [article("a", FIRE), article("b", OWN_FIRE)]
    claim = _claim(
        readings, [_said(readings[0], CLAIM), _said(readings[1], "Niemand wurde nach Auskunft der Stadt verletzt")]
    )
    assert _counts(claim) == (2, 2, 1, 0)
    assert "Zwischen den 2 Texten wurde keine Abhängigkeit gefunden." in claim.origins.why
    assert not any("unabhängig" in line for line in claim.origins.why)


def test_a_passage_of_ones_own_in_a_derived_text_is_an_origin_of_its_own() -> None:
    own = "Ein Anwohner sagte uns, es sei niemand verletzt worden, er habe alles gesehen."
    host = "\n".join([SPORT, own, *FIRE.split("\n")[2:3], MARKET])
    readings = [article("a", FIRE, published="2024-05-01"), article("b", host, published="2024-05-02")]
    of_the_passage = _claim(readings, [_said(readings[0], CLAIM), _said(readings[1], CLAIM)])
    of_its_own = _claim(readings, [_said(readings[0], CLAIM), _said(readings[1], own)])
    assert _counts(of_the_passage)[1] == 1
    assert _counts(of_its_own)[1] == 2


def test_a_text_made_of_two_goes_back_to_both() -> None:
    other = "Erdbeeren werden billiger, und verletzt wurde niemand, wie die Stadt am Rande des Marktes sagte."
    second = f"{MARKET}\n{other}"
    both = f"Aus der Region\n{FIRE}\n{second}"
    readings = [
        article("a", FIRE, published="2024-05-01"),
        article("b", second, published="2024-05-01"),
        article("c", both, title="Aus der Region", published="2024-05-03"),
    ]
    said = [_said(readings[0], CLAIM), _said(readings[1], other), _said(readings[2], CLAIM), _said(readings[2], other)]
    assert _counts(_claim(readings, said))[1] == 2
    assert _counts(_claim(readings, [said[0], said[2]]))[1] == 1


def test_an_origin_that_does_not_carry_the_claim_itself_still_joins_its_copies() -> None:
    readings = [article(n, FIRE, published=f"2024-05-0{i}") for i, n in enumerate("abc", 1)]
    claim = _claim(readings, [_said(r, CLAIM) for r in readings[1:]])
    assert _counts(claim)[:2] == (2, 1)


def test_a_list_of_credits_does_not_make_two_texts_one() -> None:
    readings = [article("a", FIRE), article("b", OWN_FIRE)]
    said = [_said(readings[0], CLAIM), _said(readings[1], "Niemand wurde nach Auskunft der Stadt verletzt")]
    claim = _claim(readings, said, credited={"a": ["Reuters", "dpa"], "b": ["dpa"]})
    assert _counts(claim)[1] == 2
    assert any("teilen aber keinen Text" in line and "dpa" in line for line in claim.origins.why)


def test_two_that_say_they_have_it_from_one_agency_go_back_to_one_text() -> None:
    readings = [article("a", FIRE), article("b", OWN_FIRE)]
    chain = ("src-dpa", CITY.id)
    said = [
        _said(readings[0], CLAIM, chain=chain),
        _said(readings[1], "Niemand wurde nach Auskunft der Stadt verletzt", chain=chain),
    ]
    claim = _claim(readings, said, sources=[medium("dpa", SourceKind.AGENCY)])
    assert _counts(claim) == (2, 1, 1, 0)
    assert any("dpa" in line for line in claim.origins.why)


@pytest.mark.parametrize(("named", "texts"), [(["dpa"], 1), (["dpa", "Reuters"], 2), ([], 2)])
def test_a_sole_credit_counts_where_another_text_names_the_same_medium(named: list[str], texts: int) -> None:
    readings = [article("a", FIRE), article("b", OWN_FIRE)]
    said = [
        _said(readings[0], CLAIM, chain=("src-dpa", CITY.id)),
        _said(readings[1], "Niemand wurde nach Auskunft der Stadt verletzt"),
    ]
    claim = _claim(readings, said, sources=[medium("dpa", SourceKind.AGENCY)], credited={"b": named})
    assert _counts(claim)[1] == texts


def test_a_named_outlet_whose_article_is_there_is_the_origin() -> None:
    readings = [article("a", FIRE, outlet="Kurier"), article("b", OWN_FIRE)]
    said = [_said(readings[0], CLAIM), _said(readings[1], "Niemand", chain=("src-kurier", CITY.id))]
    claim = _claim(readings, said)
    assert _counts(claim)[1] == 1


def test_outlets_that_name_each_other_are_one_text_and_are_noted() -> None:
    readings = [article("a", FIRE, outlet="Kurier"), article("b", OWN_FIRE, outlet="Bote")]
    said = [
        _said(readings[0], CLAIM, chain=("src-bote", CITY.id)),
        _said(readings[1], "Niemand", chain=("src-kurier", CITY.id)),
    ]
    traced = trace(readings, _linked(readings, said), reference=load_reference(), surface="en")
    assert traced.claims[0].origins.texts == 1
    assert [note.code for note in traced.notes] == ["credit_circle"]


def test_the_word_is_that_of_the_last_in_the_chain() -> None:
    spokesman = Source("src-spk", "Sprecher", SourceKind.PERSON, ("Sprecher",), (), "person:sprecher")
    reading = article("a", FIRE)
    said = [_said(reading, CLAIM, source=spokesman.id, chain=(spokesman.id, CITY.id))]
    assert "Das Wort von Stadt Merow: a.txt." in _claim([reading], said, sources=[spokesman]).origins.why


def test_own_voice_without_a_source_is_undetermined() -> None:
    readings = [article("a", FIRE, outlet="Kurier"), article("b", OTHER_FIRE)]
    said = [
        _said(readings[0], CLAIM),
        _said(readings[1], "Alle blieben unversehrt", source=None, chain=(), form=Form.OWN),
    ]
    claim = _claim(readings, said)
    assert _counts(claim) == (2, 2, 1, 1)
    assert "Ohne Quelle, mit eigener Stimme: b.txt." in claim.origins.why


def test_a_headline_goes_with_what_the_text_attributes() -> None:
    reading = article("a", FIRE)
    said = [_said(reading, CLAIM), _said(reading, "Lagerhaus in Merow", source=None, chain=(), form=Form.OWN)]
    assert _counts(_claim([reading], said)) == (1, 1, 1, 0)


def test_evidence_in_ones_own_voice_is_the_word_of_who_supplied_it() -> None:
    reading = article("a", FIRE)
    evidence = Evidence(EvidenceKind.VIDEO, Span(0, 4), supplied_by=CITY.id)
    said = [_said(reading, CLAIM, source=None, chain=(), form=Form.OWN, evidence=(evidence,))]
    assert _counts(_claim([reading], said)) == (1, 1, 1, 0)


@pytest.mark.parametrize(("second", "primary"), [(REWRITTEN, 1), (OWN_FIRE, 2)])
def test_unnamed_parties_are_one_only_where_the_texts_are(second: str, primary: int) -> None:
    first = Source("src-u1", "Anwohner", SourceKind.UNNAMED, ("Anwohner",), (), "unnamed:anwohner@a")
    other = replace(first, id="src-u2", key="unnamed:anwohner@b")
    readings = [article("a", FIRE), article("b", second)]
    words = "wurde niemand verletzt" if second is REWRITTEN else "Niemand wurde"
    said = [
        _said(readings[0], CLAIM, source=first.id, chain=(first.id,)),
        _said(readings[1], words, source=other.id, chain=(other.id,)),
    ]
    assert _counts(_claim(readings, said, sources=[first, other]))[2] == primary


def test_one_owner_is_shown_beside_the_counts() -> None:
    readings = [article("a", FIRE, outlet="NDR"), article("b", OWN_FIRE, outlet="WDR")]
    claim = _claim(readings, [_said(readings[0], CLAIM), _said(readings[1], "Niemand")])
    assert _counts(claim)[0] == 2
    assert any("demselben Eigentümer (ARD)" in line for line in claim.origins.why)


def test_a_platform_is_no_text_of_its_own() -> None:
    readings = [article("a", FIRE), article("b", OWN_FIRE)]
    chain = ("src-telegram", CITY.id)
    said = [_said(readings[0], CLAIM, chain=chain), _said(readings[1], "Niemand", chain=chain)]
    assert _counts(_claim(readings, said, sources=[medium("Telegram")]))[1] == 2


def test_the_order_of_the_readings_changes_nothing() -> None:
    readings = [
        article("a", FIRE, published="2024-05-02"),
        article("b", REWRITTEN, published="2024-05-01"),
        article("c", OWN_FIRE),
    ]
    said = [_said(readings[0], CLAIM), _said(readings[1], "wurde niemand verletzt"), _said(readings[2], "Niemand")]
    claims = {repr(_claim(list(order), said)) for order in itertools.permutations(readings)}
    assert len(claims) == 1


def test_reasons_come_in_both_languages() -> None:
    readings = [article("a", FIRE), article("b", REWRITTEN)]
    said = [_said(readings[0], CLAIM), _said(readings[1], "wurde niemand verletzt")]
    english = trace(readings, _linked(readings, said), reference=load_reference(), surface="en").claims[0]
    assert any("sentence by sentence" in line for line in english.origins.why)
    assert "The word of Stadt Merow: a.txt, b.txt." in english.origins.why
