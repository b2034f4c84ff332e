"""How two wordings of what was said differ, word by word, and where the difference matters."""

from onrecord.positions.wording.comparing import compare

__all__ = ["compare"]
