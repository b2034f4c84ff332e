"""The files of the second network are checked before they are used."""

from pathlib import Path

import pytest

from onrecord.errors import WeightsError
from onrecord.weights.sentences import sentence_weights

MANIFEST = """version = "1"

[temperatures]
acts = 1.5

[files]
"encoder.onnx" = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
"""


def test_files_that_are_as_they_were(tmp_path: Path) -> None:
    """Path, version and temperatures."""
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    (tmp_path / "encoder.onnx").write_bytes(b"foo")
    found = sentence_weights(tmp_path)
    assert (found.encoder.name, found.version, found.temperatures) == (
        "encoder.onnx",
        "1",
        {"acts": 1.5},
    )


@pytest.mark.parametrize("content", [None, b"bar"], ids=["missing", "altered"])
def test_files_that_are_not(tmp_path: Path, content: bytes | None) -> None:
    """The message names the file."""
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    if content is not None:
        (tmp_path / "encoder.onnx").write_bytes(content)
    with pytest.raises(WeightsError, match="encoder"):
        sentence_weights(tmp_path)


def test_no_model(tmp_path: Path) -> None:
    """A folder without a manifest has no model."""
    with pytest.raises(WeightsError, match="no model"):
        sentence_weights(tmp_path)
