"""One sentence as the finders of names see it: what each word can be, and where known names stand."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.languages.names import HeadNoun, NameVocabulary, RoleNoun
from quellenlage.model.marks import SourceKind
from quellenlage.model.tokens import Token
from quellenlage.reference import Known, Reference

_NAME_TAGS = frozenset({"NE", "FM", "XY"})
# "Peskow", "McCain", "O’Neill", "Yong-hyun", "al-Assad", "W."; not "IconE-Mail"
_NAME_SHAPE = re.compile(
    r"(?:(?:Mc|Mac|De|Di|Le|La|Van|O['’]|D['’]|L['’])?[^\W\d_a-zß-öø-ÿ][^\W\dA-ZÀ-ÖØ-Þ]*\.?[-‐‑'’]?)+(?:(?<=[-‐‑])[a-zß-öø-ÿ]+)?"
)
_OPENING, _CLOSING = frozenset('„“"»«‚‘'), frozenset('“”"«»‘’')
_LONGEST_ACRONYM, _SHORTEST_ACRONYM = 8, 2  # letters
_LONGEST_QUOTED_NAME = 7  # words; more in quotation marks is speech, not a name
HOME = frozenset({"DE", "AT", "CH"})  # whose capitals German news names mostly as towns
_LONGEST_CODE = 2  # letters; a prefix such as "US" needs a hyphen behind it
_CACHED_WORDS = 50_000  # words whose analysis is kept for the next documents


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun can be to a name.

    Args:
        base: its base form.
        role: the role it names.
        body: the kind of body it names.
        group: its base form if it names, in the plural, a party without a name.
        announces: the kind of medium whose name it announces ("Nachrichtenagentur").
        is_place_head: whether it announces the name of a place.
        says: what stands before a noun for somebody's words or a spokesperson ("Polizei" in "Polizeiangaben"), or "".
        country: ISO code of a country that its first part stands for ("US-Präsident"), or None.
        may_be_plural: whether its form differs from the base form and is no genitive.
    """

    base: str
    role: RoleNoun | None
    body: HeadNoun | None
    group: str | None
    announces: SourceKind | None
    is_place_head: bool
    says: str
    country: str | None
    may_be_plural: bool


@lru_cache(maxsize=_CACHED_WORDS)
def noun_of(vocabulary: NameVocabulary, word: str, lemma: str) -> Noun:
    """What the noun `word` can be to a name; its analysis is kept."""
    base = base_form(word, lemma)
    role = vocabulary.role(word, base)
    announces = None
    if vocabulary.is_agency_noun(word, base):
        announces = SourceKind.AGENCY
    elif vocabulary.is_outlet_noun(word, base):
        announces = SourceKind.OUTLET
    body = vocabulary.body_head(word, base) if announces is not SourceKind.AGENCY else None
    if body is not None and body.is_plural:
        base = next(form for form in vocabulary.forms(word, base) if vocabulary.body_named(form) is not None)
    return Noun(
        base=base,
        role=role,
        body=body,
        group=vocabulary.group(word, base),
        announces=announces,
        is_place_head=vocabulary.is_place_head(word, base),
        says=_sayer(vocabulary, word, base, role),
        country=_prefixed_country(vocabulary, base, role),
        may_be_plural=word != base and not _is_genitive(word, base),
    )


def base_form(word: str, lemma: str) -> str:
    """The base form of a noun, with the capital letters that taggers take from compounds with a hyphen."""
    if "-" in word and "-" in lemma:
        before, _, last = word.rpartition("-")
        base = lemma.rpartition("-")[2]
        return f"{before}-{base.capitalize() if last[:1].isupper() else base}"
    return lemma if lemma[:1].isupper() else word


def _is_genitive(word: str, base: str) -> bool:
    return word[len(base) :] in ("s", "es", "ns", "ens", "ses") and word.startswith(base)


