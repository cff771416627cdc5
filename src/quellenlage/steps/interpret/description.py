"""The words by which a text describes a party, taken apart: article, head noun, what follows behind "von" or "des"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.languages.grammar import GrammarVocabulary
from quellenlage.model.span import Span

CLINGING = ",„“\"'()»«"  # what may cling to a word


@dataclass(frozen=True, slots=True)
class Description:
    """The words of a speaker taken apart.

    Args:
        core: from the first word behind the determiner to the head noun.
        head: the head noun; empty if there is none.
        determiner: the article or pronoun before it, in lower case.
        attribute: what follows behind "von", "des" and the like, without that word; None if nothing does.
        is_word: whether the noun means what somebody says ("Angaben").
        is_described: whether a word stands between article and noun ("ein russischer Sprecher").
        goes_on: whether words with capitals follow the noun, as in the name of a body ("Verband Deutscher Reeder").
    """

    core: Span
    head: str
    determiner: str
    attribute: Span | None
    is_word: bool
    definite: bool
    possessive: bool
    goes_on: bool
    is_described: bool

    @classmethod
    def read(cls, text: str, span: Span, grammar: GrammarVocabulary) -> Description:
        """The words at `span`."""
        words = list(_words_at(text, span))
        determiner = words[0][0].lower() if words and words[0][0].lower() in grammar.determiners else ""
        start = 1 if determiner else 0
        cut = next(
            (i for i in range(start + 1, len(words)) if words[i][0].lower() in grammar.attributing_words), len(words)
        )
        core = [entry for entry in words[start:cut] if entry[0][:1].isupper() or not grammar.capital_nouns]
        # what follows the noun for a body is its name or a genitive ("Verband Deutscher Reeder")
        bodies = [entry for entry in core if entry[0].lower().endswith((*grammar.body_nouns, *grammar.spokes))]
        head = (bodies or core[-1:])[0] if core else None
        begin = words[start][1] if start < len(words) else span.begin
        last = core[-1] if core else None  # with the name behind the noun ("Netzbetreiber Küstenstrom")
        end = last[1] + len(last[0]) if last is not None else span.end
        rest = words[cut + 1 :] if cut < len(words) else []
        opens = words[cut][0].lower() if rest else ""
        first = words[cut][1] if opens in grammar.genitive else rest[0][1] if rest else 0
        attribute = Span(first, span.end) if rest else None
        noun = head[0].lower() if head is not None else ""
        return cls(
            core=Span(begin, max(end, begin + 1)),
            head=head[0] if head is not None else "",
            determiner=determiner,
            attribute=attribute,
            is_word=noun.endswith(grammar.word_nouns),
            definite=determiner in grammar.definite,
            possessive=determiner in grammar.possessives,
            is_described=head is not None and head is not words[start],
            goes_on=head is not None and grammar.capital_nouns and head is not core[-1],
        )


def _words_at(text: str, span: Span) -> Iterator[tuple[str, int]]:
    at = span.begin
    for word in span.of(text).split():
        at = text.index(word, at)
        yield word.strip(CLINGING), at + len(word) - len(word.lstrip("„“\"'("))
        at += len(word)
