"""A dossier held against the gold of a story: one count for each row of the table and each article or story.

Every measure is a `Count`: how many were right, said and wanted. Precision is right over said, recall right over
wanted. For measures of what stands on a found thing (the source of a statement, the value of a figure) `said` are the
things found, so that their precision is "right, given that it was found" and their recall counts what was missed. What
is optional in the gold is neither right nor wrong. Gold against itself gives 1, an empty dossier 0.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple, TypeVar

from corpus.calendar import kind_of
from corpus.dossier import document_of
from corpus.markup import FigureMark
from corpus.story import ARTICLE_ROLES, Article, Statement, Story
from quellenlage.model.document import Role
from quellenlage.model.dossier import Dossier, Finding
from quellenlage.model.marks import Comparator, Figure, Place, SourceKind, Time, TimeKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Form
from quellenlage.model.statement import Statement as Said

_LEAST_OVERLAP = 0.5  # Dice of letters and digits from which two quotes are one, as in score_attribution.py
# Words of a speaker's span that name nobody, as in score_attribution.py.
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "der die das den dem des ein eine einer eines einem einen angaben aussage aussagen auskunft ansicht meinung "
        "worten informationen berichten bericht the a an von of nach aus vom zum zur im in laut",
    )
)
_WEIGHED = ("conflict", "denial", "supersession", "drift")
T = TypeVar("T")
U = TypeVar("U")


class Count(NamedTuple):
    """How many were right, said and wanted."""

    right: float
    said: float
    wanted: float


@dataclass(slots=True)
class Tally:
    """Counts by row and unit (an article or a story), and what went wrong.

    Args:
        errors: lines of text by row, for reading.
        trusted: each statement found, but those in the outlet's own voice, and whether it was right: somebody says it,
            and it is the word of its source.
    """

    counts: dict[str, dict[str, Count]] = field(default_factory=lambda: defaultdict(dict))
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    trusted: list[tuple[Said, bool]] = field(default_factory=list)

    def add(self, row: str, unit: str, count: Count) -> None:
        """Add to what the unit has."""
        old = self.counts[row].get(unit, Count(0, 0, 0))
        self.counts[row][unit] = Count(*(a + b for a, b in zip(old, count, strict=True)))


@dataclass(frozen=True, slots=True)
class _Pairing:
    """What of a dossier stands for what of the gold, over a whole story.

    Args:
        statements: gold reference by the id of the statement that was found for it.
        entities: key of the gold entity by the id of a source.
    """

    statements: dict[str, str]
    entities: dict[str, str]


def score_story(story: Story, dossier: Dossier, tally: Tally) -> None:
    """Hold a dossier against the gold of the story that it was made of."""
    ids = {article.number: document_of(article).id for article in story.articles}
    entities = _entities(story, dossier, ids, tally)
    pairs: dict[str, str] = {}
    for article in story.articles:
        unit = f"{story.name}/{article.number}"
        _score_lines(article, dossier, ids[article.number], unit, tally)
        pairs |= _score_statements(story, article, dossier, ids[article.number], entities, tally)
        _score_figures(article, dossier, ids[article.number], unit, tally)
        _score_times(article, dossier, ids[article.number], unit, tally)
    pairing = _Pairing(pairs, entities)
    _score_claims(story, dossier, pairing, tally)
    _score_derivations(story, dossier, ids, entities, tally)
    _score_origins(story, dossier, pairing, tally)
    _score_findings(story, dossier, pairing, tally)


def matched(wanted: Sequence[T], said: Sequence[U], worth: Callable[[T, U], float], least: float) -> list[tuple[T, U]]:
    """One to one, the best pairs first."""
    scored = [(worth(w, s), i, j) for i, w in enumerate(wanted) for j, s in enumerate(said)]
    left, right, pairs = set(range(len(wanted))), set(range(len(said))), []
    for score, i, j in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if score >= least and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((wanted[i], said[j]))
    return pairs


def _overlap(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.begin, second.begin))


def _signs(text: str, spans: Iterable[Span]) -> set[int]:
    """Where the letters and digits of some spans stand."""
    return {at for span in spans for at in range(*span) if text[at].isalnum()}


# ---------------------------------------------------------------------------------------------------------------- lines


def _score_lines(article: Article, dossier: Dossier, document: str, unit: str, tally: Tally) -> None:
    entry = next((entry for entry in dossier.documents if entry.id == document), None)
    said = [(p.span, p.role) for p in entry.passages] if entry is not None else []
    for mark in article.marked.passages:
        if mark.optional:
            continue
        found = _main_role(mark.span, said)
        words = mark.span.of(article.text)[:70]
        tally.add("lines: role", unit, Count(found is mark.role, found is not None, 1))
        wanted, kept = mark.role in ARTICLE_ROLES, found in ARTICLE_ROLES
        tally.add("lines: article or not", unit, Count(wanted and kept, kept, wanted))
        if found is not mark.role:
            tally.errors["lines"].append(f"{unit} {mark.role} read as {found}: {words}")


def _main_role(span: Span, passages: Sequence[tuple[Span, Role]]) -> Role | None:
    shares: Counter[Role] = Counter()
    for other, role in passages:
        shares[role] += _overlap(span, other)
    best = shares.most_common(1)
    return best[0][0] if best and best[0][1] > 0 else None


# ----------------------------------------------------------------------------------------------------------- statements


def _score_statements(
    story: Story, article: Article, dossier: Dossier, document: str, entities: dict[str, str], tally: Tally
) -> dict[str, str]:
    text, unit = article.text, f"{story.name}/{article.number}"
    said = [s for s in dossier.statements if s.document == document]
    signs = {s.id: _signs(text, s.quote) for s in said}
    wanted = {s.ref: _signs(text, s.row.quote) for s in article.statements}

    def dice(gold: Statement, found: Said) -> float:
        mine, theirs = wanted[gold.ref], signs[found.id]
        return 2 * len(mine & theirs) / max(len(mine) + len(theirs), 1)

    pairs = matched(article.statements, said, dice, _LEAST_OVERLAP)
    for gold, found in pairs:
        if not gold.row.optional:
            row = "statements: own voice" if gold.row.form is Form.OWN else "statements: quote"
            tally.add(row, unit, Count(1, 1, 1))
            _score_pair(story, article, gold, found, entities, tally)
    by_id = {found.id: gold for gold, found in pairs}
    for found in said:
        if found.form is not Form.OWN and not _is_piece(found, said):
            gold = by_id.get(found.id)
            told = gold is not None and gold.row.form is not Form.OWN
            tally.trusted.append((found, told and _is_word_of(story, gold, found, entities)))
    paired_gold, paired_said = {gold.ref for gold, _ in pairs}, {found.id for _, found in pairs}
    for gold in article.statements:
        if gold.ref not in paired_gold and not gold.row.optional:
            own = gold.row.form is Form.OWN
            tally.add("statements: own voice" if own else "statements: quote", unit, Count(0, 0, 1))
            for part in _asked_of(gold) if not own else ():
                tally.add(f"statements: {part}", unit, Count(0, 0, 1))
            kinds = len({mark.kind for mark in gold.row.evidence})
            tally.add("statements: evidence kind", unit, Count(0, 0, kinds))
            tally.errors["statements"].append(f"{unit} missed {gold.row.form}: {_words(text, gold.row.quote)}")
    for found in said:
        if found.id not in paired_said and found.form is not Form.OWN and not _is_piece(found, said):
            tally.add("statements: quote", unit, Count(0, 1, 0))
            tally.errors["statements"].append(f"{unit} spurious {found.form}: {_words(text, found.quote)}")
    return {found.id: gold.ref for gold, found in pairs}


def _is_piece(found: Said, said: Sequence[Said]) -> bool:
    """Whether it only repeats the words in quotation marks of what is told at greater length: nobody's loss or gain."""
    if found.form is not Form.DIRECT:
        return False
    around = (s for s in said if s.id != found.id and s.source == found.source and s.form is not Form.DIRECT)
    return any(all(any(outer.holds(q) for outer in s.quote) for q in found.quote) for s in around)


