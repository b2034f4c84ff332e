"""What the form of a statement says of its stance, whatever its words are about.

A denial turns what is denied round; a refusal, a question, a hypothesis and another's view take no
side. Each rule names itself, so that a position says which one decided.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import Polarity
from onrecord.lexicon.stance import stance_words
from onrecord.positions.issues.stems import stem
from onrecord.positions.stance.sentences import sentence_spans

LEAST_OWN_WORDS = 4
"""Words beside another's view from which on a statement is taken to say something of its own."""

_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"^\s*(?:that|as|and|so)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """`turned`: what is told of the words holds of their contrary. `silent`: no side is taken.
    `step` names the rule, None where there is none; `evidence` is what it rests on."""

    turned: bool = False
    silent: bool = False
    step: str | None = None
    evidence: tuple[Span, ...] = ()


PLAIN = Form()


def form_of(statement: ReportedStatement, nested: Sequence[ReportedStatement]) -> Form:
    """The form of a statement; `nested` are those inside its content, by other speakers or not."""
    for rule in (_of_polarity, _of_question, _of_hypothesis):
        found = rule(statement)
        if found.step is not None:
            return found
    return _of_others(statement, nested)


def _of_polarity(statement: ReportedStatement) -> Form:
    cue = statement.statement.cue
    match statement.statement.polarity:
        case Polarity.DENIED:
            return Form(turned=True, step="denied", evidence=cue)
        case Polarity.DECLINED:
            return Form(silent=True, step="declined", evidence=cue)
        case Polarity.NEGATED if _is_will(statement):
            return Form(turned=True, step="denied", evidence=cue)
        case Polarity.NEGATED:
            return Form(silent=True, step="negated", evidence=cue)
        case _:
            return PLAIN


def _is_will(statement: ReportedStatement) -> bool:
    """Whether the cue is one of wanting: "does not want" rejects, "did not say" says nothing."""
    wills = {stem(verb) for verb in stance_words().wills}
    return not wills.isdisjoint(map(stem, _words_of(statement, statement.statement.cue)))


def _of_question(statement: ReportedStatement) -> Form:
    """An indirect question: "asked whether", "discussed how"."""
    words = stance_words()
    content = _ASIDE.sub("", statement.content).lower()
    opener = next((o for o in words.question_openers if re.match(rf"\W*{o}\b", content)), None)
    if opener is None:
        return PLAIN
    asking = {stem(verb) for verb in words.asking}
    if opener == "whether" or not asking.isdisjoint(
        map(stem, _words_of(statement, statement.statement.cue))
    ):
        asks_condition = opener == "if" and "," in content
        return (
            PLAIN
            if asks_condition
            else Form(silent=True, step="question", evidence=_content(statement))
        )
    return PLAIN


def _of_hypothesis(statement: ReportedStatement) -> Form:
    """Every sentence of the content is about what is not so: "were he to leave, …"."""
    content = statement.content
    found = [_hypothesis().match(span.of(content)) is not None for span in sentence_spans(content)]
    if found and all(found):
        return Form(silent=True, step="hypothetical", evidence=_content(statement))
    return PLAIN


def _of_others(statement: ReportedStatement, nested: Sequence[ReportedStatement]) -> Form:
    """What is left without the views of others says nothing of its own."""
    others = [inner for inner in nested if _is_others(statement, inner)]
    taken = [span for inner in others for span in inner.statement.content]
    if others and not _says_more(_without(statement, taken)) and not _judges(statement):
        return Form(silent=True, step="quoted-opponent", evidence=tuple(taken))
    content = statement.content
    match = _view().match(content)
    if match is not None and not _says_more(match["mine"] or "") and not _has_verdict(content):
        return Form(silent=True, step="quoted-opponent", evidence=_content(statement))
    return PLAIN


def _is_others(outer: ReportedStatement, inner: ReportedStatement) -> bool:
    """Whether the inner statement has speakers, none of whom is a speaker of the outer one."""
    mine = {speaker.id or speaker.name for speaker in outer.speakers}
    theirs = {speaker.id or speaker.name for speaker in inner.speakers}
    return bool(theirs) and theirs.isdisjoint(mine)


def _without(statement: ReportedStatement, taken: Sequence[Span]) -> str:
    kept = [
        "" if any(span.start <= at < span.end for span in taken) else character
        for whole in statement.statement.content
        for at, character in enumerate(
            statement.in_passage(whole).of(statement.passage), whole.start
        )
    ]
    return "".join(kept)


def _says_more(text: str) -> bool:
    """Whether what is left is more than who said it: many words, or a judgement."""
    words = _WORD.findall(text.lower())
    return len(words) > 3 * LEAST_OWN_WORDS or not stance_words().verdicts.isdisjoint(words)


def _judges(statement: ReportedStatement) -> bool:
    """Whether the cue is one that judges: "complained that …"."""
    judging = {stem(verb) for verb in stance_words().judging}
    return not judging.isdisjoint(map(stem, _words_of(statement, statement.statement.cue)))


def _has_verdict(text: str) -> bool:
    return not stance_words().verdicts.isdisjoint(_WORD.findall(text.lower()))


def _words_of(statement: ReportedStatement, spans: Sequence[Span]) -> list[str]:
    text = " ".join(statement.in_passage(span).of(statement.passage) for span in spans)
    return _WORD.findall(text.lower())


def _content(statement: ReportedStatement) -> tuple[Span, ...]:
    return statement.statement.content


@cache
def _hypothesis() -> re.Pattern[str]:
    choices = "|".join(map(re.escape, stance_words().hypotheticals))
    return re.compile(rf"\W*(?:that\s+)?(?:{choices})\b", re.IGNORECASE)


@cache
def _view() -> re.Pattern[str]:
    """ "the rebels say that …", "those who demand …" as the whole of what was said."""
    words = stance_words()
    who = "|".join(map(re.escape, words.others))
    verbs = "|".join(map(re.escape, words.others_verbs))
    return re.compile(
        rf"\W*(?:that\s+)?(?P<mine>)(?:{who})(?:\s+\w+){{0,3}}?\s+(?:{verbs})\b", re.IGNORECASE
    )
