"""`applykit demo`: the bundled examples, built where the user can look at them."""

import datetime
from pathlib import Path

import click

from applykit.cli.options import date_option, say_problems


@click.command()
@click.option("--out", "folder", default="demo", show_default=True, metavar="DIR", help="Where the documents go.")
@date_option
def demo(folder: str, date: datetime.date) -> None:
    """Build the bundled examples and print where their documents lie."""
    from applykit import pipeline
    from applykit.resources import find_data_folder

    tools = pipeline.load_tools()
    for example in sorted(path for path in find_data_folder("examples").iterdir() if path.is_dir()):
        posting = pipeline.read_posting(str(next(example.glob("posting.*"))))
        loaded = pipeline.read_profile(str(example / "profile.yaml"))
        built = pipeline.build(posting, loaded.profile, tools, date=date)
        say_problems(posting.problems + loaded.problems + tools.problems)
        click.echo(f"{posting.title} for {loaded.profile.basics.name}:")
        for path in pipeline.write(built, Path(folder) / example.name):
            click.echo(f"  {path}")
