"""Code a single sentence, its source and target given or not."""

from collections.abc import Sequence

from onrecord.domain.act import Act, Root
from onrecord.domain.occasion import Party
from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.lexicon.acts import Showing
from onrecord.lexicon.occasions import occasion_words
from onrecord.positions.acts.cast import Cast
from onrecord.positions.acts.deciding import ENOUGH, attended, by_words, together
from onrecord.positions.acts.frame import Article, Part, frame_of
from onrecord.positions.acts.hits import Hit
from onrecord.positions.acts.negation import negation_of
from onrecord.positions.acts.network import ActNetwork
from onrecord.positions.acts.weighing import (
    CUE_WEIGHTS,
    Sign,
    is_passive,
    scores_of,
    signs_of,
    turned,
    words_of,
)

LATER = 0.5
"""What a verb leaves of the weight of the next one behind it: it governs it, or comes first."""

AWAY = 0.4
"""What is left of a verb on the other side of the source: it is mostly somebody else's."""

OTHERS = {Showing.CONTENT: 0.3, Showing.DUTY: 0.3, Showing.HINT: 0.2, Showing.NOTHING: 0.0}
"""Weights of what belongs to the words of a speaker, where nobody speaks."""

LEAST_SPOKEN = 12
"""Code points in front of a speaker from which they are his words: "“We will not,” said Oss"."""

_NOT_SUBJECT = frozenset({"whom", "whose"})


def code_sentence(
    text: str, source: Span | None, target: Span | None, network: ActNetwork | None
) -> Act:
    """What `source` does in a sentence; offsets are those of `text`.

    The network is asked whether or not a word of the lexicon stands in the sentence. Raises
    ValueError where a span reaches beyond the text, or the two overlap.
    """
    marked = MarkedSentence(text, source, target)
    article = Article(text)
    signs = signs_in(article, source, target)
    scores = scores_of(signs)
    seen: tuple[Span, ...] = ()
    if network is None:
        decision, step = by_words(scores), "lexicon" if signs else "plain"
    else:
        answer = network.acts((marked,))[0]
        decision, step = together(scores, answer.chances), "model"
        seen = attended(answer.words, [span for span in (source, target) if span is not None])
    confidence = round(decision.confidence, 4)
    if decision.root is Root.NONE:
        return Act(Root.NONE, step, confidence)
    evidence = words_of(article.tokens, signs, decision.root) or seen
    targets = (Party(target, target.of(text)),) if target else ()
    return Act(decision.root, step, confidence, evidence, targets)


def signs_in(article: Article, source: Span | None, target: Span | None) -> list[Sign]:
    """Every reason for a root that the words give, in order of the text."""
    marks = [span for span in (source, target) if span is not None]
    hits = [hit for hit in article.hits if not _inside(article, hit, marks)]
    doing = [hit for hit in hits if hit.showing in (Showing.VERB, Showing.WORDS)]
    lead = leading_hit(article, doing, source)
    spoken = _spoken(article, source, lead)
    if spoken is not None:
        said = signs_of(spoken, frame_of(article, spoken, ()), Cast(()), deeds=True)
        if target is None or max(scores_of(said).values(), default=0.0) >= ENOUGH:
            return said
    return _done(article, hits, lead, source)


def _done(
    article: Article, hits: Sequence[Hit], lead: Hit | None, source: Span | None
) -> list[Sign]:
    """What the verbs say, whoever speaks."""
    signs = []
    for hit in hits:
        weight = _weight(article, hit, lead, source)
        negated = negation_of(article.tokens, hit.first)
        sign = turned(hit, weight, Part.CUE, negated, is_passive(article.tokens, hit))
        if sign is not None:
            signs.append(sign)
    return signs


def leading_hit(article: Article, doing: Sequence[Hit], source: Span | None) -> Hit | None:
    """The verb of which the source is the subject: the first behind it, or, where it stands behind
    "by", the last before it."""
    if not doing:
        return None
    if source is None:
        return doing[0]
    tokens = article.tokens
    at = tokens.at(source.start)
    before = [hit for hit in doing if hit.last < at]
    if before and at and tokens.words[at - 1] == "by":
        return before[-1]
    begin = _behind(article, source)
    return next((hit for hit in doing if hit.first >= begin), None)


def _behind(article: Article, source: Span) -> int:
    """The word from which on the source may be a subject: not in ", whom Oss praised,"."""
    tokens = article.tokens
    at = tokens.at(source.end)
    if tokens.words[at : at + 1] != [","] or not _NOT_SUBJECT.intersection(
        tokens.words[at + 1 : at + 2]
    ):
        return at
    later = (i for i in range(at + 2, len(tokens)) if tokens.words[i] == ",")
    return next(later, at)


def _spoken(article: Article, source: Span | None, lead: Hit | None) -> Statement | None:
    """The sentence as a statement, where the source does no more than speak in it."""
    if source is None:
        return None
    tokens, speech = article.tokens, occasion_words().speech
    begin = _behind(article, source)
    end = lead.first if lead is not None and lead.first >= begin else len(tokens)
    before = tokens.at(source.start) - 1
    near = [*range(begin, end), *([before] if before >= 0 else [])]
    verb = next((i for i in near if tokens.words[i] in speech), None)
    if verb is None:
        return None
    cue = tokens.span(verb, verb)
    content = [_piece(article.text, 0, min(cue.start, source.start), LEAST_SPOKEN)]
    content.append(_piece(article.text, max(cue.end, source.end), len(article.text), 1))
    pieces = tuple(span for span in content if span is not None)
    if not pieces:
        return None
    return Statement("", "", StatementKind.INDIRECT, pieces, (cue,), (source,))


def _piece(text: str, start: int, end: int, least: int) -> Span | None:
    return Span(start, end) if len(text[start:end].strip(' ,.“”"')) >= least else None


def _weight(article: Article, hit: Hit, lead: Hit | None, source: Span | None) -> float:
    if hit.showing in OTHERS:
        return OTHERS[hit.showing]
    weight = CUE_WEIGHTS[hit.showing]
    if lead is None or hit.first == lead.first:
        return weight
    away = source is not None and article.tokens.starts[hit.first] < source.start
    return weight * (AWAY if away or hit.first < lead.first else LATER)


def _inside(article: Article, hit: Hit, marks: Sequence[Span]) -> bool:
    start = article.tokens.starts[hit.first]
    return any(span.start <= start < span.end for span in marks)
