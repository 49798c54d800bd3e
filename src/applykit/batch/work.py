"""What a worker does: plain functions over values, the same in this process, in a pool and on a cluster.

A worker needs only the installed wheel: the user's own lexicon and design travel with the task as bytes and
are unpacked into a private folder once a process.
"""

import datetime
import functools
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from applykit import pipeline
from applykit.batch.model import Client, Opening, Outcome, Pair
from applykit.batch.summaries import summarize
from applykit.errors import ApplykitError, Problem
from applykit.matching import Context
from applykit.requirements import Requirement

Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all pairs of a run share; small enough to travel with every task.

    `fingerprint` is of the data behind the parent's tools: a worker with other data refuses to work.
    """

    date: str
    design: str
    design_files: Files = ()
    lexicon_files: Files = ()
    fingerprint: str = ""
    formats: tuple[str, ...] = ()  # beside Word's; PDFs are made by the parent, many at a time


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Postings whose requirements are wanted."""

    setting: Setting
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class WriteTask:
    """One client's applications: each posting with its requirements and the pair they make."""

    setting: Setting
    client: Client
    applications: tuple[tuple[Pair, Opening, tuple[Requirement, ...]], ...]


def read_requirements(task: ReadTask) -> tuple[tuple[str, tuple[Requirement, ...]], ...]:
    """The requirements of each posting, by the posting's content hash."""
    tools = tools_for(task.setting)
    return tuple((opening.content, pipeline.understand(opening.posting, tools)) for opening in task.openings)


def write_applications(task: WriteTask) -> tuple[Outcome, ...]:
    """The documents of each pair as bytes; what is wrong with one pair stops no other."""
    tools = tools_for(task.setting)
    date = datetime.date.fromisoformat(task.setting.date)
    # Read here and dropped with the task: nothing of one client is at hand when the next one's documents are written.
    gathered = pipeline.gather(task.client.profile, tools, date=date)
    return tuple(
        write_application(
            pair,
            task.client,
            opening,
            requirements,
            tools,
            date=date,
            formats=task.setting.formats,
            gathered=gathered,
        )
        for pair, opening, requirements in task.applications
    )


def write_application(
    pair: Pair,
    client: Client,
    opening: Opening,
    requirements: Sequence[Requirement],
    tools: pipeline.Tools,
    *,
    date: datetime.date,
    formats: tuple[str, ...] = (),
    gathered: Context | None = None,
) -> Outcome:
    """One pair's documents and summary, or the problems that stood in the way."""
    try:
        built = pipeline.build(
            opening.posting,
            client.profile,
            tools,
            date=date,
            requirements=tuple(requirements),
            gathered=gathered,
        )
        if formats:
            documents, _ = pipeline.export(built, client.profile, tools, formats=("docx", *formats))
            built = replace(built, documents=documents)
        files = tuple((file.name, file.data) for file in pipeline.finished_files(built))
        return Outcome(pair, files, summarize(built.application.report))
    except ApplykitError as error:
        return Outcome(pair, problems=error.problems)


@functools.lru_cache(maxsize=4)
def tools_for(setting: Setting) -> pipeline.Tools:
    """The loaded tools of a setting; a process loads them once.

    Raises ApplykitError where they are not those with which the run was planned.
    """
    tools = load_for(replace(setting, fingerprint="", date="", formats=()))
    if setting.fingerprint not in ("", pipeline.fingerprint(tools)):
        problem = Problem(
            "a worker has another lexicon, design or phrases than the process that planned the run.",
            "Install the same wheel everywhere.",
        )
        raise ApplykitError(problem)
    return tools


@functools.lru_cache(maxsize=2)
def load_for(setting: Setting) -> pipeline.Tools:
    """The tools themselves, whatever their fingerprint."""
    if not setting.design_files and not setting.lexicon_files:
        return pipeline.load_tools(design=setting.design)
    with tempfile.TemporaryDirectory(prefix="applykit-") as folder:
        root = Path(folder)
        unpack(setting.design_files, root / "design")
        unpack(setting.lexicon_files, root / "lexicon")
        return pipeline.load_tools(
            design=root / "design" if setting.design_files else setting.design,
            lexicon_files=sorted((root / "lexicon").iterdir()) if setting.lexicon_files else (),
        )


def unpack(files: Files, folder: Path) -> None:
    """Write files that travelled by value; only their last name counts, so nothing leaves `folder`."""
    folder.mkdir(mode=0o700)
    for name, data in files:
        (folder / Path(name).name).write_bytes(data)
