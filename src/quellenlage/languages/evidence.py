"""Words for evidence: nouns that name it, and verbs that say who supplied or checked it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.model.marks import EvidenceKind
from quellenlage.text.datafiles import Table


class Support(StrEnum):
    """What must stand beside a noun for it to name evidence."""

    NONE = "none"
    SHOWN = "shown"
    INTERCEPTED = "intercepted"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class EvidenceNoun:
    """What a noun for evidence tells: the kind, and what else it needs."""

    kind: EvidenceKind
    support: Support


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceVocabulary:
    """All words that `extract_evidence` goes by; see the head of `languages/de/evidence.toml`."""

    ends: Mapping[str, EvidenceNoun]
    wholes: Mapping[str, EvidenceNoun]
    not_evidence: frozenset[str]
    supplying_verbs: frozenset[str]
    supplying_participles: frozenset[str]
    checking_verbs: frozenset[str]
    checking_participles: frozenset[str]
    showing_verbs: frozenset[str]
    intercepting_participles: frozenset[str]
    negations: frozenset[str]
    agents: frozenset[str]
    of: frozenset[str]
    genitive: frozenset[str]
    articles: frozenset[str]
    relative: frozenset[str]
    passive: frozenset[str]
    pointing: frozenset[str]

    def noun(self, word: str, lemma: str) -> EvidenceNoun | None:
        """What kind of evidence a noun names, or None; the longest end of its plural or base form decides."""
        if word.lower() in self.ends:
            return self.ends[word.lower()]  # "Aufnahmen", although "Aufnahme" is none
        best, length = None, 0
        for form in dict.fromkeys((lemma, word, word.removesuffix("n"))):
            if form in self.not_evidence:
                return None
            found, end = (self.wholes[form], form) if form in self.wholes else self._by_end(form)
            if found is not None and len(end) > length:
                best, length = found, len(end)
        return best

    def _by_end(self, form: str) -> tuple[EvidenceNoun | None, str]:
        low = form.lower()
        for begin in range(len(low) - 2):
            found = self.ends.get(low[begin:])
            if found is not None:
                return found, low[begin:]
        return None, ""


def _nouns(tables: Iterable[Table]) -> tuple[dict[str, EvidenceNoun], dict[str, EvidenceNoun]]:
    ends: dict[str, EvidenceNoun] = {}
    wholes: dict[str, EvidenceNoun] = {}
    for table in tables:
        try:
            noun = EvidenceNoun(EvidenceKind(table.string("kind")), Support(table.string("support")))
        except ValueError as error:
            raise DataFileError(f"{table.where}: {error}") from error
        for key, entries in (("ends", ends), ("whole", wholes)):
            for word in table.strings(key, optional=True):
                entry = word.lower() if key == "ends" else word
                if entry in entries:
                    raise DataFileError(f"{table.where}: {word!r} is given to two classes")
                entries[entry] = noun
        table.done()
    return ends, wholes


@cache
def load_evidence(code: str) -> EvidenceVocabulary:
    """Read and check `languages/<code>/evidence.toml`.

    Raises:
        DataFileError: if the file is damaged.
    """
    table = Table.load("quellenlage.languages", code, "evidence.toml")
    ends, wholes = _nouns(table.tables("class"))
    supplying, checking, showing = table.table("supplying"), table.table("checking"), table.table("showing")
    intercepting, words = table.table("intercepting"), table.table("words")
    vocabulary = EvidenceVocabulary(
        ends=ends,
        wholes=wholes,
        not_evidence=frozenset(table.strings("not_evidence")),
        supplying_verbs=frozenset(supplying.strings("verbs")),
        supplying_participles=frozenset(supplying.strings("participles")),
        checking_verbs=frozenset(checking.strings("verbs")),
        checking_participles=frozenset(checking.strings("participles")),
        showing_verbs=frozenset(showing.strings("verbs")),
        intercepting_participles=frozenset(intercepting.strings("participles")),
        negations=frozenset(words.strings("negations")),
        agents=frozenset(words.strings("agents")),
        of=frozenset(words.strings("of")),
        genitive=frozenset(words.strings("genitive")),
        articles=frozenset(words.strings("articles")),
        relative=frozenset(words.strings("relative")),
        passive=frozenset(words.strings("passive")),
        pointing=frozenset(words.strings("pointing")),
    )
    for part in (supplying, checking, showing, intercepting, words, table):
        part.done()
    return vocabulary
