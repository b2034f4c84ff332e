"""A network whose answers are kept in a record, so that no text is read twice."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from onrecord.record import Record

Floats = NDArray[np.float32]
T = TypeVar("T")

TOGETHER = 500
"""Answers kept at one time: an interrupted run loses no more than these."""


class Network(Protocol):
    """What is asked of a network about single texts."""

    def embed(self, texts: Sequence[str]) -> Floats:
        """(texts, width) vectors of unit length."""
        ...

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(pairs, 4) chances: for, against, conditional, unclear."""
        ...


class RememberingNetwork:
    """Answers from the record where they are kept, else from the network, which loads when asked.

    All answers are rounded to half floats, so that one that was kept is one that was given.
    `version` is that of the weights; `tell` is told how far it is.
    """

    def __init__(
        self,
        record: Record,
        load: Callable[[], Network],
        version: str,
        tell: Callable[[str], None],
    ) -> None:
        self._record = record
        self._load = load
        self._version = version
        self._tell = tell
        self._network: Network | None = None

    def embed(self, texts: Sequence[str]) -> Floats:
        """As `Network.embed`."""
        asked = {self._question("embed", text): text for text in texts}
        known = self._answered(asked, lambda new: self._loaded().embed(new))
        return _stacked([known[self._question("embed", text)] for text in texts])

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """As `Network.stances`."""
        asked = {self._question("stance", *pair): pair for pair in pairs}
        known = self._answered(asked, lambda new: self._loaded().stances(new))
        return _stacked([known[self._question("stance", *pair)] for pair in pairs])

    def _answered(
        self, asked: Mapping[bytes, T], ask: Callable[[Sequence[T]], Floats]
    ) -> Mapping[bytes, Floats]:
        kept = self._record.network_answers(asked)
        known = {question: _from_bytes(answer) for question, answer in kept.items()}
        new = iter([question for question in asked if question not in known])
        missing = len(asked) - len(known)
        while part := list(islice(new, TOGETHER)):
            rows = ask([asked[question] for question in part]).astype(np.float16)
            answers = {q: row.astype("<f2").tobytes() for q, row in zip(part, rows, strict=True)}
            self._record.keep_network_answers(answers)
            known.update((question, _from_bytes(answer)) for question, answer in answers.items())
            missing -= len(part)
            if missing:
                self._tell(f"{missing:,} texts left to read")
        return known

    def _question(self, kind: str, *texts: str) -> bytes:
        words = repr((self._version, kind, texts)).encode("utf-8", "replace")
        return hashlib.blake2b(words, digest_size=16).digest()

    def _loaded(self) -> Network:
        if self._network is None:
            self._network = self._load()
        return self._network


def _from_bytes(answer: bytes) -> Floats:
    return np.frombuffer(answer, dtype="<f2").astype(np.float32)


def _stacked(rows: Sequence[Floats]) -> Floats:
    return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)
