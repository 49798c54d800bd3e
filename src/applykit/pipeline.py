"""The story: a posting and a profile in, documents out. Everything that composes stages goes through here."""

import datetime
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from applykit.documents import Design, RenderedFile, load_design, render_documents, write_documents
from applykit.documents.check import verify_documents
from applykit.errors import ApplykitError, Problem
from applykit.finder import load_finder, shipped_fingerprint
from applykit.lexicon import Lexicon, load_lexicon
from applykit.matching import Context, MatchReport, match_profile
from applykit.posting import Posting, foreign_language, parse_posting
from applykit.profile import LoadedProfile, Profile, load_profile
from applykit.reading import read_documents
from applykit.records import json_text
from applykit.requirements import Requirement, find_requirements
from applykit.requirements.finder import Finder
from applykit.requirements.model import Kind
from applykit.tailoring import (
    Application,
    Page,
    Phrases,
    TailoringOptions,
    application_json,
    doubt_gap,
    load_phrases,
    refuse_unknown_gap,
    resume_height,
    tailor_application,
    verify_application,
)

if TYPE_CHECKING:
    from applykit.profile.importing import Imported

RECORD = "application.json"
# What a resume can show in words; shifts, weights and checks are answered elsewhere.
SHOWN_KINDS = (Kind.SKILL, Kind.TOOL, Kind.CREDENTIAL, Kind.SOFT, Kind.LANGUAGE, Kind.EDUCATION)


@dataclass(frozen=True, slots=True)
class Tools:
    """What is loaded once and then serves any number of postings and profiles; nothing in it is ever changed."""

    lexicon: Lexicon
    design: Design
    phrases: Phrases
    finder: Finder | None = None
    accent: str = ""  # RRGGBB instead of the design's own colour

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings from loading, such as a damaged cache that was made anew."""
        return self.lexicon.problems


@dataclass(frozen=True, slots=True)
class Built:
    """One finished application: its content with sources, its documents as bytes, its record as JSON.

    `problems` are warnings: what was asked for and could not be done.
    """

    application: Application
    documents: tuple[RenderedFile, ...]
    record: dict[str, object]
    problems: tuple[Problem, ...] = ()


def load_tools(
    *,
    lexicon_files: Sequence[str | Path] = (),
    design: str | Path = "classic",
    accent: str = "",
    learned: bool = True,
) -> Tools:
    """Lexicon with the user's own entries, design, phrases, and the learned finder unless left out.

    Raises ApplykitError with everything wrong in the user's own files.
    """
    lexicon = load_lexicon(extra=tuple(Path(file) for file in lexicon_files))
    finder = load_finder() if learned else None
    return Tools(lexicon=lexicon, design=load_design(design), phrases=load_phrases(), finder=finder, accent=accent)


def fingerprint(tools: Tools) -> str:
    """A hash of the data behind the tools: another lexicon, design or finder writes other documents."""
    finder = shipped_fingerprint() if tools.finder else ""
    parts = (tools.lexicon.source, tools.design.fingerprint, tools.phrases.fingerprint, finder)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def read_postings(source: str | Path, *, allow_private: bool = False) -> tuple[Posting, ...]:
    """Every posting in a file, in standard input ("-") or at a web address. Raises ApplykitError."""
    read = (parse_posting(document) for document in read_documents(source, allow_private=allow_private))
    return tuple(replace(posting, problems=(*posting.problems, *doubt_language(posting))) for posting in read)


def read_posting(source: str | Path, *, number: int | None = None) -> Posting:
    """The one posting of a source, or its `number`th counted from 1. Raises ApplykitError where that is unclear."""
    postings = read_postings(source)
    if number is None and len(postings) == 1:
        return postings[0]
    if number is None or number > len(postings):
        titles = "; ".join(f"{place} {posting.title or 'untitled'}" for place, posting in enumerate(postings[:20], 1))
        raise ApplykitError(
            Problem(f"holds {len(postings)} postings ({titles}).", "Choose one with --posting N.", file=str(source))
        )
    return postings[number - 1]


def read_profile(source: str | Path) -> LoadedProfile:
    """A profile with the warnings about its file. Raises ApplykitError with every problem of the file."""
    return load_profile(source)


PROFILE_FILES = (".yaml", ".yml", ".json")


def read_clients(source: str | Path) -> tuple[tuple[LoadedProfile, ...], tuple[Problem, ...]]:
    """Every client in a file: a profile as it is, a resume or an export as far as it can be read, a caseload's rows.

    An import's guesses are warnings of its profile; the problems are of rows that are no profile, which stop no other.
    Raises ApplykitError where nothing can be used.
    """
    if str(source).casefold().endswith(PROFILE_FILES):
        return (read_profile(source),), ()
    # Reading resumes is a third of this module's start-up, and most runs need none of it.
    from applykit.profile.importing import import_file

    loaded, problems = list[LoadedProfile](), list[Problem]()
    for person in import_file(source):
        try:
            loaded.append(load_imported(person, source))
        except ApplykitError as error:
            problems += error.problems
    return tuple(loaded), tuple(problems)


def load_imported(person: "Imported", source: str | Path) -> LoadedProfile:
    """An imported person as a checked profile; problems name the source and its row instead of the draft."""
    from applykit.profile.importing import imported_yaml

    place = str(source) if person.row is None else f"{source}, row {person.row}"
    if person.row is not None and "/basics/name" in person.draft.guesses:
        raise ApplykitError(Problem("has no name.", "Fill in the client's name, or delete the row.", file=place))
    try:
        loaded = load_profile(imported_yaml(person.draft, source=place))
    except ApplykitError as error:
        raise ApplykitError([replace(item, file=place, line=None, column=None) for item in error.problems]) from None
    guesses = len(person.draft.guesses) + len(person.draft.unplaced)
    message = f"{guesses} guesses were made in reading it." if guesses > 1 else "one guess was made in reading it."
    remedy = "Import it with `applykit profile import` and look the profile over."
    doubt = Problem(message, remedy, file=place, warning=True)
    return LoadedProfile(loaded.profile, (*loaded.problems, doubt) if guesses else loaded.problems)


def understand(posting: Posting, tools: Tools) -> tuple[Requirement, ...]:
    """What the posting asks for, in the order of its text."""
    return find_requirements(posting, tools.lexicon, finder=tools.finder)


def terms_of(source: str | Path, *, lexicon_files: Sequence[str | Path] = ()) -> dict[str, tuple[str, ...]]:
    """What a posting asks for, by name, each with all the ways in which a document may show it.

    Alternatives are one term ("Go or Python"): whoever shows one of them shows it.
    """
    tools = load_tools(lexicon_files=lexicon_files)
    groups: dict[str, list[Requirement]] = {}
    for number, one in enumerate(understand(read_posting(source), tools)):
        if one.kind in SHOWN_KINDS:
            groups.setdefault(one.alternative_of or f"#{number}", []).append(one)
    return {
        " or ".join(dict.fromkeys(one.name for one in group)): tuple(
            form for one in group for form in ways_to_show(one, tools.lexicon)
        )
        for group in groups.values()
    }


def ways_to_show(requirement: Requirement, lexicon: Lexicon) -> tuple[str, ...]:
    """The requirement's name, the posting's words for it, and the lexicon's."""
    skill = lexicon.skills.get(requirement.id)
    terms = (term.text for term in skill.terms) if skill else ()
    return (requirement.name, *(mention.quote for mention in requirement.mentions), *terms)


