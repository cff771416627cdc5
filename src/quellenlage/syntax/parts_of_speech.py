"""What kind of word a token is: the only place of the role questions that looks at its part of speech."""

from __future__ import annotations

from quellenlage.model.tokens import Token

_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PPOSS"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
_RELATIVE = frozenset({"PRELS", "PRELAT"})
_INTERROGATIVE = frozenset({"PWS", "PWAT", "PWAV"})
_INFINITIVES = frozenset({"VVINF", "VAINF", "VMINF", "VVIZU"})
_PARTICIPLES = frozenset({"VVPP", "VAPP", "VMPP"})
_ADVERBS = frozenset({"ADV", "PROAV", "PAV", "PTKNEG", "ADJD", "PTKA", "ITJ", "PTKANT"})


def is_verb(token: Token) -> bool:
    """Whether it is a form of a verb, an auxiliary or a modal."""
    return token.tag.startswith("V")


def is_infinitive(token: Token) -> bool:
    """Whether it is an infinitive, with "zu" inside or not."""
    return token.tag in _INFINITIVES


def holds_infinitive_marker(token: Token) -> bool:
    """Whether it is an infinitive with "zu" inside ("anzurufen")."""
    return token.tag == "VVIZU"


def is_infinitive_marker(token: Token) -> bool:
    """Whether it is the "zu" of an infinitive."""
    return token.tag == "PTKZU"


def is_participle(token: Token) -> bool:
    """Whether it is a past participle of a verb."""
    return token.tag in _PARTICIPLES


def is_auxiliary(token: Token) -> bool:
    """Whether it is a form of an auxiliary or modal."""
    return token.tag.startswith(("VA", "VM"))


def is_modal(token: Token) -> bool:
    """Whether it is a form of a modal verb."""
    return token.tag.startswith("VM")


def is_pronoun(token: Token) -> bool:
    """Whether it is a pronoun that stands for a noun; the reflexive is none."""
    return token.tag in _PRONOUNS


def is_demonstrative(token: Token) -> bool:
    """Whether it is a demonstrative pronoun."""
    return token.tag == "PDS"


def is_determiner(token: Token) -> bool:
    """Whether it is an article or another determiner."""
    return token.tag in _DETERMINERS


def is_relative(token: Token) -> bool:
    """Whether it is a relative pronoun or determiner."""
    return token.tag in _RELATIVE


def is_interrogative(token: Token) -> bool:
    """Whether it is a word that asks."""
    return token.tag in _INTERROGATIVE


def is_name(token: Token) -> bool:
    """Whether it is a proper name."""
    return token.tag == "NE"


def is_preposition(token: Token) -> bool:
    """Whether it is a preposition before its noun."""
    return token.tag in ("APPR", "APPRART")


def is_comparison(token: Token) -> bool:
    """Whether it leads what something is compared with or taken for ("als", "wie")."""
    return token.tag == "KOKOM"


def is_postposition(token: Token) -> bool:
    """Whether it is an adposition behind its noun."""
    return token.tag == "APPO"


def is_adjective(token: Token) -> bool:
    """Whether it is an adjective before a noun."""
    return token.tag == "ADJA"


def is_number(token: Token) -> bool:
    """Whether it is a cardinal number."""
    return token.tag == "CARD"


def is_predicate_part(token: Token) -> bool:
    """Whether it can end a main clause behind the finite verb: a form of a verb, its particle, an adjective."""
    return (is_verb(token) and not token.is_finite) or token.tag in ("PTKVZ", "ADJD")


def is_adverb(token: Token) -> bool:
    """Whether it is an adverb, a particle or an adjective used as one."""
    return token.tag in _ADVERBS


def is_negation(token: Token) -> bool:
    """Whether it is the negating particle."""
    return token.tag == "PTKNEG"


def is_coordinator(token: Token) -> bool:
    """Whether it joins what is of one kind."""
    return token.tag == "KON"


def is_subordinator(token: Token) -> bool:
    """Whether it opens a subordinate clause."""
    return token.tag in ("KOUS", "KOUI")


def opens_infinitive(token: Token) -> bool:
    """Whether it opens an infinitive clause ("um … zu")."""
    return token.tag == "KOUI"


def is_comma(token: Token) -> bool:
    """Whether it is a comma."""
    return token.tag == "$,"


def stands_before_noun(token: Token) -> bool:
    """Whether it can stand between the beginning of a noun phrase and its noun."""
    return is_determiner(token) or token.tag in ("ADJA", "CARD", "TRUNC", "PTKA")
