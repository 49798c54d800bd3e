"""The outer edge: the group of commands, and the one place where errors become text and exit codes."""

import gc
import os
import sys
from types import TracebackType

import click

from applykit import __version__
from applykit.cli.lazy import LazyGroup
from applykit.errors import ApplykitError

COMMANDS = {
    "demo": ("applykit.cli.demo:demo", "Build the bundled examples and say where they lie."),
    "build": ("applykit.cli.build:build", "Write resume, cover letter and gap checklist for one posting."),
    "keywords": ("applykit.cli.keywords:keywords", "Show what postings ask for."),
    "match": ("applykit.cli.match:match", "Show what a profile can prove of what a posting asks for."),
    "read": ("applykit.cli.read:read", "Show what was understood of a posting: facts and sections."),
    "profile": ("applykit.cli.profile:profile", "Write, import, check and show profiles."),
    "lexicon": ("applykit.cli.lexicon:lexicon", "Search the list of what can be asked for; check your own additions."),
    "design": ("applykit.cli.design:design", "Show designs; check and start your own Word files as one."),
    "check": ("applykit.cli.check:check", "Show what an applicant-tracking system reads in a document."),
    "batch": ("applykit.cli.batch:batch", "Write applications for a whole caseload; go on where a run stopped."),
    "rank": ("applykit.cli.rank:rank", "Score every client with every posting: who fits, what fits."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="applykit")
def commands() -> None:
    """Read a job posting and a profile; write a tailored, truthful application as Word documents.

    Start with `applykit demo`, then `applykit profile new`, then
    `applykit build posting.txt --profile profile.yaml`.
    """


def main() -> None:
    """Run the command line; exits 0 when done, 2 on bad input or wrong use (1 only where a command says so)."""
    sys.excepthook = report_bug
    # A run makes many small objects that live to its end; collecting among them costs a tenth of the start.
    gc.set_threshold(100_000, 20, 20)
    # The finder's arrays are small: threads of numpy's library would wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A name that is not text in the terminal's encoding must not end the work.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        commands()
    except ApplykitError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); closing quietly is what it expects.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    finally:
        # All memory goes with the process; without this Python would first look through it for circles, several times.
        gc.freeze()


def report_bug(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    """Say that this is our mistake, without a traceback unless APPLYKIT_DEBUG is set.

    The message of the exception is left out: it could quote a client's data.
    """
    if os.environ.get("APPLYKIT_DEBUG"):
        sys.__excepthook__(kind, value, trace)
        return
    click.echo(
        f"applykit stopped because of a mistake in itself ({kind.__name__}). Nothing half-written is left behind. "
        "Run it again with APPLYKIT_DEBUG=1 and report what it prints, after removing personal data.",
        err=True,
    )
