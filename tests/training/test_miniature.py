"""A miniature of the network is trained on a handful of sentences and read back by the package."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is not installed: python -m pip install 'quellenlage[train]'")

import torch

from quellenlage.syntax.embedded import EmbeddedReader
from quellenlage.syntax.network import Network
from quellenlage.syntax.subwords import Clusters
from training.corpora import Example
from training.export import export
from training.lexicon import make_lexicon
from training.network import Sizes
from training.pretrain import pretrain
from training.tasks import Encoding, collect
from training.train import predict, train

SIZES = Sizes(embedding=32, hidden=24, arc=24, label=16, tag=8)
CLUSTERS = Clusters(np.array([], dtype=np.uint32), np.array([], dtype=np.uint16))
# word, UPOS, STTS, lemma, head (0 the root), relation, name
_SENTENCES = """
Die DET ART der 2 det O|Ministerin NOUN NN Ministerin 3 nsubj O|sagte VERB VVFIN sagen 0 root O
Der DET ART der 2 det O|Sprecher NOUN NN Sprecher 3 nsubj O|sagte VERB VVFIN sagen 0 root O|oft ADV ADV oft 3 advmod O
Adler PROPN NE Adler 2 nsubj B-PER|schwieg VERB VVFIN schweigen 0 root O
Der DET ART der 2 det O|Damm NOUN NN Damm 3 nsubj O|brach VERB VVFIN brechen 0 root O
Berg PROPN NE Berg 2 nsubj B-PER|lacht VERB VVFIN lachen 0 root O
"""


def examples() -> list[Example]:
    found = []
    for line in _SENTENCES.strip().splitlines():
        rows = [cell.split(" ") for cell in line.split("|")]
        words, upos, xpos, lemmas, heads, relations, names = (list(column) for column in zip(*rows, strict=True))
        found.append(
            Example(
                words=words,
                upos=upos,
                xpos=xpos,
                feats=[{} for _ in words],
                lemmas=lemmas,
                heads=[int(head) - 1 for head in heads],
                relations=relations,
                entities=names,
            )
        )
    return found * 4


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Example], list[Example], Network]:
    torch.set_num_threads(1)
    gold = examples()
    tasks = collect(gold)
    text = [example.words for example in gold]
    encoder = pretrain(text, SIZES, clusters=CLUSTERS, listed=CLUSTERS, epochs=2, seed=1, limit=60, log=lambda _: None)
    reader = train(
        gold,
        tasks,
        sizes=SIZES,
        clusters=CLUSTERS,
        listed=CLUSTERS,
        epochs=250,
        seed=1,
        encoder=encoder,
        log=lambda _: None,
    )
    path: Path = tmp_path_factory.mktemp("weights") / "network.npz"
    export(reader, tasks, CLUSTERS, CLUSTERS, make_lexicon(gold, gold), path)
    return gold[:5], predict(reader, Encoding(tasks, CLUSTERS, CLUSTERS), gold[:5]), Network(path)


def test_learns_a_handful_of_sentences_by_heart(trained: tuple[list[Example], list[Example], Network]) -> None:
    gold, predicted, _ = trained
    assert [example.heads for example in predicted] == [example.heads for example in gold]
    assert [example.xpos for example in predicted] == [example.xpos for example in gold]


def test_the_package_reads_what_was_trained(trained: tuple[list[Example], list[Example], Network]) -> None:
    _, predicted, network = trained
    parsed = EmbeddedReader(network).read([example.words for example in predicted])
    assert [[word.head for word in words] for words in parsed] == [example.heads for example in predicted]
    assert [[word.tag for word in words] for words in parsed] == [example.xpos for example in predicted]
    assert [[word.name or "O" for word in words] for words in parsed] == [example.entities for example in predicted]


def test_a_sentence_alone_is_read_as_in_company(trained: tuple[list[Example], list[Example], Network]) -> None:
    gold, _, network = trained
    sentences = [example.words for example in gold]
    together = network.read(sentences)
    for sentence, reading in zip(sentences, together, strict=True):
        (alone,) = network.read([sentence])
        assert alone.heads.tolist() == reading.heads.tolist()
        assert np.allclose(alone.head_chances, reading.head_chances, atol=1e-4)
