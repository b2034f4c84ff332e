"""Phrases that attribute without a verb, and verbs that attribute without doubt."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def lead_pattern() -> re.Pattern[str]:
    """Matches a whole line `LEAD NAME: CONTENT`, with groups cue, source and content."""
    leads = "|".join(re.escape(lead) for lead in _read()["leads"])
    return re.compile(
        rf"(?P<cue>(?i:{leads}))[ \t]+(?P<source>[^:\n]{{2,80}}?)[ \t]*:[ \t]+(?P<content>\S.*)$",
        re.MULTILINE,
    )


@cache
def reporting_verbs() -> str:
    """An alternation of the verbs that report a quotation they stand beside."""
    return "|".join(re.escape(verb) for verb in _read()["verbs"])


def _read() -> dict[str, list[str]]:
    raw = resources.files("onrecord.lexicon").joinpath("leads.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@cache
def nested_verbs() -> str:
    """An alternation of the verbs that head a statement inside a statement."""
    return "|".join(re.escape(verb) for verb in _read()["nested"])


@cache
def voiceless() -> frozenset[str]:
    """Subjects of reporting verbs that are no speakers."""
    return frozenset(_read()["voiceless"])
