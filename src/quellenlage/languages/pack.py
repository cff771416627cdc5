"""A language pack: all vocabularies of one language, and which languages have a pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from quellenlage.languages.cues import CueVocabulary, HedgeVocabulary, load_cues, load_hedges
from quellenlage.languages.evidence import EvidenceVocabulary, load_evidence
from quellenlage.languages.forms import FormVocabulary, load_forms
from quellenlage.languages.furniture import FurnitureVocabulary, load_furniture
from quellenlage.languages.genders import GenderVocabulary, load_genders
from quellenlage.languages.grammar import GrammarVocabulary, load_grammar
from quellenlage.languages.names import NameVocabulary, load_names
from quellenlage.languages.numbers import NumberVocabulary, load_numbers
from quellenlage.languages.predicates import PredicateVocabulary, load_predicates
from quellenlage.languages.segmentation import SegmentationVocabulary, load_segmentation
from quellenlage.languages.times import TimeVocabulary, load_times
from quellenlage.languages.trust import TrustVocabulary, load_trust
from quellenlage.languages.verbs import VerbVocabulary, load_verbs
from quellenlage.model.errors import UnknownName

_MARKER = "cues.toml"  # a folder that holds it is a language pack


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """All that the steps know of one language; each vocabulary is described where it is loaded."""

    code: str
    cues: CueVocabulary
    evidence: EvidenceVocabulary
    forms: FormVocabulary
    furniture: FurnitureVocabulary
    genders: GenderVocabulary
    grammar: GrammarVocabulary
    hedges: HedgeVocabulary
    names: NameVocabulary
    numbers: NumberVocabulary
    predicates: PredicateVocabulary
    segmentation: SegmentationVocabulary
    times: TimeVocabulary
    trust: TrustVocabulary
    verbs: VerbVocabulary


@cache
def pack_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a pack, sorted."""
    folders = resources.files(__package__).iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath(_MARKER).is_file()))


@cache
def load_pack(code: str) -> LanguagePack:
    """Read and check the pack of a language; read once per process.

    Raises:
        UnknownName: if there is no pack for that language.
        DataFileError: if one of its files is damaged.
    """
    if code not in pack_codes():
        raise UnknownName("language", code, pack_codes())
    return LanguagePack(
        code=code,
        cues=load_cues(code),
        evidence=load_evidence(code),
        forms=load_forms(code),
        furniture=load_furniture(code),
        genders=load_genders(code),
        grammar=load_grammar(code),
        hedges=load_hedges(code),
        names=load_names(code),
        numbers=load_numbers(code),
        predicates=load_predicates(code),
        segmentation=load_segmentation(code),
        times=load_times(code),
        trust=load_trust(code),
        verbs=load_verbs(code),
    )
