"""The stage's door: a document in, a posting out."""

from dataclasses import replace
from typing import TypeVar

from applykit.errors import ApplykitError, Problem
from applykit.posting.cleaning import Cleaned, clean_marked
from applykit.posting.contacts import find_contact, find_how_to_apply, find_mission
from applykit.posting.dates import find_dates, find_reference
from applykit.posting.employers import find_employer
from applykit.posting.fact import Fact, Source, make_source
from applykit.posting.labels import read_labels
from applykit.posting.model import Contact, Posting, Role, Span
from applykit.posting.pay import find_pay
from applykit.posting.places import find_place, find_remote
from applykit.posting.sections import find_sections
from applykit.posting.structured import Structured, best_structured
from applykit.posting.titles import find_title
from applykit.posting.worktype import find_employment_type
from applykit.reading.model import Document

T = TypeVar("T")

LONGEST = 300_000  # characters; the longest real posting seen has some 40,000
OF_A_JOB = (Role.DUTIES, Role.REQUIRED, Role.PREFERRED, Role.OFFER, Role.CONDITIONS)
NO_POSTING = ("holds nothing that reads like a job posting.", "Give the address or file of the posting's own page.")
CUT = Problem(
    f"is longer than {LONGEST} characters; only its beginning was read.", "Give only the posting.", warning=True
)


def parse_posting(document: Document) -> Posting:
    """Clean the document's text and find its facts and sections; the same document gives the same posting.

    What the page's structured data says comes first; the text fills what it lacks. Raises `ApplykitError` for a web
    page that holds no posting.
    """
    cleaned = clean_marked(document.text[:LONGEST])
    source = make_source(cleaned.text, read_labels(cleaned.text), find_sections(cleaned.text, cleaned.headings))
    told = best_structured(document.structured)
    if document.media_type == "text/html" and not told.title and not reads_like_posting(source):
        raise ApplykitError(Problem(*NO_POSTING, file=document.name))
    return build_posting(document, cleaned, source, told)


def reads_like_posting(source: Source) -> bool:
    """Whether any section asks for something or says what is done, or two labels of postings stand in the text."""
    return any(section.role in OF_A_JOB for section in source.sections) or len(source.labels) > 1


def build_posting(document: Document, cleaned: Cleaned, source: Source, told: Structured) -> Posting:
    """The posting from what the page told and what the text says."""
    title = told_fact(told.title, source.text) or find_title(source, given=document.title, marked=cleaned.headings)
    title_words = title.value if title else None
    kinds, kinds_span = find_employment_type(source, title=title_words)
    posted, closes = find_dates(source)
    found: dict[str, Fact[object] | None] = {
        "title": title,
        "employer": told_fact(told.employer, source.text) or find_employer(source, title=title_words),
        "place": told_fact(told.place, source.text) or find_place(source),
        "remote": told_fact(told.remote, source.text) or find_remote(source, title=title_words),
        "employment_type": Fact(told.employment_type)
        if told.employment_type
        else Fact(kinds, kinds_span)
        if kinds
        else None,
        "pay": told_fact(told.pay, source.text) or find_pay(source),
        "posted": told_fact(told.posted, source.text) or posted,
        "closes": told_fact(told.closes, source.text) or closes,
        "reference": told_fact(told.reference, source.text) or find_reference(source),
        "contact": join_contacts(told.contact, find_contact(source)),
        "how_to_apply": find_how_to_apply(source),
    }
    facts = {name: fact for name, fact in found.items() if fact is not None}
    return Posting(
        text=cleaned.text,
        **{name: fact.value for name, fact in facts.items()},  # type: ignore[arg-type]
        mission=find_mission(source),
        sections=source.sections,
        spans=tuple((name, fact.span) for name, fact in facts.items() if fact.span),
        problems=problems_of(document),
        source=document.name,
    )


def problems_of(document: Document) -> tuple[Problem, ...]:
    """The reader's problems, and one more when the text was cut."""
    cut = (replace(CUT, file=document.name),) if len(document.text) > LONGEST else ()
    return document.problems + cut


def told_fact(value: T | None, text: str) -> Fact[T] | None:
    """A fact from structured data, with its place in the text when it stands there word for word."""
    if value is None:
        return None
    at = text.find(value) if isinstance(value, str) else -1
    return Fact(value, Span(at, at + len(value)) if isinstance(value, str) and at >= 0 else None)


def join_contacts(told: Contact | None, found: Fact[Contact] | None) -> Fact[Contact] | None:
    """The contact that the page told, its gaps filled from the text."""
    if told is None:
        return found
    if found is None:
        return Fact(told)
    text = found.value
    return Fact(
        Contact(told.name or text.name, told.title or text.title, told.email or text.email, told.phone or text.phone),
        found.span,
    )
