"""Articles and what `link` would make of them, by hand, for the tests of `trace`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quellenlage.model.comparing import ClaimGroup, Linked
from quellenlage.model.document import Basis, Credit, Document, Passage, Published, Role, Supplied
from quellenlage.model.marks import SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Reading, Source, Statement
from quellenlage.model.tokens import Division

FIRE = """Lagerhaus in Merow abgebrannt
Im Hafen von Merow ist am Dienstag ein Lagerhaus abgebrannt. Die Feuerwehr war mit hundert Leuten im Einsatz.
Verletzt wurde nach Auskunft der Stadt niemand, der Schaden geht in die Millionen. Die Halle \
gehörte der Spedition Kolbe.
Warum das Feuer ausbrach, untersucht nun ein Gutachter aus der Landeshauptstadt. Die Straße am Kai bleibt gesperrt."""
REWRITTEN = """Großbrand zerstört Halle am Kai
Ein Lagerhaus ist am Dienstag im Merower Hafen abgebrannt. Hundert Feuerwehrleute waren im Einsatz.
Nach Auskunft der Stadt wurde niemand verletzt, doch geht der Schaden in die Millionen. Die Halle \
gehörte der Spedition Kolbe.
Ein Gutachter aus der Landeshauptstadt untersucht nun, warum das Feuer ausbrach. Gesperrt bleibt die Straße am Kai."""
SPORT = """Tell verliert auch gegen den Letzten
Die Mannschaft aus Tell verlor ihr Heimspiel gegen den Tabellenletzten mit drei Toren Unterschied.
Der Trainer nannte die Leistung enttäuschend und kündigte Änderungen in der Abwehr an. Am Samstag geht es weiter."""
MARKET = """Erdbeeren werden billiger
Auf dem Wochenmarkt kosten Erdbeeren in dieser Woche ein Drittel weniger als im vorigen Jahr.
Die Händler führen das auf das warme Frühjahr zurück und rechnen mit einer langen Saison. Kirschen bleiben teuer."""


def article(
    name: str,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    language: str = "de",
    basis: Basis = Basis.STATED,
) -> Reading:
    """A reading of `text`, whose first line is its headline unless `title` is given; nothing in it is divided."""
    document = Document(f"doc-{name}", f"{name}.txt", text, "utf-8", "0" * 64, language, Supplied())
    heading = text.split("\n", maxsplit=1)[0] if title is None else title
    passages, begin = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = Role.TITLE if line == heading else Role.CONTENT
            passages.append(Passage(Span(begin, begin + len(line)), role))
        begin += len(line) + 1
    day = None if published is None else Published(f"{published}T08:00", f"{published}T09:00", basis)
    empty = Division((), (), "none")
    return Reading(document, tuple(passages), heading, outlet, day, empty, (), (), (), (), (), (), ())


def medium(name: str, kind: SourceKind = SourceKind.OUTLET) -> Source:
    return Source(f"src-{name.casefold()}", name, kind, (name,), (), f"medium:{name.casefold()}")


def linked(
    readings: Sequence[Reading],
    *,
    sources: Iterable[Source] = (),
    statements: Sequence[Statement] = (),
    groups: Sequence[ClaimGroup] = (),
    credited: Mapping[str, Sequence[str]] | None = None,
) -> Linked:
    """What `link` hands on; `credited` names media by document name."""
    outlets = {r.document.id: f"src-{r.outlet.casefold()}" for r in readings if r.outlet is not None}
    media = {f"src-{r.outlet.casefold()}": medium(r.outlet) for r in readings if r.outlet is not None}
    media |= {source.id: source for source in sources}
    named = credited or {}
    found = {
        r.document.id: tuple(
            Credit(f"src-{name.casefold()}", Span(0, 1)) for name in named.get(r.document.id.removeprefix("doc-"), ())
        )
        for r in readings
    }
    for names in named.values():
        media |= {f"src-{n.casefold()}": medium(n) for n in names if f"src-{n.casefold()}" not in media}
    return Linked(
        tuple(sorted(media.values(), key=lambda s: s.id)), tuple(statements), found, outlets, (), tuple(groups)
    )
