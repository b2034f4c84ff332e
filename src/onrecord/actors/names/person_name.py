"""The parts of a person's name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded words of its own script; a compound ("Abu Bakr", "Jean-Claude") is one word.

    `given` and `family` are what is known to be one or the other by its place; either may be empty.
    `middle` holds initials, patronymics and further given names. `words` are all of them in their
    order, without particles and suffix. `family_first` says that the name was written, or is known
    to be written, with the family name in front. `pinyin` is set for Chinese names in Pinyin,
    where one letter more is another syllable.
    """

    given: tuple[str, ...]
    middle: tuple[str, ...]
    particles: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str
    words: tuple[str, ...]
    raw: tuple[str, ...]
    family_first: bool = False
    pinyin: bool = False
