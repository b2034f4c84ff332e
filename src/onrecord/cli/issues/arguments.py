"""Arguments that several commands on issues take."""

from typing import Annotated

import typer

IssueKey = Annotated[
    str,
    typer.Argument(metavar="ID", help="An issue's id, or its beginning.", show_default=False),
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")]
