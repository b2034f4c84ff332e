"""Which statements an issue lets through."""

from datetime import date

import pytest

from onrecord.domain.issue import Issue
from onrecord.positions.issues.filters import passes
from tests.positions.issues.builders import reported

SAID = "[Oss] <said> {the mission of the Council should stay}."


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, True, id="none"),
        pytest.param({"actors": ("Oss",)}, True, id="part of the name"),
        pytest.param({"actors": ("person:hadrun oss",)}, True, id="id"),
        pytest.param({"actors": ("Mirelda Quost",)}, False, id="another actor"),
        pytest.param({"targets": ("Council",)}, True, id="target in the content"),
        pytest.param({"targets": ("Ilmarra",)}, True, id="target of the act"),
        pytest.param({"targets": ("Tessaria",)}, False, id="another target"),
        pytest.param({"since": date(2033, 5, 3)}, True, id="since that day"),
        pytest.param({"since": date(2033, 5, 4)}, False, id="since the next"),
        pytest.param({"until": date(2033, 5, 2)}, False, id="until the day before"),
    ],
)
def test_filters(filters: dict[str, object], expected: bool) -> None:
    """All given ones must let it through."""
    statement = reported(SAID, day=date(2033, 5, 3), targets=("Ilmarra",))
    assert passes(Issue("a", "The mission should stay.", **filters), statement) is expected


def test_an_undated_statement_passes() -> None:
    """It may have been said then."""
    assert passes(Issue("a", "It holds.", since=date(2033, 1, 1)), reported(SAID))
