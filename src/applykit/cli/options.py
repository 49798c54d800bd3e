"""Options that several commands share, defined once."""

import datetime
from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]


def parse_date(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime.date:
    """The date given, or today: the only place where applykit reads the clock."""
    if value is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD.") from None


def date_option(command: Command) -> Command:
    return click.option(
        "--date",
        callback=parse_date,
        metavar="YYYY-MM-DD",
        help="The day to write on letters and to judge expiry dates by; today when left out.",
    )(command)


def lexicon_option(command: Command) -> Command:
    return click.option(
        "--lexicon",
        "lexicon_files",
        multiple=True,
        metavar="FILE|DIR",
        help="Add your own lexicon entries (YAML); an entry replaces the one with the same id.",
    )(command)


def profile_option(command: Command) -> Command:
    return click.option("--profile", "profile_file", required=True, metavar="FILE", help="The person's profile.")(
        command
    )


def posting_number_option(command: Command) -> Command:
    return click.option(
        "--posting",
        "number",
        type=click.IntRange(min=1),
        metavar="N",
        help="Which posting to take where a file holds several, counted from 1.",
    )(command)


def say_problems(problems: tuple[Any, ...]) -> None:
    """Warnings and problems, a line each, on stderr."""
    for problem in problems:
        click.echo(str(problem), err=True)
