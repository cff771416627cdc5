"""Verb forms by which a language marks reported speech."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.model.tokens import Subjunctive
from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class VerbVocabulary:
    """Forms of the subjunctive; all in lower case.

    Args:
        first, second: forms of auxiliaries, modals and irregular verbs that are subjunctive wherever they stand.
        third_person: forms of the first one that are indicative beside a subject in the first person.
        first_person: words that show the first person.
        strong: the second subjunctive of strong verbs, by their infinitive.
        unmistakable: forms of these that no other verb has, for a base form that nobody knows.
        endings: of the second subjunctive behind that of a strong verb's third person.
        plural: the one of these that the strong preterite has too.
        vowels: those that tell the second subjunctive's plural from the strong preterite's.
        present, weak_singular, weak_plural: endings of the first subjunctive and of the weak preterite, which is also
            the weak second subjunctive.
        infinitive: ending of the infinitive behind that of the first subjunctive.
        advising: forms of a modal that give advice in the second subjunctive or tell of a plan in the preterite.
        advised: subjects that show the advice.
        conditions: words that open a clause in which the advising forms are a condition.
        preterites: plural preterites whose second subjunctive looks different.
        never: forms that only look like verbs.
    """

    first: frozenset[str]
    second: frozenset[str]
    third_person: frozenset[str]
    first_person: frozenset[str]
    strong: Mapping[str, tuple[str, ...]]
    unmistakable: frozenset[str]
    endings: frozenset[str]
    plural: str
    vowels: frozenset[str]
    present: str
    weak_singular: str
    weak_plural: str
    infinitive: str
    advising: frozenset[str]
    advised: frozenset[str]
    conditions: frozenset[str]
    preterites: frozenset[str]
    never: frozenset[str]

    def subjunctive_of(self, form: str, lemma: str, *, full_verb: bool, first_person: bool) -> Subjunctive | None:
        """The subjunctive that a finite verb form shows by itself; None for the indicative and for what looks like it.

        Args:
            form: in lower case.
            lemma: its infinitive.
            full_verb: whether it is neither auxiliary nor modal.
            first_person: whether its subject is in the first person.
        """
        if form in self.never:
            return None
        if form in self.second or self._is_strong_second(form, lemma):
            return Subjunctive.SECOND
        if form in self.first:
            return None if first_person and form in self.third_person else Subjunctive.FIRST
        if full_verb and not first_person and self._is_stem_with_e(form, lemma):
            return Subjunctive.FIRST
        return None

    def may_be_second(self, form: str, lemma: str) -> bool:
        """Whether a plural form is the preterite or, where something around it shows so, the second subjunctive."""
        if form in self.never or form in self.advising or form in self.preterites or form == lemma:
            return False
        strong = self._strong_form(form, lemma)
        return form.endswith(self.weak_plural) or (strong is not None and strong[1] == self.plural)

    def _is_stem_with_e(self, form: str, lemma: str) -> bool:
        """Like "komme" of "kommen"; "rate" of "raten" is one too, "sagte" of "sagen" is the preterite."""
        if not form.endswith(self.present):
            return False
        return not form.endswith(self.weak_singular) or lemma.endswith(form + self.infinitive)

    def _is_strong_second(self, form: str, lemma: str) -> bool:
        """Like "nähmen" of "annehmen"; a plural without a vowel of its own looks like the preterite ("gingen")."""
        strong = self._strong_form(form, lemma)
        if strong is None:
            return form in self.unmistakable
        return strong[1] != self.plural or any(sign in strong[0] for sign in self.vowels)

    def _strong_form(self, form: str, lemma: str) -> tuple[str, str] | None:
        """The second subjunctive of a strong verb in a form, and the ending behind it; prefixes do not count."""
        for cut in range(len(lemma) - 2):
            rest = form.removeprefix(lemma[:cut])
            for second in self.strong.get(lemma[cut:], ()):
                if rest.startswith(second) and rest[len(second) :] in self.endings:
                    return second, rest[len(second) :]
        return None


@cache
def load_verbs(code: str) -> VerbVocabulary:
    """Read and check `languages/<code>/verbs.toml`."""
    table = Table.load("quellenlage.languages", code, "verbs.toml")
    endings = table.table("endings")
    second_endings, vowels = frozenset(endings.strings("second")), frozenset(endings.strings("vowels"))
    strong = {infinitive: tuple(forms) for infinitive, *forms in map(str.split, table.strings("strong"))}
    vocabulary = VerbVocabulary(
        first=frozenset(table.strings("first")),
        second=frozenset(table.strings("second")),
        third_person=frozenset(table.strings("third_person")),
        first_person=frozenset(table.strings("first_person")),
        strong=strong,
        unmistakable=frozenset(
            second + ending
            for seconds in strong.values()
            for second in seconds
            for ending in second_endings
            if any(sign in second for sign in vowels)
        )
        - frozenset(table.strings("infinitives")),
        advising=frozenset(table.strings("advising")),
        advised=frozenset(table.strings("advised")),
        conditions=frozenset(table.strings("conditions")),
        preterites=frozenset(table.strings("preterites")),
        never=frozenset(table.strings("never")),
        endings=second_endings,
        plural=endings.string("plural"),
        vowels=vowels,
        present=endings.string("present"),
        weak_singular=endings.string("weak_singular"),
        weak_plural=endings.string("weak_plural"),
        infinitive=endings.string("infinitive"),
    )
    endings.done()
    table.done()
    return vocabulary