def compare(posting: Posting, profile: Profile, tools: Tools, *, date: datetime.date) -> MatchReport:
    """Every requirement of the posting beside what the profile proves on that date."""
    return match_profile(profile, understand(posting, tools), tools.lexicon, date=date, posting=posting)


def build(
    posting: Posting,
    profile: Profile,
    tools: Tools,
    *,
    date: datetime.date,
    options: TailoringOptions | None = None,
    requirements: tuple[Requirement, ...] | None = None,
    gathered: Context | None = None,
) -> Built:
    """The whole application; `requirements` where they were found before, `gathered` where the profile was read before.

    Raises ApplykitError, with nothing written, where a sentence cannot be proven.
    """
    found = understand(posting, tools) if requirements is None else requirements
    report = match_profile(profile, found, tools.lexicon, date=date, posting=posting, gathered=gathered)
    refuse_empty(posting, report)
    options = options or TailoringOptions()
    refuse_unknown_gap(options.address_gap, report, tools.lexicon)
    application = tailor_application(
        profile,
        posting,
        report,
        tools.lexicon,
        date=date,
        phrases=tools.phrases,
        options=replace(options, page=Page(**tools.design.page)),
    )
    refuse_lost_notes(options, application)
    untrue = verify_application(application, profile, posting, tools.lexicon, date=date, phrases=tools.phrases)
    if untrue:
        raise ApplykitError(untrue)
    documents = render_documents(
        application, tools.design, country=country_of(profile), accent=tools.accent, posting=posting
    )
    unsound = verify_documents(documents)
    if unsound:
        raise ApplykitError(unsound)
    record = application_json(application, posting=posting, profile=profile)
    doubts = doubt_gap(options.address_gap, report, tools.lexicon)
    doubts += doubt_length(application, options, Page(**tools.design.page))
    return Built(application, documents, record, doubts)


