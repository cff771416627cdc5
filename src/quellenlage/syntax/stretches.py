"""Stretches of words between the signs of a sentence, and what each shows: its opener, its finite verb, its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.tokens import Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.quoted import Worlds

_LEADING_ADVERBS = 2  # words such as "nur", "auch", "und zwar" that may stand before the opener of a clause


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between two boundaries, as a half-open range of places."""

    begin: int
    end: int
    world: int


class Stretches:
    """Cuts one sentence and reads its stretches.

    Args:
        tokens: of the sentence.
        forms: which words open clauses.
        worlds: its quotations and remarks.
    """

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary, worlds: Worlds) -> None:
        self._tokens, self._forms, self._worlds = tokens, forms, worlds

    def all(self) -> list[Stretch]:
        """The sentence cut at its signs, where the quoted world changes, and at "und" between two finite verbs."""
        found: list[Stretch] = []
        begin = 0
        size = len(self._tokens)
        for place in range(size + 1):
            if place < size and not self._bounds(place):
                continue
            if begin < place:
                found.extend(self._parted(begin, place))
            begin = place + 1 if place < size and self._tokens[place].is_sign else place
        return found

    def _bounds(self, place: int) -> bool:
        token = self._tokens[place]
        if place and self._worlds[place] != self._worlds[place - 1]:
            return True
        return token.is_sign and (self._worlds.is_outer_mark(place) or not self._worlds.is_mark(place))

    def _parted(self, begin: int, end: int) -> list[Stretch]:
        tokens, world = self._tokens, self._worlds[begin]
        cuts = [begin]
        for place in range(begin + 1, end - 1):
            if pos.is_coordinator(tokens[place]) and self._parts_clauses(cuts[-1], place, end):
                cuts.append(place)
        cuts.append(end)
        return [Stretch(one, other, world) for one, other in pairwise(cuts)]

    def _parts_clauses(self, begin: int, place: int, end: int) -> bool:
        """Whether a conjunction stands between two clauses: each side has a finite verb, or what can only be one."""
        before, behind = Stretch(begin, place, self._worlds[begin]), Stretch(place, end, self._worlds[place])
        if self._has_finite(place, end):
            verb_follows = place + 1 < end and self._tokens[place + 1].is_finite
            return self._has_finite(begin, place) or (verb_follows and self.is_infinitive(before))
        return self._tokens[place - 1].is_finite and self.joins_clause(behind)

    def joins_clause(self, stretch: Stretch) -> bool:
        """Whether "und" and a clause whose finite verb was taken for a participle ("… und Reuters berichtet")."""
        leads = pos.is_coordinator(self._tokens[stretch.begin])
        return leads and self.names_somebody(stretch) and self.mistaken(stretch) is not None

    def _has_finite(self, begin: int, end: int) -> bool:
        return any(self._tokens[at].is_finite for at in range(begin, end))

    def lead(self, stretch: Stretch) -> int:
        """The first place behind a conjunction."""
        place = stretch.begin
        while place + 1 < stretch.end and pos.is_coordinator(self._tokens[place]):
            place += 1
        return place

    def opener(self, stretch: Stretch) -> int | None:
        """The place of the word that makes it a subordinate clause: a subordinator, a relative or asking word."""
        tokens, start = self._tokens, self.lead(stretch)
        for place in range(start, min(start + _LEADING_ADVERBS + 1, stretch.end)):
            token = tokens[place]
            if self._subordinates(stretch, place):
                return place
            if self._is_late_opener(stretch, place):
                return place
            led = pos.is_preposition(token) and place + 1 < stretch.end
            if led and (pos.is_relative(tokens[place + 1]) or self._asks(stretch, place + 1)):
                return place + 1
            if not pos.is_adverb(token):
                break
        return None

    def _subordinates(self, stretch: Stretch, place: int) -> bool:
        """A subordinator; "als" and "wie" only with the verb last, else they compare ("Als Nächster spricht …")."""
        token = self._tokens[place]
        word = token.word.lower()
        if word in self._forms.clause.complementizers:
            return True
        if not pos.is_subordinator(token):
            return False
        finite = self.finite(stretch)
        behind = Stretch(place + 1, stretch.end, stretch.world)
        last = finite is None or finite == stretch.end - 1 or not self.is_second(behind, finite)
        return last or word not in self._forms.clause.comparisons

    def _is_late_opener(self, stretch: Stretch, place: int) -> bool:
        return (
            pos.is_relative(self._tokens[place])
            or self._asks(stretch, place)
            or self.is_hidden_relative(stretch, place)
        )

    def _asks(self, stretch: Stretch, place: int) -> bool:
        """A word that asks opens a subordinate clause unless the finite verb is second, as in a question."""
        token = self._tokens[place]
        if not pos.is_interrogative(token) and not (
            token.word.lower() in self._forms.clause.source_openers and self._tokens[stretch.end - 1].is_finite
        ):
            return False
        finite = self.finite(stretch)
        return finite is None or not self.is_second(stretch, finite)

    def is_hidden_relative(self, stretch: Stretch, place: int) -> bool:
        """A form such as "die" behind a comma and its verb at the end: taggers take it for a demonstrative."""
        token = self._tokens[place]
        likely = pos.is_demonstrative(token) or (pos.is_determiner(token) and self._opens_no_phrase(stretch, place))
        if not likely or token.word.lower() not in self._forms.pronoun.relative or not place:
            return False
        finite = self.finite(stretch)
        return (
            pos.is_comma(self._tokens[place - 1])
            and finite == stretch.end - 1
            and finite > place + 1
            and not self.is_second(stretch, finite)
        )

    def asks_which(self, stretch: Stretch, place: int) -> bool:
        """A form of "welche" right before its noun asks; taggers take it for a relative."""
        if place + 1 >= stretch.end or self._tokens[place].word.lower() not in self._forms.clause.subordinators:
            return False
        return self._tokens[place + 1].is_noun or pos.is_adjective(self._tokens[place + 1])

    def _opens_no_phrase(self, stretch: Stretch, place: int) -> bool:
        """Whether what follows a determiner cannot be its noun: another one, a pronoun, a preposition, a name."""
        if place + 1 >= stretch.end:
            return False
        behind = self._tokens[place + 1]
        return pos.is_determiner(behind) or pos.is_pronoun(behind) or pos.is_preposition(behind) or pos.is_name(behind)

    def is_second(self, stretch: Stretch, finite: int) -> bool:
        """Whether only one phrase stands before the finite verb: no two of pronoun, adverb, noun, participle."""
        phrases, inside = 0, False
        for at in range(self.lead(stretch), finite):
            token = self._tokens[at]
            opens = pos.is_preposition(token) or pos.stands_before_noun(token)
            if inside and (opens or token.is_noun):
                inside = not token.is_noun
                continue
            if token.is_noun and at and self._tokens[at - 1].is_noun:
                continue
            phrases += 1
            inside = opens
        return phrases <= 1

    def finite(self, stretch: Stretch) -> int | None:
        """The first finite verb; one right before a noun is an attribute ("verurteilte") if another one follows."""
        found = [at for at in range(stretch.begin, stretch.end) if self._tokens[at].is_finite]
        if len(found) > 1 and self._tokens[found[0] + 1].is_noun and found[0] > stretch.begin:
            return found[1]
        return found[0] if found else None

    def mistaken(self, stretch: Stretch) -> int | None:
        """An infinitive or participle at the end where a finite verb of its form is due ("behaupten", "betont")."""
        last = stretch.end - 1
        token = self._tokens[last]
        if pos.is_participle(token) and last > stretch.begin:
            alone = not any(pos.is_verb(self._tokens[at]) for at in range(stretch.begin, last))
            return last if alone and token.word.endswith(tuple(self._forms.verb.finite_participle_endings)) else None
        if not pos.is_infinitive(token) or self._is_marked(token):
            return None
        return None if last > stretch.begin and pos.is_infinitive_marker(self._tokens[last - 1]) else last

    def _is_marked(self, token: Token) -> bool:
        """An infinitive with "zu" inside ("abzulehnen"); taggers take many for participles."""
        if pos.holds_infinitive_marker(token):
            return True
        if (
            not pos.is_verb(token)
            or token.is_finite
            or not token.word.endswith(tuple(self._forms.verb.infinitive_endings))
        ):
            return False
        verb, word = self._forms.verb, token.word.lower()
        return any(
            word.startswith(p + marker)
            for marker in verb.infinitive_markers
            for p in verb.particles
            if len(word) > len(p) + 4
        )

    def is_infinitive(self, stretch: Stretch) -> bool:
        """Whether the stretch holds an infinitive with "zu"."""
        tokens = self._tokens
        return any(
            self._is_marked(tokens[at])
            or (pos.is_infinitive_marker(tokens[at]) and at + 1 < stretch.end and pos.is_infinitive(tokens[at + 1]))
            for at in range(stretch.begin, stretch.end)
        )

    def names_a_source(self, stretch: Stretch) -> bool:
        """Words such as "so der Minister" between signs."""
        word = self._tokens[stretch.begin].word.lower()
        return word in self._forms.clause.source_openers and self.names_somebody(stretch)

    def ends_with_verbs(self, stretch: Stretch, finite: int) -> bool:
        """Whether the finite verb comes last as in a subordinate clause: behind two phrases or another verb form."""
        verbs = any(pos.is_verb(self._tokens[at]) for at in range(stretch.begin, finite))
        return verbs or not self.is_second(stretch, finite)

    def names_somebody(self, stretch: Stretch) -> bool:
        """Whether it holds a noun or pronoun."""
        return any(
            self._tokens[at].is_noun or pos.is_pronoun(self._tokens[at]) for at in range(stretch.begin, stretch.end)
        )

    def opens_with_noun(self, stretch: Stretch) -> bool:
        """Whether a noun phrase without preposition opens it, and no verb form stands in it."""
        first = self._tokens[stretch.begin]
        verbs = any(pos.is_predicate_part(self._tokens[at]) for at in range(stretch.begin, stretch.end))
        return (first.is_noun or pos.is_determiner(first)) and not verbs

    def follows_colon(self, stretch: Stretch) -> bool:
        """Whether a colon is among the signs right before it."""
        place = stretch.begin - 1
        while place > 0 and self._tokens[place].is_sign and self._tokens[place].word != ":":
            place -= 1
        return place >= 0 and self._tokens[place].word == ":"
