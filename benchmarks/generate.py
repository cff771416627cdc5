"""Invented articles in any number: stories of a handful of articles each, with copies, cuts and other figures.

The texts only have to cost what real ones cost (about 200 words, names, figures, quotations, one story in ten
documents); they are no yardstick of quality.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from quellenlage.model.document import Document, Supplied
from quellenlage.model.identity import content_id

_GIVEN = ("Anna", "Bernd", "Clara", "Dieter", "Eva", "Frank", "Gerda", "Heinz", "Ines", "Jonas", "Karin", "Lars")
_BEGIN = ("Ad", "Ber", "Cor", "Dor", "Eb", "Fal", "Gru", "Hal", "Im", "Jun", "Kel", "Lor", "Mar", "Nol", "Ost", "Pel")
_END = ("ler", "mann", "thal", "ner", "bach", "feld", "hoff", "stein", "wig", "mer")
_PLACES = ("dorf", "hausen", "stadt", "berg", "hafen", "brück", "au", "heim")
_BODIES = ("Feuerwehr", "Polizei", "Staatsanwaltschaft", "Stadtverwaltung", "Gewerkschaft", "Klinik", "Universität")
_EVENTS = ("Brand", "Hochwasser", "Streik", "Unfall", "Sturm", "Stromausfall", "Bergrutsch", "Prozess")
_COUNTED = ("Menschen", "Anwohner", "Beschäftigte", "Verletzte", "Häuser", "Fahrzeuge", "Einsatzkräfte", "Reisende")
_HEDGES = ("rund ", "mindestens ", "bis zu ", "fast ", "", "etwa ")
_OUTLETS = tuple(f"{place} {kind}" for place in ("Tal", "See", "Berg", "Wald") for kind in ("Bote", "Kurier", "Post"))
_STORY = 10  # articles of one story


def articles(count: int, *, seed: int = 7) -> Iterator[Document]:
    """`count` documents; the same for the same seed, and the first ones the same for every count."""
    for number in range(count):
        story, place = divmod(number, _STORY)
        yield _article(number, story, place, seed)


def _article(number: int, story: int, place: int, seed: int) -> Document:
    told = random.Random(f"{seed}-{story}")
    own = random.Random(f"{seed}-{number}")
    facts = _facts(told)
    sentences = _sentences(facts, told)
    if place % 3 == 1:
        sentences = sentences[: max(4, len(sentences) // 2)]
    elif place % 3 == 2:
        sentences = [_changed(sentence, own) for sentence in sentences] + _sentences(_facts(own), own)[:3]
    text = _page(facts, sentences, own)
    outlet = _OUTLETS[number % len(_OUTLETS)]
    day = f"2024-{1 + story % 12:02d}-{1 + story % 28:02d}"
    name = f"{number:07d}.txt"
    supplied = Supplied(outlet=outlet, published=day, language="de")
    return Document(content_id("doc", name, text), name, text, "utf-8", content_id("bytes", text), "de", supplied)


def _word(chance: random.Random, ends: tuple[str, ...]) -> str:
    return chance.choice(_BEGIN) + chance.choice(_BEGIN).lower() + chance.choice(ends)


def _facts(chance: random.Random) -> dict[str, str]:
    return {
        "event": chance.choice(_EVENTS),
        "town": _word(chance, _PLACES),
        "body": chance.choice(_BODIES),
        "other": chance.choice(_BODIES),
        "person": f"{chance.choice(_GIVEN)} {_word(chance, _END)}",
        "witness": f"{chance.choice(_GIVEN)} {_word(chance, _END)}",
        "counted": chance.choice(_COUNTED),
        "count": f"{chance.choice(_HEDGES)}{chance.randrange(11, 9000)}",
        "more": f"{chance.randrange(2, 90)}",
        "share": f"{chance.randrange(2, 90)} Prozent",
        "sum": f"{chance.choice(_HEDGES)}{chance.randrange(2, 60)} Millionen Euro",
    }


def _sentences(facts: dict[str, str], chance: random.Random) -> list[str]:
    shapes = [
        "Nach Angaben der {body} sind von dem Vorfall in {town} {count} {counted} betroffen.",
        "Ein Sprecher der {body} sagte, die Lage sei unter Kontrolle, man rechne aber mit weiteren Schäden.",
        "„Wir haben so etwas hier noch nie erlebt“, sagte {person} am Montag in {town}.",
        "Die {other} widersprach dieser Darstellung und bezeichnete die Zahl als zu hoch.",
        "Laut {person} könnten weitere {more} {counted} hinzukommen.",
        "Der Schaden wird auf {sum} geschätzt, wie die {other} mitteilte.",
        "{witness} berichtete, in der Nacht seien mehrere Straßen gesperrt worden.",
        "Die Behörden wollen bis Ende der Woche prüfen, wie es zu dem Vorfall kommen konnte.",
        "In {town} leben nach amtlichen Angaben {share} der Familien in der Nähe des Flusses.",
        "Ein Video, das die {body} veröffentlichte, zeigt die Folgen in der Innenstadt.",
        "{person} forderte, die Vorsorge zu verbessern und die Mittel zu erhöhen.",
        "Schon im vergangenen Jahr hatte es in der Region einen ähnlichen Vorfall gegeben.",
    ]
    chance.shuffle(shapes)
    return [shape.format(**facts) for shape in shapes]


def _changed(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    if chance.random() < 0.4 and len(words) > 8:
        words.pop(chance.randrange(4, len(words) - 2))
    return " ".join(words)


def _page(facts: dict[str, str], sentences: list[str], chance: random.Random) -> str:
    title = "{event} in {town}: {count} {counted} betroffen".format(**facts)
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    menu = "StartseitePolitikPanoramaSport"
    tail = ["Lesen Sie auch", "Das könnte Sie auch interessieren", f"Kommentare ({chance.randrange(90)})"]
    return "\n\n".join([menu, title, *paragraphs, *tail]) + "\n"
