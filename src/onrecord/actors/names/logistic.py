"""The weights of the features, read from `weights.toml`, and the score they give."""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.actors.names import body_features, person_features

_FILE = "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a feature, in the order of `FEATURES`."""

    person: tuple[float, ...]
    body: tuple[float, ...]


@cache
def weights() -> Weights:
    """The bundled weights, read once."""
    text = files("onrecord.actors.names").joinpath(_FILE).read_text(encoding="utf-8")
    table = tomllib.loads(text)
    person, body = table["person"], table["body"]
    return Weights(
        person=tuple(float(person[name]) for name in person_features.FEATURES),
        body=tuple(float(body[name]) for name in body_features.FEATURES),
    )


def score(features: Sequence[float], weights: Sequence[float]) -> float:
    """The logistic function of the weighted sum."""
    total = sum(map(float.__mul__, features, weights))
    return 1.0 / (1.0 + math.exp(-total))
