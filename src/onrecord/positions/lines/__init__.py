"""Positions on one issue, put in order of time: lines, the shifts in them, and who agrees."""

from onrecord.positions.lines.comparing import agreement, compare_lines, who_says_what
from onrecord.positions.lines.line import line_of, lines_on
from onrecord.positions.lines.slots import is_doubtful
from onrecord.positions.lines.voices import speaker_name

__all__ = [
    "agreement",
    "compare_lines",
    "is_doubtful",
    "line_of",
    "lines_on",
    "speaker_name",
    "who_says_what",
]
