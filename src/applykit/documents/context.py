"""Resume, letter and checklist as the plain values that templates read; docs/designs.md lists every field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # types only: the engine is used without the stages before it, too
    from applykit.posting.model import Posting
    from applykit.tailoring.model import (
        Checklist,
        ChecklistRow,
        ContactLine,
        Letter,
        PlanStep,
        Resume,
        ResumeEntry,
        ResumeSection,
        Sentence,
        SkillGroup,
    )
    from applykit.tailoring.page import Page

from applykit.documents.contact import contact_context
from applykit.documents.fields import SECTION_KINDS

Context = dict[str, Any]
PROSE = frozenset({"summary", "languages", "interests", "references"})
ANSWERS = {"met": "Met", "partly": "Partly", "missing": "None", "ask": "Ask"}
NOTHING = {"missing": "Nothing in the profile shows this.", "ask": "Only you can answer this."}


def words(sentence: Sentence | None) -> str:
    """A sentence's text, or "" where there is none, so that templates can ask `if`."""
    return sentence.text if sentence is not None else ""


def texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in sentences]


def person_context(name: str, contact: tuple[ContactLine, ...], page: Page) -> Context:
    """The person's name, whole and in parts, and how to reach them."""
    first, _, rest = name.strip().partition(" ")
    by_scheme = {(item.target or "").partition(":")[0]: item.text.text for item in reversed(contact)}
    return {
        "name": name,
        "first_name": first,
        "last_name": rest.rpartition(" ")[2],
        "email": by_scheme.get("mailto", ""),
        "phone": by_scheme.get("tel", ""),
        "contact": contact_context(contact, page),
    }


def unbroken(text: str, phone: str) -> str:
    """A text in which the phone number breaks at no space; hyphens stay, since readers drop those that do not break."""
    return text.replace(phone, phone.replace(" ", "\u00a0")) if phone else text


def posting_context(posting: Posting | None) -> Context:
    """What the posting calls itself, for people's own templates; empty texts where it does not say."""
    place = posting.place.text if posting is not None and posting.place is not None else ""
    return {
        "title": (posting.title if posting is not None else "") or "",
        "employer": (posting.employer if posting is not None else "") or "",
        "place": place,
    }


def entry_context(entry: ResumeEntry, *, long: bool) -> Context:
    """An entry; `long` says that employer and place go on a line of their own."""
    return {
        "title": words(entry.title),
        "organization": words(entry.organization),
        "place": words(entry.place),
        "dates": words(entry.dates),
        "lines": texts(entry.lines),
        "long": long,
    }


def is_long(entry: ResumeEntry, page: Page) -> bool:
    """Whether title, employer, place and dates are too much for one line, by the page model that chose the content."""
    parts = (entry.title, entry.organization, entry.place, entry.dates)
    return page.text_width("  ".join(part.text for part in parts if part)) > page.one_line_entry


def group_context(group: SkillGroup) -> Context:
    return {"name": group.name, "skills": texts(group.items), "text": ", ".join(texts(group.items))}


def section_context(section: ResumeSection, page: Page) -> Context:
    """A section; `prose` says that its lines are sentences, not a list. One long entry makes all of them long."""
    lines = texts(section.lines)
    long = any(is_long(entry, page) for entry in section.entries)
    return {
        "kind": section.kind,
        "heading": section.heading,
        "entries": [entry_context(entry, long=long) for entry in section.entries],
        "groups": [group_context(group) for group in section.groups],
        "lines": [" ".join(lines)] if section.kind == "summary" and lines else lines,
        "prose": section.kind in PROSE or len(lines) == 1,
    }


def empty_section(kind: str) -> Context:
    return {"kind": kind, "heading": "", "entries": [], "groups": [], "lines": [], "prose": kind in PROSE}


def document_context(title: str, author: str, language: str) -> Context:
    """The document's own properties."""
    return {"title": title, "author": author, "language": language}


def resume_context(resume: Resume, *, language: str = "en-US", page: Mapping[str, float] | None = None) -> Context:
    """A resume's fields: `sections` in order, and every kind of section by its own name, empty where absent."""
    from applykit.tailoring.page import Page

    model = Page(**(page or {}))
    sections = [section_context(section, model) for section in resume.sections]
    by_kind = {kind: empty_section(kind) for kind in SECTION_KINDS}
    by_kind |= {section["kind"].replace("-", "_"): section for section in reversed(sections)}
    return {
        **by_kind,
        **person_context(resume.name.text, resume.contact, model),
        "headline": words(resume.headline),
        "sections": sections,
        "document": document_context(f"{resume.name.text} – Resume", resume.name.text, language),
    }


def letter_context(
    letter: Letter, *, headline: str = "", language: str = "en-US", page: Mapping[str, float] | None = None
) -> Context:
    """A letter's fields; a paragraph is its sentences, one after the other, and breaks no phone number."""
    from applykit.tailoring.page import Page

    person = person_context(letter.name.text, letter.contact, Page(**(page or {})))
    paragraphs = [" ".join(texts(paragraph)) for paragraph in letter.paragraphs]
    return {
        **person,
        "headline": headline,
        "date": letter.date.text,
        "recipient": texts(letter.recipient),
        "subject": words(letter.subject),
        "salutation": letter.salutation.text,
        "paragraphs": [unbroken(text, person["phone"]) for text in paragraphs],
        "closing": letter.closing.text,
        "signature": letter.signature.text,
        "enclosures": texts(getattr(letter, "enclosures", ())),
        "document": document_context(f"{letter.name.text} – Cover letter", letter.name.text, language),
    }


def row_context(row: ChecklistRow) -> Context:
    """A requirement's row; `status` is met, partly, missing or ask, `answer` the word for it."""
    status = "ask" if row.status == "unknown" else row.status
    nothing = "" if row.evidence or row.note or row.question else NOTHING.get(status, "")
    return {
        "asked": row.asked.text,
        "level": row.level,
        "evidence": texts(row.evidence),
        "status": status,
        "answer": ANSWERS.get(status, status),
        "note": words(row.note),
        "none": nothing,
        "question": words(row.question),
    }


def step_context(step: PlanStep) -> Context:
    return {
        "gap": step.gap.text,
        "what": step.what.text,
        "where": words(step.where),
        "how_long": words(step.how_long),
        "apply_anyway": words(step.apply_anyway),
    }


def checklist_context(checklist: Checklist, *, name: str, language: str = "en-US") -> Context:
    """A checklist's fields: four tables of rows, the duties in lines, questions, a plan and two lists of hints."""
    return {
        "name": name,
        "title": checklist.title.text,
        "subtitle": checklist.subtitle.text,
        "score": texts(checklist.score),
        "gates": [row_context(row) for row in checklist.gates],
        "required": [row_context(row) for row in checklist.required],
        "preferred": [row_context(row) for row in checklist.preferred],
        "duties": [row_context(row) for row in checklist.duties],
        "duty_lines": texts(checklist.duty_lines),
        "questions": texts(checklist.questions),
        "apply": texts(checklist.apply),
        "plan": [step_context(step) for step in checklist.plan],
        "louder": texts(checklist.louder),
        "usual": texts(checklist.usual),
        "document": document_context(f"{checklist.title.text} – {name}", name, language),
    }
