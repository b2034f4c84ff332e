"""The second network at run time: acts, stances, targets and vectors of single sentences.

Every text is run by itself and without padding, so that an answer depends on nothing but the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.reader.decoding import Floats
from onrecord.reader.onnx_network import session
from onrecord.reader.sentence_layout import Layout, lay_out, lay_out_plain
from onrecord.reader.vocabulary import Vocabulary
from onrecord.weights.sentences import SentenceWeights

ACT_LABELS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "NONE",
)
"""PLOVER's roots as PLV has them, and none for a plain comment."""

STANCE_LABELS = ("for", "against", "conditional", "unclear")
TARGET_LABELS = ("negative", "neutral", "positive")
CONFLICT_LABELS = ("none", "Direct_NegEval", "Indirect_NegEval", "Challenge", "Correction")
"""UNSCon's; asked only by its benchmark."""
ATTITUDE_LABELS = ("negative", "positive")
"""MPQA's polarities; asked only by its benchmark."""

LABEL_COUNTS = {"acts": 16, "stances": 4, "targets": 3, "conflicts": 5, "attitudes": 2}


@dataclass(frozen=True, slots=True)
class ActScores:
    """`chances` are (16,) in the order of ACT_LABELS and sum to 1.

    `words` are the words of the text with the weight that each has in the decision; the weights
    sum to 1 where there is a word.
    """

    chances: Floats
    words: tuple[tuple[Span, float], ...]


class SentenceNetwork:
    """One session on one thread. Create it after a fork, not before.

    >>> network = SentenceNetwork(sentence_weights(), reader_weights().vocabulary) # doctest: +SKIP
    >>> network.stances([("He must go, Oss said.", "Drole must leave office.")])   # doctest: +SKIP
    """

    def __init__(self, weights: SentenceWeights, vocabulary: Path) -> None:
        self._session = session(weights.encoder)
        self._vocabulary = Vocabulary(vocabulary)
        self._temperatures = weights.temperatures

    def embed(self, texts: Sequence[str]) -> Floats:
        """(texts, 384) vectors of unit length; their products tell how alike two texts are."""
        layouts = [lay_out_plain(text, self._vocabulary) for text in texts]
        rows = [self._run("vector", layout)[0] for layout in layouts]
        return np.stack(rows) if rows else np.zeros((0, 384), dtype=np.float32)

    def acts(self, sentences: Sequence[MarkedSentence]) -> list[ActScores]:
        """What the source of each sentence does by it, and the words that say so."""
        found = []
        for sentence in sentences:
            layout = lay_out(sentence, None, self._vocabulary)
            scores, weights = self._outputs(("acts", "weights"), layout)
            chances = _chances(scores[0], self._temperatures["acts"])
            found.append(ActScores(chances, _word_weights(layout, weights[0])))
        return found

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(pairs, 4) in the order of STANCE_LABELS: how each text stands to its proposition."""
        marked = [(MarkedSentence(text), proposition) for text, proposition in pairs]
        return self.chances("stances", marked)

    def targets(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(pairs, 3) in the order of TARGET_LABELS: how a sentence speaks of what it mentions.

        A target that is not found in the sentence is read as a second text.
        """
        return self.chances("targets", [target_input(text, target) for text, target in pairs])

    def chances(self, task: str, texts: Sequence[tuple[MarkedSentence, str | None]]) -> Floats:
        """(texts, labels) chances of any head: the marked text, and a second text or None."""
        layouts = [lay_out(text, second, self._vocabulary) for text, second in texts]
        rows = [
            _chances(self._run(task, layout)[0], self._temperatures[task]) for layout in layouts
        ]
        return np.array(rows, dtype=np.float32).reshape(len(rows), LABEL_COUNTS[task])

    def _run(self, output: str, layout: Layout) -> Floats:
        return self._outputs((output,), layout)[0]

    def _outputs(self, names: Sequence[str], layout: Layout) -> list[Floats]:
        inputs = {"pieces": layout.pieces[None], "roles": layout.roles[None]}
        inputs["inside"] = (layout.word >= 0).astype(np.int64)[None]
        found: list[Floats] = self._session.run(list(names), inputs)
        return found


def target_input(text: str, target: str) -> tuple[MarkedSentence, str | None]:
    """A sentence with the first place where its target stands marked.

    >>> target_input("Oss thanked the envoy.", "the envoy")[0].target
    Span(start=12, end=21)
    """
    at = text.find(target) if target else -1
    if at < 0:
        return MarkedSentence(text), target or None
    return MarkedSentence(text, None, Span(at, at + len(target))), None


def _chances(scores: Floats, temperature: float) -> Floats:
    scaled = (scores - scores.max()) / temperature
    raised = np.exp(scaled)
    chances: Floats = (raised / raised.sum()).astype(np.float32)
    return chances


def _word_weights(layout: Layout, weights: Floats) -> tuple[tuple[Span, float], ...]:
    inside = layout.word >= 0
    sums = np.bincount(layout.word[inside], weights[inside], minlength=len(layout.words))
    total = float(sums.sum()) or 1.0
    return tuple(
        (span, float(weight) / total)
        for span, weight in zip(layout.words, sums.tolist(), strict=True)
    )
