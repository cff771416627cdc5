"""Which forms are read as Konjunktiv: by themselves, and by the clauses around them."""

from __future__ import annotations

import pytest

from quellenlage.languages.verbs import load_verbs
from quellenlage.model.span import Span
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Subjunctive, Token
from quellenlage.syntax.moods import with_moods

FIRST, SECOND = Subjunctive.FIRST, Subjunctive.SECOND


@pytest.mark.parametrize(
    ("form", "lemma", "found"),
    [
        ("sei", "sein", FIRST),
        ("habe", "haben", FIRST),
        ("komme", "kommen", FIRST),
        ("rate", "raten", FIRST),
        ("arbeite", "arbeiten", FIRST),
        ("befürworte", "befürworten", FIRST),
        ("sagte", "sagen", None),
        ("leitete", "leiten", None),
        ("wäre", "sein", SECOND),
        ("nähmen", "annehmen", SECOND),
        ("aufbrächten", "aufbringen", SECOND),
        ("verböte", "verbieten", SECOND),
        ("ginge", "gehen", SECOND),
        ("gingen", "gehen", None),
        ("stände", "stehen", SECOND),
        ("bestünden", "bestehen", SECOND),
        ("gälten", "gälten", SECOND),
        ("führen", "führen", None),
        ("drängen", "drängen", None),
        ("hatten", "haben", None),
        ("kommt", "kommen", None),
        ("bitte", "bitten", None),
        ("siehe", "sehen", None),
    ],
)
def test_form_by_itself(form: str, lemma: str, found: Subjunctive | None) -> None:
    verbs = load_verbs("de")
    assert verbs.subjunctive_of(form, lemma, full_verb=lemma not in ("sein", "haben"), first_person=False) is found


@pytest.mark.parametrize(("form", "lemma"), [("habe", "haben"), ("werde", "werden"), ("denke", "denken")])
def test_first_person_is_indicative(form: str, lemma: str) -> None:
    verbs = load_verbs("de")
    assert verbs.subjunctive_of(form, lemma, full_verb=form == "denke", first_person=True) is None


@pytest.mark.parametrize(
    ("form", "lemma", "may"),
    [
        ("fehlten", "fehlen", True),
        ("blieben", "bleiben", True),
        ("kämen", "kommen", True),
        ("arbeiten", "arbeiten", False),
        ("konnten", "können", False),
        ("fehlt", "fehlen", False),
    ],
)
def test_plural_that_may_be_either(form: str, lemma: str, may: bool) -> None:
    assert load_verbs("de").may_be_second(form, lemma) is may


def _moods(rows: str) -> dict[str, Subjunctive]:
    """Moods of a sentence given as `word/lemma/tag/head/relation`, heads counted from 1, 0 at the root."""
    tokens, begin = [], 0
    for row in rows.split():
        word, lemma, tag, head, relation = row.split("/")
        span = Span(begin, begin + len(word))
        begin = span.end + 1
        tokens.append(Token(span, word, lemma, tag, head=int(head) - 1, relation=Relation(relation)))
    return {token.word: token.subjunctive for token in with_moods(tokens, load_verbs("de")) if token.subjunctive}


