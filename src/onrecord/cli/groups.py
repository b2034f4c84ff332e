"""Commands that have commands of their own."""

import typer


def refuse_options_before(context: typer.Context) -> None:
    """An option before the command would go unheard: `actors --record X merge` has another X."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if source is not None and source.name != "DEFAULT":
            raise typer.BadParameter(
                f"options go after {context.invoked_subcommand!r}", param_hint=f"--{name}"
            )
