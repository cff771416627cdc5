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
_WHEN = (
    "am Montag", "am Dienstag", "seit Mittwoch", "bis Ende der Woche", "in der Nacht", "am frühen Morgen", "inzwischen",
    "nach einer Stunde", "im vergangenen Jahr", "gegen Mittag", "am 3. Mai", "seit August",
)  # fmt: skip
_BEFORE = (
    "Strom", "Wasser", "Straßen", "Schul", "Markt", "Brücken", "Wald", "Hafen", "Bau", "Lohn", "Wetter", "Milch",
    "Gleis", "Dach", "Keller", "Glas", "Stein", "Kohle", "Garten", "Vogel", "Fisch", "Berg", "Licht", "Ton", "Papier",
)  # fmt: skip
_BEHIND = (
    "kosten", "pläne", "schäden", "regeln", "gebühren", "arbeiten", "mengen", "vorräte", "löcher", "lasten", "fragen",
    "wege", "räume", "kanten", "bilder", "quoten", "wünsche", "haken", "türme", "kurse", "bögen", "zeilen", "funde",
)  # fmt: skip
_LINKS = ("für", "ohne", "gegen", "durch", "statt", "über", "neben", "trotz", "vor", "hinter", "samt", "außer", "und")
_VERBS = ("geprüft", "verlegt", "gesperrt", "erneuert", "verkauft", "gefunden", "gezählt", "gemessen", "gestrichen")
_FINITE = ("bringen", "treffen", "hemmen", "tragen", "mehren", "mindern", "stören", "prägen", "ordnen", "decken")
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


def _thing(chance: random.Random) -> str:
    """A noun of up to three parts; there are tens of thousands of them."""
    middle = chance.choice((*_BEHIND, "")).lower()
    return (chance.choice(_BEFORE) + middle + chance.choice(_BEHIND)).capitalize()


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
    """Twelve sentences: half with a source, a figure or a quotation, half of nothing but nouns and verbs.

    The frames are few, so they are filled with long chains of invented nouns: else all stories would look alike to a
    step that compares sentences by their letters.
    """

    def told() -> str:
        return f"{_thing(chance)} {chance.choice(_LINKS)} {_thing(chance)} {chance.choice(_LINKS)} {_thing(chance)}"

    framed = [
        f"Nach Angaben der {facts['body']} sind durch {told()} {facts['count']} {facts['counted']} betroffen.",
        f"Ein Sprecher der {facts['body']} sagte, {told()} sei {chance.choice(_VERBS)}, {told()} aber nicht.",
        f"„{told()} haben wir nie {chance.choice(_VERBS)}“, sagte {facts['person']} über {told()}.",
        f"Die {facts['other']} widersprach: {told()} werde {chance.choice(_VERBS)}.",
        f"Laut {facts['person']} könnten wegen {told()} weitere {facts['more']} {facts['counted']} hinzukommen.",
        f"{told()} kostet {facts['sum']}, wie die {facts['other']} zu {told()} mitteilte.",
        f"Ein Video der {facts['body']} zeigt {told()} in {facts['town']}.",
    ]
    plain = [
        f"{told()} {chance.choice(_FINITE)} {chance.choice(_WHEN)} {told()} {chance.choice(_LINKS)} {_thing(chance)}."
        for _ in range(7)
    ]
    chance.shuffle(framed)
    chance.shuffle(plain)
    return [sentence for pair in zip(framed[:6], plain, strict=False) for sentence in pair]


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
