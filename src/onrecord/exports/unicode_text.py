"""Text that every UTF-8 reader takes."""

import re

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate, which UTF-8 cannot hold; offsets do not move."""
    return _LONE_SURROGATE.sub("\ufffd", text)
