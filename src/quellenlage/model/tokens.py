"""Sentences and tokens: what `divide` makes of the passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.document import Role
from quellenlage.model.errors import InvalidRecord
from quellenlage.model.span import Span
from quellenlage.model.syntax import Form, Relation


class Subjunctive(StrEnum):
    """The two subjunctives of German, the Konjunktiv I ("komme") and II ("käme"); both mark what is only reported."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign.

    Args:
        span: where it stands.
        word: its text less soft hyphens, composed (NFC).
        lemma: its base form, as the back end gives it.
        tag: part of speech in the Stuttgart-Tübingen tag set (STTS), `ADJA`, `VVFIN`, `$,` and so on.
        subjunctive: which one the form is read as; None for any other form.
        form: what its inflection shows, or None where no back end says.
        head: place of the token it depends on within its sentence; -1 at the root; None where nothing was parsed.
        relation: how it depends on its head; None where nothing was parsed.
    """

    span: Span
    word: str
    lemma: str
    tag: str
    subjunctive: Subjunctive | None = None
    form: Form | None = None
    head: int | None = None
    relation: Relation | None = None

    @property
    def is_finite(self) -> bool:
        """Whether it is a finite verb."""
        return self.tag in _FINITE

    @property
    def is_noun(self) -> bool:
        """Whether it is a common noun or a name; taggers call unknown foreign names foreign matter (FM)."""
        return self.tag in ("NN", "NE") or (self.tag == "FM" and self.word[:1].isupper())

    @property
    def is_sign(self) -> bool:
        """Whether it is punctuation."""
        return self.tag.startswith("$")


_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP"})


class NameKind(StrEnum):
    """What a recognised name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RecognisedName:
    """A name as the back end's recogniser marked it; `extract` weighs it against the lists and rules of names."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks and what they hold; it may reach over several sentences.

    Args:
        span: from the opening to the closing mark, both included.
        inner: what stands between the marks.
    """

    span: Span
    inner: Span

    def __post_init__(self) -> None:
        if not self.span.holds(self.inner):
            raise InvalidRecord(f"quotation {tuple(self.span)} does not hold {tuple(self.inner)}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one passage.

    Args:
        span: from its first to its last token.
        role: role of the passage it stands in.
        paragraph: number of the passage within the document, counted from 0.
        tokens: in order, at least one.
    """

    span: Span
    role: Role
    paragraph: int
    tokens: tuple[Token, ...]

    def __post_init__(self) -> None:
        if not self.tokens:
            raise InvalidRecord(f"sentence {tuple(self.span)} has no tokens")


@dataclass(frozen=True, slots=True)
class Division:
    """All of one document that `divide` found: sentences and quotations, each in the order of the text.

    Args:
        sentences: of the passages that are read (content, title, caption, credit).
        quotations: the paired quotation marks.
        back_end: name of the back end that tagged the tokens, such as `embedded`.
        stray_marks: quotation marks that found no partner.
        names: names that the back end recognised, in the order of the text.
    """

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    back_end: str
    stray_marks: tuple[Span, ...] = ()
    names: tuple[RecognisedName, ...] = ()