def _asked_of(gold: Statement) -> tuple[str, ...]:
    """What is asked of a statement; whose word it is where its sentence names nobody, `source` alone can tell."""
    parts = ("source", "form", "stance", "certainty", "chain")
    return parts if gold.source is not None and not gold.row.speaker else ("speaker", *parts)


def _score_pair(
    story: Story, article: Article, gold: Statement, found: Said, entities: dict[str, str], tally: Tally
) -> None:
    text, row, unit = article.text, gold.row, f"{story.name}/{article.number}"
    kinds, told = {mark.kind for mark in row.evidence}, {evidence.kind for evidence in found.evidence}
    tally.add("statements: evidence kind", unit, Count(len(kinds & told), len(told), len(kinds)))
    if kinds != told:
        tally.errors["evidence"].append(f"{unit} {sorted(kinds)} read as {sorted(told)}: {_words(text, row.quote)}")
    if row.form is Form.OWN:
        return
    source = _key(found.source, entities)
    chain = tuple(_word_of(story, _key(link, entities)) for link in found.chain)
    wanted = tuple(_word_of(story, link) for link in gold.chain)
    answers = {
        "speaker": (_same_speaker(text, row.speaker, found.speaker), "speaker"),
        "source": (_word_of(story, source) == _word_of(story, gold.source), f"{gold.source} read as {source}"),
        "form": (found.form is row.form, f"{row.form} read as {found.form}"),
        "stance": (found.stance is row.stance, f"{row.stance} read as {found.stance}"),
        "certainty": (found.certainty is gold.certainty, f"{gold.certainty} read as {found.certainty}"),
        "chain": (chain == wanted, f"{wanted} read as {chain}"),
    }
    for part in _asked_of(gold):
        right, why = answers[part]
        tally.add(f"statements: {part}", unit, Count(right, 1, 1))
        if not right:
            who = f"{_words(text, row.speaker)!r} read as {_words(text, found.speaker)!r}" if part == "speaker" else why
            tally.errors[part].append(f"{unit} {who}: {_words(text, row.quote)}")


