"""Labels that forms put before their values: `Employer: Lakeside Drugs`."""

import re
from dataclasses import replace

from applykit.profile.importing.layout import cut_start
from applykit.profile.importing.rows import Row

LABEL = re.compile(
    r"(?:name of (?:employer|company|school)|company|employer|organi[sz]ation|position(?: held)?|(?:job )?title|role|"
    r"location|place|dates?|period|duration|school|institution|degree|qualification|occupation)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
DUTIES = re.compile(
    r"(?:(?:key |main |primary |major )?(?:responsibilities|duties|achievements|accomplishments|tasks)"
    r"(?: and (?:responsibilities|duties|achievements))?(?: include[ds]?)?)\s*:?",
    re.IGNORECASE,
)


def unlabelled(rows: list[Row]) -> list[Row]:
    """Rows without the labels before their values, and without lines that only announce the duties."""
    return [without_label(row) for row in rows if row.level or not DUTIES.fullmatch(row.text)]


def without_label(row: Row) -> Row:
    found = LABEL.match(row.text) if row.cells and not row.level else None
    if not found:
        return row
    runs = cut_start(row.cells[0].runs, found[0].rstrip())
    if not runs and len(row.cells) > 1:
        return replace(row, cells=row.cells[1:])
    return replace(row, cells=(replace(row.cells[0], runs=runs), *row.cells[1:])) if runs else row
