"""Schools from the rows of an education section."""

import re
from typing import Any

from applykit.profile.dateforms import fold
from applykit.profile.importing.draft import Draft, compact, period_fields
from applykit.profile.importing.entries import Entry, Pieces, pieces_of, split_entries
from applykit.profile.importing.entrywords import is_degree, is_school
from applykit.profile.importing.labels import unlabelled
from applykit.profile.importing.rows import Row
from applykit.profile.importing.words import DEGREES
from applykit.profile.importing.workparse import body_fields, texts_of

SCORE = re.compile(
    r"\(?\b(?:cumulative\s+|overall\s+|major\s+)?(?:gpa|grade|note|promedio|cgpa|moyenne)\b\s*[:=of]*\s*"
    r"(?P<score>\d{1,3}(?:[.,]\d{1,3})?%?(?:\s*/\s*\d{1,3}(?:[.,]\d{1,2})?)?)\)?|(?P<before>\d\.\d{1,3}(?:/\d\.\d{1,2})?)\s*gpa\b",
    re.IGNORECASE,
)
COURSES = re.compile(
    r"(?:relevant\s+|related\s+|selected\s+)?(?:coursework|courses)\s*(?:included|includes)?\s*[:–-]\s*(.+)", re.I
)
EMPTY_WORDS = frozenset(
    ("expected", "graduated", "graduation", "anticipated", "completed", "date", "degree", "major", "to", "from")
)
IN = re.compile(r"\s*(?:,|:|[-–—]|\bin\b|\ben\b|\bof\b|\bde\b)\s*", re.IGNORECASE)


def parse_schools(rows: list[Row], draft: Draft) -> None:
    """Add the schools of a section."""
    for entry in split_entries(unlabelled(rows)):
        for part in without_mixture(entry):
            item, guesses = school_fields(part)
            if item:
                draft.add("education", item, guesses)
            else:
                draft.unplaced += texts_of(part)


def without_mixture(entry: Entry) -> list[Entry]:
    """An entry whose bullets are schools themselves, taken apart."""
    if not entry.header and entry.body and all(is_school(row.text) or is_degree(row.text) for row in entry.body):
        return [Entry((row,), ()) for row in entry.body]
    return [entry]


def school_fields(entry: Entry) -> tuple[dict[str, Any], dict[str, str]]:
    header = entry.header or entry.body[:1]
    body = entry.body if entry.header else entry.body[1:]
    pieces = pieces_of(header, body)
    score = take_score(pieces)
    school, degree, area, others = sort_slots(
        [slot for slot in pieces.slots if fold(slot).strip(" :") not in EMPTY_WORDS]
    )
    dates, guesses = period_fields(pieces.periods, pieces.written)
    if dates.get("endDate") and "startDate" not in dates:
        guesses.setdefault("endDate", "")
    expected = any(period.expected or period.end == "present" for period in pieces.periods)
    expected = expected or any("expected" in slot.casefold() for slot in others)
    courses, rest = take_courses(body)
    score, rest = (score, rest) if score else take_score_row(rest)
    summary, highlights = body_fields(rest)
    if not school:
        school, guesses["institution"] = stand_in(degree, others)
    if not school:
        return {}, {}
    item = compact(
        institution=school,
        studyType=degree,
        area=area,
        location="; ".join(pieces.places[:1]),
        **dates,
        score=score,
        accreditation=accreditation_in(" ".join(pieces.slots)),
        status="in-progress" if expected else None,
        courses=courses,
        highlights=[*others, *([summary] if summary else []), *highlights],
    )
    return item, {key: comment for key, comment in guesses.items() if comment}


def accreditation_in(text: str) -> str:
    """`(ASHP/ACPE accredited)` → ASHP/ACPE."""
    found = re.search(r"\b([A-Z][A-Z/-]{2,20})[\s-]accredited\b|\baccredited by (?:the )?([A-Z][\w/-]+)", text)
    return (found[1] or found[2]) if found else ""


def stand_in(degree: str, others: list[str]) -> tuple[str, str]:
    """What stands for a school that was not recognised."""
    if others:
        return others.pop(0), "taken for the school by its place"
    return ("Unknown", "no school was found") if degree else ("", "")