def _key(source: str | None, entities: dict[str, str]) -> str | None:
    """The gold's key for a source; a source that is no entity of the gold is none of them."""
    return None if source is None else entities.get(source, f"?{source}")


def _word_of(story: Story, key: str | None) -> str | None:
    """A spokeswoman and the body she speaks for are one answer to the question whose word it is."""
    return key if key is None or key.startswith("?") else story.word_of(key)


def _is_word_of(story: Story, gold: Statement, found: Said, entities: dict[str, str]) -> bool:
    return _word_of(story, _key(found.source, entities)) == _word_of(story, gold.source)


def _same_speaker(text: str, wanted: Sequence[Span], said: Sequence[Span]) -> bool:
    """As `hit` in score_attribution.py: a content word of the gold lies in what was found, or neither names anybody."""
    if not wanted or not said:
        return not wanted and not said
    words = [
        Span(span.begin + at, span.begin + at + len(word))
        for span in wanted
        for at, word in _words_at(span.of(text))
        if word.casefold() not in _EMPTY_WORDS
    ] or list(wanted)
    return any(word.touches(span) for word in words for span in said)


def _words_at(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield at, word
        at += len(word)


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)[:160]


# -------------------------------------------------------------------------------------------------------------- figures


def _score_figures(article: Article, dossier: Dossier, document: str, unit: str, tally: Tally) -> None:
    text = article.text
    said = [figure for figure in dossier.figures if figure.document == document]
    lengths = [m.span for m in article.marked.times if kind_of(m.value) is TimeKind.DURATION]
    pairs = matched(article.marked.figures, said, lambda gold, found: _overlap(gold.span, found.span), 1)
    paired = {found.id for _, found in pairs}
    seen = {id(gold) for gold, _ in pairs}
    for gold, found in pairs:
        if not gold.optional:
            _score_figure(article, gold, found, unit, tally)
    for gold in article.marked.figures:
        if id(gold) not in seen and not gold.optional:
            for row in ("found", "value", "comparator"):
                tally.add(f"figures: {row}", unit, Count(0, 0, 1))
            tally.add("figures: noun", unit, Count(0, 0, gold.counted is not None))
            tally.add("figures: status", unit, Count(0, 0, gold.status is not None))
            tally.errors["figures"].append(f"{unit} missed {gold.span.of(text)!r}: {_around(text, gold.span)}")
    for found in said:
        if found.id not in paired and not any(found.span.touches(span) for span in lengths):
            for row in ("found", "value"):
                tally.add(f"figures: {row}", unit, Count(0, 1, 0))
            tally.errors["figures"].append(f"{unit} spurious {found.span.of(text)!r}: {_around(text, found.span)}")


