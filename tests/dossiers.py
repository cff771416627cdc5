"""A dossier made by hand: five short articles about an invented fire, with everything a dossier can hold.

For tests of what is written; it needs none of the steps before. `harbour()` is the dossier, `repeated(n)` the same
articles told n times over, for tests of size.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quellenlage.model.document import Basis, Credit, Note, Passage, Published, Role
from quellenlage.model.dossier import (
    FORMAT,
    VERSION,
    Aspect,
    Claim,
    Derivation,
    DerivationKind,
    DocumentEntry,
    DocumentSpan,
    Dossier,
    Finding,
    FindingKind,
    Origins,
    Run,
    SharedPassage,
    Story,
    TimelineEntry,
)
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Anchor, Comparator, Counted, EvidenceKind, Figure, Place, SourceKind, Time, TimeKind
from quellenlage.model.span import Span, trimmed
from quellenlage.model.statement import Certainty, Evidence, Form, Mention, Source, Stance, Statement
from tests.records import at

KURIER = """Menü Startseite Politik Abo
Feuer im Hafen von Sandhaven: Bis zu 40 Verletzte
Von Ida Brandt, 3. März 2031
Bei dem Brand im Chemielager am Nordkai sind nach Angaben der Hafenpolizei bis zu 40 Menschen verletzt worden, \
wie die Agentur NPA meldet.
„Wir gehen von einem technischen Defekt aus“, sagte Polizeisprecherin Marta Okun am Montag.
Ein Anwohner, der seinen Namen nicht nennen wollte, will zwei Explosionen gehört haben. 🔥
Lesen Sie auch: Zehn Tipps für den Balkon
Mit Material von NPA
Kommentar schreiben * Pflichtfeld"""

ECHO = """Hafenbrand: 40 Verletzte – Betreiber weist Vorwürfe zurück
Bei dem Feuer im Chemielager am Nordkai wurden 40 Menschen verletzt, teilte die Polizei mit.
Der Betreiber Lagerhaus Nord bestreitet, dass dort Lösungsmittel lagerten.
Satellitenbilder des Dienstes Orbita zeigen laut Umweltministerium eine Rauchfahne von rund 30 Kilometern.
Die Polizei geht von einem technischen Defekt aus."""

RADIO = """Sandhaven: Mehr als 50 Verletzte nach Hafenbrand
Nach dem Brand im Hafen ist die Zahl der Verletzten auf mindestens 52 gestiegen. \
Das teilte das Klinikum Sandhaven am Dienstag mit.
Umweltminister Jarle Holm warnte: „In dem Lager lagen 300 Tonnen Lösungsmittel.“"""

SPIEGELUNG = """Bei dem Feuer im Chemielager am Nordkai wurden 40 Menschen verletzt, teilte die Polizei mit. \
Der Betreiber bestreitet, dass dort Lösungsmittel lagerten.
Hunderte Anwohner mussten ihre Wohnungen verlassen."""

WIRE = """Fire in Sandhaven harbour <b>injures</b> "dozens"
Up to 40 people were hurt, harbour police said.\x00"""


@dataclass
class _Desk:
    """Collects the records of a dossier while the articles are worked through."""

    documents: list[DocumentEntry] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def document(self, text: str, name: str, roles: dict[int, Role], **changes: object) -> DocumentEntry:
        passages, begin = [], 0
        for number, line in enumerate(text.split("\n")):
            span = trimmed(text, begin, begin + len(line))
            if span:
                passages.append(Passage(span, roles.get(number, Role.CONTENT)))
            begin += len(line) + 1
        fields: dict[str, object] = {
            "id": content_id("doc", name, text),
            "name": name,
            "outlet": None,
            "title": None,
            "published": None,
            "language": "de",
            "passages": tuple(passages),
            "credits": (),
            "text": text,
        }
        entry = DocumentEntry(**(fields | changes))  # type: ignore[arg-type]
        self.documents.append(entry)
        return entry

    def source(self, name: str, kind: SourceKind, *places: tuple[DocumentEntry, str]) -> str:
        """A source and its mentions; a mention under another name becomes a variant."""
        key = content_id("src", name)
        mentions = tuple(Mention(entry.id, at(entry.text, words)) for entry, words in places)
        variants = tuple(sorted({name, *(words for _, words in places)}))
        self.sources[key] = Source(key, name, kind, variants, mentions, f"{kind}:{name.casefold()}")
        return key

    def figure(self, entry: DocumentEntry, words: str, point: float | None, **changes: object) -> str:
        span = at(entry.text, words)
        counted, head = changes.pop("counted", None), str(changes.pop("head", ""))
        fields: dict[str, object] = {
            "id": content_id("fig", entry.id, tuple(span)),
            "document": entry.id,
            "span": span,
            "low": point,
            "high": point,
            "point": point,
            "comparator": Comparator.EQUAL,
            "unit": None,
            "counted": Counted(counted, at(entry.text, counted), head) if isinstance(counted, str) else None,
            "status": None,
            "number": span,
        }
        figure = Figure(**(fields | changes))  # type: ignore[arg-type]
        self.figures.append(figure)
        return figure.id

    def time(self, entry: DocumentEntry, words: str, day: str | None, latest: str | None, value: str) -> str:
        span = at(entry.text, words)
        anchor = Anchor("2031-03-03", Basis.STATED) if day else None
        time = Time(content_id("tim", entry.id, tuple(span)), entry.id, span, TimeKind.DATE, value, day, latest, anchor)
        self.times.append(time)
        return time.id

    def place(self, entry: DocumentEntry, words: str, name: str) -> str:
        span = at(entry.text, words)
        place = Place(content_id("plc", entry.id, tuple(span)), entry.id, span, name, None)
        self.places.append(place)
        return place.id

    def say(self, entry: DocumentEntry, *quotes: str, by: str | None = None, **changes: object) -> Statement:
        quote = tuple(at(entry.text, words) for words in quotes)
        hedges = tuple(at(entry.text, words) for words in changes.pop("hedges", ()))  # type: ignore[attr-defined]
        speaker = tuple(at(entry.text, words) for words in changes.pop("speaker", ()))  # type: ignore[attr-defined]
        cue = tuple(at(entry.text, words) for words in changes.pop("cue", ()))  # type: ignore[attr-defined]
        via = tuple(changes.pop("via", ()))  # type: ignore[call-overload]
        fields: dict[str, object] = {
            "id": content_id("stm", entry.id, *map(tuple, quote)),
            "document": entry.id,
            "quote": quote,
            "speaker": speaker,
            "source": by,
            "cue": cue,
            "form": Form.INDIRECT,
            "stance": Stance.ASSERTS,
            "certainty": Certainty.HEDGED if hedges else Certainty.PLAIN,
            "hedges": hedges,
            "chain": (*via, by) if by else (),
            "figures": (),
            "times": (),
            "places": (),
            "evidence": (),
        }
        made = Statement(**(fields | changes))  # type: ignore[arg-type]
        self.statements.append(made)
        return made


def published(earliest: str, latest: str) -> Published:
    return Published(earliest, latest, Basis.STATED)


def harbour() -> Dossier:
    """The dossier of the five articles."""
    desk = _Desk()
    furniture = {
        0: Role.NAVIGATION,
        1: Role.TITLE,
        2: Role.BYLINE,
        6: Role.CROSSREF,
        7: Role.CREDIT,
        8: Role.COMMENT_FORM,
    }
    day = published("2031-03-03", "2031-03-04")
    kurier = desk.document(
        KURIER, "kurier.txt", furniture, outlet="Küstenkurier", title=KURIER.split("\n")[1], published=day
    )
    echo = desk.document(
        ECHO, "echo.txt", {0: Role.TITLE}, outlet="Echo am Abend", title=ECHO.split("\n")[0], published=day
    )
    moment = published("2031-03-04T18:05", "2031-03-04T18:06")
    radio = desk.document(
        RADIO, "radio.txt", {0: Role.TITLE}, outlet="Radio Sund", title=RADIO.split("\n")[0], published=moment
    )
    copy = desk.document(SPIEGELUNG, "spiegelung.txt", {})
    wire = desk.document(
        WIRE, "wire.txt", {0: Role.TITLE}, outlet="<i>Wire & Co</i>", title=WIRE.split("\n")[0], language="en"
    )

    agency = desk.source("Nördliche Presse-Agentur", SourceKind.AGENCY, (kurier, "NPA"))
    police = desk.source(
        "Hafenpolizei Sandhaven",
        SourceKind.BODY,
        (kurier, "Hafenpolizei"),
        (echo, "Polizei"),
        (copy, "Polizei"),
        (wire, "harbour police"),
    )
    okun = desk.source("Marta Okun", SourceKind.PERSON, (kurier, "Polizeisprecherin Marta Okun"))
    neighbour = desk.source("Ein Anwohner", SourceKind.UNNAMED, (kurier, "Ein Anwohner"))
    operator = desk.source("Lagerhaus Nord", SourceKind.BODY, (echo, "Lagerhaus Nord"), (copy, "Betreiber"))
    ministry = desk.source("Umweltministerium", SourceKind.BODY, (echo, "Umweltministerium"))
    orbita = desk.source("Orbita", SourceKind.BODY, (echo, "Orbita"))
    holm = desk.source("Jarle Holm", SourceKind.PERSON, (radio, "Umweltminister Jarle Holm"))
    clinic = desk.source("Klinikum Sandhaven", SourceKind.BODY, (radio, "Klinikum Sandhaven"))
    radio_own = desk.source("Radio Sund", SourceKind.OUTLET)

    up_to = {"low": None, "high": 40.0, "comparator": Comparator.AT_MOST, "status": "injured"}
    f_kurier = desk.figure(kurier, "bis zu 40", 40.0, counted="Menschen", head="Mensch", **up_to)
    f_title = desk.figure(kurier, "Bis zu 40", 40.0, counted="Verletzte", head="Verletzter", **up_to)
    f_echo = desk.figure(echo, "40", 40.0)
    f_echo_text = desk.figure(echo, "wurden 40", 40.0, counted="Menschen", head="Mensch", status="injured")
    f_smoke = desk.figure(echo, "rund 30", 30.0, unit="km", comparator=Comparator.ABOUT)
    f_radio = desk.figure(
        radio, "mindestens 52", 52.0, high=None, comparator=Comparator.AT_LEAST, counted="Verletzten", head="Verletzter"
    )
    f_title_radio = desk.figure(
        radio, "Mehr als 50", 50.0, high=None, comparator=Comparator.MORE, counted="Verletzte", head="Verletzter"
    )
    f_tons = desk.figure(radio, "300 Tonnen", 300.0, unit="t")
    f_copy = desk.figure(copy, "40", 40.0, counted="Menschen", head="Mensch", status="injured")
    f_vague = desk.figure(
        copy, "Hunderte", None, low=200.0, high=None, comparator=Comparator.VAGUE, counted="Anwohner", head="Anwohner"
    )

    monday = desk.time(kurier, "am Montag", "2031-03-03", "2031-03-04", "2031-03-03")
    tuesday = desk.time(radio, "am Dienstag", "2031-03-04", "2031-03-05", "2031-03-04")
    desk.time(kurier, "3. März 2031", "2031-03-03", "2031-03-04", "2031-03-03")
    quay = desk.place(kurier, "Nordkai", "Nordkai")
    desk.place(radio, "Sandhaven", "Sandhaven")

    hurt = "sind nach Angaben der Hafenpolizei bis zu 40 Menschen verletzt worden"
    s_kurier = desk.say(
        kurier,
        "Bei dem Brand im Chemielager am Nordkai",
        "bis zu 40 Menschen verletzt worden",
        by=police,
        via=(agency,),
        form=Form.REPORTED,
        speaker=("Hafenpolizei",),
        cue=("nach Angaben",),
        figures=(f_kurier,),
        places=(quay,),
    )
    s_defect = desk.say(
        kurier,
        "Wir gehen von einem technischen Defekt aus",
        by=okun,
        form=Form.DIRECT,
        hedges=("gehen von",),
        speaker=("Polizeisprecherin Marta Okun",),
        cue=("sagte",),
        times=(monday,),
    )
    s_bang = desk.say(
        kurier,
        "zwei Explosionen gehört haben",
        by=neighbour,
        form=Form.INDIRECT,
        hedges=("will",),
        speaker=("Ein Anwohner",),
        cue=("will",),
        evidence=(Evidence(EvidenceKind.WITNESS, at(kurier.text, "Ein Anwohner")),),
    )
    s_echo = desk.say(
        echo,
        "Bei dem Feuer im Chemielager am Nordkai wurden 40 Menschen verletzt",
        by=police,
        form=Form.INDIRECT,
        speaker=("die Polizei",),
        cue=("teilte",),
        figures=(f_echo_text,),
    )
    s_denial = desk.say(
        echo,
        "dass dort Lösungsmittel lagerten",
        by=operator,
        stance=Stance.DENIES,
        form=Form.INDIRECT,
        speaker=("Der Betreiber Lagerhaus Nord",),
        cue=("bestreitet",),
    )
    s_smoke = desk.say(
        echo,
        "eine Rauchfahne von rund 30 Kilometern",
        by=ministry,
        form=Form.REPORTED,
        figures=(f_smoke,),
        evidence=(
            Evidence(
                EvidenceKind.SATELLITE_IMAGE,
                at(echo.text, "Satellitenbilder"),
                supplied_by=orbita,
                checked_by=ministry,
                method="Sichtprüfung",
            ),
        ),
    )
    s_defect_echo = desk.say(echo, "Die Polizei geht von einem technischen Defekt aus", by=police, form=Form.REPORTED)
    s_own = desk.say(
        radio,
        "Nach dem Brand im Hafen ist die Zahl der Verletzten auf mindestens 52 gestiegen",
        by=radio_own,
        form=Form.OWN,
    )
    s_radio = desk.say(
        radio,
        "die Zahl der Verletzten auf mindestens 52 gestiegen",
        by=clinic,
        form=Form.INDIRECT,
        figures=(f_radio,),
        times=(tuesday,),
        cue=("teilte",),
        speaker=("das Klinikum Sandhaven",),
    )
    s_holm = desk.say(
        radio,
        "In dem Lager lagen 300 Tonnen Lösungsmittel.",
        by=holm,
        form=Form.DIRECT,
        stance=Stance.WARNS,
        speaker=("Umweltminister Jarle Holm",),
        cue=("warnte",),
        figures=(f_tons,),
    )
    s_copy = desk.say(
        copy,
        "Bei dem Feuer im Chemielager am Nordkai wurden 40 Menschen verletzt",
        by=police,
        figures=(f_copy,),
        cue=("teilte",),
    )
    s_copy_denial = desk.say(copy, "dass dort Lösungsmittel lagerten", by=operator, stance=Stance.DENIES)
    s_vague = desk.say(copy, "Hunderte Anwohner mussten ihre Wohnungen verlassen", figures=(f_vague,))
    s_wire = desk.say(wire, "Up to 40 people were hurt", by=police)
    assert hurt in kurier.text
    assert f_title
    assert f_echo
    assert f_title_radio

    claims = (
        _claim(
            "Bis zu 40 Menschen verletzt",
            (s_kurier, s_echo, s_copy, s_wire),
            (4, 2, 1, 0),
            "Zwei Texte stimmen überein: „spiegelung.txt“ ist aus „Echo am Abend“.",
        ),
        _claim("Wir gehen von einem technischen Defekt aus", (s_defect, s_defect_echo), (2, 2, 2, 0)),
        _claim("zwei Explosionen gehört", (s_bang,), (1, 1, 1, 0)),
        _claim("dass dort Lösungsmittel lagerten", (s_denial, s_copy_denial, s_holm), (3, 2, 2, 0)),
        _claim("eine Rauchfahne von rund 30 Kilometern", (s_smoke,), (1, 1, 1, 0)),
        _claim("die Zahl der Verletzten auf mindestens 52 gestiegen", (s_radio, s_own), (1, 1, 1, 0)),
        _claim("Hunderte Anwohner mussten ihre Wohnungen verlassen", (s_vague,), (1, 1, 0, 1)),
    )
    whole = at(
        SPIEGELUNG, "Bei dem Feuer im Chemielager am Nordkai wurden 40 Menschen verletzt, teilte die Polizei mit."
    )
    second = (
        at(ECHO, "bestreitet, dass dort Lösungsmittel lagerten"),
        at(SPIEGELUNG, "bestreitet, dass dort Lösungsmittel lagerten"),
    )
    derivations = (
        Derivation(
            content_id("der", echo.id, copy.id),
            echo.id,
            copy.id,
            DerivationKind.COPY,
            True,
            0.82,
            (SharedPassage(at(ECHO, whole.of(SPIEGELUNG)), whole), SharedPassage(*second)),
            "Zwei Passagen stimmen wörtlich überein.",
        ),
        Derivation(
            content_id("der", agency, kurier.id),
            agency,
            kurier.id,
            DerivationKind.SHARED_WIRE,
            True,
            1.0,
            (),
            "Der Text nennt NPA als Material.",
        ),
    )
    findings = (
        _finding(
            FindingKind.DENIAL,
            None,
            (s_denial, s_holm),
            ((echo, "bestreitet"), (radio, "300 Tonnen Lösungsmittel")),
            "Lagerhaus Nord bestreitet, was Jarle Holm behauptet.",
            90.0,
        ),
        _finding(
            FindingKind.DRIFT,
            Aspect.BOUND,
            (s_kurier, s_echo),
            ((kurier, "bis zu 40"), (echo, "wurden 40")),
            "Aus „bis zu 40“ wurde „40“.",
            80.0,
        ),
        _finding(
            FindingKind.SUPERSESSION,
            Aspect.FIGURE,
            (s_echo, s_radio),
            ((echo, "40 Menschen"), (radio, "mindestens 52")),
            "Das Klinikum nennt später mehr.",
            70.0,
        ),
        _finding(
            FindingKind.CONFLICT,
            Aspect.FIGURE,
            (s_copy, s_radio),
            ((copy, "40"), (radio, "mindestens 52")),
            "40 und mindestens 52 schließen einander aus.",
            60.0,
        ),
        _finding(
            FindingKind.AGREEMENT,
            None,
            (s_defect, s_defect_echo),
            ((kurier, "technischen Defekt"), (echo, "technischen Defekt")),
            "Zwei Texte nennen einen Defekt.",
            10.0,
        ),
    )
    timeline = (
        TimelineEntry("2031-03-03", "2031-03-04", claims[1].id, None, monday),
        TimelineEntry("2031-03-04", "2031-03-05", claims[5].id, None, tuesday),
        TimelineEntry("2031-03-03", "2031-03-04", None, s_kurier.id, "published"),
        TimelineEntry("2031-03-04T18:05", "2031-03-04T18:06", None, s_radio.id, tuesday),
    )
    notes = (
        Note(copy.id, None, "undated", "Der Text nennt kein Datum."),
        Note(kurier.id, at(KURIER, "Ein Anwohner, der seinen Namen"), "unnamed_source", "Die Quelle bleibt ungenannt."),
        Note(None, None, "input_binary", "bild.png: kein Text; als Textdatei übergeben"),
        Note(kurier.id, at(KURIER, "Zehn Tipps"), "read_in_furniture", "Diese Zahl steht in einem Querverweis."),
    )
    entries = [
        replace(entry, credits=(Credit(agency, at(KURIER, "NPA", nth=1)),)) if entry is kurier else entry
        for entry in desk.documents
    ]
    return Dossier(
        format=FORMAT,
        version=VERSION,
        run=Run(
            "quellenlage 0.1.0", "2031-03-05T08:00:00+00:00", {"de": "0.1.0"}, {"published": "2031-03-03"}, "0" * 64
        ),
        documents=tuple(entries),
        sources=tuple(desk.sources.values()),
        statements=tuple(desk.statements),
        figures=tuple(desk.figures),
        times=tuple(desk.times),
        places=tuple(desk.places),
        claims=claims,
        stories=(
            Story(content_id("sto", kurier.id), tuple(entry.id for entry in entries), "Brand im Hafen von Sandhaven"),
        ),
        derivations=derivations,
        findings=findings,
        timeline=timeline,
        notes=notes,
    )


def _claim(gist: str, statements: tuple[Statement, ...], counts: tuple[int, int, int, int], *why: str) -> Claim:
    names = tuple(statement.id for statement in statements)
    return Claim(content_id("clm", *names), gist, names, Origins(*counts, why))


def _finding(
    kind: FindingKind,
    aspect: Aspect | None,
    statements: tuple[Statement, ...],
    spans: tuple[tuple[DocumentEntry, str], ...],
    reason: str,
    weight: float,
) -> Finding:
    names = tuple(statement.id for statement in statements)
    places = tuple(DocumentSpan(entry.id, at(entry.text, words)) for entry, words in spans)
    return Finding(content_id("fnd", kind, *names), kind, aspect, (), names, f"{kind}_rule", reason, places, weight)


def repeated(times: int) -> Dossier:
    """The articles of the harbour told `times` over, each telling with ids of its own and nothing that joins them."""
    one = harbour()
    parts: dict[str, list[object]] = {name: [] for name in Dossier.__slots__}
    for number in range(times):
        for name in parts:
            value = getattr(one, name)
            if isinstance(value, tuple):
                parts[name] += [_renamed(item, f"n{number}") for item in value]
    return replace(one, **{name: tuple(items) for name, items in parts.items() if items})  # type: ignore[arg-type]


def _renamed(value: object, suffix: str) -> object:
    """The record with the suffix behind every id in it."""
    if isinstance(value, str):
        return f"{value}{suffix}" if type(value) is str and _is_id(value) else value
    if isinstance(value, Span):
        return value
    if isinstance(value, tuple):
        return tuple(_renamed(item, suffix) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        fields = {name: _renamed(getattr(value, name), suffix) for name in value.__dataclass_fields__}
        return type(value)(**fields)
    return value


def _is_id(text: str) -> bool:
    kind, _, digest = text.partition("-")
    return len(kind) == 3 and len(digest) == 12 and digest.isalnum()