def _sayer(vocabulary: NameVocabulary, word: str, base: str, role: RoleNoun | None) -> str:
    if role is not None:
        is_spoke = role.end in vocabulary.roles.speaks_for and role.before
        return role.before.rstrip("-") if is_spoke else ""
    for form in vocabulary.forms(word, base):
        for noun in vocabulary.parties.word_nouns:
            before = form[: len(form) - len(noun)]
            if before and form[len(before) :].lower() == noun.lower():
                return before.rstrip("-")
    return ""


def _prefixed_country(vocabulary: NameVocabulary, base: str, role: RoleNoun | None) -> str | None:
    first = role.before.rstrip("-") if role is not None else base.partition("-")[0]
    for prefix, code in vocabulary.small.prefixes.items():
        if (
            first == prefix
            or base.startswith(f"{prefix}-")
            or (len(prefix) > _LONGEST_CODE and base.startswith(prefix))
        ):
            return code
    return None


class View:
    """One sentence as the finders see it; indexes are those of its tokens.

    Args:
        tokens: of the sentence.
        vocabulary, reference: what is known.

    Attributes:
        capitals: indexes of the words that begin with a capital letter.
        surnames: folded surnames of the persons that the document names in full, once they are known.
    """

    __slots__ = ("_known", "capitals", "reference", "surnames", "tags", "tokens", "vocabulary", "words")

    def __init__(self, tokens: Sequence[Token], vocabulary: NameVocabulary, reference: Reference) -> None:
        self.tokens = tokens
        self.words = [token.word for token in tokens]
        self.tags = [token.tag for token in tokens]
        self.vocabulary, self.reference = vocabulary, reference
        self.surnames: Set[str] = frozenset()
        self.capitals = [at for at, word in enumerate(self.words) if word[:1].isupper()]
        self._known = [None if tag.startswith("$") else self._look_up(at) for at, tag in enumerate(self.tags)]

    def __len__(self) -> int:
        return len(self.tokens)

    def _look_up(self, at: int) -> tuple[Known, int] | None:
        found = self.reference.longest(self.words, at)
        if found is not None or self.tags[at] not in ("NE", "NN", "FM"):
            return found
        bare = self.vocabulary.without_genitive(self.words[at])
        known = self.reference.known(bare) if bare is not None else None
        return None if known is None else (known, 1)

    def known(self, at: int) -> tuple[Known, int] | None:
        """What the known name that begins at `at` can mean, and its length in words."""
        return self._known[at]

    def word(self, at: int) -> str:
        """The word at `at`; empty beyond the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> str:
        """The tag at `at`; empty beyond the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def is_noun(self, at: int) -> bool:
        """Whether a noun or a noun-like adjective stands at `at`."""
        return self.tag(at) in ("NN", "NE", "NNA", "FM")

    def noun(self, at: int) -> Noun:
        """What the noun at `at` can be to a name."""
        token = self.tokens[at]
        return noun_of(self.vocabulary, token.word, token.lemma)

    def is_capital(self, at: int) -> bool:
        """Whether the word at `at` begins with a capital letter."""
        return self.word(at)[:1].isupper()

    def is_acronym(self, at: int) -> bool:
        """Whether the word at `at` looks like an acronym of a body ("NIS", "BaFin" no)."""
        word = self.word(at)
        letters = word.replace("-", "")
        return (
            _SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM
            and letters.isalpha()
            and letters.isupper()
            and word not in self.vocabulary.small.not_acronyms
        )

    def is_name_word(self, at: int) -> bool:
        """Whether the tagger calls the word at `at` a name and it is written like one."""
        word = self.word(at)
        if word[:1].islower() and word.partition("-")[0] in self.vocabulary.small.joined_particles:
            word = word.partition("-")[2]  # "el-Baradei"
        return (
            self.tag(at) in _NAME_TAGS
            and word not in self.small_not_names
            and (_NAME_SHAPE.fullmatch(word) is not None or self.is_acronym(at))
        )

    @property
    def small_not_names(self) -> frozenset[str]:
        """Words with a capital letter that are no names."""
        return self.vocabulary.small.not_names

    def adjective_country(self, at: int) -> str | None:
        """ISO code of the country that the adjective at `at` means ("südkoreanische", "Kiewer"), or None."""
        word = self.words[at]
        if self.tags[at] in ("ART", "APPR"):
            return None
        stem = self.vocabulary.adjective_stem(word)
        found = self.reference.adjectives.get(stem) or self.reference.adjectives.get(self.tokens[at].lemma.lower())
        if found is not None or not word[:1].isupper():
            return found
        return self._inhabitant_adjective(word)

    def _inhabitant_adjective(self, word: str) -> str | None:
        """Adjectives in -er made from the name of a town or country: "Kiewer Regierung", "Schweizer Behörden"."""
        for ending in self.vocabulary.endings.inhabitant[:1]:
            stem = word.removesuffix(ending)
            if stem == word:
                continue
            for name in (stem, f"{stem}e", f"{stem}en"):
                city = self.reference.cities.get(name)
                if name in self.reference.country_names:
                    return self.reference.country_names[name]
                if city is not None:
                    return city.country
        return None

    def is_local_adjective(self, at: int) -> bool:
        """Whether the adjective at `at` names a town that stands for no government in German news ("Berliner")."""
        word = self.words[at]
        stem = word.removesuffix(self.vocabulary.endings.inhabitant[0])
        code = self._inhabitant_adjective(word) if word[:1].isupper() else None
        if code is None or stem == word:
            return False
        return code in HOME or not (stem in self.reference.capitals or stem in self.reference.country_names)

    def is_adjective(self, at: int) -> bool:
        """Whether an attributive adjective stands at `at`; taggers miss some in -er ("Kiewer")."""
        tag = self.tag(at)
        if tag == "ADJA":
            return not self.word(at)[:1].isdigit()
        word = self.word(at)
        return tag in ("NN", "NE") and word[-2:] == "er" and self._inhabitant_adjective(word) is not None

    def left_edge(self, head: int) -> int:
        """Index of the first adjective of the phrase whose noun stands at `head`."""
        first = head
        while first > 0 and self.is_adjective(first - 1):
            first -= 1
        town = f"{self.word(first - 1)} {self.words[first].removesuffix(self.vocabulary.endings.inhabitant[0])}"
        return first - 1 if first < head and town in self.reference.cities else first  # "New Yorker Behörden"

    def quoted_name(self, at: int) -> tuple[str, int] | None:
        """A short name in quotation marks that open at `at`, and where it ends ("„Blick“")."""
        if self.word(at) not in _OPENING or not self.word(at):
            return None
        for end in range(at + 2, min(at + _LONGEST_QUOTED_NAME + 2, len(self))):
            if self.words[end] in _CLOSING:
                return " ".join(self.words[at + 1 : end]), end + 1
        return None

    def bracketed(self, at: int) -> tuple[str, int] | None:
        """The single word in brackets that open at `at`, and where they end ("(NIS)")."""
        if self.word(at) == "(" and self.word(at + 2) == ")":
            return self.words[at + 1], at + 3
        return None

    def is_plural(self, first: int, head: int) -> bool:
        """Whether the phrase from `first` with its noun at `head` stands in the plural, by article and form."""
        small, noun, word = self.vocabulary.small, self.noun(head), self.words[head]
        article = self.word(first - 1).lower()
        if article in small.plural or self.tag(first - 1) in ("PIAT", "CARD"):
            return True
        if article in small.singular:
            return False
        if article in small.dative_plural:  # "den Behörden", but also "den Präsidenten"
            is_strong = word == f"{noun.base}n" and noun.base.endswith(small.unchanged_plural)
            return word != noun.base and (is_strong or noun.role is None or noun.group is not None)
        if article in small.open_number:
            return word != noun.base and self.tag(head) != "NNA"
        if article in small.plural_unless_feminine:
            return word != noun.base or (noun.base.endswith(small.unchanged_plural) and self.tag(head) != "NNA")
        return noun.may_be_plural or (noun.group == noun.base and noun.base.endswith(small.unchanged_plural))

    def text(self, first: int, end: int) -> str:
        """The words from `first` to `end`, half-open, joined by single spaces."""
        return " ".join(self.words[first:end])
