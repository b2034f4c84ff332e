"""One question after the other; each answer is kept before the next is asked."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.streams import say
from onrecord.domain.judgement import Verdict
from onrecord.errors import Contradiction

if TYPE_CHECKING:
    from onrecord.record import CandidatePair, Record

ANSWERS = {
    "y": Verdict.SAME,
    "yes": Verdict.SAME,
    "n": Verdict.DIFFERENT,
    "no": Verdict.DIFFERENT,
    "u": Verdict.UNSURE,
    "unsure": Verdict.UNSURE,
}
SKIP = frozenset({"s", "skip"})
QUIT = frozenset({"q", "quit"})
QUESTION = "    one actor? [y]es [n]o [u]nsure [s]kip [q]uit: "

_Pair = tuple[str, str]


class Inquiry:
    """Pairs to be judged; `kept` counts the answers."""

    def __init__(self, record: "Record", by: str) -> None:
        self.kept = 0
        self._record = record
        self._by = by
        self._passed: set[_Pair] = set()

    def pairs(self, limit: int) -> Iterator["CandidatePair"]:
        """Up to `limit` pairs; an answer may settle others, which are then not asked."""
        for _ in range(limit):
            candidates = self._record.candidates(len(self._passed) + 1)
            pair = next((one for one in candidates if _key(one) not in self._passed), None)
            if pair is None:
                return
            yield pair

    def answer(self, pair: "CandidatePair") -> bool:
        """Ask about one pair; false where no more are to be asked."""
        while True:
            word = _asked()
            if word in QUIT:
                return False
            if word in SKIP:
                self._passed.add(_key(pair))
                return True
            if word in ANSWERS:
                self._keep(pair, ANSWERS[word])
                return True

    def _keep(self, pair: "CandidatePair", verdict: Verdict) -> None:
        self._passed.add(_key(pair))
        try:
            self._record.judge(verdict, pair.left_profile, pair.right_profile, by=self._by)
            self.kept += 1
        except Contradiction as error:
            say(f"onrecord: {error}")


def _key(pair: "CandidatePair") -> _Pair:
    return pair.left_profile, pair.right_profile


def _asked() -> str:
    """An answer in small letters; the end of the input quits."""
    sys.stdout.flush()
    sys.stderr.write(QUESTION)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip().lower() if line else "q"
