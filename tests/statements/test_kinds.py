"""Direct, mixed or indirect: how much of the content stands between marks."""

import pytest

from onrecord.domain.statement import StatementKind
from onrecord.statements.kinds import Quoted
from tests.statements.readings import reading_of, spans

DIRECT, MIXED, INDIRECT = StatementKind.DIRECT, StatementKind.MIXED, StatementKind.INDIRECT


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“The bridge is shut,” said Valk.", "“The bridge is shut,”", DIRECT),
        ("“The bridge is shut,” said Valk.", "The bridge is shut", DIRECT),
        ("“The bridge is shut,” said Valk.", "bridge", DIRECT),
        ("«The bridge is shut», said Valk.", "«The bridge is shut»", DIRECT),
        ("“The bridge is shut, said Valk.", "“The bridge is shut", DIRECT),
        ("Valk said the bridge is shut.", "the bridge is shut", INDIRECT),
        ("Valk said the bridge is “a ruin, no more”.", "the bridge is “a ruin, no more”", MIXED),
        ("Valk said the bridge is “a ruin”.", "the bridge is “a ruin”", MIXED),
        ("Valk said the bridge is “a ruin”.", "the bridge is", INDIRECT),
        (
            "“The bridge,” said Valk, “is shut.”",
            ("“The bridge,”", "“is shut.”"),
            DIRECT,
        ),
        ("“The bridge,” said Valk, is shut.", ("“The bridge,”", "is shut"), MIXED),
        (
            "“He said ‘no, never’ to us twice,” said Valk.",
            "“He said ‘no, never’ to us twice,”",
            DIRECT,
        ),
        ("“…” said Valk.", "“…”", INDIRECT),
    ],
)
def test_kinds_follow_the_marks(
    text: str, content: str | tuple[str, ...], kind: StatementKind
) -> None:
    """All words, some, or none."""
    quoted = Quoted(text, reading_of(text).quotations)
    assert quoted.kind(spans(text, content)) is kind


def test_a_stray_word_does_not_make_a_long_quotation_mixed() -> None:
    """A share of one word in twenty may stand outside."""
    speech = "“" + "the bridge is shut and " * 8 + "so be it”"
    text = f"Valk said that {speech}."
    quoted = Quoted(text, reading_of(text).quotations)
    assert quoted.kind(spans(text, f"that {speech}")) is DIRECT
