"""Tags, base forms, parse and names of the back end, from raw text, on the official test sets.

Words and arcs are scored as in the CoNLL 2018 shared task (Zeman et al. 2018): F1 over words, those of our reading
aligned with the gold's by their place in the text, relations without their subtypes. Our tokens are made the treebanks'
words first: contractions ("im") are preposition and article, hyphenated words are their parts.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.language import f1, gold_blocks, text_of, words_of_treebank
from evals.reading import back_end, document_of
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Passage
from quellenlage.model.span import Span
from quellenlage.model.syntax import Relation
from quellenlage.steps.divide import divide
from quellenlage.steps.divide.words import plain_word
from quellenlage.syntax.parses import ParsedWord

_GSD, _NAMES = "ud-german/gsd-test.conllu.xz", "germeval14/test.txt.xz"
_CONTRACTIONS = {
    "am": "an",
    "im": "in",
    "vom": "von",
    "zum": "zu",
    "zur": "zu",
    "beim": "bei",
    "ins": "in",
    "ans": "an",
    "aufs": "auf",
    "fürs": "für",
    "ums": "um",
    "durchs": "durch",
    "unters": "unter",
    "übers": "über",
    "vors": "vor",
    "hinterm": "hinter",
    "überm": "über",
    "unterm": "unter",
    "vorm": "vor",
    "hinters": "hinter",
}
_LABELS = {
    Relation.ROOT: "root",
    Relation.SUBJECT: "nsubj",
    Relation.PASSIVE_SUBJECT: "nsubj",
    Relation.SUBJECT_CLAUSE: "csubj",
    Relation.OBJECT: "obj",
    Relation.INDIRECT_OBJECT: "obl",
    Relation.OBLIQUE: "obl",
    Relation.AGENT: "obl",
    Relation.CONTENT_CLAUSE: "ccomp",
    Relation.OPEN_CLAUSE: "xcomp",
    Relation.ADVERBIAL_CLAUSE: "advcl",
    Relation.NOUN_CLAUSE: "acl",
    Relation.RELATIVE_CLAUSE: "acl",
    Relation.NOUN_MODIFIER: "nmod",
    Relation.POSSESSOR: "nmod",
    Relation.APPOSITION: "appos",
    Relation.ADJECTIVE: "amod",
    Relation.NUMBER: "nummod",
    Relation.DETERMINER: "det",
    Relation.PREPOSITION: "case",
    Relation.SUBORDINATOR: "mark",
    Relation.AUXILIARY: "aux",
    Relation.PASSIVE_AUXILIARY: "aux",
    Relation.COPULA: "cop",
    Relation.ADVERB: "advmod",
    Relation.VERB_PARTICLE: "compound",
    Relation.REFLEXIVE: "expl",
    Relation.EXPLETIVE: "expl",
    Relation.NAME_PART: "flat",
    Relation.COMPOUND_PART: "compound",
    Relation.CONJUNCT: "conj",
    Relation.COORDINATOR: "cc",
    Relation.PARATAXIS: "parataxis",
    Relation.VOCATIVE: "vocative",
    Relation.DISCOURSE: "discourse",
    Relation.SIGN: "punct",
    Relation.OTHER: "dep",
}


@dataclass(slots=True)
class Word:
    """A word of a treebank: where its token stands and what is said of it; `head` is a place in the list, -1 none."""

    token: Span
    upos: str
    lemma: str
    head: int
    relation: str


def gold_words(block: Sequence[str], base: int) -> list[Word]:
    """The words of one gold sentence whose text begins at `base`."""
    raw = text_of(block)
    place, until, words = 0, 0, []
    span = Span(base, base + 1)
    rows = [line.split("\t") for line in block if line[:1].isdigit()]
    forms = [cells[1] for cells in rows if cells[0].isdigit()]
    for cells in rows:
        number, form = cells[0], cells[1]
        if "." in number:
            continue
        if "-" in number:
            first, last = map(int, number.split("-"))
            if "".join(forms[first - 1 : last]) == form:
                continue  # words that only stand together ("do", "n't"): each has a place of its own
            until = last
        if "-" in number or int(number) > until:
            place = raw.index(form, place)
            span = Span(base + place, base + place + len(form))
            place += len(form)
        if "-" in number:
            continue
        words.append(Word(span, cells[3], cells[2], int(cells[6]) - 1, cells[7].split(":")[0]))
    return words


def read_words(text: str, passages: tuple[Passage, ...], language: str) -> Iterator[list[Word]]:
    """The words of each sentence of ours, in the treebanks' way."""
    pack, reader = load_pack(language), back_end(language)
    document = document_of("gold", text)
    division = divide(document, passages, segmentation=pack.segmentation, verbs=pack.verbs, reader=reader)
    spans = [[token.span for token in sentence.tokens] for sentence in division.sentences]
    parsed = reader.read([[plain_word(span.of(text)) for span in sentence] for sentence in spans])
    for tokens, words in zip(spans, parsed, strict=True):
        yield _in_treebank_words(text, tokens, words)


