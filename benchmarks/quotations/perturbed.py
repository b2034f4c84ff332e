"""Quotations made out of transcripts by a seeded program, so that the right verdict is known.

Nothing of it is stored: they are made at run time, always the same ones for the same data and seed.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from onrecord.domain.actor import ActorKind
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.domain.transcript import Transcript, Verdict
from onrecord.lexicon.sentences import sentence_starts

SHORTEST, LONGEST = 10, 45
"""Words of a sentence that a quotation is made of."""

_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|must|has|have)\b(?! not)")
_NOT = re.compile(r"\b(?:not|never)\s")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*(?![\d.,]*\d)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!\s[A-Z])")
_CONDITION = re.compile(
    r"(?<! as)(?<! even),? (?:if|unless|provided that|as long as) [^,;:]*(?=[.;,])"
)
_TELLING = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|nor|neither|cannot|without|if|unless|until|only|provided|"
    r"fail\w*|refus\w*|den(?:y|ied|ies)|hardly|once|when|whether|before|after|long)\b|n['’]t\b",
    re.IGNORECASE,
)
_NAMES = ("Norway", "Peru", "Tokyo", "Nairobi", "Lisbon", "Canada", "Denmark", "Kenya")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_CURLY = str.maketrans({"'": "’", "-": "‑"})
_SPELLINGS = {
    "isation": "ization",
    "ise": "ize",
    "our": "or",
    "programme": "program",
    "centre": "center",
}

Make = Callable[[str, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation and the verdict that is right; `transcript` is the one it was made of."""

    id: str
    kind: str
    verdict: Verdict
    quotation: ReportedStatement
    transcript: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a transcript and who says it."""

    transcript: Transcript
    start: int
    speaker: str
    words: str


def make_cases(
    searched: Sequence[Transcript], others: Sequence[Transcript], seed: int, count: int
) -> list[Case]:
    """`count` cases, a quarter for each verdict, every kind of a verdict in turn."""
    random_ = random.Random(seed)
    lines = list(_lines(searched))
    absent = list(_lines(others))
    main = _most(lines)
    own = [line for line in lines if line.speaker == main]
    random_.shuffle(own)
    strangers = [line for line in lines if line.speaker != main]
    elsewhere = [line for line in absent if line.speaker == main]
    random_.shuffle(strangers)
    random_.shuffle(elsewhere)
    cases: list[Case] = []
    share = count // 4
    for verdict, makers in _MAKERS.items():
        cases.extend(_of_verdict(verdict, makers, own, random_, share))
    for number in range(count - 3 * share):
        line = (strangers if number % 3 == 0 else elsewhere).pop()
        kind = "other speaker" if number % 3 == 0 else "other transcript"
        cases.append(_case(line, kind, Verdict.NOT_FOUND, line.words, main, random_))
    return cases


def _of_verdict(
    verdict: Verdict, makers: dict[str, Make], own: list[_Line], random_: random.Random, count: int
) -> Iterator[Case]:
    kinds = list(makers)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        line, words = _next(makers[kind], own, random_)
        yield _case(line, kind, verdict, words, line.speaker, random_)


def _next(make: Make, own: list[_Line], random_: random.Random) -> tuple[_Line, str]:
    """The next sentence of which such a quotation can be made, each sentence once."""
    for place, line in enumerate(own):
        words = make(line.words, random_)
        if words is not None and words != line.words:
            return own.pop(place), words
    raise ValueError("the transcripts have too few sentences: give more of them")


def _lines(transcripts: Sequence[Transcript]) -> Iterator[_Line]:
    for transcript in transcripts:
        for turn in transcript.turns:
            for paragraph in turn.paragraphs if turn.speaker else ():
                words = paragraph.of(transcript.text)
                starts = [*sentence_starts(words), len(words)]
                for start, end in pairwise(starts):
                    sentence = words[start:end].strip()
                    if SHORTEST <= len(sentence.split()) <= LONGEST and sentence.endswith("."):
                        at = paragraph.start + start
                        yield _Line(transcript, at, turn.speaker or "", sentence)


def _most(lines: Sequence[_Line]) -> str:
    """Whoever has the most sentences."""
    speakers = [line.speaker for line in lines]
    return max(sorted(set(speakers)), key=speakers.count)


def _case(
    line: _Line, kind: str, verdict: Verdict, words: str, speaker: str, random_: random.Random
) -> Case:
    id = f"{line.transcript.name}:{line.start}:{kind}"
    body = f"“{words.rstrip('.')},”" if not words.endswith(("…", "...")) else f"“{words}”"
    passage = f"{body} {speaker} said."
    content = Span(0, len(body))
    day = line.transcript.day
    published = (
        Period.day(day.last + timedelta(days=random_.randrange(3))) if day is not None else None
    )
    statement = Statement(id=id, document_id=id, kind=StatementKind.DIRECT, content=(content,))
    quotation = ReportedStatement(
        statement=statement,
        content=body,
        passage=passage,
        start=0,
        document_name=id,
        outlet="perturbed",
        speakers=(ReportedActor(None, speaker, ActorKind.PERSON),),
        published=published,
    )
    return Case(id, kind, verdict, quotation, line.transcript.name)


def _plain_marks(words: str, random_: random.Random) -> str | None:
    del random_
    return words.translate(_PLAIN)


def _curly_marks(words: str, random_: random.Random) -> str | None:
    del random_
    return words.translate(_CURLY)


def _american(words: str, random_: random.Random) -> str | None:
    del random_
    changed = words
    for british, american in _SPELLINGS.items():
        changed = re.sub(rf"(?<=\w{{4}}){british}(?=[sd]?\b)", american, changed)
    return changed


def _capitals(words: str, random_: random.Random) -> str | None:
    del random_
    return words.upper()


def _ellipsis(words: str, random_: random.Random) -> str | None:
    parts = words.split()
    first = random_.randrange(4, len(parts) - 5)
    last = random_.randrange(first + 1, min(first + 7, len(parts) - 3))
    if _TELLING.search(" ".join(parts[first:last])):
        return None
    dots = random_.choice(["…", "...", "[…]", "[...]", ". . ."])
    return " ".join((*parts[:first], dots, *parts[last:]))


def _bracket(words: str, random_: random.Random) -> str | None:
    parts = words.split()
    places = [
        p for p, word in enumerate(parts) if word.lower() in ("it", "they", "he", "this", "we")
    ]
    if not places:
        return None
    place = random_.choice(places)
    parts[place] = random_.choice(["[the government]", "[the talks]", "[Norway]"])
    return " ".join(parts)


def _part(words: str, random_: random.Random) -> str | None:
    parts = words.rstrip(".").split()
    length = random_.randrange(7, len(parts))
    first = random_.randrange(0, len(parts) - length + 1)
    left_out = (*parts[:first], *parts[first + length :])
    if _TELLING.search(" ".join(left_out)):
        return None
    return " ".join(parts[first : first + length]) + "."


def _negation(words: str, random_: random.Random) -> str | None:
    if _NOT.search(words) and random_.random() < 0.5:
        return _NOT.sub("", words, count=1)
    return _AUXILIARY.sub(lambda found: f"{found[0]} not", words, count=1)


def _number(words: str, random_: random.Random) -> str | None:
    found = _NUMBER.search(words)
    if found is None:
        return None
    other = str(int(re.sub(r"\D", "", found[0])) + random_.randrange(3, 40))
    return words[: found.start()] + other + words[found.end() :]


def _name(words: str, random_: random.Random) -> str | None:
    found = _NAME.search(words)
    if found is None:
        return None
    return words[: found.start()] + random_.choice(_NAMES) + words[found.end() :]


def _condition(words: str, random_: random.Random) -> str | None:
    del random_
    found = _CONDITION.search(words)
    if found is None or len(words) - len(found[0]) < 40:
        return None
    left = words[: found.start()] + words[found.end() :]
    return None if re.search(r"\b(?:if|unless)\b", left) else left


def _swap(words: str, random_: random.Random) -> str | None:
    parts = words.split()
    places = [place for place, word in enumerate(parts) if re.fullmatch(r"[a-z]{6,}", word)]
    if len(places) < 3:
        return None
    for place in random_.sample(places, 2):
        parts[place] = random_.choice(
            ["kettle", "harbour", "orchard", "teacher", "winter", "furniture", "violin", "carpet"]
        )
    return " ".join(parts)


_MAKERS: dict[Verdict, dict[str, Make]] = {
    Verdict.EXACT: {
        "plain marks": _plain_marks,
        "curly marks": _curly_marks,
        "American spelling": _american,
        "capitals": _capitals,
    },
    Verdict.CUT: {"ellipsis": _ellipsis, "bracket": _bracket, "part": _part},
    Verdict.ALTERED: {
        "negation": _negation,
        "number": _number,
        "name": _name,
        "condition": _condition,
        "words": _swap,
    },
}
