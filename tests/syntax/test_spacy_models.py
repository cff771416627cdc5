"""The back end for installed spaCy pipelines, on a hand-built stand-in with TIGER labels; no model is needed."""

from __future__ import annotations

import pytest

from quellenlage.model.errors import UnknownName
from quellenlage.model.syntax import Relation
from quellenlage.syntax.back_ends import open_back_end
from quellenlage.syntax.spacy_models import SpacyReader
from tests.syntax import schemes

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: python -m pip install 'quellenlage[spacy]'")

_LEMMAS = {"sei": "sein", "sagte": "sagen"}


def stand_in(block: str) -> object:
    """A pipeline that knows one sentence by heart and labels it as `de_core_news_sm` would."""
    rows = [line.split() for line in block.strip().splitlines()]

    def label(doc: object) -> object:
        for token, row in zip(doc, rows, strict=True):  # type: ignore[call-overload]
            head, name = row[3].split(":", 1)
            token.tag_, token.dep_, token.lemma_ = row[1], name, _LEMMAS.get(row[0], row[0])
            token.head = doc[int(head) - 1] if int(head) else token  # type: ignore[index]
            token.pos_ = "NOUN" if row[1] == "NN" else "X"
            if row[0] == "Ministerin":
                token.set_morph("Case=Nom|Gender=Fem|Number=Sing")
        return doc

    pipeline = spacy.blank("de")
    spacy.Language.component("stand_in", func=label)
    pipeline.add_pipe("stand_in")
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
