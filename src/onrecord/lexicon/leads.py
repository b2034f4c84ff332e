"""Phrases that attribute without a verb."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def lead_pattern() -> re.Pattern[str]:
    """Matches a whole line `LEAD NAME: CONTENT`, with groups cue, source and content."""
    raw = resources.files("onrecord.lexicon").joinpath("leads.toml").read_text(encoding="utf-8")
    leads = "|".join(re.escape(lead) for lead in tomllib.loads(raw)["leads"])
    return re.compile(
        rf"(?P<cue>(?i:{leads}))[ \t]+(?P<source>[^:\n]{{2,80}}?)[ \t]*:[ \t]+(?P<content>\S.*)$",
        re.MULTILINE,
    )
