"""The back end `embedded`: our own network with weights that ship with the language pack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from quellenlage.model.errors import DataFileError
from quellenlage.model.syntax import Form, Relation
from quellenlage.syntax.lemmas import apply_edit
from quellenlage.syntax.network import Network, Reading
from quellenlage.syntax.parses import ParsedWord
from quellenlage.syntax.universal import form_of, relation_of
from quellenlage.syntax.word_classes import is_stts, stts_of

NAME = "embedded"
_WEIGHTS = "network.npz"
_FORM_TASKS = {
    "case": "Case",
    "number": "Number",
    "gender": "Gender",
    "person": "Person",
    "mood": "Mood",
    "tense": "Tense",
}
# Mean probability below which a name is dropped: organisations are the least certain, and a wrong one becomes a source.
_SURE = {"PER": 0.5, "LOC": 0.5, "ORG": 0.6, "OTH": 0.5}
_LEMMAS_KEPT = 100_000  # base forms kept in memory
_NONE, _OUTSIDE = "_", "O"
_NOUN, _NAME, _PERSON = "NN", "NE", "PER"


class EmbeddedReader:
    """Reads with the network of one language.

    Args:
        network: its weights.
    """

    name = NAME

    def __init__(self, network: Network) -> None:
        self._network = network
        classes = network.classes
        self._relations: tuple[Relation, ...] = tuple(relation_of(label) for label in classes["relations"])
        self._forms: dict[tuple[int, ...], Form] = {}
        self._lemmas: dict[tuple[str, str, str], str] = {}
        self._tags_are_stts = all(is_stts(tag) for tag in classes["xpos"])

    def read(self, sentences: Sequence[Sequence[str]]) -> list[list[ParsedWord]]:
        """See `parses.Reader`."""
        readings = self._network.read(sentences)
        return [self._words(words, reading) for words, reading in zip(sentences, readings, strict=True)]

    def _words(self, words: Sequence[str], reading: Reading) -> list[ParsedWord]:
        classes, numbers = self._network.classes, reading.classes
        forms = list(zip(*(numbers[task].tolist() for task in _FORM_TASKS), strict=True))
        columns = zip(
            words,
            numbers["xpos"].tolist(),
            numbers["upos"].tolist(),
            numbers["lemma"].tolist(),
            reading.heads.tolist(),
            reading.relations.tolist(),
            reading.head_chances.tolist(),
            strict=True,
        )
        tags, universals, edits, names = (classes[task] for task in ("xpos", "upos", "lemma", "names"))
        recognised = _sure_names([names[number] for number in numbers["names"].tolist()], reading.name_chances.tolist())
        return [
            ParsedWord(
                tag=self._tag(tags[tag], universals[universal], relation, recognised[place]),
                lemma=self._lemma(word, tags[tag], edits[edit]),
                form=self._form(forms[place]),
                head=head,
                relation=self._relations[relation],
                chance=chance,
                name=recognised[place],
                universal=universals[universal],
            )
            for place, (word, tag, universal, edit, head, relation, chance) in enumerate(columns)
        ]

    def _tag(self, tag: str, universal: str, relation: int, name: str) -> str:
        """The tag in the STTS; a common noun that names a person ("Ministerin Vogel") is a name."""
        found = tag if self._tags_are_stts else stts_of(tag, universal, {}, self._relations[relation])
        return _NAME if found == _NOUN and name.endswith(_PERSON) else found

    def _lemma(self, word: str, tag: str, edit: str) -> str:
        """The base form: by heart, else by the edit that the network chose, else the word itself."""
        key = (word, tag, edit)
        known = self._lemmas.get(key)
        if known is None:
            if len(self._lemmas) >= _LEMMAS_KEPT:
                self._lemmas.clear()
            sure = self._network.known_edit(tag, word)
            known = apply_edit(sure if sure is not None else edit, word) or word
            self._lemmas[key] = known
        return known

    def _form(self, numbers: tuple[int, ...]) -> Form:
        known = self._forms.get(numbers)
        if known is None:
            values = {
                feature: self._network.classes[task][number]
                for (task, feature), number in zip(_FORM_TASKS.items(), numbers, strict=True)
            }
            known = self._forms[numbers] = form_of({name: value for name, value in values.items() if value != _NONE})
        return known


def _sure_names(tags: Sequence[str], chances: Sequence[float]) -> list[str]:
    """The tags of names that the network is sure enough of; the empty string elsewhere."""
    kept = [""] * len(tags)
    begin = 0
    while begin < len(tags):
        end = begin + 1
        if tags[begin] != _OUTSIDE:
            kind = tags[begin][2:]
            while end < len(tags) and tags[end] == f"I-{kind}":
                end += 1
            if sum(chances[begin:end]) >= _SURE.get(kind, 0.0) * (end - begin):
                kept[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)]
        begin = end
    return kept


@cache
def load_embedded(language: str) -> EmbeddedReader:
    """The embedded back end of a language; its weights are read once per process.

    Raises:
        DataFileError: if the language pack brings no weights.
    """
    file = resources.files("quellenlage.languages").joinpath(language, _WEIGHTS)
    if not file.is_file():
        raise DataFileError(f"languages/{language}/{_WEIGHTS}: no weights; `python -m training {language}` makes them")
    return EmbeddedReader(Network(file))
