"""The network in PyTorch: hashed subwords, two language-model LSTMs, a second BiLSTM, and one head per task.

The encoder's first layer is taken over from language models that predict the next and the previous word (Peters et al.,
"Deep contextualized word representations", NAACL 2018); the parser is the deep biaffine one (Dozat and Manning, ICLR
2017) on the states of the second layer, beside tag, form and name classifiers that share them.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from quellenlage.syntax.subwords import ROWS


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers."""

    embedding: int = 128
    hidden: int = 160
    arc: int = 160
    label: int = 80
    tag: int = 48


class Words(nn.Module):
    """Sum of the rows of a word's features, scaled."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, sizes.embedding, mode="sum", sparse=True)
        nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, rows: Tensor) -> Tensor:
        batch, length, features = rows.shape
        return self.table(rows.view(-1, features)).view(batch, length, -1)


def run_packed(lstm: nn.LSTM, states: Tensor, lengths: Tensor) -> Tensor:
    """Run an LSTM over sentences of unequal length; the backward direction begins at each one's own end."""
    packed = pack_padded_sequence(states, lengths, batch_first=True, enforce_sorted=False)
    out, _ = lstm(packed)
    return pad_packed_sequence(out, batch_first=True, total_length=states.shape[1])[0]


class Encoder(nn.Module):
    """Words and the bidirectional first layer, the part that is trained on plain text."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.words = Words(sizes)
        self.first = nn.LSTM(sizes.embedding, sizes.hidden, batch_first=True, bidirectional=True)

    def forward(self, rows: Tensor, lengths: Tensor, dropout: float = 0.0) -> tuple[Tensor, Tensor]:
        embedded = nn.functional.dropout(self.words(rows), dropout, self.training)
        return embedded, run_packed(self.first, embedded, lengths)


class Reader(nn.Module):
    """The whole network.

    Args:
        outputs: number of classes per tagging task, such as `upos`, `xpos`, `case`, `names`.
        relations: number of dependency labels.
    """

    def __init__(self, sizes: Sizes, outputs: dict[str, int], relations: int, dropout: float = 0.33) -> None:
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        self.encoder = Encoder(sizes)
        width = 2 * sizes.hidden
        self.second = nn.LSTM(sizes.embedding + width, sizes.hidden, batch_first=True, bidirectional=True)
        self.tags = nn.ModuleDict({name: nn.Linear(width, count) for name, count in outputs.items()})
        self.tag_embedding = nn.Linear(outputs["xpos"] + outputs["upos"], sizes.tag, bias=False)
        self.third = nn.LSTM(width + sizes.tag, sizes.hidden, batch_first=True, bidirectional=True)
        self.arc_head, self.arc_dependent = nn.Linear(width, sizes.arc), nn.Linear(width, sizes.arc)
        self.label_head, self.label_dependent = nn.Linear(width, sizes.label), nn.Linear(width, sizes.label)
        self.arc_weight = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label_weight = nn.Parameter(torch.zeros(relations, sizes.label + 1, sizes.label + 1))
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.xavier_uniform_(self.label_weight)
        self.root = nn.Parameter(torch.zeros(width))
        nn.init.normal_(self.root, std=0.1)

    def drop(self, states: Tensor) -> Tensor:
        return nn.functional.dropout(states, self.dropout, self.training)

    def forward(self, rows: Tensor, lengths: Tensor, *, parse: bool = True) -> dict[str, Tensor]:
        """Scores of all tasks; `arcs` is batch x dependents x heads, the root at head 0; left out without `parse`."""
        embedded, first = self.encoder(rows, lengths, dropout=0.2)
        second = run_packed(self.second, self.drop(torch.cat([embedded, first], -1)), lengths)
        second = self.drop(second)
        scores = {name: head(second) for name, head in self.tags.items()}
        if not parse:
            return scores
        soft = torch.cat([scores["xpos"].softmax(-1), scores["upos"].softmax(-1)], -1)
        third = run_packed(self.third, torch.cat([second, self.tag_embedding(soft)], -1), lengths)
        third = self.drop(third)
        with_root = torch.cat([self.root.expand(third.shape[0], 1, -1), third], 1)
        dependent = self.drop(nn.functional.leaky_relu(self.arc_dependent(third), 0.1))
        head = self.drop(nn.functional.leaky_relu(self.arc_head(with_root), 0.1))
        ones = torch.ones(*dependent.shape[:2], 1)
        scores["arcs"] = torch.cat([dependent, ones], -1) @ self.arc_weight @ head.transpose(1, 2)
        scores["label_dependent"] = self.drop(nn.functional.leaky_relu(self.label_dependent(third), 0.1))
        scores["label_head"] = self.drop(nn.functional.leaky_relu(self.label_head(with_root), 0.1))
        return scores

    def label_scores(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the labels of given arcs: batch x dependents x relations; `heads` counts the root as 0."""
        dependent, head = scores["label_dependent"], scores["label_head"]
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        ones = torch.ones(*dependent.shape[:2], 1)
        dependent, chosen = torch.cat([dependent, ones], -1), torch.cat([chosen, ones], -1)
        return torch.einsum("bnd,rde,bne->bnr", dependent, self.label_weight, chosen)
