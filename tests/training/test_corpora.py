"""Readers of training data: split compounds, own names over another corpus, names beside a treebank."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from training.corpora import Example, join_hyphens, read_conllu, read_own_names, read_universal_names

_TREE = """# text = Adler kam zum Elmtal.
1\tAdler\tAdler\tPROPN\tNE\tNumber=Sing\t2\tnsubj\t_\t_
2\tkam\tkommen\tVERB\tVVFIN\tVerbForm=Fin\t0\troot\t_\t_
3-4\tzum\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\tAPPR\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\tART\tCase=Dat\t5\tdet\t_\t_
5\tElmtal\tElmtal\tPROPN\tNE\tNumber=Sing\t2\tobl\t_\t_
6\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_

# text = Die Dora sank.
1\tDie\tder\tDET\tART\t_\t2\tdet\t_\t_
2\tDora\tDora\tPROPN\tNE\t_\t3\tnsubj\t_\t_
3\tsank\tsinken\tVERB\tVVFIN\t_\t0\troot\t_\t_
4\t.\t.\tPUNCT\t$.\t_\t3\tpunct\t_\t_
"""
_NAMED = """# text = Adler kam zum Elmtal.
1\tAdler\tB-PER\t-\t-
2\tkam\tO\t-\t-
3\tzu\tO\t-\t-
4\tdem\tO\t-\t-
5\tElmtal\tB-LOC\t-\t-
6\t.\tO\t-\t-

# text = Die Dora sank.
1\tDie\tO\t-\t-
2\tDora\tO\t-\t-
3\tsank\tO\t-\t-
4\t.\tO\t-\t-
"""


@pytest.mark.parametrize(
    ("words", "upos", "joined"),
    [
        ("der EU - Plan", "DET PROPN PUNCT NOUN", ["der", "EU-Plan"]),
        ("Rhein - Main - Gebiet", "PROPN PUNCT PROPN PUNCT NOUN", ["Rhein-Main-Gebiet"]),
        ("er kam - und ging", "PRON VERB PUNCT CCONJ VERB", ["er", "kam", "-", "und", "ging"]),
        ("- Punkt eins", "PUNCT NOUN NUM", ["-", "Punkt", "eins"]),
        ("Nord -", "NOUN PUNCT", ["Nord", "-"]),
    ],
)
def test_split_compounds_are_joined(words: str, upos: str, joined: list[str]) -> None:
    example = join_hyphens(Example(words=words.split(), upos=upos.split()))
    assert example.words == joined
    assert example.upos is not None
    assert len(example.upos) == len(joined)


def _annotated(folder: Path, digest: str) -> Path:
    path = folder / "names.tsv"
    path.write_text(f"# head\n1\t{digest}\t0-2:PER 3-4:LOC\n", encoding="utf-8")
    return path


def test_own_names_over_the_words_of_another_corpus(tmp_path: Path) -> None:
    words = ["Anna", "Adler", "sah", "Elmtal"]
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:6]
    sentences = [Example(words=["x"], upos=["X"]), Example(words=words, upos=["PROPN", "PROPN", "VERB", "PROPN"])]
    (example,) = read_own_names(_annotated(tmp_path, digest), sentences, source="own")
    assert example.entities == ["B-PER", "I-PER", "O", "B-LOC"]
    assert example.source == "own"


def test_own_names_refuse_other_words_than_those_annotated(tmp_path: Path) -> None:
    sentences = [Example(words=["x"], upos=["X"]), Example(words=["y"], upos=["X"])]
    with pytest.raises(ValueError, match="sentence 1"):
        list(read_own_names(_annotated(tmp_path, "000000"), sentences, source="own"))


def test_names_beside_a_treebank_leave_other_proper_nouns_open(tmp_path: Path) -> None:
    (tmp_path / "tree.conllu").write_text(_TREE, encoding="utf-8")
    (tmp_path / "names.iob2").write_text(_NAMED, encoding="utf-8")
    names = read_universal_names(tmp_path / "names.iob2")
    first, second = read_conllu(tmp_path / "tree.conllu", source="own", names=names)
    assert first.words == ["Adler", "kam", "zum", "Elmtal", "."]
    assert first.entities == ["B-PER", "O", "O", "B-LOC", "O"]
    assert second.entities == ["O", "", "O", "O"]
    (bare, _) = read_conllu(tmp_path / "tree.conllu", source="own")
    assert bare.entities is None
