"""Cue words: polarity of an attribution, and the stance that a cue shows."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.lexicon.inflection import inflected, plural

_FILE = "cues.toml"


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of `cues.toml`, in lower case; those of verbs hold every inflected form."""

    denial: frozenset[str]
    denial_of_claims: frozenset[str]
    claims: frozenset[str]
    recipients: frozenset[str]
    refusal: frozenset[str]
    speaking: frozenset[str]
    refused_nouns: frozenset[str]
    would_not: tuple[str, ...]
    silence: tuple[str, ...]
    negations: tuple[str, ...]
    negative_verbs: frozenset[str]
    negation_cancelled_by: tuple[str, ...]
    negative_sources: frozenset[str]
    hedges: frozenset[str]
    hedged_participles: frozenset[str]
    distancing: frozenset[str]
    factive: frozenset[str]
    factive_phrases: tuple[str, ...]


@cache
def cues() -> Cues:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    lists: Mapping[str, Mapping[str, Sequence[str]]] = table
    irregular = lists["irregular"]
    denial, refusal, negation, hedge = (
        lists[name] for name in ("denial", "refusal", "negation", "hedge")
    )
    stance = lists["stance"]
    return Cues(
        denial=_forms(denial["verbs"], irregular),
        denial_of_claims=_forms(denial["with_a_claim"], irregular),
        claims=frozenset(denial["claims"]) | frozenset(map(plural, denial["claims"])),
        recipients=frozenset(denial["recipients"]),
        refusal=_forms(refusal["verbs"], irregular),
        speaking=frozenset(refusal["speaking"]),
        refused_nouns=frozenset(refusal["nouns"]),
        would_not=tuple(refusal["would_not"]),
        silence=tuple(refusal["silence"]),
        negations=tuple(negation["words"]),
        negative_verbs=_forms(negation["verbs"], irregular),
        negation_cancelled_by=tuple(negation["cancelled_by"]),
        negative_sources=frozenset(negation["sources"]),
        hedges=frozenset(hedge["words"]),
        hedged_participles=frozenset(hedge["participles"]),
        distancing=_forms(stance["distancing"], irregular) | frozenset(stance["distancing_words"]),
        factive=_forms(stance["factive"], irregular),
        factive_phrases=tuple(stance["factive_phrases"]),
    )


def _forms(verbs: Iterable[str], irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every form of each verb; of a phrase (`stop short of`) the first word is inflected."""
    found: set[str] = set()
    for phrase in verbs:
        verb, space, rest = phrase.partition(" ")
        forms = irregular.get(verb) or inflected(verb)
        found.update(form + space + rest for form in forms)
    return frozenset(found)
