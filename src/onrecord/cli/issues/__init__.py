"""`onrecord issues`: propositions, what is said on them, and what people decided about it."""

import typer

from onrecord.cli.issues import judging, listing, searching, showing

app = typer.Typer(
    name="issues",
    epilog=listing.LIST,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.callback()(listing.issues)
app.command(epilog=listing.ADD)(listing.add)
app.command("list", epilog=listing.LIST)(listing.list_)
app.command(epilog=showing.EPILOG)(showing.show)
app.command(epilog=searching.FIND)(searching.find)
app.command(epilog=searching.SUGGEST)(searching.suggest)
app.command(epilog=judging.JUDGE)(judging.judge)
app.command(epilog=judging.UNDO)(judging.undo)
app.command(epilog=judging.JUDGEMENTS)(judging.judgements)
app.command(epilog=listing.REMOVE)(listing.remove)
