"""What would make a profile stronger: nothing here is an error."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from applykit.profile.dates import PRESENT, is_before
from applykit.profile.model import Highlight, Profile

NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|half|twice|double[ds]?|"
    r"tripled|halved|daily|weekly|monthly|every (?:day|week|month|year))\b",
    re.IGNORECASE,
)
# Verbs and words that tell what came of a task.
RESULT = re.compile(
    r"\b(?:achiev|award|complet|cut|deliver|earn|eliminat|exceed|gain|grew|grow|improv|increas|launch|lower|rais|reduc|"
    r"resolv|sav|shorten|solv|so that|which|without|won|zero|promot|prevent|recover|return|pass(?:ed|ing)|trained)\w*",
    re.IGNORECASE,
)
WEAK_START = re.compile(
    r"(?:responsible for|duties include[ds]?|worked on|helped (?:with|to)|tasked with|i\b)", re.IGNORECASE
)
LONGEST = 300
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")


class Hint(NamedTuple):
    """A place in the profile and what would make it stronger."""

    pointer: str
    message: str
    remedy: str


def find_hints(profile: Profile, *, date: datetime.date) -> tuple[Hint, ...]:
    """Hints in the order of the schema, by what is past on `date`."""
    today = date.isoformat()
    finders = (contact(profile), jobs(profile, today), schools(profile), credentials(profile, today), lists(profile))
    return tuple(hint for found in (*finders, leftovers(profile)) for hint in found)


def contact(profile: Profile) -> Iterator[Hint]:
    basics = profile.basics
    if not basics.email:
        yield Hint("/basics", "There is no e-mail address.", "Employers answer by e-mail: add email.")
    elif not EMAIL.fullmatch(basics.email.strip()):
        yield Hint("/basics/email", f"{basics.email[:60]!r} is no e-mail address.", "Write it as name@example.com.")
    if not basics.phone:
        yield Hint("/basics", "There is no phone number.", "Add phone.")
    elif not 7 <= sum(map(str.isdigit, basics.phone)) <= 20:
        yield Hint(
            "/basics/phone", f"{basics.phone[:40]!r} is no phone number.", "Write all its digits, 7 at the least."
        )
    if basics.location is None or not (basics.location.city or basics.location.region):
        yield Hint("/basics", "There is no place.", "Add location with city and region; a street is not needed.")


def jobs(profile: Profile, today: str) -> Iterator[Hint]:
    """Dates and highlights of jobs and volunteer work."""
    if not profile.work and not profile.volunteer:
        yield Hint("", "There is no work.", "Add jobs, internships or volunteer work, unpaid ones too.")
    for section in ("work", "volunteer"):
        for index, job in enumerate(getattr(profile, section)):
            pointer = f"/{section}/{index}"
            roles = getattr(job, "roles", ())
            parts = [(f"{pointer}/roles/{i}", role) for i, role in enumerate(roles)] or [(pointer, job)]
            for where, part in parts:
                yield from future_dates(where, part.startDate, part.endDate, today)
                yield from one_job(where, part.startDate, part.endDate, part.highlights)


def future_dates(pointer: str, start: str | None, end: str | None, today: str) -> Iterator[Hint]:
    for name, value in (("startDate", start), ("endDate", end)):
        if value and value != PRESENT and is_before(today, value):
            remedy = "Nothing is counted beyond today: correct it, or write present for a job you hold."
            yield Hint(f"{pointer}/{name}", f"The job's {name} {value} is still to come.", remedy)


def one_job(pointer: str, start: str | None, end: str | None, highlights: tuple[Highlight, ...]) -> Iterator[Hint]:
    if not start or not end:
        missing = "startDate and endDate" if not (start or end) else "startDate" if not start else "endDate"
        yield Hint(pointer, f"The job has no {missing}.", "Years of experience are counted from dates; present is one.")
    if not highlights:
        yield Hint(
            pointer, "The job has no highlights.", "Write two to five lines: what you did, how much, what came of it."
        )
    for index, highlight in enumerate(highlights):
        yield from one_highlight(f"{pointer}/highlights/{index}", highlight.text)


def one_highlight(pointer: str, text: str) -> Iterator[Hint]:
    numbered, resulted = bool(NUMBER.search(text)), bool(RESULT.search(text))
    if not numbered and not resulted:
        yield Hint(
            pointer, "Neither a number nor a result.", "How many, how often, how fast, or what was better after?"
        )
    if WEAK_START.match(text):
        yield Hint(pointer, "It begins weakly.", "Begin with what you did: Filled, Trained, Reduced …")
    if len(text) > LONGEST:
        yield Hint(pointer, f"It is longer than {LONGEST} characters.", "Split it into two highlights.")


def schools(profile: Profile) -> Iterator[Hint]:
    for index, school in enumerate(profile.education):
        if not school.endDate and school.status != "in-progress":
            yield Hint(f"/education/{index}", "The school has no endDate.", "Add the year, or status: in-progress.")
        if not school.studyType:
            yield Hint(f"/education/{index}", "There is no studyType.", "Say which degree or diploma it was.")


def credentials(profile: Profile, today: str) -> Iterator[Hint]:
    """Postings gate on credentials, so what they are, who gave them and how long they hold is asked for."""
    for index, credential in enumerate(profile.certificates):
        pointer = f"/certificates/{index}"
        if credential.status in ("planned", "in-progress"):
            continue
        if credential.expires and is_before(credential.expires, today):
            yield Hint(
                f"{pointer}/expires",
                f"The credential ran out in {credential.expires}.",
                "Postings that ask for it are not met: write the new date once it is renewed.",
            )
        if not credential.expires and credential.status != "active":
            yield Hint(
                pointer, "The credential has no expires.", "Add the date, or status: active where it never ends."
            )
        if not credential.issuer:
            yield Hint(pointer, "The credential has no issuer.", "Two bodies may give one title: say which did.")
        if credential.kind in ("license", "registration") and not credential.jurisdiction:
            yield Hint(pointer, "The licence has no jurisdiction.", "Say which state or country it is good for.")


def lists(profile: Profile) -> Iterator[Hint]:
    names = sum(max(len(skill.keywords), 1) for skill in profile.skills)
    if names < 5:
        yield Hint(
            "/skills" if profile.skills else "",
            f"There are {names} skills.",
            "List tools and tasks you know; ten is usual.",
        )
    if not profile.why:
        yield Hint("", "There is no why.", "A sentence of your own on why this field makes letters personal.")


def leftovers(profile: Profile) -> Iterator[Hint]:
    for index, text in enumerate(profile.unplaced):
        first = " ".join(text.split())[:40]
        yield Hint(f"/unplaced/{index}", f"“{first}…” was not placed.", "Move it to where it belongs, or delete it.")
