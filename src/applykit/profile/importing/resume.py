"""The layout of a resume → Draft: every section by its parser, and nothing of the source lost."""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace

from applykit.profile.dateforms import DURATION, find_periods, fold
from applykit.profile.datewords import MONTH_OF
from applykit.profile.importing.contact import parse_head
from applykit.profile.importing.credentials import parse_credentials
from applykit.profile.importing.draft import Draft
from applykit.profile.importing.educationparse import parse_schools
from applykit.profile.importing.grids import GRID_KINDS, without_grid
from applykit.profile.importing.headings import section_of
from applykit.profile.importing.layout import Layout
from applykit.profile.importing.listentries import (
    parse_awards,
    parse_courses,
    parse_memberships,
    parse_projects,
    parse_publications,
    parse_references,
)
from applykit.profile.importing.listparse import LABELLED, parse_interests, parse_languages, parse_skills
from applykit.profile.importing.plaintext import item_rows
from applykit.profile.importing.rows import Row, right_edges, rows_of
from applykit.profile.importing.sections import Section, split_sections
from applykit.profile.importing.workparse import parse_jobs

PARSERS: dict[str, Callable[[list[Row], Draft], None]] = {
    "work": parse_jobs,
    "volunteer": lambda rows, draft: parse_jobs(rows, draft, section="volunteer"),
    "education": parse_schools,
    "skills": parse_skills,
    "certificates": parse_credentials,
    "languages": parse_languages,
    "interests": parse_interests,
    "awards": parse_awards,
    "publications": parse_publications,
    "talks": lambda rows, draft: parse_publications(rows, draft, kind="talk"),
    "patents": lambda rows, draft: parse_publications(rows, draft, kind="patent"),
    "projects": parse_projects,
    "memberships": parse_memberships,
    "continuingEducation": parse_courses,
    "references": parse_references,
}
# Words that only say what the value beside them is, which its key says in a profile.
SAID = frozenset(
    (
        "other", "languages", "expires", "exp", "expiration", "expiry", "issued", "valid", "until", "through",
        "thru", "no", "num", "number", "license", "licence", "registration", "cert", "id", "gpa", "in", "of", "at",
        "from", "to", "and", "by", "since", "date", "dates", "graduated", "graduation", "expected", "coursework",
        "relevant", "courses", "phone", "email", "mail", "tel", "mobile", "cell", "address", "location", "website",
        "hours", "hrs", "ce", "ceu", "contact", "employer", "company", "position", "title", "role", "school",
        "institution", "degree", "responsibilities", "duties", "current", "active", "name", "level", "doi", "https",
        "http", "www",
    )
)  # fmt: skip
SCHEMA_ORDER = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages",
    "interests", "references", "projects", "continuingEducation", "workshops", "memberships",
)  # fmt: skip


ON_REQUEST = re.compile(
    r"(?:references?:?\s*)?(?:are )?(?:furnished|available|provided) (?:up)?on request\.?", re.IGNORECASE
)


def read_resume(layout: Layout) -> Draft:
    """A draft of a profile from the layout of a resume."""
    draft = Draft(left_out=list(layout.left_out), doubts=list(layout.doubts))
    asked = [line for line in layout.lines if ON_REQUEST.fullmatch(line.text.strip())]
    draft.left_out += [line.text for line in asked]
    layout = replace(layout, lines=tuple(line for line in layout.lines if line not in asked))
    head, sections = split_sections(layout)
    contact = [line for section in sections if section.kind == "contact" for line in section.lines]
    parse_head(head, contact, draft)
    edges = right_edges(list(layout.lines))
    for section in sections:
        read_section(section, draft, edges)
    draft.unplaced += lost_lines(layout, sections, draft)
    return ordered(draft)


def ordered(draft: Draft) -> Draft:
    """The draft with its sections in the order of the schema."""
    rest = [key for key in draft.data if key not in SCHEMA_ORDER]
    draft.data = {key: draft.data[key] for key in (*SCHEMA_ORDER, *rest) if key in draft.data}
    return draft


def read_section(section: Section, draft: Draft, edges: dict[int, float]) -> None:
    lines = without_grid(section.lines) if section.kind in GRID_KINDS else list(section.lines)
    rows = rows_of(lines, edges)
    if section.kind == "contact" or not rows:
        return
    if section.kind == "summary":
        add_summary(rows, draft)
    elif section.kind in PARSERS:
        PARSERS[section.kind](rows, draft)
    else:
        left = [row for row in rows if not take_labelled(row, draft)]
        if left:
            draft.unplaced.append(f"{section.title}:\n" + "\n".join(row.everything for row in left))


def take_labelled(row: Row, draft: Draft) -> bool:
    """`Languages: Spanish (fluent), English` in a section of other things: whether the row was such a line."""
    found = LABELLED.fullmatch(row.text)
    kind = section_of(found[1]) if found else None
    if not found or kind not in LISTED:
        return False
    items = [item.strip() for item in re.split(r"[,;]\s+(?![^(]*\))", found[2])]
    PARSERS[kind](item_rows(items), draft)
    draft.used.append(found[1])
    return True


# Sections whose items may stand in one line after their name.
LISTED = frozenset({"languages", "continuingEducation", "memberships", "awards", "interests", "skills", "certificates"})


def add_summary(rows: list[Row], draft: Draft) -> None:
    """Paragraphs of a summary, after what the head of the document held."""
    texts = [draft.data["basics"].get("summary", ""), *(row.everything for row in rows)]
    draft.data["basics"]["summary"] = "\n".join(text for text in texts if text)


def lost_lines(layout: Layout, sections: list[Section], draft: Draft) -> list[str]:
    """Lines with a word that stands nowhere in the draft: what parsers passed over is kept here."""
    known = set(tokens(flat_text(draft.data) + " " + " ".join([*draft.unplaced, *draft.left_out, *draft.used])))
    known |= {token for section in sections for token in tokens(section.title)}
    known |= parted_words(layout)
    return [line.text for line in layout.lines if any(missing_words(cell.text, known) for cell in line.cells)]


def parted_words(layout: Layout) -> set[str]:
    """The halves of words that a hyphen parts at the end of a line."""
    halves: set[str] = set()
    for above, below in itertools.pairwise(line.cells[0].text for line in layout.lines):
        if above.endswith(("-", "‐")) and tokens(above) and tokens(below):
            halves |= {tokens(above)[-1], tokens(below)[0]}
    return halves


def missing_words(text: str, known: set[str]) -> bool:
    """Whether a word of a text is not known; dates, numbers, months and words that only name a value do not count."""
    for period in reversed(find_periods(text)):
        text = text[: period.begin] + " " + text[period.stop :]
    text = "" if DURATION.fullmatch(" " + text.strip()) else text
    words = [token for token in tokens(text) if len(token) > 1 and not token.isdigit()]
    return any(word not in known and word not in SAID and word not in MONTH_OF for word in words)


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def flat_text(value: object) -> str:
    """All texts of nested data, one after the other."""
    if isinstance(value, dict):
        return " ".join(flat_text(inner) for inner in value.values())
    if isinstance(value, list):
        return " ".join(flat_text(inner) for inner in value)
    return str(value)
