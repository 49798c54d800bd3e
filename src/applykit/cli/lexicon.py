"""`applykit lexicon`: search, look into and check the skills lexicon."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from applykit.cli.options import lexicon_option, say_problems
from applykit.cli.table import format_table

if TYPE_CHECKING:
    from applykit.lexicon import Lexicon


@click.group()
def lexicon() -> None:
    """The skills lexicon: what can be asked for, under which names, and how a gap is closed."""


def open_lexicon(files: tuple[str, ...]) -> "Lexicon":
    """The lexicon with the person's own files; warnings go to stderr."""
    from applykit.lexicon import load_lexicon

    loaded = load_lexicon(extra=[Path(file) for file in files])
    say_problems(loaded.problems)
    return loaded


@lexicon.command()
@click.argument("words", nargs=-1, required=True)
@lexicon_option
def search(words: tuple[str, ...], lexicon_files: tuple[str, ...]) -> None:
    """List the entries that have all WORDS in one of their names."""
    from applykit.lexicon import search_lexicon

    found = search_lexicon(open_lexicon(lexicon_files), " ".join(words))
    rows = [[skill.id, skill.name, skill.kind.value, skill.field] for skill in found]
    click.echo(format_table(["Id", "Name", "Kind", "Field"], rows) if rows else "Nothing found.")


@lexicon.command()
@click.argument("key", metavar="ID")
@lexicon_option
def show(key: str, lexicon_files: tuple[str, ...]) -> None:
    """Print one entry in full: its names, rules, relations and advice."""
    from applykit.lexicon import describe_entry, search_lexicon

    loaded = open_lexicon(lexicon_files)
    if key not in loaded.skills:
        near = ", ".join(skill.id for skill in search_lexicon(loaded, key.replace("-", " "))[:5])
        raise click.ClickException(f"no entry has the id {key!r}." + (f" Perhaps: {near}." if near else ""))
    for line in describe_entry(loaded, key):
        click.echo(line)


@lexicon.command()
@lexicon_option
def stats(lexicon_files: tuple[str, ...]) -> None:
    """Count entries and terms, by field and by kind."""
    from applykit.lexicon import count_lexicon

    counts = count_lexicon(open_lexicon(lexicon_files))
    click.echo(f"{counts.entries} entries, {counts.terms} terms, {counts.advice} entries with advice\n")
    for header, rows in (("Kind", counts.kinds), ("Field", counts.fields)):
        click.echo(format_table([header, "Entries", "Terms"], [[name, str(n), str(m)] for name, n, m in rows]) + "\n")


@lexicon.command()
@click.argument("text")
@lexicon_option
def why(text: str, lexicon_files: tuple[str, ...]) -> None:
    """Say which entries match TEXT, and by which rule others do not. `-` reads stdin."""
    from applykit.lexicon import explain_text

    words = sys.stdin.read() if text == "-" else text
    reasons = tuple(explain_text(open_lexicon(lexicon_files), words))
    rows = [[r.quote, r.id, "yes" if r.counts else "no", r.why] for r in reasons]
    click.echo(format_table(["In the text", "Entry", "Counts", "Why"], rows) if rows else "Nothing in it is a term.")


@lexicon.command("import")
@click.argument("source", type=click.Choice(["onet", "esco"]))
@click.argument("folder")
@click.option("--out", metavar="DIR", help="Where the tables go; the lexicon's own folder when left out.")
@click.option("--report", metavar="FILE", help="Write every name that is not imported, with the rule, to FILE (TSV).")
def import_tables(source: str, folder: str, out: str | None, report: str | None) -> None:
    """Make the lexicon's tables from the published files of O*NET (text) or ESCO (CSV) in FOLDER.

    Prints the rows of every table, and how many names each rule has dropped.
    """
    from applykit.lexicon.importing import import_tables, write_report
    from applykit.resources import find_data_folder

    target = Path(out) if out else find_data_folder("skills_lexicon") / "imported"
    imported = import_tables(source, Path(folder), target)
    if report:
        write_report(Path(report), imported.dropped)
    click.echo(format_table(["Table", "Rows"], [[name, str(rows)] for name, rows in imported.rows]))
    dropped = [[table, rule, str(count)] for (table, rule), count in imported.counts]
    click.echo("\n" + format_table(["Table", "Rule", "Dropped"], dropped))


@lexicon.command()
@click.argument("title")
@lexicon_option
def occupation(title: str, lexicon_files: tuple[str, ...]) -> None:
    """Say which O*NET and ESCO occupations a job TITLE names, and what their people usually have."""
    from applykit.lexicon import find_occupation

    loaded = open_lexicon(lexicon_files)
    found = find_occupation(title, loaded)
    rows = [[one.code, one.source, f"{one.share:.2f}", one.title] for one in found]
    click.echo(format_table(["Code", "Source", "Share", "Occupation"], rows) if rows else "Nothing found.")
    for source in ("onet", "esco"):
        code = next((one.code for one in found if one.source == source), None)
        if code and (usual := loaded.usual(code)):
            click.echo(f"\nUsual in {code}: {', '.join(loaded.skills[key].name for key in usual)}")


@lexicon.command()
@click.argument("paths", nargs=-1, metavar="[FILE|DIR]...")
def check(paths: tuple[str, ...]) -> None:
    """Check lexicon files: yours beside the lexicon, or the lexicon itself when none is given.

    Finds broken files, ids and terms used twice, everyday words without context, relations that lead nowhere or round
    in circles, and credentials without advice. Exit code 1 when something is worth mending, 2 when a file is broken.
    """
    from applykit.lexicon import check_lexicon, load_lexicon
    from applykit.resources import find_data_folder

    packaged = find_data_folder("skills_lexicon")
    own = [Path(path) for path in paths]
    problems = check_lexicon(own or [packaged], base=load_lexicon() if own else None)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        sys.exit(1)
    click.echo("Nothing to mend.")
