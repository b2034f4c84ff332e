"""The reader's model files."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import WeightsError

FOLDER = Path(__file__).parent / "reader"


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """Paths of the verified files, the version (a digest over all) and the decoding thresholds."""

    encoder: Path
    linker: Path
    spans: Path
    pairs: Path
    times: Path
    vocabulary: Path
    version: str
    cue_bias: float
    least_score: float
    least_span: float
    link_bias: float


def reader_weights(folder: Path = FOLDER) -> ReaderWeights:
    """Check every file against its digest in `manifest.toml`.

    Raises WeightsError where a file is missing or altered.
    """
    manifest = folder / "manifest.toml"
    if not manifest.is_file():
        raise WeightsError(f"no model at {str(folder)!r}: reinstall onrecord, or run `make train`")
    described = tomllib.loads(manifest.read_text(encoding="utf-8"))
    for name, digest in described["files"].items():
        verify_file(folder / name, digest)
    return ReaderWeights(
        encoder=folder / "encoder.onnx",
        linker=folder / "linker.onnx",
        spans=folder / "spans.onnx",
        pairs=folder / "pairs.onnx",
        times=folder / "times.onnx",
        vocabulary=folder / "tokenizer.json",
        version=str(described["version"]),
        cue_bias=float(described["decoding"]["cue_bias"]),
        least_score=float(described["decoding"]["least_score"]),
        least_span=float(described["decoding"]["least_span"]),
        link_bias=float(described["decoding"]["link_bias"]),
    )


def verify_file(path: Path, digest: str) -> None:
    """Raise WeightsError where a file is missing or has another digest."""
    if not path.is_file():
        raise WeightsError(
            f"model file {path.name!r} is missing from {str(path.parent)!r}: reinstall"
        )
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != digest:
        raise WeightsError(
            f"model file {str(path)!r} has digest {found[:12]!r}, not {digest[:12]!r}: reinstall"
        )
