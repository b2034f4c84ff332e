"""Wordings with one planted change that matters, and wordings with none that does."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

OTHER_NAMES = ("Orzhen Belkovar", "Ylsa Marrak", "Tessaria", "Korvana", "Dagny Orrelius", "Zhevik")
CONDITIONS = (
    " if the other side agrees",
    " provided that the guns fall silent",
    " as long as the road stays open",
    " unless the talks fail",
    ", but only after the withdrawal is complete",
)
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|must|should|has|have)\b"
    r"(?! (?:not|never|no|nothing|nobody|none|neither|hardly|just|only|simply|merely)\b)"
    r"(?=\s+[a-z])"
)
NEGATION = re.compile(
    r"(?:(?<=is|ld|as)|(?<=are|ere|did|oes|ave|had|ill|ust|can)|(?<=do))"
    r"(?:n['’]t| not)\b(?! only| just)"
)
NUMBER = re.compile(
    r"(?<![\w.,$£€-])(?:\d{2,}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)"
    r"(?= [a-z]{3,})(?! or| to)"
)
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*(?= [a-z]|[.,;])")
CONDITION = re.compile(
    r",? (?:if|unless|provided that|as long as|only if) (?:[^.,;…]+)(?=[.,;”\"]*$)"
)
NO_MAIN_CLAUSE = re.compile(r"\b(?:ask|asked|know|see|wonder|even|as|what|and|or|but)$|\W$")
NOT_NAMES = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January"),
        *("February", "March", "April", "May", "June", "July", "August", "September", "October"),
        *("November", "December", "Aug", "Sept", "Oct", "Nov", "Dec", "Jan", "Feb"),
        *("Mr", "Mrs", "Ms", "President", "Minister", "Prime", "Foreign", "Secretary", "General"),
        *("State", "Congress", "Constitution", "God", "Internet", "Twitter"),
        *("Republicans", "Democrats", "Turks", "Kurds", "Americans", "Russians", "Syrians"),
    )
)
CONDITIONAL = re.compile(r"\b(?:if|unless|until|provided|as long as|without|not|no|never)\b|n['’]t")


@dataclass(frozen=True, slots=True)
class Planted:
    """`left` as it was, `right` with the change of `kind`, which is empty where none matters."""

    kind: str
    left: str
    right: str


def planted(texts: Sequence[str], count: int, seed: int) -> list[Planted]:
    """So many wordings with a change, of all kinds in turn."""
    return _drawn(texts, CHANGES, count, seed)


def harmless(texts: Sequence[str], count: int, seed: int) -> list[Planted]:
    """So many wordings that say the same, or a part of it, in turn by how they differ."""
    drawn = _drawn(texts, VARIANTS, count, seed)
    return [Planted(f"same:{one.kind}", one.left, one.right) for one in drawn]


def _drawn(
    texts: Sequence[str],
    makers: dict[str, Callable[[str, random.Random], str | None]],
    count: int,
    seed: int,
) -> list[Planted]:
    chance = random.Random(seed)
    made: list[Planted] = []
    streams = {kind: _made(kind, texts, make, chance) for kind, make in makers.items()}
    while len(made) < count and streams:
        for kind in list(streams):
            found = next(streams[kind], None)
            if found is None:
                del streams[kind]
            elif len(made) < count:
                made.append(found)
    return made


def _made(
    kind: str,
    texts: Sequence[str],
    make: Callable[[str, random.Random], str | None],
    chance: random.Random,
) -> Iterator[Planted]:
    for text in chance.sample(list(texts), len(texts)):
        changed = make(text, chance)
        if changed is not None and changed != text:
            yield Planted(kind, text, " ".join(changed.split()))


def _without_negation(text: str, chance: random.Random) -> str | None:
    del chance
    match = NEGATION.search(text)
    if match is None:
        return None
    before = text[: match.start()]
    if before.endswith(("ca", "wo")):
        return None
    return before + text[match.end() :]


def _with_negation(text: str, chance: random.Random) -> str | None:
    found = list(AUXILIARY.finditer(text))
    if not found or re.search(r"\bnot\b|n['’]t\b|\bno\b", text):
        return None
    at = chance.choice(found).end()
    return f"{text[:at]} not{text[at:]}"


def _other_number(text: str, chance: random.Random) -> str | None:
    match = NUMBER.search(text)
    if match is None:
        return None
    other = chance.choice([n for n in ("17", "48", "260", "1,300") if n != match.group()])
    return text[: match.start()] + other + text[match.end() :]


def _without_number(text: str, chance: random.Random) -> str | None:
    del chance
    match = NUMBER.search(text)
    return text[: match.start()] + text[match.end() :] if match else None


def _other_name(text: str, chance: random.Random) -> str | None:
    names = [m for m in NAME.finditer(text) if NOT_NAMES.isdisjoint(m.group().split())]
    if not names:
        return None
    match = chance.choice(names)
    if text.count(match.group()) > 1:
        return None
    return text[: match.start()] + chance.choice(OTHER_NAMES) + text[match.end() :]


def _with_condition(text: str, chance: random.Random) -> str | None:
    match = re.search(r"[.,;]?['\"’”]*$", text)
    if match is None or re.search(r"\b(?:if|unless|until|as long as|provided)\b", text):
        return None
    return text[: match.start()] + chance.choice(CONDITIONS) + text[match.start() :]


def _without_condition(text: str, chance: random.Random) -> str | None:
    del chance
    match = CONDITION.search(text)
    if match is None or len(text[: match.start()].split()) < 5:
        return None
    if re.search(
        r"\b(?:ask|asked|know|see|wonder|even|as|what|and|or|but)$|\W$", text[: match.start()]
    ):
        return None
    return text[: match.start()] + text[match.end() :]


def _typography(text: str, chance: random.Random) -> str | None:
    del chance
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-"})
    back = str.maketrans({"'": "’"})
    plain = text.translate(table)
    return plain if plain != text else text.translate(back)


def _contracted(text: str, chance: random.Random) -> str | None:
    del chance
    pairs = ((" is not ", " isn't "), (" do not ", " don't "), (" did not ", " didn’t "))
    pairs += ((" will not ", " won't "), (" can't ", " cannot "), (" don’t ", " do not "))
    pairs += ((" don't ", " do not "), (" it is ", " it's "), (" we are ", " we’re "))
    for old, new in pairs:
        if old in text:
            return text.replace(old, new, 1)
    return None


def _indirect(text: str, chance: random.Random) -> str | None:
    del chance
    table = {"I": "he", "we": "they", "We": "They", "my": "his", "our": "their", "Our": "Their"}
    table |= {"will": "would", "can": "could", "is": "was", "are": "were", "has": "had"}
    table |= {"have": "had", "am": "was", "us": "them", "me": "him"}
    return re.sub(r"\b\w+\b(?!['’])", lambda m: table.get(m.group(), m.group()), text)


def _cut_sentence(text: str, chance: random.Random) -> str | None:
    parts = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)
    if len(parts) < 2:
        return None
    kept = parts[:-1] if chance.random() < 0.5 else parts[1:]
    return " ".join(kept) if len(" ".join(kept).split()) >= 6 else None


def _cut_tail(text: str, chance: random.Random) -> str | None:
    del chance
    match = re.search(r",? (?:and|but|because|which|who) (?:[^. ]+ ){4,}[^.]+$", text)
    if match is None or not len(text[: match.start()].split()) >= 6:
        return None
    return text[: match.start()] + " ..."


def _surname(text: str, chance: random.Random) -> str | None:
    del chance
    match = re.search(r"(?<=[a-z] )([A-Z][a-z]+ )([A-Z][a-z]+)\b", text)
    if match is None or not NOT_NAMES.isdisjoint(match.group().split()):
        return None
    return text[: match.start()] + text[match.start(2) :]


def _spelled_number(text: str, chance: random.Random) -> str | None:
    del chance
    words = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10"}
    match = re.search(r"(?<!-)\b(?:two|three|four|five|six|ten)\b(?!-)", text)
    return text[: match.start()] + words[match.group()] + text[match.end() :] if match else None


def _softened(text: str, chance: random.Random) -> str | None:
    """A word or two of the reporter's, which change nothing."""
    match = re.search(r"\b(?:is|are|was|were|will|would|has|have)\b", text)
    if match is None:
        return None
    filler = chance.choice(("also", "still", "indeed", "now"))
    return f"{text[: match.end()]} {filler}{text[match.end() :]}"


CHANGES = {
    "negation_dropped": _without_negation,
    "negation_added": _with_negation,
    "number_changed": _other_number,
    "number_dropped": _without_number,
    "name_changed": _other_name,
    "condition_added": _with_condition,
    "condition_dropped": _without_condition,
}

VARIANTS = {
    "typography": _typography,
    "contraction": _contracted,
    "indirect": _indirect,
    "sentence-cut": _cut_sentence,
    "tail-cut": _cut_tail,
    "surname": _surname,
    "spelled-number": _spelled_number,
    "filler": _softened,
}
