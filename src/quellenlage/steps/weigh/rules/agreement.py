"""Rules on how many origins stand behind what several texts say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from quellenlage.model.dossier import FindingKind
from quellenlage.model.marks import SourceKind
from quellenlage.model.span import Span
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.families import Family
from quellenlage.steps.weigh.matters import Matter, Strand
from quellenlage.steps.weigh.rules.words import gist, shown
from quellenlage.steps.weigh.telling import Teller
from quellenlage.steps.weigh.verdict import Verdict, seen

_MOST_FIGURES = 3  # named as examples of what two texts say alike


def one_origin(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """Several texts carry the claim, but all of it rests on the word of one source."""
    if sum(bool(strand.word) for strand in matter.strands) > 1:
        return
    for strand in matter.strands:
        source = _only_source(strand, teller.ground)
        if source is None:
            continue
        leaning = [account for account in strand.accounts if _leans(account, source, teller.ground)]
        documents = {account.document for account in leaning}
        if len({account.root for account in leaning}) < 2:
            continue  # of one text; told once for all that it says
        silent = [a for a in strand.accounts if a.document not in documents and (a.own or not a.holders)]
        reason = teller.reason(
            "one_origin",
            count=len(documents),
            labels=teller.labels(leaning),
            what=gist(leaning, strand, teller),
            source=teller.source(source),
        )
        if silent:
            reason += teller.part("silent", labels=teller.labels(silent))
        yield Verdict(
            FindingKind.AGREEMENT,
            None,
            reason,
            (*leaning, *silent),
            seen([*_speakers(leaning), *shown(strand, silent)]),
            bool(strand.counts),
        )


def _only_source(strand: Strand, ground: Ground) -> str | None:
    """The one source that everything in the strand leans on, as far as a source is named at all; else None."""
    carried: Counter[str] = Counter()
    for document in strand.documents:
        own = [account for account in strand.accounts if account.document == document]
        named = (source for account in own for source in (*account.holders, *account.relays))
        carried.update(list(dict.fromkeys(source for source in named if _can_stand(source, ground))))
    if not carried:
        return None
    most = max(carried.values())
    source = next(source for source in carried if carried[source] == most)
    others = [a for a in strand.accounts if a.holders and not _leans(a, source, ground)]
    return source if not others else None


def _leans(account: Account, source: str, ground: Ground) -> bool:
    """Whether an account rests on a source, or came through it, under whatever name."""
    return any(
        ground.may_be_one(source, other) for other in (*account.holders, *account.relays) if other in ground.sources
    )


def _can_stand(source: str, ground: Ground) -> bool:
    return source in ground.sources and ground.sources[source].kind is not SourceKind.UNNAMED


def _speakers(accounts: Iterable[Account]) -> Iterator[tuple[Account, Span]]:
    """Who is said to speak, and what is said, where each account stands."""
    for account in accounts:
        yield from ((account, span) for span in account.statement.speaker)
        yield account, account.quote


def one_text(family: Family, teller: Teller) -> Iterator[Verdict]:
    """Several texts go back to one text, so that what they say alike counts once."""
    common = family.common
    if not common:
        return
    accounts = [account for matter in common for account in matter]
    key = ("one_text" if family.root is None else "one_text_behind") + ("_one" if len(common) == 1 else "")
    reason = teller.reason(
        key,
        labels=teller.labels(accounts),
        root=teller.source(family.root) if family.root is not None else "",
        count=len(common),
        what=teller.listed(_most_telling(common, teller)),
    )
    yield Verdict(FindingKind.AGREEMENT, None, reason, tuple(accounts), seen((a, a.quote) for a in accounts))


def _most_telling(common: Sequence[Sequence[Account]], teller: Teller) -> Iterator[str]:
    """The figures that stand in most of the texts; where there are none, what stands in most of them."""
    by_reach = sorted(common, key=lambda matter: -len({account.document for account in matter}))
    figures = [
        teller.figure(matter[0], figure)
        for matter in by_reach
        for figure, thing in zip(matter[0].figures, matter[0].things, strict=True)
        if thing is not None
    ]
    first = by_reach[0][0]
    yield from figures[:_MOST_FIGURES] or [teller.quoted(first.words_of(first.quote))]


def separate_origins(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """Texts without a common text say the same on the word of different sources; no dependence was found."""
    strands = [strand for strand in matter.strands if strand.word]
    apart = any(_apart(one, other, teller.ground) for one, other in combinations(strands, 2))
    if not apart or not _several_texts(matter, teller.ground):
        return
    accounts = [account for strand in strands for account in strand.accounts if account.holders]
    reason = teller.reason(
        "separate_origins",
        what=gist(accounts, strands[0], teller),
        sides=teller.sides(accounts),
    )
    if _one_country([source for strand in strands for source in strand.word], teller.ground):
        reason += teller.part("one_country")
    yield Verdict(FindingKind.AGREEMENT, None, reason, tuple(accounts), seen(_speakers(accounts)), bool(matter.counts))


def _several_texts(matter: Matter, ground: Ground) -> bool:
    """Whether the claims of a matter go back to several texts, as far as has been traced."""
    claims = {account.claim for account in matter.accounts}
    return len(claims) > 1 or any(ground.texts.get(claim, 0) > 1 for claim in claims)


def _apart(one: Strand, other: Strand, ground: Ground) -> bool:
    """Whether two strands share neither a text nor a party that speaks through both."""
    if not {a.root for a in one.accounts if a.holders}.isdisjoint(a.root for a in other.accounts if a.holders):
        return False
    if _is_publisher(one, other, ground) or _is_publisher(other, one, ground):
        return False
    return not any(_speaks_for(a, b, ground) or _speaks_for(b, a, ground) for a in one.word for b in other.word)


def _is_publisher(one: Strand, other: Strand, ground: Ground) -> bool:
    """Whether a source of one strand publishes a text of the other: its own spokesman speaks there."""
    names = {ground.sources[source].name.casefold() for source in one.word}
    return not names.isdisjoint(ground.outlets.get(account.document) for account in other.accounts)


def _speaks_for(source: str, country: str, ground: Ground) -> bool:
    """Whether one source is a country and the other one of its own voices."""
    whole, voice = ground.sources[country], ground.sources[source]
    return whole.kind is SourceKind.COUNTRY and whole.country is not None and whole.country == voice.country


def _one_country(sources: Sequence[str], ground: Ground) -> bool:
    countries = {ground.sources[source].country for source in sources}
    return len(countries) == 1 and None not in countries
