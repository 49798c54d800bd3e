"""Studies as a sentence names them."""

import re
from collections.abc import Iterator

from applykit.profile.model import Education, Profile
from applykit.tailoring.grammar.nouns import with_article
from applykit.tailoring.sentences import one_line

PROGRAM = re.compile(r"\b(?:program(?:me)?|course|training|diploma|certificate|school)\Z", re.IGNORECASE)
PROPER = re.compile(r"\b(?:of|[A-Z]\.)|\b[A-Z]{2,}\b|\bGED\b")


BARE = {"bachelor": "bachelor's degree", "master": "master's degree", "associate": "associate degree", "phd": "PhD"}


def study_name(item: Education) -> str:
    """ "a certificate in Pharmacy Technology", "the Technician Program", "an Associate of Arts in Business"."""
    kind, area = one_line(item.studyType or ""), one_line(item.area or "")
    if area and (not kind or PROGRAM.search(area)):
        return f"the {area}" if PROGRAM.search(area) else area
    kind = BARE.get(kind.casefold().rstrip("'s").rstrip("’s"), kind)
    if not PROPER.search(kind):
        kind = kind.lower()
    return f"{with_article(kind)} in {area}" if area else with_article(kind)


def running_studies(profile: Profile) -> Iterator[tuple[str, Education]]:
    """Studies that the person says are under way and that have a name, with their pointers."""
    for number, item in enumerate(profile.education):
        if item.status == "in-progress" and (item.area or item.studyType):
            yield f"/education/{number}", item
