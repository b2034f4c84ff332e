"""The files of the second network, which reads single sentences."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import WeightsError
from onrecord.weights.reader import verify_file

FOLDER = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """Path of the verified network, its version (a digest over all), a temperature a head.

    A temperature is what scores are divided by to become chances that can be believed.
    """

    encoder: Path
    version: str
    temperatures: dict[str, float]


def sentence_weights(folder: Path = FOLDER) -> SentenceWeights:
    """Check every file against its digest in `manifest.toml`.

    Raises WeightsError where a file is missing or altered. Its word pieces are the reader's.
    """
    manifest = folder / "manifest.toml"
    if not manifest.is_file():
        raise WeightsError(f"no model at {str(folder)!r}: reinstall onrecord, or train it anew")
    described = tomllib.loads(manifest.read_text(encoding="utf-8"))
    for name, digest in described["files"].items():
        verify_file(folder / name, digest)
    return SentenceWeights(
        encoder=folder / "encoder.onnx",
        version=str(described["version"]),
        temperatures={name: float(value) for name, value in described["temperatures"].items()},
    )
