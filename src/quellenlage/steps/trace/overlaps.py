"""What two documents share, sentence by sentence, and whether one can come from the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quellenlage.model.span import Span
from quellenlage.steps.trace.bodies import Body
from quellenlage.text.alignment import (
    CHANCE,
    CHANCE_ACROSS_LANGUAGES,
    Chain,
    Floats,
    Match,
    align,
    compare_pairs,
    rarity,
    sentence_grams,
)
from quellenlage.text.shingles import fingerprint, likely_pairs

# All thresholds on weights are in units of "sentence alike beyond chance"; a sentence copied word by word weighs 0.85.
# Swept together on both derivation benches, in cases of two documents and of all, and on the five seeds.
_PASSAGE = 1.2  # one run with that much is a passage taken over, however long the two documents are ...
_DENSE = 0.28  # ... if its sentences weigh that much on average: many sentences a little alike are the same event
_SHARE = 0.09  # part of the shorter document's sentences, so weighted, that makes the whole a version of the other ...
_LEAST_SHARE = 0.65  # ... at least so much, since two short reports of one event share as much as a sentence ...
_COVERED = 0.6  # ... with so many of one document's characters in sentences alike ...
_SHARE_MATCHES = 3  # ... and in at least so many sentences
_SHORT_DOCUMENT = 2.5  # full-length sentences; a document that short must lie in the other with half of its words
_SHORT_SHARE = 0.4
# Between two languages only names, figures and cognates are alike. Read off translated pairs of our own (English and
# German): translations reach 0.06 to 0.11 of the shorter text, other articles on the same event stay below 0.03.
_TRANSLATED_SHARE = 0.04
_TRANSLATED_MATCHES = 4
_MOSTLY_QUOTED = 0.5  # share in quotation marks from which a sentence is a quotation
_LITTLE_TRUST = 0.2  # two authors who quote one speech or print one table share its words all the same
_NEAR = 3  # sentences from one match to the next inside a run
_LONGEST_TEASER = 4  # sentences, the headline among them
_ANNOUNCED = 0.5  # a page that consists of no more than a headline and a line is a short report, not a link
_SPLIT = 0.35  # cosine with a part of a sentence that was cut in two
_FULL_LENGTH = 60  # characters, as in text/alignment.py


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two documents share.

    Args:
        left, right: the two bodies, in the order of the readings.
        matches: sentences alike, in the order of the left one.
        evidence: what they prove together; 0 if all is quotation or teaser.
        is_derived: whether that is more than two authors on one event can share.
        similarity: mean cosine of the matches, weighted by length.
        left_share, right_share: part of each document's characters that the matches cover, 0 to 1.
    """

    left: Body
    right: Body
    matches: tuple[Match, ...]
    evidence: float
    is_derived: bool
    similarity: float
    left_share: float
    right_share: float

    def passages(self) -> Iterator[tuple[Span, Span]]:
        """Spans that belong together, neighbouring sentences joined where both sides go on."""
        begin: Match | None = None
        last: Match | None = None
        for match in self.matches:
            if begin is None or last is None:
                begin = match
            elif not (match.left - last.left in (0, 1) and match.right - last.right in (0, 1)):
                yield self._stretch(begin, last)
                begin = match
            last = match
        if begin is not None and last is not None:
            yield self._stretch(begin, last)

    def _stretch(self, begin: Match, last: Match) -> tuple[Span, Span]:
        left, right = self.left.spans, self.right.spans
        return (
            Span(left[begin.left].begin, left[last.left].end),
            Span(right[begin.right].begin, right[last.right].end),
        )


def find_overlaps(bodies: Sequence[Body]) -> Iterator[Overlap]:
    """All pairs of documents that share more than chance, in order; pairs are proposed by an index, not tried out.

    Args:
        bodies: of all documents, in the order in which they appeared.
    """
    pairs = likely_pairs([fingerprint(" ".join(body.folded)) for body in bodies])
    if not pairs:
        return
    grams = [sentence_grams(body.folded) for body in bodies]
    for (left, right), similarity in zip(pairs, compare_pairs(grams, pairs, rarity(grams)), strict=True):
        found = _overlap(bodies[left], bodies[right], similarity)
        if found is not None:
            yield found