def _in_treebank_words(text: str, tokens: Sequence[Span], parsed: Sequence[ParsedWord]) -> list[Word]:
    words: list[Word] = []
    places: list[int] = []  # of the word that stands for each token
    for token, word in zip(tokens, parsed, strict=True):
        head = -1 if word.head is None else word.head
        label = _LABELS[word.relation] if word.relation is not None else "dep"
        upos = "PUNCT" if word.tag.startswith("$") and not any(s.isalnum() for s in token.of(text)) else word.universal
        form = token.of(text)
        preposition = _CONTRACTIONS.get(form.lower()) if word.universal == "ADP" else None
        parts = words_of_treebank(text, token)
        if preposition:
            places.append(len(words))
            words.append(Word(token, "ADP", preposition, head, label))
            words.append(Word(token, "DET", "der", head, "det"))
            continue
        places.append(len(words) + len(parts) - 1)
        for part in parts[:-1]:
            sign = not any(s.isalnum() for s in part.of(text))
            words.append(
                Word(part, "PUNCT" if sign else upos, part.of(text), -2 - places[-1], "punct" if sign else "compound")
            )
        lemma = word.lemma if len(parts) == 1 else word.lemma.rsplit("-", 1)[-1]
        words.append(Word(parts[-1], upos, lemma, head, label))
    for word in words:
        if word.head <= -2:
            word.head = -2 - word.head
        elif word.head >= 0:
            word.head = places[word.head]
    return words


def _aligned(gold: Sequence[Word], ours: Sequence[Word]) -> dict[int, int]:
    """Places of our words by the places of the gold's: those whose tokens have the same span and number of words."""

    def by_token(words: Sequence[Word]) -> dict[Span, list[int]]:
        tokens: dict[Span, list[int]] = {}
        for place, word in enumerate(words):
            tokens.setdefault(word.token, []).append(place)
        return tokens

    theirs, found = by_token(gold), by_token(ours)
    return {
        place: at
        for span, places in theirs.items()
        if len(found.get(span, ())) == len(places)
        for place, at in zip(places, found[span], strict=True)
    }


def _trees(shared: Path) -> dict[str, float]:
    figures = scores(shared / "data" / _GSD, "de")
    return {f"GSD test, {name}": figures[name] for name in ("UPOS", "lemma", "UAS", "LAS")}


def scores(treebank: Path, language: str) -> dict[str, float]:
    """Words, tags, base forms and arcs read from the raw text of a treebank, each as F1 over its words."""
    right = {"UPOS": 0, "lemma": 0, "UAS": 0, "LAS": 0}
    wanted = given = alike = 0
    for text, passages, blocks in gold_blocks(treebank):
        gold: list[Word] = []
        for base, block in blocks:
            offset = len(gold)
            gold.extend(
                Word(w.token, w.upos, w.lemma, w.head + offset if w.head >= 0 else -1, w.relation)
                for w in gold_words(block, base)
            )
        ours: list[Word] = []
        for sentence in read_words(text, passages, language):
            offset = len(ours)
            ours.extend(
                Word(w.token, w.upos, w.lemma, w.head + offset if w.head >= 0 else -1, w.relation) for w in sentence
            )
        pairs = _aligned(gold, ours)
        wanted, given, alike = wanted + len(gold), given + len(ours), alike + len(pairs)
        for place, at in pairs.items():
            one, other = gold[place], ours[at]
            right["UPOS"] += one.upos == other.upos
            right["lemma"] += one.lemma == other.lemma
            attached = other.head == (-1 if one.head < 0 else pairs.get(one.head, -9))
            right["UAS"] += attached
            right["LAS"] += attached and one.relation == other.relation
    return {name: f1(count, given, wanted) for name, count in {"words": alike, **right}.items()}


def _germeval(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split() for line in block.splitlines() if len(line.split()) >= 3]
            if rows:
                tags = [row[-1] if not row[-1].endswith(("deriv", "part")) else "O" for row in rows]
                yield [row[0] for row in rows], tags


def names_of(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Ranges of the names of persons, places and organisations among BIO tags."""
    found, begin, kind = set(), -1, ""
    for place, tag in enumerate([*tags, "O"]):
        if begin >= 0 and tag != f"I-{kind}":
            found.add((begin, place, kind))
            begin = -1
        if tag.startswith("B-"):
            begin, kind = place, tag[2:]
    return {name for name in found if name[2] in ("PER", "LOC", "ORG")}


def _names(shared: Path) -> dict[str, float]:
    """Names on the gold's own tokens, as the shared task scored them."""
    sentences = list(_germeval(shared / "data" / _NAMES))
    parsed = back_end().read([words for words, _ in sentences])
    counts = {kind: [0, 0, 0] for kind in ("PER", "LOC", "ORG")}
    for (_, tags), words in zip(sentences, parsed, strict=True):
        gold, ours = names_of(tags), names_of([word.name or "O" for word in words])
        for kind, count in counts.items():
            count[0] += sum(name[2] == kind for name in gold & ours)
            count[1] += sum(name[2] == kind for name in ours)
            count[2] += sum(name[2] == kind for name in gold)
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    figures = {f"GermEval test, {kind} F1": f1(*count) for kind, count in counts.items()}
    return {"GermEval test, names F1": f1(*total), **figures}


TREES = Yardstick("language-trees", (_GSD,), _trees)
RECOGNISED = Yardstick("language-names", (_NAMES,), _names)
