"""Times of day: `6 p.m.`, `9:30 a.m. EST`, `noon`, `1200 GMT`, `4 in the morning`."""

import re
from dataclasses import replace

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Daypart
from onrecord.times.grammar.parse import Doubt, Parse
from onrecord.times.grammar.tokens import Tokens

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_AFTERNOON = (Daypart.AFTERNOON, Daypart.EVENING)


def clock(tokens: Tokens, index: int) -> Parse | None:
    """The time of day that starts at a token."""
    word, words = tokens.word(index), time_words()
    if word in words.clock:
        return Parse(index + 1, Calendar(hour=words.clock[word], minute=0))
    if word == "midday":
        return Parse(index + 1, Calendar(hour=12, minute=0))
    military = _MILITARY.fullmatch(word)
    if military and _zone(tokens, index + 1):
        form = Calendar(hour=int(military[1]), minute=int(military[2]))
        return _zoned(tokens, Parse(index + 1, form))
    return _figures(tokens, index)


def _figures(tokens: Tokens, index: int) -> Parse | None:
    form = _hour(tokens, index)
    if form is None:
        return None
    half = _half_of_day(tokens, index + 1)
    if half is not None and form.hour is not None and form.hour <= 12:
        end, afternoon = half
        return _zoned(tokens, Parse(end, _on_clock(form, afternoon=afternoon)))
    if tokens.word(index + 1) in ("o'clock", "o’clock") and tokens.spaced(index + 1):
        return _zoned(tokens, _with_daypart(tokens, Parse(index + 2, form)))
    if form.minute is None:
        named = _with_daypart(tokens, Parse(index + 1, form))
        return named if named.end > index + 1 else None
    if "." in tokens.word(index):
        return None
    zoned = _zoned(tokens, Parse(index + 1, form, doubt=Doubt.CLOCK))
    return replace(zoned, doubt=None) if zoned.end > index + 1 else zoned


def _hour(tokens: Tokens, index: int) -> Calendar | None:
    found = _TIME.fullmatch(tokens.word(index))
    if found is None:
        hour = time_words().cardinals.get(tokens.word(index), 0)
        return Calendar(hour=hour) if 1 <= hour <= 12 else None
    parts = [int(part) if part else None for part in found.groups()]
    if (parts[0] or 0) > 24 or any((part or 0) > 59 for part in parts[1:]):
        return None
    return Calendar(hour=parts[0], minute=parts[1], second=parts[2])


def _half_of_day(tokens: Tokens, index: int) -> tuple[int, bool] | None:
    """The end of `a.m.` or `p.m.`, and whether it is the afternoon."""
    word = tokens.word(index)
    if not tokens.follows(index):
        return None
    if word in ("am", "pm"):
        return index + 1, word == "pm"
    if word in ("a", "p") and tokens.word(index + 1) == "m" and tokens.gap(index + 1) == ".":
        return index + 2, word == "p"
    return None


def _on_clock(form: Calendar, *, afternoon: bool) -> Calendar:
    hour = (form.hour or 0) % 12 + (12 if afternoon else 0)
    return replace(form, hour=hour, minute=form.minute or 0)


def _with_daypart(tokens: Tokens, parse: Parse) -> Parse:
    """`4 in the morning`, `eight o'clock at night`."""
    at, form = parse.end, parse.form
    in_the = tokens.says(at, "in", "the")
    part = time_words().dayparts.get(tokens.word(at + 2 if in_the else at + 1))
    if part is None or not (in_the or tokens.says(at, "at")) or not isinstance(form, Calendar):
        return parse
    if (form.hour or 0) > 12:
        return parse
    late = Daypart(part) in _AFTERNOON or (Daypart(part) is Daypart.NIGHT and (form.hour or 0) > 5)
    return Parse(at + (3 if in_the else 2), _on_clock(form, afternoon=late))


def _zoned(tokens: Tokens, parse: Parse) -> Parse:
    end = _zone(tokens, parse.end)
    if end is None or not isinstance(parse.form, Calendar):
        return parse
    zone = tokens.word(parse.end).upper()
    return replace(parse, end=end, form=replace(parse.form, zone=zone))


def _zone(tokens: Tokens, index: int) -> int | None:
    """The end of a time zone: `EST`, `local time`, `Eastern Daylight Time`."""
    words, word = time_words(), tokens.word(index)
    if not tokens.follows(index, ".", ".(", "(", ".,"):
        return None
    if word in words.zones and tokens.text[slice(*tokens.span(index))].isupper():
        return index + 1
    if word not in words.zone_names:
        return None
    at = index + 1 + (tokens.word(index + 1) in ("standard", "daylight", "summer", "mean"))
    return at + 1 if tokens.word(at) == "time" and tokens.spaced(at) else None
