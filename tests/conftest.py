"""What tests of several parts need."""

import pytest
from hypothesis import settings

from onrecord.errors import WeightsError
from onrecord.weights.reader import reader_weights

settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")
"""How long one example takes depends on what else the machine does."""


@pytest.fixture(scope="session")
def weights() -> None:
    """The model files that are shipped; a test that asks for them is skipped where they are not."""
    try:
        reader_weights()
    except WeightsError as error:
        pytest.skip(str(error))