_SAID = (
    "Er/er/PPER/2/subject sagte/sagen/VVFIN/0/root ,/,/$,/6/sign {opener}den/der/ART/5/determiner "
    "Helfern/Helfer/NN/6/indirect_object fehlten/fehlen/VVFIN/2/content_clause Decken/Decke/NN/6/subject"
)
_MARKED = (
    "Er/er/PPER/2/subject sagte/sagen/VVFIN/0/root :/:/$./6/sign „/„/$(/6/sign "
    "Decken/Decke/NN/6/subject fehlten/fehlen/VVFIN/2/content_clause “/“/$(/6/sign"
)
_WITH_DASS = (
    "Er/er/PPER/2/subject sagte/sagen/VVFIN/0/root ,/,/$,/6/sign dass/dass/KOUS/6/subordinator "
    "Decken/Decke/NN/6/subject fehlten/fehlen/VVFIN/2/content_clause"
)
_JOINED = (
    "Es/es/PPER/3/expletive habe/haben/VAFIN/3/auxiliary gebrannt/brennen/VVPP/0/root und/und/KON/6/coordinator "
    "Fenster/Fenster/NN/6/subject barsten/bersten/VVFIN/3/conjunct"
)
_RELATIVE = (
    "Dem/der/ART/2/determiner Amt/Amt/NN/3/indirect_object fehlten/fehlen/VVFIN/0/root Stellen/Stelle/NN/3/subject "
    ",/,/$,/8/sign die/der/PRELS/8/object er/er/PPER/8/subject fordere/fordern/VVFIN/4/relative_clause"
)
_HOPE = (
    "Sie/sie/PPER/2/subject äußerten/äußern/VVFIN/0/root Hoffnung/Hoffnung/NN/2/object ,/,/$,/7/sign "
    "dass/dass/KOUS/7/subordinator er/er/PPER/7/subject komme/kommen/VVFIN/3/noun_clause"
)
_PLAIN = "Die/der/ART/2/determiner Helfer/Helfer/NN/3/subject blieben/bleiben/VVFIN/0/root"
_ADVICE = "Man/man/PIS/3/subject sollte/sollen/VMFIN/3/auxiliary warten/warten/VVINF/0/root"
_PLAN = "Der/der/ART/2/determiner Zug/Zug/NN/4/subject sollte/sollen/VMFIN/4/auxiliary halten/halten/VVINF/0/root"
_CONDITION = (
    "wenn/wenn/KOUS/3/subordinator er/er/PPER/3/subject kommen/kommen/VVINF/0/root sollte/sollen/VMFIN/3/auxiliary"
)


_WHO_ADVICE = (
    "Wer/wer/PWS/2/subject friert/frieren/VVFIN/5/subject_clause ,/,/$,/2/sign sollte/sollen/VMFIN/5/auxiliary "
    "gehen/gehen/VVINF/0/root"
)
_NOUN_SLIP = (
    "Der/der/ART/3/determiner alte/alt/ADJA/3/adjective Riese/riesen/VVFIN/4/subject schlief/schlafen/VVFIN/0/root"
)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(_WHO_ADVICE, {"sollte": SECOND}, id="advice to whoever"),
        pytest.param(_NOUN_SLIP, {}, id="a noun that the tagger took for a verb"),
        pytest.param(_SAID.format(opener=""), {"fehlten": SECOND}, id="content clause without opener"),
        pytest.param(_MARKED, {}, id="quoted word for word"),
        pytest.param(_WITH_DASS, {}, id="behind dass it stays open"),
        pytest.param(_JOINED, {"habe": FIRST, "barsten": SECOND}, id="joined to a clause that shows it"),
        pytest.param(_RELATIVE, {"fehlten": SECOND, "fordere": FIRST}, id="its relative clause shows it"),
        pytest.param(_HOPE, {"komme": FIRST}, id="the verb that governs the report does not report"),
        pytest.param(_PLAIN, {}, id="nothing shows it"),
        pytest.param(_ADVICE, {"sollte": SECOND}, id="advice"),
        pytest.param(_PLAN, {}, id="a plan that was"),
        pytest.param(_CONDITION, {"sollte": SECOND}, id="condition"),
    ],
)
def test_form_by_the_clauses_around_it(rows: str, found: dict[str, Subjunctive]) -> None:
    assert _moods(rows) == found


def test_subject_left_out_at_the_head_is_the_first_person() -> None:
    rows = "Habe/haben/VAFIN/3/auxiliary lange/lange/ADV/3/adverb gewartet/warten/VVPP/0/root"
    assert _moods(rows) == {}
    rows = (
        "Habe/haben/VAFIN/3/auxiliary er/er/PPER/3/subject gelogen/lügen/VVPP/7/adverbial_clause ,/,/$,/3/sign "
        "werde/werden/VAFIN/7/auxiliary man/man/PIS/7/subject klagen/klagen/VVINF/0/root"
    )
    assert _moods(rows) == {"Habe": FIRST, "werde": FIRST}
