"""Chinese names in Pinyin, whose syllables differ by single letters."""

import re

from onrecord.lexicon.names import name_words

_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = (
    "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|"
    "a|e|i|o|u"
)
_WORD = re.compile(rf"(?:(?:{_INITIALS})?(?:{_FINALS})){{1,2}}")
_MOST_WORDS = 3


def is_pinyin(words: tuple[str, ...], written: str) -> bool:
    """Whether a name of these folded words is Chinese in Pinyin, family name first.

    Wade-Giles and Korean hyphenate the given name; `written` shows whether this one does.
    """
    if not 2 <= len(words) <= _MOST_WORDS or words[0] not in name_words().first_families:
        return False
    return "-" not in written and all(map(_WORD.fullmatch, words)) and written.isascii()
