"""The crosswalk between CAMEO and PLOVER."""

import pytest

from onrecord.domain.act import Root
from onrecord.lexicon.cameo import cameo_codes, codes_of, root_of


@pytest.mark.parametrize(
    ("code", "root"),
    [("02", "REQUEST"), ("10", "REQUEST"), ("112", "ACCUSE"), ("094", "ACCUSE"), ("057", "SUPPORT"),
     ("163", "SANCTION"), ("173", "COERCE"), ("195", "ASSAULT"), ("20", "ASSAULT"), ("01", "none"),
     ("1724", "COERCE"), ("155", "MOBILIZE")],
)  # fmt: skip
def test_a_code_has_a_root(code: str, root: str) -> None:
    """One that is not in the table has that of its first two digits."""
    assert root_of(code).value == root


def test_no_code_of_cameo() -> None:
    """It has no root."""
    with pytest.raises(KeyError):
        root_of("99")


def test_the_twenty_roots_of_cameo_are_shared_out() -> None:
    """Each once, among the fifteen roots and none."""
    shared = [code for root in Root for code in codes_of(root)]
    assert sorted(shared) == [f"{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize("root", Root)
def test_both_directions_agree(root: Root) -> None:
    """A code of a root has that root, and the root of the code it stands under."""
    for code in codes_of(root, detailed=True):
        assert root_of(code) is root
        assert cameo_codes()[code[:2]].root is root
