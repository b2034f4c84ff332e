"""Expressions put together: parts of dates, dates of years, days with their time, counted dates."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Daypart, Direction, Origin, Range, Shift, Unit
from onrecord.times.grammar.clock import clock
from onrecord.times.grammar.days import day
from onrecord.times.grammar.lengths import length
from onrecord.times.grammar.measures import measure, one_unit
from onrecord.times.grammar.nesting import nested
from onrecord.times.grammar.openings import opening, openings
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.references import reference
from onrecord.times.grammar.relative import relative
from onrecord.times.grammar.sets import repeated
from onrecord.times.grammar.shifts import shift, shifted, towards
from onrecord.times.grammar.stretches import stretch
from onrecord.times.grammar.tokens import Tokens
from onrecord.times.granularity import finer, unit_of_form

Rule = Callable[[Tokens, int], Parse | None]
CACHED_OPENINGS = 4096
"""How many first words are remembered; news has fewer that begin an expression."""
_LENGTHS_ONLY = frozenset({"LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
"""What `over`, `less than`, `up to` say of a duration they do not say of a date."""
_CONTAINED = (Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK)
_ELISIONS = ("'", "’", "‘", "`")
"""Before a decade: `the late '80s`."""
_MAX_TAILS = 3


def expression(tokens: Tokens, index: int) -> Parse | None:
    """The longest expression of time that starts at a token."""
    return longest(*(rule(tokens, index) for rule in _expressions(opening(tokens.word(index)))))


@lru_cache(maxsize=CACHED_OPENINGS)
def _expressions(word: str) -> tuple[Rule, ...]:
    """The rules for expressions that a word may begin."""
    known = openings()
    rules = (
        (_approximate, known.approximate),
        (date, known.part | known.amount if not _dates(word) else {word}),
        (_measured, known.length),
        (repeated, known.repeated),
        (reference, known.reference),
    )
    return tuple(rule for rule, firsts in rules if word in firsts)


@lru_cache(maxsize=CACHED_OPENINGS)
def _dates(word: str) -> tuple[Rule, ...]:
    """The rules for dates that a word may begin, without what surrounds them."""
    known = openings()
    rules = (
        (day, known.day),
        (stretch, known.stretch),
        (relative, known.relative),
        (shift, known.shift),
        (clock, known.clock),
        (_daypart, known.daypart),
    )
    return tuple(rule for rule, firsts in rules if word in firsts)


def _measured(tokens: Tokens, index: int) -> Parse | None:
    """Durations, with `or so` and the like after them."""
    found = length(tokens, index)
    return None if found is None else _qualified_after(tokens, found)


def date(tokens: Tokens, index: int) -> Parse | None:
    """The longest date or time that starts at a token, with what belongs to it on both sides."""
    known, word = openings(), opening(tokens.word(index))
    return longest(
        _part(tokens, index) if word in known.part else None,
        _counted_from(tokens, index) if word in known.amount else None,
        _whole(tokens, index),
    )


def _approximate(tokens: Tokens, index: int) -> Parse | None:
    """`about two years`, `around Nov. 1`, `more than a month`."""
    found = tokens.wording(index, time_words().approximate_before)
    if found is None or not tokens.spaced(found[0]):
        return None
    at, mod = found
    if mod in _LENGTHS_ONLY and tokens.word(at) == "the":
        return None
    inner = longest(length(tokens, at), shift(tokens, at), _counted_from(tokens, at))
    if mod not in _LENGTHS_ONLY:
        inner = longest(inner, date(tokens, at))
    if inner is None or (inner.doubt is not None and inner.doubt is not Doubt.RATE):
        return None
    return replace(_qualified_after(tokens, inner), mod=inner.mod or mod, doubt=None)


def _qualified_after(tokens: Tokens, parse: Parse) -> Parse:
    found = tokens.wording(parse.end, time_words().approximate_after)
    if found is None or not tokens.spaced(parse.end):
        return parse
    return replace(parse, end=found[0], mod=parse.mod or found[1])


def _part(tokens: Tokens, index: int) -> Parse | None:
    """`early next year`, `mid-May`, `the late 1990s`, `later in the day`, `the end of June`."""
    words = time_words()
    start = index + (tokens.word(index) in ("the", "this", "its") and tokens.spaced(index + 1))
    word = tokens.word(start)
    mod = words.parts_before.get(word)
    if mod is not None:
        at = start + 1 + (tokens.word(start + 1) in ("in", "on") and tokens.spaced(start + 1))
        return _of_part(tokens, at, mod, bare=at == start + 1)
    mod = words.parts_of.get(word)
    if mod is None or tokens.word(start + 1) not in ("of", "to") or not tokens.spaced(start + 1):
        return None
    return _of_part(tokens, start + 2, mod, bare=False)


def _of_part(tokens: Tokens, at: int, mod: str, *, bare: bool) -> Parse | None:
    if not (tokens.joined(at) or tokens.gap(at) in _ELISIONS):
        return None
    inner = longest(_part(tokens, at), _whole(tokens, at), _bare_daypart(tokens, at))
    if inner is None or inner.doubt in (Doubt.UNIT, Doubt.DAY):
        return None
    if bare and tokens.word(at) == "the" and inner.doubt is Doubt.DEFINITE:
        return None
    return replace(inner, mod=mod or inner.mod, doubt=None)


def _bare_daypart(tokens: Tokens, index: int) -> Parse | None:
    part = time_words().dayparts.get(tokens.word(index))
    return None if part is None else Parse(index + 1, Calendar(daypart=Daypart(part)))


def _counted_from(tokens: Tokens, index: int) -> Parse | None:
    """`two weeks after Christmas`, `a week from Friday`, `the week before last`."""
    distance = measure(tokens, index) or one_unit(tokens, index)
    after = None if distance is None else towards(tokens, distance.end, distance.parts)
    if distance is None or after is None:
        return None
    at, direction = after
    the = tokens.word(index) == "the"
    if the and tokens.says(at, "last" if direction is Direction.PAST else "next"):
        return Parse(at + 1, Shift(2, distance.parts[0][1], direction, snapped=True))
    origin = _whole(tokens, at) if tokens.spaced(at) else None
    if origin is None or origin.doubt not in (None, Doubt.YEAR):
        return None
    if not isinstance(origin.form, Calendar | Shift):
        return None
    return Parse(origin.end, shifted(distance.parts, direction, origin.form))


def _whole(tokens: Tokens, index: int) -> Parse | None:
    """A date or time with what follows that belongs to it."""
    found = [rule(tokens, index) for rule in _dates(opening(tokens.word(index)))]
    best = longest(*found)
    parts = (one for one in found if one and one is not best and one.doubt is Doubt.UNIT)
    whole = longest(*(_extended(tokens, one) for one in (best, *parts) if one is not None))
    return None if whole is None else _qualified_after(tokens, whole)


def _extended(tokens: Tokens, parse: Parse) -> Parse:
    for _ in range(_MAX_TAILS):
        longer = _longer(tokens, parse)
        if longer is None:
            break
        parse = longer
    return parse


def _daypart(tokens: Tokens, index: int) -> Parse | None:
    """`the morning`, `morning`: of which day, the text says elsewhere or after `of`."""
    start = index + (tokens.word(index) == "the")
    word = tokens.word(start)
    if word not in time_words().dayparts or not (start == index or tokens.spaced(start)):
        return None
    part = Daypart(time_words().dayparts[word])
    return Parse(start + 1, Calendar(daypart=part), doubt=Doubt.DAYPART)


def _longer(tokens: Tokens, parse: Parse) -> Parse | None:
    tails: tuple[Callable[[Tokens, Parse], Parse | None], ...] = (
        _time_then_day,
        _day_then_part,
        _inside,
        _owner_then_part,
        _ago_then_day,
    )
    return longest(*(tail(tokens, parse) for tail in tails))


def _may_begin(tokens: Tokens, at: int) -> bool:
    """Whether a date may begin with the token."""
    word = opening(tokens.word(at))
    return bool(_dates(word)) or word in openings().part


def _day_at(tokens: Tokens, at: int) -> Parse | None:
    return longest(day(tokens, at), relative(tokens, at)) if _may_begin(tokens, at) else None


def _time_then_day(tokens: Tokens, parse: Parse) -> Parse | None:
    """`9 a.m. Tuesday`, `noon on Friday`, `the morning of May 7`."""
    form, at = parse.form, parse.end
    if not isinstance(form, Calendar) or form.of is not None or unit_of_form(form) is not Unit.HOUR:
        return None
    at += tokens.word(at) in ("on", "of") and tokens.spaced(at)
    if not tokens.follows(at, ",", ".", ".,", ")"):
        return None
    date = _day_at(tokens, at)
    if date is None or unit_of_form(date.form) is not Unit.DAY or isinstance(date.form, Range):
        return None
    if date.doubt is not None or date.type is not None:
        return None
    return Parse(date.end, replace(form, of=date.form), parse.mod)


def _day_then_part(tokens: Tokens, parse: Parse) -> Parse | None:
    """`Friday night`, `yesterday morning`, `Friday 9 a.m.`, `Sunday noon`."""
    at = parse.end
    if unit_of_form(parse.form) is not Unit.DAY or not tokens.follows(at, ",", "("):
        return None
    if isinstance(parse.form, Range):
        return None
    part = time_words().dayparts.get(tokens.word(at)) if tokens.spaced(at) else None
    if part is not None:
        return Parse(at + 1, Calendar(daypart=Daypart(part), of=parse.form), parse.mod)
    time = clock(tokens, at)
    if time is None or time.doubt is not None or not isinstance(time.form, Calendar):
        return None
    return Parse(time.end, replace(time.form, of=parse.form), parse.mod)


def _inside(tokens: Tokens, parse: Parse) -> Parse | None:
    """What the date lies in: `July last year`, `the second half of June`, `the week of March 6`."""
    form, at = parse.form, parse.end
    of = tokens.word(at) in ("of", "in") and tokens.spaced(at)
    if not isinstance(form, Calendar | Shift) or not tokens.spaced(at + of):
        return None
    outer = _outer(tokens, at + of, of=of)
    if outer is None or not isinstance(outer.form, Calendar | Shift):
        return None
    if tokens.word(at) == "in" and parse.doubt is not Doubt.UNIT:
        return None
    if isinstance(form, Calendar) and form.half and unit_of_form(outer.form) is not Unit.YEAR:
        return Parse(outer.end, outer.form, "START" if form.half == 1 else "END")
    whole = nested(form, outer.form)
    return None if whole is None else Parse(outer.end, whole, parse.mod or outer.mod)


def _outer(tokens: Tokens, at: int, *, of: bool) -> Parse | None:
    """After `of` any date; without it only what cannot stand by itself as another."""
    if not _may_begin(tokens, at):
        return None
    found = longest(stretch(tokens, at), relative(tokens, at), shift(tokens, at))
    if of:
        found = longest(found, day(tokens, at), _part(tokens, at))
    if found is None or (found.doubt is not None and not (of or found.doubt is Doubt.YEAR)):
        return None
    if not of and found.doubt is Doubt.YEAR and not tokens.word(at).isdigit():
        return None
    return _longer(tokens, found) or found if of else found


def _ago_then_day(tokens: Tokens, parse: Parse) -> Parse | None:
    """`three years ago today`, `a week ago Friday`, `a year ago this week`."""
    form, at = parse.form, parse.end
    if not isinstance(form, Shift) or form.snapped or form.origin is not Origin.PUBLICATION:
        return None
    date = _day_at(tokens, at) if tokens.spaced(at) else None
    if date is None or date.doubt is not None or not finer(date.form, form):
        return None
    return Parse(date.end, replace(form, origin=date.form), parse.mod)


def _owner_then_part(tokens: Tokens, parse: Parse) -> Parse | None:
    """`this year's third quarter`, `fiscal 1990's second quarter`, `last year's quarter`."""
    at = parse.end
    unit = unit_of_form(parse.form)
    if not tokens.owned(at) or unit not in _CONTAINED or parse.doubt is Doubt.DEFINITE:
        return None
    part = longest(stretch(tokens, at), _part(tokens, at), day(tokens, at), _bare_unit(tokens, at))
    if part is None or part.doubt in (Doubt.YEAR, Doubt.MONTH, Doubt.UNIT):
        return None
    whole = nested(part.form, parse.form)
    return None if whole is None else Parse(part.end, whole, part.mod)


def _bare_unit(tokens: Tokens, index: int) -> Parse | None:
    word = tokens.word(index)
    if word not in ("quarter", "period"):
        return None
    unit = Unit.QUARTER if word == "quarter" else Unit.UNKNOWN
    return Parse(index + 1, Shift(0, unit, Direction.PRESENT, Origin.TEXT))