def _score_figure(article: Article, gold: FigureMark, found: Figure, unit: str, tally: Tally) -> None:
    text, where = article.text, _around(article.text, gold.span)
    tally.add("figures: found", unit, Count(1, 1, 1))
    value = _same_value(gold, found)
    comparator = gold.comparator is found.comparator
    tally.add("figures: value", unit, Count(value, 1, 1))
    tally.add("figures: comparator", unit, Count(comparator, 1, 1))
    if not value or not comparator:
        read = f"{found.comparator} {found.low} {found.point} {found.high} {found.unit}"
        told = f"{gold.comparator} {gold.low} {gold.point} {gold.high} {gold.unit}"
        tally.errors["values"].append(f"{unit} {told} read as {read}: {where}")
    wanted = gold.counted.of(text) if gold.counted is not None else None
    told_noun = found.counted.text if found.counted is not None else None
    same = wanted is not None and told_noun is not None and _same_noun(wanted, told_noun)
    tally.add("figures: noun", unit, Count(same, told_noun is not None, wanted is not None))
    if not same and (wanted or told_noun):
        tally.errors["nouns"].append(f"{unit} {wanted!r} read as {told_noun!r}: {where}")
    right = gold.status is not None and gold.status == found.status
    tally.add("figures: status", unit, Count(right, found.status is not None, gold.status is not None))
    if gold.status != found.status:
        tally.errors["statuses"].append(f"{unit} {gold.status} read as {found.status}: {where}")


def _same_value(gold: FigureMark, found: Figure) -> bool:
    if gold.unit != found.unit:
        return False
    if gold.comparator is Comparator.RANGE:
        return _near(gold.low, found.low) and _near(gold.high, found.high)
    if gold.comparator is Comparator.VAGUE:
        return found.point is None and _near(gold.low, found.low)
    return _near(gold.point, found.point)


def _near(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return abs(first - second) <= 1e-3 * max(1e-9, abs(first))  # "zwei Drittel" is written 0.6667


def _same_noun(wanted: str, said: str) -> bool:
    """The last words are the same, or one is a compound that ends in the other."""
    heads = [words.casefold().split()[-1].strip(".,;:") for words in (wanted, said)]
    if heads[0].endswith(heads[1]) or heads[1].endswith(heads[0]):
        return True
    first, second = (words.casefold().split() for words in (wanted, said))
    return heads[0] in second or heads[1] in first


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.begin - 50) : span.end + 50].split())


# ---------------------------------------------------------------------------------------------------------------- times


def _score_times(article: Article, dossier: Dossier, document: str, unit: str, tally: Tally) -> None:
    text = article.text
    said = [time for time in dossier.times if time.document == document and _in_article(article, time.span)]
    pairs = matched(article.marked.times, said, lambda gold, found: _overlap(gold.span, found.span), 1)
    paired, seen = {found.id for _, found in pairs}, {id(gold) for gold, _ in pairs}
    for gold, found in pairs:
        if gold.optional:
            continue
        right = _same_time(gold.value, found)
        tally.add("times: found", unit, Count(1, 1, 1))
        tally.add("times: value", unit, Count(right, 1, 1))
        if not right:
            words = f"{found.span.of(text)!r}"
            tally.errors["times"].append(
                f"{unit} {gold.value} read as {found.value} {words}: {_around(text, gold.span)}"
            )
    for gold in article.marked.times:
        if id(gold) not in seen and not gold.optional:
            tally.add("times: found", unit, Count(0, 0, 1))
            tally.add("times: value", unit, Count(0, 0, 1))
            tally.errors["times"].append(f"{unit} missed {gold.span.of(text)!r}: {_around(text, gold.span)}")
    for found in said:
        # words that only point ("damals", "jetzt") are nobody's loss: the gold may leave them untagged
        if found.id not in paired and not found.value.endswith("_REF"):
            tally.add("times: found", unit, Count(0, 1, 0))
            tally.add("times: value", unit, Count(0, 1, 0))
            tally.errors["times"].append(f"{unit} spurious {found.span.of(text)!r}: {_around(text, found.span)}")


