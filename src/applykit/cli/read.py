"""`applykit read`: what was understood of a posting, as a sheet, as JSON, or as the text that spans count in."""

import json

import click

from applykit.cli.options import posting_number_option, say_problems
from applykit.cli.table import format_table
from applykit.errors import ApplykitError, Problem
from applykit.posting.model import Posting, Section

FACTS = (
    ("Title", "title"),
    ("Employer", "employer"),
    ("Remote", "remote"),
    ("Posted", "posted"),
    ("Closes", "closes"),
    ("Reference", "reference"),
    ("How to apply", "how_to_apply"),
)
BEGINNING = 70


@click.command()
@click.argument("source", metavar="FILE|-|ADDRESS")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: one object a posting, with exact spans.")
@click.option("--text", "as_text", is_flag=True, help="Print the cleaned text that spans count in, and nothing else.")
@click.option("--allow-private", is_flag=True, help="Let a web address be one of this machine or a private network.")
@posting_number_option
def read(source: str, as_json: bool, as_text: bool, allow_private: bool, number: int | None) -> None:
    """Show what was understood of a posting: its facts, and its sections with their roles.

    FILE may be text, Markdown, HTML, MHTML, Word, PDF, RTF, e-mail, CSV or JSON Lines; `-` reads standard input.
    """
    from applykit import pipeline

    for posting in choose(pipeline.read_postings(source, allow_private=allow_private), number, source):
        say_problems(posting.problems)
        if as_text:
            click.echo(posting.text)
        elif as_json:
            click.echo(describe_as_json(posting, source))
        else:
            click.echo(describe(posting))


def choose(postings: tuple[Posting, ...], number: int | None, source: str) -> tuple[Posting, ...]:
    """All postings, or the one with that number."""
    if number is None:
        return postings
    if number > len(postings):
        message = f"holds {len(postings)} posting{'s' * (len(postings) != 1)}, so there is no number {number}."
        raise ApplykitError(Problem(message, "Choose a smaller number.", file=source))
    return postings[number - 1 : number]


def describe_as_json(posting: Posting, source: str) -> str:
    """One posting as a line of JSON."""
    from applykit import records

    report = {
        "file": source,
        "source": posting.source,
        "posting": records.posting_record(posting),
        "text_sha256": records.text_hash(posting.text),
        "problems": [records.problem_record(problem) for problem in posting.problems],
    }
    return json.dumps(report, ensure_ascii=False)


def describe(posting: Posting) -> str:
    """One posting as a sheet: facts, then a table of sections."""
    rows = [
        [section.role.value, heading_of(section, posting), begin(section, posting), section.cue]
        for section in posting.sections
    ]
    facts = "\n".join(f"{name + ':':<14}{value}" for name, value in facts_of(posting))
    return f"{facts}\n\n{format_table(['Role', 'Heading', 'Begins', 'Why'], rows)}\n"


def facts_of(posting: Posting) -> list[tuple[str, str]]:
    """Names and values of the facts that were found, in reading order."""
    facts = [(name, str(value)) for name, field in FACTS if (value := getattr(posting, field))]
    if posting.place:
        facts.append(("Place", posting.place.text))
    if posting.employment_type:
        facts.append(("Employment", ", ".join(posting.employment_type)))
    if posting.pay:
        facts.append(("Pay", pay_in_words(posting)))
    if posting.contact:
        contact = posting.contact
        parts = (contact.name, contact.title, contact.email, contact.phone)
        facts.append(("Contact", ", ".join(part for part in parts if part)))
    if posting.mission:
        facts.append(("Mission", posting.mission.of(posting.text)))
    return facts or [("Facts", "none found")]


def pay_in_words(posting: Posting) -> str:
    """The pay as amounts with currency and unit."""
    pay = posting.pay
    if pay is None:
        return ""
    amounts = " to ".join(
        f"{amount:,.2f}".removesuffix(".00") for amount in (pay.minimum, pay.maximum) if amount is not None
    )
    return " ".join(part for part in (amounts, pay.currency, f"per {pay.unit}" if pay.unit else None) if part)


def heading_of(section: Section, posting: Posting) -> str:
    return section.heading.of(posting.text) if section.heading else ""


def begin(section: Section, posting: Posting) -> str:
    """The first words of a section."""
    words = section.span.of(posting.text)
    return words if len(words) <= BEGINNING else f"{words[:BEGINNING].rsplit(' ', 1)[0]} …"
