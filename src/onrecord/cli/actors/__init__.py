"""`onrecord actors`: who speaks, under which names, and what people decided about it."""

import typer

from onrecord.cli.actors import (
    candidates,
    exporting,
    importing,
    judgements,
    judging,
    listing,
    show,
)

app = typer.Typer(
    name="actors",
    epilog=listing.EPILOG,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.callback()(listing.actors)
app.command(epilog=show.EPILOG)(show.show)
app.command(epilog=judging.MERGE)(judging.merge)
app.command(epilog=judging.DIFFERENT)(judging.different)
app.command(epilog=judging.UNSURE)(judging.unsure)
app.command(epilog=judging.SPLIT)(judging.split)
app.command(epilog=judging.UNDO)(judging.undo)
app.command(epilog=candidates.EPILOG)(candidates.candidates)
app.command(epilog=judgements.EPILOG)(judgements.judgements)
app.command("import", epilog=importing.EPILOG)(importing.import_)
app.command("export", epilog=exporting.EPILOG)(exporting.export)
