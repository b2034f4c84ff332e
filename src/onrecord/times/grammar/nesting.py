"""One form as part of another: `July` of `last year`, `the week` of `March 6`."""

from dataclasses import replace

from onrecord.times.forms import Calendar, Form, Origin, Shift, Unit
from onrecord.times.granularity import finer, unit_of_form


def nested(inner: Form, outer: Form) -> Form | None:
    """The inner form inside the outer one; None where it cannot be."""
    if isinstance(inner, Shift):
        return _spoken_of(inner, outer)
    if not isinstance(inner, Calendar) or inner.year or inner.which or not finer(inner, outer):
        return None
    if inner.of is not None:
        deeper = nested(inner.of, outer)
        return None if deeper is None else replace(inner, of=deeper)
    if isinstance(outer, Calendar) and outer.year and _is_only_a_year(outer) and not inner.nth:
        return replace(inner, year=outer.year, fiscal=inner.fiscal or outer.fiscal)
    if isinstance(outer, Shift) and not outer.snapped and unit_of_form(outer) is not Unit.YEAR:
        return None
    return replace(inner, of=outer)


def _is_only_a_year(form: Calendar) -> bool:
    return form == Calendar(year=form.year, fiscal=form.fiscal)


def _spoken_of(inner: Shift, outer: Form) -> Form | None:
    """`the week of March 6`, `the same period last year`, `the quarter a year ago`."""
    if inner.origin is not Origin.TEXT or inner.amount != 0:
        return None
    if inner.unit is Unit.MONTH and unit_of_form(outer) is Unit.MONTH:
        return outer
    if isinstance(outer, Calendar):
        if inner.unit in (Unit.WEEK, Unit.WEEKEND) and finer(outer, inner):
            return replace(inner, origin=outer)
        return Calendar(of=inner, year=outer.year) if outer.year and finer(inner, outer) else None
    if isinstance(outer, Shift) and outer.unit is Unit.YEAR and finer(inner, outer):
        return replace(outer, origin=inner, snapped=False)
    return None
