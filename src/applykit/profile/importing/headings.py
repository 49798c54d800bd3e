"""Headings of resumes and what stands below them; English, Spanish and French."""

import functools
import re
from importlib.resources import files

from applykit.profile.dateforms import fold


def read_headings() -> dict[str, tuple[str, ...]]:
    """Section → the names of its heading, from `wordlists/headings.txt`."""
    text = (files("applykit.profile.importing") / "wordlists" / "headings.txt").read_text("utf-8")
    blocks = re.findall(r"^\[(\w+)\]\n([^\[]+)", text, re.MULTILINE)
    return {section: tuple(" ".join(name.split()) for name in names.split(",")) for section, names in blocks}


HEADINGS = read_headings()
SECTION_OF = {name: section for section, names in HEADINGS.items() for name in names}
# A heading of other words is of the section whose word it ends with: "Hospital Pharmacy Experience".
LAST_WORD = {
    "experience": "work", "employment": "work", "education": "education", "skills": "skills", "competencies": "skills",
    "certifications": "certificates", "licenses": "certificates", "certificates": "certificates", "awards": "awards",
    "honors": "awards", "projects": "projects", "publications": "publications", "languages": "languages",
    "interests": "interests", "references": "references", "memberships": "memberships", "affiliations": "memberships",
    "presentations": "talks", "talks": "talks", "training": "continuingEducation", "coursework": "continuingEducation",
    "workshops": "continuingEducation", "volunteering": "volunteer", "history": "work", "summary": "summary",
    "qualifications": "skills", "expertise": "skills", "patents": "patents", "technologies": "skills",
}  # fmt: skip
SPACED = re.compile(r"(?:\w ){3,}\w")
LONGEST = 60


@functools.lru_cache(maxsize=4096)
def section_of(text: str) -> str | None:
    """The section that a line of these words opens, or None where it is no known heading."""
    if not text or len(text) > LONGEST or any(mark in text for mark in "@,;.!?0123456789"):
        return None
    name = normal_heading(text)
    if name in SECTION_OF:
        return SECTION_OF[name]
    words = name.split()
    capital = sum(word[:1].isupper() for word in text.split() if word.isalpha()) >= max(1, len(words) - 1)
    return LAST_WORD.get(words[-1]) if 2 <= len(words) <= 4 and capital else None


def is_usual(text: str) -> bool:
    """Whether a heading is known as it stands, not only by its last word."""
    return normal_heading(text) in SECTION_OF


def normal_heading(text: str) -> str:
    """Lower case, without accents, signs and numbering; letters set apart (`S K I L L S`) put together."""
    text = text.strip()
    if SPACED.fullmatch(re.sub(r"\s{2,}", "  ", text)) or SPACED.fullmatch(text):
        text = text.replace("  ", "\0").replace(" ", "").replace("\0", " ")
    text = fold(text).replace("&", " and ").replace("/", " and ").replace("+", " and ")
    text = re.sub(r"\s+y\s+", " y ", text)
    return " ".join(re.sub(r"[^\w'\s-]|(?<!\w)-|-(?!\w)|_", " ", text).split())