def _overlap(left: Body, right: Body, similarity: Floats) -> Overlap | None:
    """What two documents share, or None if it is nothing."""
    lengths = tuple(np.array([len(sentence) for sentence in body.folded], float) for body in (left, right))
    across = left.language != right.language
    chance = CHANCE_ACROSS_LANGUAGES if across else CHANCE
    chains = align(similarity, *lengths, trust=_trust(left, right), chance=chance)
    runs = [run for chain in chains for run in _runs(chain) if not _is_teaser(run, left, right)]
    if not runs:
        return None
    matches = _with_split_sentences([match for run in runs for match in run], similarity)
    shares = _share(left, {match.left for match in matches}), _share(right, {match.right for match in matches})
    weights = np.array([left.spans[match.left].length for match in matches], float)
    return Overlap(
        left=left,
        right=right,
        matches=matches,
        evidence=sum(match.weight for match in matches),
        is_derived=_is_translated(runs, *lengths) if across else _is_derived(runs, *lengths, covered=max(shares)),
        similarity=float(np.average([match.similarity for match in matches], weights=weights)),
        left_share=shares[0],
        right_share=shares[1],
    )


def _runs(chain: Chain) -> Iterator[tuple[Match, ...]]:
    """The stretches of a chain in which neither side leaves out more than a sentence or two."""
    run = [chain.matches[0]]
    for before, match in itertools.pairwise(chain.matches):
        if max(match.left - before.left, match.right - before.right) > _NEAR:
            yield tuple(run)
            run = []
        run.append(match)
    yield tuple(run)


def _is_derived(
    runs: Sequence[Sequence[Match]], left_lengths: Floats, right_lengths: Floats, *, covered: float
) -> bool:
    """Whether two documents share a passage, or so much of the shorter one that it must be a version of the other.

    Args:
        covered: share of a document's characters in sentences alike, of the one with more.
    """
    weights = [sum(match.weight for match in run) for run in runs]
    for weight, run in zip(weights, runs, strict=True):
        if len(run) > 1 and weight >= max(_PASSAGE, _DENSE * len(run)):
            return True
    total, count = sum(weights), sum(len(run) for run in runs)
    shorter = min(float(np.minimum(1.0, lengths / _FULL_LENGTH).sum()) for lengths in (left_lengths, right_lengths))
    if shorter <= _SHORT_DOCUMENT:
        return total >= _SHORT_SHARE * max(1.0, shorter)
    return count >= _SHARE_MATCHES and covered >= _COVERED and total >= max(_SHARE * shorter, _LEAST_SHARE)


def _is_translated(runs: Sequence[Sequence[Match]], left_lengths: Floats, right_lengths: Floats) -> bool:
    """Whether two documents in two languages share so much, sentence after sentence, that one renders the other."""
    longest = max(runs, key=lambda run: sum(match.weight for match in run))
    shorter = min(float(np.minimum(1.0, lengths / _FULL_LENGTH).sum()) for lengths in (left_lengths, right_lengths))
    total = sum(match.weight for match in longest)
    return len(longest) >= _TRANSLATED_MATCHES and total >= _TRANSLATED_SHARE * shorter


def _trust(left: Body, right: Body) -> Floats:
    """How far each pair of sentences proves anything: little in a quotation or in a table."""
    trust = np.ones((len(left.spans), len(right.spans)))
    quoted = np.minimum.outer(np.array(left.quoted), np.array(right.quoted)) >= _MOSTLY_QUOTED
    listed = np.logical_and.outer(np.array(left.listed), np.array(right.listed))
    trust[quoted | listed] = _LITTLE_TRUST
    return trust


def _is_teaser(run: Sequence[Match], left: Body, right: Body) -> bool:
    """Whether a run is only the announcement of an article, on one of the two pages or on both.

    An announcement is a headline that is not the page's own, alone on its line, with at most one line under it.
    """
    return _announces(left, [match.left for match in run]) or _announces(right, [match.right for match in run])


def _announces(page: Body, sentences: Sequence[int]) -> bool:
    first, last = sentences[0], sentences[-1]
    if not page.headings[first] or page.titles[first] or len(sentences) > _LONGEST_TEASER:
        return False
    covered = sum(page.spans[number].length for number in sentences)
    return page.lines[last] - page.lines[first] <= 1 and covered < _ANNOUNCED * page.length


def _with_split_sentences(found: Sequence[Match], similarity: Floats) -> tuple[Match, ...]:
    """The matches, and beside each the piece that was cut off its sentence."""
    matches = {(match.left, match.right): match for match in found}
    rows, columns = {left for left, _ in matches}, {right for _, right in matches}
    for left, right in sorted(matches):
        for row, column in ((left - 1, right), (left + 1, right), (left, right - 1), (left, right + 1)):
            inside = 0 <= row < similarity.shape[0] and 0 <= column < similarity.shape[1]
            free = (row not in rows) if column == right else (column not in columns)
            if inside and free and similarity[row, column] >= _SPLIT:
                matches[row, column] = Match(row, column, float(similarity[row, column]), 0.0)
                rows.add(row)
                columns.add(column)
    return tuple(match for _, match in sorted(matches.items()))


def _share(body: Body, covered: set[int]) -> float:
    return sum(body.spans[number].length for number in covered) / body.length
