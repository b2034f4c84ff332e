"""Word pieces, looked up once a word."""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES = 8
"""A word of more pieces than this is noise (a URL, a hash); its tail is not read."""

MAX_CACHED = 200_000
"""Words remembered before the cache starts anew; about 40 MB."""

_LONGEST_WORD = 100


class Vocabulary:
    """The word pieces of a BERT vocabulary, with a cache by word."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.start = self._special("[CLS]")
        self.separator = self._special("[SEP]")
        self.padding = self._special("[PAD]")
        self.unknown = self._special("[UNK]")
        self._cache: dict[str, tuple[int, ...]] = {}

    def _special(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"the vocabulary has no piece {name!r}")
        return int(number)

    def pieces(self, surfaces: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """The piece ids of each word: at least one, at most MAX_PIECES."""
        cache = self._cache
        unseen = list({surface for surface in surfaces if surface not in cache})
        if unseen:
            if len(cache) + len(unseen) > MAX_CACHED:
                cache.clear()
                unseen = list(set(surfaces))
            shortened = [surface[:_LONGEST_WORD] for surface in unseen]
            encoded = self._tokenizer.encode_batch(shortened, add_special_tokens=False)
            for surface, found in zip(unseen, encoded, strict=True):
                cache[surface] = tuple(found.ids[:MAX_PIECES]) or (self.unknown,)
        return tuple([cache[surface] for surface in surfaces])