def take_score(pieces: Pieces) -> str:
    for index, slot in enumerate(pieces.slots):
        if found := SCORE.search(slot):
            rest = (slot[: found.start()] + slot[found.end() :]).strip(" ,;()|-–")
            pieces.slots[index : index + 1] = [rest] if rest else []
            return (found["score"] or found["before"]).replace(" ", "")
    return ""


def take_score_row(body: tuple[Row, ...]) -> tuple[str, tuple[Row, ...]]:
    """A grade that stands alone on a line, and the other rows."""
    for index, row in enumerate(body):
        if found := SCORE.fullmatch(row.text.strip(" .")):
            return (found["score"] or found["before"]).replace(" ", ""), body[:index] + body[index + 1 :]
    return "", body


def take_courses(body: tuple[Row, ...]) -> tuple[list[str], tuple[Row, ...]]:
    """Courses from a line that lists them, and the rows that remain."""
    for index, row in enumerate(body):
        if found := COURSES.fullmatch(row.text):
            courses = [course.strip(" .") for course in re.split(r"[,;]\s+(?![^(]*\))", found[1])]
            return [course for course in courses if course], body[:index] + body[index + 1 :]
    return [], body


def sort_slots(slots: list[str]) -> tuple[str, str, str, list[str]]:
    """School, degree, area and the rest, whatever order they stand in."""
    school = degree = area = ""
    others: list[str] = []
    queue = merge_degree_words(slots)
    while queue:
        slot = queue.pop(0)
        if is_school(slot) and not school:
            school, more = cut_school(slot)
            queue = more + queue
        elif is_degree(slot) and (not degree or not area):
            new_degree, new_area = cut_degree(slot)
            if degree and new_degree and fold(new_degree).replace(".", "") != fold(degree).replace(".", ""):
                others.append(slot)
            else:
                degree, area = degree or new_degree, area or new_area
        else:
            others.append(slot)
    if not area and others and (degree or school):
        area = take_area(others)
    return school, degree, area, others


def merge_degree_words(slots: list[str]) -> list[str]:
    """Slots with each once; a two-letter degree at the margin that is repeated in the line is dropped."""
    kept: list[str] = []
    for slot in slots:
        if slot not in kept:
            kept.append(slot)
    return [s for s in kept if not any(t != s and re.match(rf"{re.escape(s)}\b", t) and is_degree(s) for t in kept)]


def cut_school(slot: str) -> tuple[str, list[str]]:
    """`Princeton University, Computer Science`: the school and what follows it."""
    parts = [part.strip() for part in slot.split(",") if part.strip()]
    if len(parts) > 1 and is_school(parts[0]):
        if any(is_degree(part) for part in parts[1:]) or (len(parts) == 2 and not is_school(parts[1])):
            return parts[0], [", ".join(parts[1:])]
    elif len(parts) > 1:
        index = next((i for i, part in enumerate(parts) if is_school(part)), 0)
        return ", ".join(parts[index:]), [", ".join(parts[:index])]
    return slot, []


def cut_degree(slot: str) -> tuple[str, str]:
    """`PhD in Computer Science` → PhD, Computer Science; `Bachelor of Science, Biology` likewise."""
    found = DEGREES.search(fold(slot))
    if not found:
        return "", slot
    before, degree, after = slot[: found.start()], slot[found.start() : found.end()], slot[found.end() :]
    opened = re.match(r"\s*\([^)]{1,12}\)", after)
    if opened:
        degree, after = degree + opened[0], after[opened.end() :]
    if before.strip(" ,-–("):
        return slot, ""
    link = IN.match(after)
    area = after[link.end() :].strip(" ,.") if link else after.strip(" ,.")
    if not link and area and len(re.sub(r"[^a-z]", "", fold(degree))) > 4:
        return slot, ""
    return degree.strip(), area


def take_area(others: list[str]) -> str:
    """A piece that is neither school nor degree, short and without figures, is the field of study."""
    for index, other in enumerate(others):
        if len(other.split()) <= 7 and not any(letter.isdigit() for letter in other):
            return others.pop(index)
    return ""
