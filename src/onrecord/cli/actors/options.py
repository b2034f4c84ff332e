"""Options that several commands on actors take."""

from enum import StrEnum
from typing import Annotated

import typer


class NameMatching(StrEnum):
    """How a name is compared with those in the record."""

    EXACT = "exact"
    FOLDED = "folded"
    TRANSLITERATED = "transliterated"


Key = Annotated[
    str,
    typer.Argument(metavar="ACTOR", help="An actor's id, or its full name.", show_default=False),
]
Left = Annotated[
    str, typer.Argument(metavar="A", help="An actor's id, or its full name.", show_default=False)
]
Right = Annotated[
    str, typer.Argument(metavar="B", help="The other actor's id or name.", show_default=False)
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides, to be kept with it.")]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why, to be kept with it.")]
Match = Annotated[
    NameMatching,
    typer.Option(
        help=(
            "How names are compared: as written, without case and diacritics, or in Latin letters "
            "whatever their script."
        )
    ),
]
