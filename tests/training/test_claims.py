"""Claims framed by a speaker keep their side when they are turned round."""

import random
import sys

import training.sentences.examples as examples_module

sys.modules.setdefault("examples", examples_module)

from training.sentences import pair_variation  # noqa: E402

sys.modules.setdefault("pair_variation", pair_variation)

from training.sentences import claims  # noqa: E402


def test_frames_are_filled() -> None:
    """No brace is left over, and every label of a frame is one of a stance."""
    made = [claims._framed("The border should be opened", random.Random(n)) for n in range(200)]
    assert all("{" not in example.sentence.text for example in made)
    assert {example.labels[0] for example in made} == {0, 1, 2, 3}


def test_who_denies_the_contrary_is_for_it() -> None:
    """Two negations are none."""
    for number in range(300):
        example = claims._framed("The border should be opened", random.Random(number))
        text, second = example.sentence.text.lower(), example.second or ""
        if "denied that" in text:
            same = "should not be" in text, "should not be" in second
            expected = claims.AGAINST if same[0] == same[1] else claims.FOR
            assert example.labels == (expected,)
