"""Notes: what could not be decided, by reason."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.document import Note
from quellenlage.steps.write.lookup import grouped, note_id
from quellenlage.steps.write.page.context import Context
from quellenlage.steps.write.page.shown import anchor
from quellenlage.steps.write.texts import shortened

_MOST_OF_A_KIND = 25
_WORDS = 90


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note: the name of its row, its text, the document, the words it is about and the way to them."""

    row: str
    label: str
    text: str
    document: str
    words: str
    to: str | None


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes with one reason; `left` are in the table only."""

    code: str
    notes: tuple[NoteView, ...]
    left: int

    @property
    def size(self) -> int:
        """How many notes have this reason."""
        return len(self.notes) + self.left


def shown_notes(context: Context) -> dict[str, list[tuple[int, Note]]]:
    """The notes the page shows, numbered, by reason; a note that says the same of the same words stands once."""
    once = {note_id(note): note for note in context.dossier.notes}.values()
    groups = grouped((note.code, note) for note in once)
    numbered, number = {}, 0
    for code, notes in groups.items():
        shown = notes[:_MOST_OF_A_KIND]
        numbered[code] = list(enumerate(shown, number + 1))
        number += len(shown)
    return numbered


def notes_view(context: Context) -> tuple[NoteGroup, ...]:
    """The notes of the page, those on the whole set and the rarest reasons first."""
    sizes = {code: len(notes) for code, notes in grouped((n.code, n) for n in context.dossier.notes).items()}
    groups = [
        NoteGroup(code, tuple(_view(note, number, context) for number, note in notes), sizes[code] - len(notes))
        for code, notes in shown_notes(context).items()
    ]
    return tuple(groups)


def note_label(number: int, context: Context) -> str:
    """The short name of a note, such as N4."""
    return context.texts.say("note_label", n=number)


def _view(note: Note, number: int, context: Context) -> NoteView:
    name = note_id(note)
    known = note.document is not None and note.document in context.lookup.documents
    words = context.lookup.words(note.document, note.span) if known and note.document and note.span else ""
    return NoteView(
        row=anchor(name),
        label=note_label(number, context),
        text=context.names.put_into(note.text),
        document=context.name(note.document) if note.document else "",
        words=context.texts.quoted(shortened(words, _WORDS)) if words else "",
        to=context.place(note.document, name) if words and note.document else None,
    )
