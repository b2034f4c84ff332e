"""Variants of an article in the typography of other newsrooms, with its spans carried over.

PolNeAR is clean American newspaper text. Reports as crawled mix straight and curly marks, lose a
closing mark, and interrupt a quotation with dashes (“…, – said X. – …”).
"""

import random
from collections.abc import Callable

import numpy as np
from corpus import Article, Gold, Ranges

STRAIGHT = str.maketrans("“”‘’", "\"\"''")
ANGLE = str.maketrans("“”", "«»")
CURLY_APOSTROPHE = str.maketrans("'", "’")


def vary(article: Article, chance: random.Random) -> Article:
    """The article itself most of the time, else with one or two changes of typography."""
    if chance.random() < 0.15:
        article = _dashes(article, chance)
    draw = chance.random()
    if draw < 0.15:
        article = _translated(article, STRAIGHT)
    elif draw < 0.19:
        article = _translated(article, ANGLE)
    elif draw < 0.29:
        article = _translated(article, CURLY_APOSTROPHE)
    if chance.random() < 0.05:
        article = _lost_mark(article, chance)
    return article


def _translated(article: Article, table: dict[int, int]) -> Article:
    return Article(article.id, article.text.translate(table), article.statements)


def _lost_mark(article: Article, chance: random.Random) -> Article:
    marks = [place for place, character in enumerate(article.text) if character in "”"]
    if not marks:
        return article
    gone = chance.choice(marks)
    order = [*range(gone), *range(gone + 1, len(article.text))]
    return _rebuilt(article, [article.text[place] for place in order], order)


def _dashes(article: Article, chance: random.Random) -> Article:
    """Rewrite `“A,” said X. “B”` as `“A, – said X. – B”` or with fewer dashes, and `“A,” said X`
    as `“A”, – said X`."""
    edits: list[tuple[int, int, str]] = []
    taken = -1
    for gold in sorted(
        article.statements, key=lambda gold: gold.content[0] if gold.content else (0, 0)
    ):
        found = _dash_edits(article.text, gold, chance)
        if found and found[0][0] > taken and chance.random() < 0.8:
            edits.extend(found)
            taken = found[-1][1]
    characters: list[str] = []
    order: list[int] = []
    place = 0
    for start, end, text in edits:
        characters.extend(article.text[place:start] + text)
        order.extend([*range(place, start), *([-1] * len(text))])
        place = end
    characters.extend(article.text[place:])
    order.extend(range(place, len(article.text)))
    return _rebuilt(article, characters, order)


def _dash_edits(text: str, gold: Gold, chance: random.Random) -> list[tuple[int, int, str]]:
    if not (gold.source and gold.cue and gold.content):
        return []
    opening = gold.content[0][1]
    if text[opening - 2 : opening] != ",”":
        return []
    if len(gold.content) == 1:
        return [(opening - 2, opening, "”, –")]
    again = gold.content[1][0]
    if text[again] != "“" or not 0 < again - opening < 80:
        return []
    first, second = chance.choice(((" –", "– "), (" –", ""), ("", "– "), ("", "")))
    return [(opening - 1, opening, first), (again, again + 1, second)]


def _rebuilt(article: Article, characters: list[str], order: list[int]) -> Article:
    """`order[i]` is the old place of new character i, or -1 where it is new."""
    places = np.full(len(article.text), -1)
    for new, old in enumerate(order):
        if old >= 0:
            places[old] = new

    def moved(spans: Ranges) -> Ranges:
        return tuple(span for span in map(_mover(places), spans) if span)

    statements = tuple(
        Gold(moved(gold.cue), moved(gold.source), moved(gold.content))
        for gold in article.statements
    )
    return Article(article.id, "".join(characters), statements)


def _mover(places: np.ndarray) -> Callable[[tuple[int, int]], tuple[int, int]]:
    def move(span: tuple[int, int]) -> tuple[int, int]:
        kept = places[span[0] : span[1]]
        kept = kept[kept >= 0]
        return (int(kept.min()), int(kept.max()) + 1) if len(kept) else ()

    return move
