"""`applykit check`: what an applicant-tracking system reads in a document."""

import json
import sys

import click

from applykit.cli.options import lexicon_option


@click.command()
@click.argument("file", metavar="DOCUMENT")
@click.option("--posting", "posting_file", metavar="FILE", help="Also tell which of this posting's terms it shows.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with the text as it is read.")
@click.option("--report", metavar="FILE.docx", help="Also write the report as a Word file.")
@lexicon_option
def check(
    file: str, posting_file: str | None, as_json: bool, report: str | None, lexicon_files: tuple[str, ...]
) -> None:
    """Read DOCUMENT (.docx or PDF) as programs do, and say what to mend.

    Exits 1 when something must be mended.
    """
    from applykit import pipeline
    from applykit.documents import check as checks
    from applykit.documents import load_design
    from applykit.files import OFFICE_LIMIT, read_bounded, write_file

    terms = pipeline.terms_of(posting_file, lexicon_files=lexicon_files) if posting_file else None
    found = checks.check_document(read_bounded(file, OFFICE_LIMIT), file=file, terms=terms)
    if as_json:
        click.echo(json.dumps(checks.as_record(found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(checks.as_lines(found)))
    if report:
        write_file(report, checks.as_document(found, load_design("classic")).data)
    sys.exit(1 if found.to_mend else 0)
