"""The height of finished sections by the line model."""

from applykit.tailoring.model import Resume, ResumeEntry, ResumeSection
from applykit.tailoring.page import Page


def resume_height(resume: Resume, page: Page) -> float:
    """A whole resume, as if it stood on one long page."""
    head = page.head_height(resume.name.text, [line.text.text for line in resume.contact])
    return head + sum(section_height(section, page) for section in resume.sections)


def section_height(section: ResumeSection, page: Page) -> float:
    """A section with its heading, lines, groups and entries."""
    height = page.heading + page.paragraphs(line.text for line in section.lines)
    for group in section.groups:
        height += page.entry_gap + page.paragraph(f"{group.name}: {', '.join(item.text for item in group.items)}")
    head = page.line * (2 if any(is_long(entry, page) for entry in section.entries) else 1)
    for entry in section.entries:
        height += head + (page.job_gap if entry.lines else page.entry_gap)
        height += sum(page.bullet(line.text) for line in entry.lines)
    return height


def is_long(entry: ResumeEntry, page: Page) -> bool:
    """Whether title, employer, place and dates need two lines."""
    parts = (entry.title, entry.organization, entry.place, entry.dates)
    return page.text_width("  ".join(part.text for part in parts if part)) > page.one_line_entry