def doubt_length(application: Application, options: TailoringOptions, page: Page) -> tuple[Problem, ...]:
    """A resume that needs more pages than were asked for: every job keeps a line, however many there are."""
    if not options.pages or resume_height(application.resume, page) <= options.pages * page.height:
        return ()
    asked = f"{options.pages} page" + ("s" if options.pages > 1 else "")
    remedy = "Every job and school keeps its line: take --design compact, or shorten the profile."
    return (Problem(f"The resume does not fit on {asked}.", remedy, warning=True),)


def gather(profile: Profile, tools: Tools, *, date: datetime.date) -> Context:
    """What a profile says, read once for comparing it with many postings."""
    return Context.gather(profile, tools.lexicon, posting=None, date=date)


def country_of(profile: Profile) -> str | None:
    """The person's country (ISO 3166), which decides the paper."""
    return profile.basics.location.countryCode if profile.basics.location else None


def export(
    built: Built, profile: Profile, tools: Tools, *, formats: Sequence[str]
) -> tuple[tuple[RenderedFile, ...], tuple[Problem, ...]]:
    """The documents in other formats; where LibreOffice is absent, PDFs are left out with a problem that says so."""
    from applykit.documents.formats import export_documents

    plain = profile.model_dump(mode="json", exclude_none=True, exclude={"private"})
    return export_documents(
        built.application,
        built.documents,
        formats=formats,
        profile=plain,
        country=country_of(profile),
        accent=tools.accent,
    )


def refuse_lost_notes(options: TailoringOptions, application: Application) -> None:
    """A sentence of the person's own must have its paragraph."""
    last = len(application.letter.paragraphs)
    lost = [note for note in options.letter_notes if not 1 <= note.paragraph <= last]
    if lost:
        remedy = f"The letter has {last} paragraphs."
        raise ApplykitError([Problem(f"there is no paragraph {note.paragraph}.", remedy) for note in lost])


def doubt_language(posting: Posting) -> tuple[Problem, ...]:
    """A warning where the posting is in another language, of which only names and numbers could be understood."""
    language = foreign_language(posting.text)
    if not language:
        return ()
    message = f"is in {language}; applykit reads English postings only."
    return (Problem(message, "Give the English version, if there is one.", file=posting.source, warning=True),)


def refuse_empty(posting: Posting, report: MatchReport) -> None:
    """A posting in which nothing was recognised, or in another language, would give documents about nothing."""
    foreign = doubt_language(posting)
    if foreign:
        raise ApplykitError(replace(problem, warning=False) for problem in foreign)
    if not report.matches:
        raise ApplykitError(
            Problem(
                "nothing in it was recognised as a requirement.",
                "Check with `applykit read` that the whole posting is there, in English.",
                file=posting.source,
            )
        )


def finished_files(built: Built) -> tuple[RenderedFile, ...]:
    """The documents and their record with each document's SHA-256, for writing all of them anew."""
    files = {file.name: hashlib.sha256(file.data).hexdigest() for file in built.documents}
    return (*built.documents, record_file(built, files))


def record_file(built: Built, files: Mapping[str, str]) -> RenderedFile:
    """application.json, with the names and hashes under which the documents were written."""
    data = json_text(built.record | {"files": files}).encode("utf-8", "replace")
    return RenderedFile(RECORD, data + b"\n", "record")


def write(
    built: Built,
    folder: str | Path,
    *,
    overwrite: bool = False,
    documents: Sequence[RenderedFile] | None = None,
) -> tuple[Path, ...]:
    """Write the Word files (or the `documents` made by `export`) and their record. Raises ApplykitError.

    What a person has edited since is kept, and the new one goes beside it.
    """
    folder = Path(folder)
    chosen = tuple(built.documents if documents is None else documents)
    recorded = read_recorded(folder)
    written = write_documents(chosen, folder, recorded=recorded, overwrite=overwrite)
    # Formats of an earlier run that are still there stay known, so that they do not count as edited next time.
    earlier = {name: digest for name, digest in recorded.items() if (folder / name).is_file()}
    files = earlier | {file.path.name: file.sha256 for file in written}
    record = write_documents((record_file(built, files),), folder, overwrite=True)
    return tuple(file.path for file in (*written, *record))


def read_recorded(folder: Path) -> dict[str, str]:
    """The hashes that the documents in `folder` had when applykit wrote them; none where there is no record."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        files = record["files"] if isinstance(record, dict) else {}
        return {str(name): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, KeyError, AttributeError):
        return {}  # no record, or one that somebody has changed: then every document counts as edited
