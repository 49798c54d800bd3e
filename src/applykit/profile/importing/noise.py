"""Page numbers, running heads and "last updated" notes: known, and left out of the profile's facts."""

import re

from applykit.profile.importing.layout import Layout, Line

PAGE = re.compile(
    r"(?:page|seite|p[aá]gina|pg\.?)?\s*\d{1,2}\s*(?:(?:of|/|von|de|sur)\s*\d{1,2})?|.{0,60}?[-–—|·•]\s*"
    r"(?:(?:page|seite|p[aá]gina)\s*)?\d{1,2}\s*(?:of|/|von|de|sur)\s*\d{1,2}|.{0,60}[-–—|·•\s](?:page|página)\s*\d{1,2}"
    r"(?:\s*(?:of|/)\s*\d{1,2})?",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|modified|revised)\b.{0,40}|(?:curriculum vitae|résumé|resume)", re.IGNORECASE
)


def without_page_noise(pages: list[list[Line]]) -> Layout:
    """All lines but those at the edge of a page that only number it, repeat the name or tell when it was made."""
    kept, left_out = [], []
    for number, lines in enumerate(pages):
        edge = {id(line) for line in sorted(lines, key=lambda line: -line.top)[:2]}
        edge |= {id(line) for line in sorted(lines, key=lambda line: line.top)[:2]}
        for line in lines:
            if id(line) in edge and is_noise(line.text, first=number == 0):
                left_out.append(line.text)
            else:
                kept.append(line)
    return Layout(tuple(kept), tuple(dict.fromkeys(left_out)))


def is_noise(text: str, *, first: bool) -> bool:
    return bool(PAGE.fullmatch(text.strip()) or UPDATED.fullmatch(text.strip())) and (not first or len(text) < 60)
