"""Give every statement its act.

Two steps. The lexicon finds the words that may show an act, and weighs them; where there are none
the statement is a plain comment, and where they leave no doubt they decide. The network looks at
the others, one pass a sentence, and words and network decide together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.domain.act import Act, Root
from onrecord.domain.actor import Appearance
from onrecord.domain.document import Document
from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.domain.statement import Polarity, Statement
from onrecord.positions.acts.cast import Cast
from onrecord.positions.acts.deciding import Decision, are_sure, attended, by_words, together
from onrecord.positions.acts.frame import Article, Frame, frame_of, sentence_of
from onrecord.positions.acts.network import ActNetwork, ScoredActs
from onrecord.positions.acts.polarity import by_polarity
from onrecord.positions.acts.sentence import code_sentence
from onrecord.positions.acts.targets import targets_of
from onrecord.positions.acts.weighing import Sign, scores_of, signs_of, words_of

__all__ = ["code_sentence", "code_statements"]

LONGEST_SENTENCE = 240
"""Code points of a sentence that the network reads: about 40 words, in which the act's stand."""

GATE = 0.33
"""Weight of the words for a root from which a statement is looked at: more than one hint."""

PLAIN, LEXICON, MODEL = "plain", "lexicon", "model"
HEDGED = 0.8
"""What a hedge ("reportedly said") leaves of the confidence."""


def code_statements(
    document: Document,
    statements: tuple[Statement, ...],
    appearances: tuple[Appearance, ...],
    network: ActNetwork | None,
) -> tuple[Statement, ...]:
    """The statements with their `act`, in their order."""
    return _Coding(document.text, statements, appearances, network).coded()


class _Coding:
    """The statements of one document; what the network said of a sentence is kept."""

    def __init__(
        self,
        text: str,
        statements: Sequence[Statement],
        appearances: Sequence[Appearance],
        network: ActNetwork | None,
    ) -> None:
        self.text = text
        self.article = Article(text, statements)
        self.statements = statements
        self.cast = Cast(appearances)
        self.network = network
        self.children = _others_inside(statements)
        self.known: dict[MarkedSentence, ScoredActs] = {}

    def coded(self) -> tuple[Statement, ...]:
        return tuple(replace(each, act=self._act(each)) for each in self.statements)

    def _act(self, statement: Statement) -> Act:
        settled = by_polarity(self.text, statement)
        if settled is not None:
            return settled
        if not self.article.has_hits(statement):
            return Act(Root.NONE, PLAIN, 1.0)
        frame = frame_of(self.article, statement, self.children.get(statement.id, ()))
        signs = signs_of(statement, frame, self.cast)
        scores = scores_of(signs)
        if max(scores.values(), default=0.0) < GATE:
            return Act(Root.NONE, PLAIN, 1.0)
        if self.network is None or are_sure(scores):
            return self._made(statement, frame, signs, by_words(scores), LEXICON, ())
        marked, start = self._marked(statement, frame, signs)
        answer = self._ask(self.network, marked)
        decision = together(scores, answer.chances)
        marks = [span for span in (marked.source, marked.target) if span is not None]
        seen = [_moved(span, start) for span in attended(answer.words, marks)]
        return self._made(statement, frame, signs, decision, MODEL, seen)

    def _ask(self, network: ActNetwork, marked: MarkedSentence) -> ScoredActs:
        if marked not in self.known:
            self.known[marked] = network.acts((marked,))[0]
        return self.known[marked]

    def _marked(
        self, statement: Statement, frame: Frame, signs: Sequence[Sign]
    ) -> tuple[MarkedSentence, int]:
        """The sentence of the strongest sign with its source and target, and where it begins."""
        strongest = max(signs, key=lambda sign: (sign.weight, -sign.hit.first))
        place = frame.tokens.span(strongest.hit.first, strongest.hit.last)
        stretch = sentence_of(self.text, place.start, place.end, LONGEST_SENTENCE)
        source = next((_inside(s, stretch) for s in statement.source if _within(s, stretch)), None)
        targets = targets_of(statement, frame, self.cast, signs, strongest.root)
        spans = [target.span for target in targets if _within(target.span, stretch)]
        target = _inside(spans[0], stretch) if spans else None
        if source is not None and target is not None and source.overlaps(target):
            target = None
        return MarkedSentence(stretch.of(self.text), source, target), stretch.start

    def _made(
        self,
        statement: Statement,
        frame: Frame,
        signs: Sequence[Sign],
        decision: Decision,
        step: str,
        seen: Sequence[Span],
    ) -> Act:
        hedged = statement.polarity is Polarity.HEDGED
        confidence = round(decision.confidence * (HEDGED if hedged else 1.0), 4)
        if decision.root is Root.NONE:
            return Act(Root.NONE, step, confidence)
        evidence = words_of(frame.tokens, signs, decision.root) or tuple(seen)
        targets = targets_of(statement, frame, self.cast, signs, decision.root)
        return Act(decision.root, step, confidence, evidence, targets)


def _others_inside(statements: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    """By the id of a statement, those inside it that somebody else makes."""
    statements = tuple(statements)
    by_id = {each.id: each for each in statements}
    found: dict[str, list[Statement]] = {}
    for each in statements:
        parent = by_id.get(each.parent or "")
        if parent is not None and not _same_speaker(each, parent):
            found.setdefault(parent.id, []).append(each)
    return found


def _same_speaker(one: Statement, other: Statement) -> bool:
    known = {link.profile for link in other.speakers if link.profile}
    return bool(known) and any(link.profile in known for link in one.speakers)


def _within(span: Span, stretch: Span) -> bool:
    return stretch.contains(span)


def _inside(span: Span, stretch: Span) -> Span:
    return Span(span.start - stretch.start, span.end - stretch.start)


def _moved(span: Span, start: int) -> Span:
    return Span(span.start + start, span.end + start)