def _same_time(value: str, found: Time) -> bool:
    """The same value; or a length that is placed where the gold says ("vor vier Jahren" is P4Y, and lies in 2021)."""
    if found.kind is not TimeKind.DURATION or found.earliest is None or found.latest is None:
        return value == found.value
    whole_year = re.fullmatch(r"\d{4}", value) and (found.earliest[:10], found.latest[:10]) == (
        f"{value}-01-01",
        f"{int(value) + 1:04}-01-01",
    )
    return value == found.value or bool(whole_year)


def _in_article(article: Article, span: Span) -> bool:
    return any(mark.span.touches(span) for mark in article.marked.passages if mark.role in ARTICLE_ROLES)


# ------------------------------------------------------------------------------------------------------------- entities


def _entities(story: Story, dossier: Dossier, ids: dict[str, str], tally: Tally) -> dict[str, str]:
    """Which source stands for which entity, by the mentions they share; scores mentions, kinds and pairs on the way."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    wanted_by: dict[str, list[str]] = defaultdict(list)
    said_by: dict[str, list[str]] = defaultdict(list)
    for article in story.articles:
        document, unit = ids[article.number], f"{story.name}/{article.number}"
        gold = [m for m in article.mentions if story.entities[m.key]["kind"] != "other"]
        said: list[tuple[Span, str, str]] = []
        for source in dossier.sources:
            said += [(m.span, source.id, source.kind.value) for m in source.mentions if m.document == document]
        pairs = matched(gold, _distinct(said, dossier, document), lambda g, s: _overlap(g.span, s[0]), 1)
        found = {id(mark) for mark, _ in pairs}
        for mark, (span, source_id, kind) in pairs:
            votes[source_id][mark.key] += 1
            name = f"{article.number}:{mark.span.begin}"
            wanted_by[mark.key].append(name)
            said_by[source_id].append(name)
            if not mark.optional:
                right = kind == story.entities[mark.key]["kind"]
                tally.add("names: found", unit, Count(1, 1, 1))
                tally.add("names: kind", unit, Count(right, 1, 1))
                if not right:
                    words = span.of(article.text)
                    tally.errors["names"].append(f"{unit} {mark.key} read as {kind}: {words}")
        for mark in gold:
            if id(mark) not in found and not mark.optional:
                tally.add("names: found", unit, Count(0, 0, 1))
                tally.add("names: kind", unit, Count(0, 0, 1))
                wanted_by[mark.key].append(f"{article.number}:{mark.span.begin}")
                words = _around(article.text, mark.span)
                tally.errors["names"].append(f"{unit} missed {mark.span.of(article.text)!r}: {words}")
    _score_same_entity(story, wanted_by, said_by, tally)
    keys = {source: count.most_common(1)[0][0] for source, count in votes.items()}
    by_name = {
        form.casefold(): key
        for key, entity in story.entities.items()
        for form in (entity["name"], *entity.get("variants", ()))
    }
    for source in dossier.sources:
        key = next((by_name[v.casefold()] for v in (source.name, *source.variants) if v.casefold() in by_name), None)
        if source.id not in keys and key is not None:
            keys[source.id] = key
    return {**_unnamed(story, dossier, ids, keys), **keys}


def _unnamed(story: Story, dossier: Dossier, ids: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """People without a name are mentioned where they speak: the words of the speaker tell who a source is."""
    found: dict[str, str] = {}
    people = [s for s in dossier.sources if s.id not in known and s.kind is SourceKind.UNNAMED]
    for article in story.articles:
        for statement in article.statements:
            key = statement.source
            if key is None or story.entities[key]["kind"] != "unnamed" or len(statement.chain) > 1:
                continue
            for source in people:
                mine = [m.span for m in source.mentions if m.document == ids[article.number]]
                if any(span.touches(words) for span in mine for words in statement.row.speaker):
                    found.setdefault(source.id, key)
    return found


def _distinct(said: list[tuple[Span, str, str]], dossier: Dossier, document: str) -> list[tuple[Span, str, str]]:
    """The mentions of sources, and the places that are no source, each place name as one entity."""
    taken = [span for span, _, _ in said]
    places: list[Place] = [p for p in dossier.places if p.document == document]
    free = [p for p in places if not any(p.span.touches(span) for span in taken)]
    return said + [(place.span, f"place:{place.name}", "place") for place in free]


def _score_same_entity(
    story: Story, wanted_by: dict[str, list[str]], said_by: dict[str, list[str]], tally: Tally
) -> None:
    wanted = {pair for names in wanted_by.values() for pair in combinations(sorted(set(names)), 2)}
    said = {pair for names in said_by.values() for pair in combinations(sorted(set(names)), 2)}
    tally.add("entities: pairs", story.name, Count(len(wanted & said), len(said), len(wanted)))


# -------------------------------------------------------------------------------------------------------------- claims


def _score_claims(story: Story, dossier: Dossier, pairing: _Pairing, tally: Tally) -> None:
    by_ref = {s.ref: s for article in story.articles for s in article.statements}
    unsure = {ref for ref, s in by_ref.items() if s.row.unsure_claim or s.row.optional}
    wanted = {
        frozenset(pair)
        for group in story.claims().values()
        for pair in combinations([s.ref for s in group if s.ref not in unsure], 2)
    }
    said = set()
    for claim in dossier.claims:
        refs = {pairing.statements[s] for s in claim.statements if s in pairing.statements} - unsure
        said |= {frozenset(pair) for pair in combinations(sorted(refs), 2)}
    tally.add("claims: pairs", story.name, Count(len(wanted & said), len(said), len(wanted)))
    found = set(pairing.statements.values())
    reachable = {pair for pair in wanted if pair <= found}
    tally.add("claims: pairs of found statements", story.name, Count(len(wanted & said), len(said), len(reachable)))
    for name, pairs in (("missed", reachable - said), ("spurious", said - wanted)):
        for pair in sorted(pairs, key=sorted):
            tally.errors["claims"].append(f"{story.name} {name} " + " | ".join(_gist(story, r) for r in sorted(pair)))


def _gist(story: Story, ref: str) -> str:
    article = next(a for a in story.articles if a.number == ref[:2])
    statement = next(s for s in article.statements if s.ref == ref)
    return f"{ref} [{statement.claim}] {_words(article.text, statement.row.quote)[:90]}"


def _score_origins(story: Story, dossier: Dossier, pairing: _Pairing, tally: Tally) -> None:
    groups = story.claims()
    for claim, group in groups.items():
        refs = {s.ref for s in group if not s.row.optional}
        if len({ref[:2] for ref in refs}) < 2:
            continue
        gold = story.origins[claim]
        best, held = None, 0
        for other in dossier.claims:
            shared = len({pairing.statements.get(s) for s in other.statements} & refs)
            if shared > held:
                best, held = other, shared
        for what in ("outlets", "texts", "primary", "undetermined"):
            right = best is not None and getattr(best.origins, what) == getattr(gold, what)
            tally.add(f"origins: {what}", story.name, Count(right, best is not None, 1))
        if best is not None and str(gold) != _counted(best):
            gist = story.table["claims"].get(claim, {}).get("gist", "")
            tally.errors["origins"].append(f"{story.name} {claim} {gold} read as {_counted(best)}: {gist}")


def _counted(claim: object) -> str:
    origins = claim.origins  # type: ignore[attr-defined]
    return f"{origins.outlets}/{origins.texts}/{origins.primary}/{origins.undetermined}"


# ---------------------------------------------------------------------------------------------------------- derivations


def _score_derivations(
    story: Story, dossier: Dossier, ids: dict[str, str], entities: dict[str, str], tally: Tally
) -> None:
    numbers = {document: number for number, document in ids.items()}
    wanted = {frozenset((e.origin, e.derived)): e for e in story.derivations if not e.is_virtual}
    said = {
        frozenset((numbers[e.origin], numbers[e.derived])): (numbers[e.origin], e)
        for e in dossier.derivations
        if e.origin in numbers and e.derived in numbers
    }
    lineage = _lineages([tuple(pair) for pair in wanted])
    firm = {pair for pair, edge in wanted.items() if not edge.optional}
    neutral = {p for p in set(said) - firm if p in wanted or len({lineage.get(n, n) for n in p}) == 1}
    right = firm & set(said)
    tally.add("derivations: pairs", story.name, Count(len(right), len(set(said) - neutral), len(firm)))
    for pair in firm:
        edge, found = wanted[pair], said.get(pair)
        same_kind = found is not None and found[1].kind.value == edge.kind
        tally.add("derivations: kind", story.name, Count(same_kind, found is not None, 1))
        if edge.directed:
            same_way = found is not None and found[1].directed and found[0] == edge.origin
            tally.add("derivations: direction", story.name, Count(same_way, found is not None, 1))
        if found is None:
            tally.errors["derivations"].append(f"{story.name} missed {edge.kind} {edge.origin} to {edge.derived}")
        elif not same_kind or found[0] != edge.origin:
            read = f"{found[1].kind} from {found[0]}"
            tally.errors["derivations"].append(
                f"{story.name} {edge.kind} {edge.origin} to {edge.derived} read as {read}"
            )
    for pair in sorted(set(said) - neutral - firm, key=sorted):
        tally.errors["derivations"].append(f"{story.name} spurious {said[pair][1].kind} {' and '.join(sorted(pair))}")
    roots = {(e.origin, e.derived) for e in story.derivations if e.is_virtual}
    told = {
        (str(_key(e.origin, entities)), numbers[e.derived])
        for e in dossier.derivations
        if e.origin not in numbers and e.derived in numbers
    }
    tally.add("derivations: credited roots", story.name, Count(len(roots & told), len(told), len(roots)))


def _lineages(pairs: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """A name for each connected family of articles, by article."""
    family: dict[str, str] = {}
    for first, second in pairs:
        old, new = family.get(second, second), family.get(first, first)
        family |= {first: new, second: new}
        family |= {node: new for node, name in family.items() if name == old}
    return family


# ------------------------------------------------------------------------------------------------------------- findings


def _score_findings(story: Story, dossier: Dossier, pairing: _Pairing, tally: Tally) -> None:
    wanted = story.findings
    said = [f for f in dossier.findings if f.kind.value in _WEIGHED]
    refs = {f.id: {pairing.statements[s] for s in f.statements if s in pairing.statements} for f in said}

    def answers(row: dict[str, object], finding: Finding) -> bool:
        aspect = finding.aspect.value if finding.aspect is not None else None
        if row["kind"] != finding.kind.value or (row["kind"] == "drift" and row.get("aspect") != aspect):
            return False
        sides: Sequence[Sequence[str]] = row["sides"]  # type: ignore[assignment]
        return all(refs[finding.id] & set(side) for side in sides)

    for row in wanted:
        if not row.get("optional"):
            found = any(answers(row, finding) for finding in said)
            for name in _finding_rows(row["kind"], row.get("aspect")):
                tally.add(name, story.name, Count(found, 0, 1))
            if not found:
                aspect = row.get("aspect", "")
                tally.errors["findings"].append(f"{story.name} missed {row['kind']} {aspect}: {row['reason']}")
    for finding in said:
        hits = [row for row in wanted if answers(row, finding)]
        if hits and all(row.get("optional") for row in hits):
            continue
        aspect = finding.aspect.value if finding.aspect is not None else None
        for name in _finding_rows(finding.kind.value, aspect):
            tally.add(name, story.name, Count(0, 1, 0))
            if hits:  # precision has its own numerator: one finding may answer several of the gold's
                tally.add(f"{name} (said)", story.name, Count(1, 1, 0))
        if not hits:
            tally.errors["findings"].append(f"{story.name} spurious {finding.kind} {aspect or ''}: {finding.reason}")
    _score_agreements(story, dossier, pairing, tally)


def _finding_rows(kind: str, aspect: str | None) -> tuple[str, ...]:
    if kind != "drift":
        return "findings: all but agreement", f"findings: {kind}"
    return "findings: all but agreement", "findings: drift", f"findings: drift, {aspect}"


def _score_agreements(story: Story, dossier: Dossier, pairing: _Pairing, tally: Tally) -> None:
    """A claim that several outlets carry is an agreement; it is found where one of its findings reaches two of them."""
    groups = {claim: {s.ref for s in group} for claim, group in story.claims().items()}
    shared = {claim: refs for claim, refs in groups.items() if story.origins[claim].outlets > 1}
    said = [f for f in dossier.findings if f.kind.value == "agreement"]
    refs = [{pairing.statements[s] for s in f.statements if s in pairing.statements} for f in said]
    found = {c for c, wanted in shared.items() if any(len({r[:2] for r in told & wanted}) > 1 for told in refs)}
    right = [told for told in refs if any(len({r[:2] for r in told & wanted}) > 1 for wanted in shared.values())]
    tally.add("findings: agreement", story.name, Count(len(found), len(said), len(shared)))
    tally.add("findings: agreement (said)", story.name, Count(len(right), len(said), 0))
