"""A phrase that names an office, taken apart: "the former Foreign Minister of Halden"."""

from dataclasses import dataclass

from onrecord.actors.body_words import BodyFound, BodyWords, Words
from onrecord.lexicon.folding import words_of
from onrecord.lexicon.offices import OfficeWords
from onrecord.lexicon.states import states

_AMBASSADORS = frozenset({"ambassador", "permanent representative", "deputy ambassador"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """The parts of a phrase: `wording` is what is left when the others are taken out.

    `owner` is the state or organisation the office is of, `target` that which it is towards: a
    state, an organisation or a region.
    """

    wording: str
    owner: str | None
    target: str | None
    former: bool


class PhraseReader:
    """Takes phrases apart with the bundled word lists and the names of bodies."""

    def __init__(self, words: OfficeWords, bodies: BodyWords) -> None:
        self._words = words
        self._bodies = bodies
        self.posts = words.envoy | _AMBASSADORS
        targets = {
            tuple(name.split()): target for target, names in words.targets.items() for name in names
        }
        self._targets = sorted(targets.items(), key=lambda item: -len(item[0]))

    def read(self, phrase: str) -> OfficePhrase | None:
        """The parts; None where more than two bodies stand in the phrase."""
        words = words_of(phrase)
        former = any(word in self._words.former for word in words)
        words = tuple(word for word in words if not self._says_nothing(word))
        found = self._found(words)
        if len(found) > 2:
            return None
        owner, target = self._owner_and_target(words, found)
        wording = " ".join(self._rest(words, found))
        return OfficePhrase(
            wording=wording,
            owner=owner.body if owner else None,
            target=target.body if target else None,
            former=former,
        )

    def whole(self, phrase: str) -> str:
        """The wording of the phrase with bodies left in: "un ambassador"."""
        words = (word for word in words_of(phrase) if not self._says_nothing(word))
        return " ".join(word for word in words if word not in self._words.dropped)

    def _says_nothing(self, word: str) -> bool:
        return word in self._words.former or word in {"the", "a", "an"}

    def _found(self, words: Words) -> list[BodyFound]:
        found = self._bodies.find(words)
        regions = [region for region in self._regions(words) if not _inside(region, found)]
        return sorted([*found, *regions], key=lambda body: body.start)

    def _regions(self, words: Words) -> list[BodyFound]:
        return [
            BodyFound(target, start, start + len(name))
            for name, target in self._targets
            for start in range(len(words) - len(name) + 1)
            if words[start : start + len(name)] == name
        ][:1]

    def _owner_and_target(
        self, words: Words, found: list[BodyFound]
    ) -> tuple[BodyFound | None, BodyFound | None]:
        after_towards = [
            body for body in found if body.start and words[body.start - 1] in self._words.towards
        ]
        if not found:
            return None, None
        if len(found) == 1:
            only = found[0]
            is_target = bool(after_towards) and self._takes_target(words, only)
            return (None, only) if is_target or only.body in self._words.targets else (only, None)
        target = after_towards[-1] if after_towards else found[1]
        owner = found[0] if target is not found[0] else found[1]
        return owner, target

    def _takes_target(self, words: Words, body: BodyFound) -> bool:
        """ "envoy for Halden" is towards Halden, "minister for Halden" is not."""
        rest = self._rest(words, [body])
        wording = " ".join(rest)
        return states().get(body.body) is not None and self._is_envoy(wording)

    def _is_envoy(self, wording: str) -> bool:
        return wording.removeprefix("deputy ") in self.posts

    def _rest(self, words: Words, found: list[BodyFound]) -> list[str]:
        taken = {place for body in found for place in range(body.start, body.end)}
        for body in found:
            if body.start and words[body.start - 1] in self._words.towards:
                taken.add(body.start - 1)
        return [
            word
            for place, word in enumerate(words)
            if place not in taken and word not in self._words.dropped
        ]


def _inside(region: BodyFound, found: list[BodyFound]) -> bool:
    return any(body.start < region.end and region.start < body.end for body in found)
