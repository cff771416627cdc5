"""The back end for installed spaCy pipelines, on a hand-built stand-in with TIGER labels; no model is needed."""

from __future__ import annotations

import itertools
import sys

import pytest

from quellenlage.model.errors import UnknownName
from quellenlage.model.syntax import Relation
from quellenlage.syntax.back_ends import open_back_end
from quellenlage.syntax.spacy_models import SpacyReader
from tests.syntax import schemes

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: python -m pip install 'quellenlage[spacy]'")

_NUMBERS = itertools.count()
_LEMMAS = {"sei": "sein", "sagte": "sagen", "was": "be"}


def stand_in(block: str, *, column: int = 3) -> object:
    """A pipeline that knows one sentence by heart and labels it by a column, the last of them as `de_core_news_sm`."""
    rows = [line.split() for line in block.strip().splitlines()]

    def label(doc: object) -> object:
        for token, row in zip(doc, rows, strict=True):  # type: ignore[call-overload]
            head, name = row[column].split(":", 1)
            token.tag_, token.dep_, token.lemma_ = row[1], name, _LEMMAS.get(row[0], row[0])
            token.head = doc[int(head) - 1] if int(head) else token  # type: ignore[index]
            token.pos_ = "NOUN" if row[1] == "NN" else "X"
            if row[0] == "Ministerin":
                token.set_morph("Case=Nom|Gender=Fem|Number=Sing")
        return doc

    pipeline = spacy.blank("de")
    name = f"stand_in_{next(_NUMBERS)}"  # spaCy keeps the first component of a name
    spacy.Language.component(name, func=label)
    pipeline.add_pipe(name)
    return pipeline


def test_reads_tiger_labels_into_our_relations() -> None:
    reader = SpacyReader(stand_in(schemes.DASS), "stand_in")  # type: ignore[arg-type]
    words = [line.split()[0] for line in schemes.DASS.strip().splitlines()]
    (parsed,) = reader.read([words])
    assert reader.name == "spacy:stand_in"
    assert [word.tag for word in parsed][:3] == ["ART", "NN", "VVFIN"]
    assert parsed[1].relation is Relation.SUBJECT
    assert parsed[1].form.case == "nom"
    assert (parsed[7].head, parsed[7].relation) == (2, Relation.CONTENT_CLAUSE)
    assert (parsed[8].head, parsed[8].relation) == (7, Relation.AUXILIARY)


@pytest.mark.parametrize(
    ("block", "column", "word", "head", "relation"),
    [
        (schemes.PASSIVE, 3, "Polizei", "bestätigt", Relation.AGENT),
        (schemes.PASSIVE, 2, "Polizei", "bestätigt", Relation.AGENT),
        (schemes.EN_PASSIVE, 2, "police", "confirmed", Relation.AGENT),
        (schemes.EN_PASSIVE, 3, "police", "confirmed", Relation.AGENT),
    ],
)
def test_the_labels_of_a_sentence_choose_the_adapter(
    block: str, column: int, word: str, head: str, relation: Relation
) -> None:
    words = [line.split()[0] for line in block.strip().splitlines()]
    (parsed,) = SpacyReader(stand_in(block, column=column), "stand_in").read([words])  # type: ignore[arg-type]
    found = parsed[words.index(word)]
    assert found.head is not None
    assert (words[found.head], found.relation) == (head, relation)


SHORT = """
kam      VVFIN  0:root   0:ROOT
und      KON    3:cc     1:cd
ging     VVFIN  1:conj   2:cj
"""


@pytest.mark.parametrize(("known", "relation"), [({"sb", "oc"}, Relation.CONJUNCT), (set(), Relation.OTHER)])
def test_the_labels_of_a_pipeline_choose_the_adapter_where_a_sentence_shows_none(
    known: set[str], relation: Relation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy.Language, "pipe_labels", property(lambda _: {"parser": sorted(known)}))
    reader = SpacyReader(stand_in(SHORT), "stand_in")  # type: ignore[arg-type]
    (parsed,) = reader.read([["kam", "und", "ging"]])
    assert parsed[2].relation is relation


def test_without_spacy_the_message_names_the_install_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UnknownName, match=r"quellenlage\[spacy\]"):
        open_back_end("spacy:never_loaded", "de")


def test_without_a_parser_nothing_is_parsed() -> None:
    (parsed,) = SpacyReader(spacy.blank("de"), "blank").read([["Er", "ging"]])
    assert [word.head for word in parsed] == [None, None]


def test_names_are_read_from_the_pipeline() -> None:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Jonas Keller"}])
    (parsed,) = SpacyReader(pipeline, "ruler").read([["Jonas", "Keller", "ging"]])
    assert [word.name for word in parsed] == ["B-PER", "I-PER", ""]


@pytest.mark.parametrize(("name", "says"), [("spacy:no_such", "spacy download no_such"), ("perl", "embedded")])
def test_unknown_back_end_names_the_way_out(name: str, says: str) -> None:
    with pytest.raises(UnknownName, match=says):
        open_back_end(name, "de")
