"""What a program recognises in a resume's text: contact data, usual headings, dates."""

import re
from collections.abc import Iterable

from applykit.documents.check.model import Contact

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.])\+?\(?\d{1,4}\)?(?:[ .\u00a0/-]?\(?\d{2,5}\)?){2,5}(?!\w)")
LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|io|dev|edu|me)(?:/\S*)?", re.IGNORECASE
)
# Headings under which readers file what follows, by the section they stand for.
HEADINGS = {
    "summary": (
        "summary profile|professional summary|career summary|about|about me|objective|career objective|"
        "professional profile|qualifications summary|summary of qualifications|highlights"
    ),
    "experience": (
        "experience|work experience|professional experience|employment|employment history|work history|"
        "career history|relevant experience|related experience|other experience|additional experience|"
        "professional background|clinical experience|internships|internship experience|externship|"
        "externships"
    ),
    "education": (
        "education|education and training|academic background|academics|training|education & training|"
        "education and certifications"
    ),
    "skills": (
        "skills|technical skills|key skills|core skills|core competencies|competencies|"
        "areas of expertise|expertise|technologies|skills and tools|qualifications|strengths|software|"
        "computer skills|additional skills|skills & abilities"
    ),
    "credentials": (
        "certifications|certification|licenses|licensure|licences|certifications and licenses|"
        "licenses and certifications|licenses & certifications|certifications & licenses|credentials|"
        "certificates|professional certifications"
    ),
    "languages": "languages|language skills",
    "projects": "projects|selected projects|personal projects|key projects",
    "volunteer": ("volunteer|volunteer work|volunteering|volunteer experience|community service|community involvement"),
    "memberships": (
        "memberships|professional memberships|affiliations|professional affiliations|associations|"
        "memberships and affiliations"
    ),
    "learning": "continuing education|professional development|courses|workshops|training and courses",
    "awards": "awards|honors|honours|honors and awards|awards and honors|achievements|accomplishments",
    "publications": "publications|selected publications|patents|presentations|research",
    "references": "references|referees",
    "interests": "interests|hobbies|activities|interests and activities",
    "additional": (
        "additional|additional information|other|miscellaneous|extracurricular activities|leadership|"
        "leadership experience"
    ),
}
SECTIONS = {name: kind for kind, names in HEADINGS.items() for name in [*names.split("|"), kind]}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = r"(?:19|20)\d{2}"
# One pattern a way of writing a date; the first that fits names it.
DATES = (
    ("YYYY-MM", re.compile(rf"(?<!\d){YEAR}-(?:0[1-9]|1[0-2])(?!\d)")),
    ("MM/YYYY", re.compile(rf"(?<![\d/])(?:0?[1-9]|1[0-2])/{YEAR}(?!\d)")),
    ("Month YYYY", re.compile(rf"\b{MONTH},?\s+(?:\d{{1,2}},?\s+)?{YEAR}(?!\d)", re.IGNORECASE)),
    ("YYYY", re.compile(rf"(?<![\d/$.,-]){YEAR}(?![\d/]|-\d)")),
)
RANGE = re.compile(
    rf"(?:{YEAR})\s*(?:–|—|-|to|until)\s*(?:{MONTH}\s+|\d{{1,2}}/)?(?:{YEAR}|present|current|now|today)", re.IGNORECASE
)
LETTER = re.compile(
    r"^\s*(?:dear\b|sincerely|(?:kind|best) regards|yours (?:truly|sincerely|faithfully))", re.IGNORECASE | re.MULTILINE
)


def find_contact(text: str) -> Contact:
    """E-mail, phone and link as a program would take them from the text."""
    emails = EMAIL.search(text)
    rest = EMAIL.sub(" ", text)
    link = LINK.search(rest)
    return Contact(emails.group() if emails else "", find_phone(LINK.sub(" ", rest)), link.group() if link else "")


def find_phone(text: str) -> str:
    """The first number that is a phone's: seven to fifteen digits in groups, or ten or eleven without, no years."""
    for match in PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        grouped = not match.group().isdigit() or len(digits) in (10, 11)
        if grouped and 7 <= len(digits) <= 15 and not RANGE.search(match.group()):
            return match.group().strip()
    return ""


def section_of(heading: str) -> str:
    """The usual section a heading stands for, or ""."""
    words = re.sub(r"[^\w& ]+", " ", heading.casefold())
    return SECTIONS.get(" ".join(words.split()), "")


def find_dates(text: str) -> list[tuple[str, str]]:
    """Every date with the way it is written, in order of the text."""
    taken: list[tuple[int, int, str, str]] = []
    for name, pattern in DATES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= other_start or start >= other_end for other_start, other_end, _n, _t in taken):
                taken.append((start, end, name, match.group()))
    return [(name, words) for _start, _end, name, words in sorted(taken)]


def kind_of(lines: Iterable[str], headings: Iterable[str]) -> str:
    """What a document is, by its headings and its salutation."""
    known = {section_of(heading) for heading in headings} - {""}
    text = "\n".join(lines)
    if "gap checklist" in text[:200].casefold():
        return "checklist"
    if len(LETTER.findall(text)) >= 2 or (LETTER.search(text) and not known):
        return "letter"
    return "resume" if known & {"experience", "education", "skills"} or len(known) >= 2 else "other"


def shows(text: str, forms: Iterable[str]) -> bool:
    """Whether a text has one of these words or phrases, whatever its case and spacing."""
    plain = " ".join(text.casefold().split())
    return any(
        re.search(rf"(?<!\w){re.escape(' '.join(form.casefold().split()))}(?!\w)", plain)
        for form in forms
        if form.strip()
    )
