"""How many origins stand behind a claim, counted three ways, each with its reasons.

Outlets: who carries it. A document whose outlet is unknown counts for itself.

Texts: what it goes back to when texts that come from one another count as one.
  1. Documents whose passages with the claim were taken from one text count as one (`ancestry.py`).
  2. A document whose own words name an agency or outlet as the way the claim came ("wie Reuters berichtet") goes back
     to that medium's text: to its article if that is among the documents with the claim, else to a text not seen.
  3. A document that credits one medium alone ("(AFP)", "CNN –") goes back to that medium's text only if another
     document names the same medium for this very claim. A credit says where material of the document comes from, not
     which; two documents under one agency's credit may rest on two of its reports.
  4. A list of credits ("Reuters, dpa") never makes two texts one. It is said beside the count.

Primary sources: whose word it is, at the end of the chain. What a document says in its own voice is nobody's word,
unless evidence is named that somebody supplied. Where it names somebody for the same claim in another sentence, its
headline goes with that; where it names nobody, each of its statements counts as undetermined. Unnamed parties of
different documents are different, except where the documents' texts are one.

Counts are upper bounds. A shared text disproves independence; none found proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.comparing import ClaimGroup
from quellenlage.model.dossier import Claim, Origins
from quellenlage.model.marks import SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Source, Statement
from quellenlage.steps.trace.ancestry import Ancestry, FamilyTree
from quellenlage.steps.trace.facts import Facts
from quellenlage.steps.trace.reasons import Account, explain


@dataclass(frozen=True, slots=True)
class Case:
    """What the origins of claims are counted from.

    Args:
        statements: by id, with the ids of linked sources.
        sources: by id.
        facts: of the documents.
        family: all derivations.
        owners: who owns an outlet, by the id of its source, where known.
    """

    statements: Mapping[str, Statement]
    sources: Mapping[str, Source]
    facts: Facts
    family: FamilyTree
    owners: Mapping[str, str]


def count_origins(group: ClaimGroup, case: Case, *, surface: str) -> tuple[Claim, Ancestry]:
    """The claim with its origins, and how its texts were traced."""
    statements = [case.statements[key] for key in group.statements]
    places = _places(statements)
    vouched = _vouched(statements, case.facts)
    ancestry = case.family.trace(places, vouched)
    words = [(statement, _word(statement, case, ancestry)) for statement in statements]
    named = dict(word for _, word in words if word is not None)
    held = {statement.document for statement, word in words if word is not None}
    nobodys = [statement for statement, _ in words if statement.document not in held]
    account = Account(
        documents=tuple(places),
        ancestry=ancestry,
        vouched=vouched,
        words={
            key: _documents(statement for statement, word in words if word is not None and word[0] == key)
            for key in sorted(named, key=lambda key: (named[key], key))
        },
        names=named,
        own_voice=_documents(statement for statement in nobodys if statement.form is Form.OWN),
        unsaid=_documents(statement for statement in nobodys if statement.form is not Form.OWN),
    )
    origins = Origins(
        outlets=len({case.facts.outlets.get(document, document) for document in places}),
        texts=len(frozenset().union(*ancestry.origins.values())),
        primary=len(named),
        undetermined=len(nobodys),
        why=explain(account, case.facts, case.owners, surface=surface),
    )
    return Claim(group.id, group.gist, group.statements, origins), ancestry


def _documents(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(sorted({statement.document for statement in statements}))


def _places(statements: Iterable[Statement]) -> dict[str, tuple[Span, ...]]:
    """Where the claim stands, by document, in the order of ids."""
    places: dict[str, tuple[Span, ...]] = {}
    for statement in sorted(statements, key=lambda statement: statement.document):
        places[statement.document] = (*places.get(statement.document, ()), *statement.quote)
    return places


def _vouched(statements: Sequence[Statement], facts: Facts) -> dict[str, str]:
    """The medium, or its article among these documents, from which a document says it has the claim: rules 2 and 3."""
    said = {s.document: medium for s in statements if (medium := facts.last_medium(s)) is not None}
    vouched = dict(said)
    for document in {statement.document: None for statement in statements}:
        if document not in said and len(facts.credited[document]) == 1:
            credited = facts.credited[document][0]
            if credited in said.values():
                vouched[document] = credited
    articles: dict[str, str] = {}
    for document in sorted({statement.document for statement in statements}):
        if document in facts.outlets:
            articles.setdefault(facts.outlets[document], document)
    return {document: articles.get(medium, medium) for document, medium in sorted(vouched.items())}


def _word(statement: Statement, case: Case, ancestry: Ancestry) -> tuple[str, str] | None:
    """Whose word a statement is, as key and name, or None if it is nobody's or cannot be told.

    An unnamed party has no identity beyond its text: documents of one text mean the same one by the same words.
    """
    key = _holder(statement)
    source = case.sources.get(key) if key is not None else None
    if source is None:
        return None
    if source.kind is SourceKind.UNNAMED:
        return f"{min(ancestry.origins[statement.document])}:{source.name.casefold()}", source.name
    return source.id, source.name


def _holder(statement: Statement) -> str | None:
    """Id of the source at the end of the chain of word."""
    if statement.form is Form.OWN:
        return next((item.supplied_by for item in statement.evidence if item.supplied_by is not None), None)
    return statement.chain[-1] if statement.chain else statement.source
