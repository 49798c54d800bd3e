"""Certificates, licences and registrations with issuer, number and dates."""

import re
from typing import Any

from applykit.posting.regions import STATES
from applykit.profile.dateforms import Period, find_periods, fold, read_period
from applykit.profile.importing.bodies import ISSUER, cut_at_issuer
from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.listentries import list_entries
from applykit.profile.importing.rows import Row

NUMBER = re.compile(
    r"(?:(?:license|licence|lic\.?|certificate|certification|cert\.?|registration|reg\.?|credential|id|member)\s*)?"
    r"(?:#|no\.?|n[ºo°]\.?|num(?:ber)?\.?|id)\s*[:#]?\s*(?P<number>(?=[\w-]*\d)[A-Za-z0-9][\w./-]{2,24})"
    r"|(?:license|licence|lic\.?|registration|certificate)\s*:\s*(?P<plain>(?=[\w-]*\d)[A-Z0-9][\w./-]{3,24})",
    re.IGNORECASE,
)
EXPIRES = re.compile(
    r"(?:exp(?:ir(?:es|y|ation|ing))?\.?|valid|renew(?:al|s)?|vence|caduca|expire|gültig|through|thru|until)[^|;]{0,24}$",
    re.I,
)
ISSUED = re.compile(
    r"(?:issued|earned|obtained|since|granted|completed|passed|date|awarded|received)[^|;]{0,14}$", re.I
)
KINDS = (("registr", "registration"), ("licen", "license"), ("certif", "certification"), ("certific", "certification"))
STATUS = {"active": "active", "current": "active", "in good standing": "active", "expired": "expired",
    "inactive": "inactive", "in progress": "in-progress", "pending": "in-progress", "planned": "planned",
    "scheduled": "planned"}  # fmt: skip
PARTS = re.compile(r"\s*[|•·;]\s*|\s+[–—-]\s+|\t|\n|(?<=\))\s+(?=\S)")


def parse_credentials(rows: list[Row], draft: Draft) -> None:
    """Add the credentials of a section, one an entry or bullet."""
    for entry in list_entries(merge_plain_lines(rows)):
        text = " | ".join(row.everything.replace(" | ", " | ") for row in (*entry.header, *entry.body))
        item, guesses, rest = credential_of(text)
        if item:
            draft.add("certificates", item, guesses)
        else:
            draft.unplaced.append(text)
        draft.unplaced += rest if item else []


def merge_plain_lines(rows: list[Row]) -> list[Row]:
    """Rows as they are; where every row stands for itself (no style, no gap), each becomes an item."""
    plain = [row for row in rows if not row.level]
    if len(plain) == len(rows) and not any(row.bold for row in rows) and is_list_of_one_liners(rows):
        return [Row(row.cells, row.aside, 1, row.gap, row.left, row.right, row.whole, row.bold) for row in rows]
    return rows


def is_list_of_one_liners(rows: list[Row]) -> bool:
    """Whether most rows hold a name with a date, a number or an issuer, so that none continues another."""
    return sum(map(is_one_liner, rows)) * 2 > len(rows)


def is_one_liner(row: Row) -> bool:
    text = row.everything
    if read_period(text):
        return False
    parted = len(PARTS.split(text)) > 1 or ", " in text
    return bool(row.periods or NUMBER.search(text) or (parted and ISSUER.search(fold(text))))


def credential_of(text: str) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    """One credential from its text, the guesses, and what found no room."""
    numbers = NUMBER.search(text)
    number = (numbers["number"] or numbers["plain"]) if numbers else ""
    issued, expires, written, rest = take_dates(text)
    if numbers:
        rest = rest.replace(numbers[0], " | ")
    status, rest = take_status(rest)
    parts = [part.strip(" ,;:()#") if part.count("(") != 1 or part.startswith("(") else part.strip(" ,;:#")
             for part in PARTS.split(rest)]  # fmt: skip
    parts = [re.sub(r"\s*\(\s*$|^\s*\)\s*", "", part) for part in parts]
    parts = [part for part in parts if re.search(r"\w", part) and fold(part) not in LEFTOVER]
    parts = [piece for part in parts for piece in issuer_in_parentheses(part)]
    number, parts = (number, parts) if number else bare_number(parts)
    if not parts:
        return {}, {}, []
    name, issuer, others = name_and_issuer(parts)
    kind = next((kind for mark, kind in KINDS if mark in fold(name)), None)
    jurisdiction = next((state for state in STATES.values() if re.search(rf"\b{state}\b", text)), None)
    guesses = {"issued" if issued else "expires": written} if written else {}
    if kind == "license" or kind == "registration" or "board" in fold(issuer):
        jurisdiction = jurisdiction or abbreviation_in(name)
    else:
        jurisdiction = None
    item = compact(
        name=name,
        issuer=issuer,
        kind=kind,
        jurisdiction=jurisdiction,
        number=number,
        status=status,
        issued=issued,
        expires=expires,
    )
    return item, guesses, [f"{name}: {other}" for other in others]


LEFTOVER = frozenset(
    (
        "expires", "exp", "exp.", "expiration", "expiry", "issued", "valid", "until", "through", "date", "license",
        "certification", "number", "no", "renewal", "earned", "since", "renews", "expiring",
    )
)  # fmt: skip


def take_dates(text: str) -> tuple[str, str, str, str]:
    """When issued, when it expires, the written form where it was read into another, and the text without both."""
    issued = expires = written = ""
    rest = text
    for period in reversed(find_periods(text)):
        before = text[: period.begin]
        last = PARTS.split(before)[-1]
        label = EXPIRES.search(last) or ISSUED.search(last)
        if not period.single and period.start and period.end:
            issued, expires = issued or period.start, expires or no_present(period)
        elif not period.single and period.end == "present":
            issued = issued or period.start or ""
        elif EXPIRES.search(last) or (not period.start and not period.single):
            expires = expires or no_present(period)
        else:
            issued = no_present(period) or issued
        if period.guess:
            written = f"{text[period.begin : period.stop]!r}: {period.guess}"
        begin = period.begin - (len(last) - label.start() if label else 0)
        rest = rest[:begin] + " | " + rest[period.stop :]
    return issued, expires, written, rest


def no_present(period: Period) -> str:
    return "" if period.end == "present" else period.end or ""


def take_status(text: str) -> tuple[str | None, str]:
    for words, status in STATUS.items():
        found = re.search(rf"[(,;|–-]\s*{words}\b\)?|\bstatus:\s*{words}\b", text, re.IGNORECASE)
        if found:
            return status, text[: found.start()] + " | " + text[found.end() :]
    return None, text


def name_and_issuer(parts: list[str]) -> tuple[str, str, list[str]]:
    """The first part is the name; a later one that sounds like a body is the issuer, else the second one is."""
    index = next((i for i, part in enumerate(parts[1:], 1) if ISSUER.search(fold(part))), 1 if len(parts) == 2 else 0)
    if not index:
        known = BODY.search(parts[0])
        return parts[0], known[0].strip("()") if known else "", parts[1:]
    name, issuer = " – ".join(parts[:index]), parts[index]
    return name, re.sub(r"^(?:issued\s+)?(?:by|from|through)\s+", "", issuer, flags=re.IGNORECASE), parts[index + 1 :]


def issuer_in_parentheses(part: str) -> list[str]:
    """`BLS (American Heart Association)` → both; letters alone, as in `Technician (CPhT)`, belong to the name."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+ [^()]+)\)", part)
    return [found[1], found[2]] if found and ISSUER.search(fold(found[2])) else cut_at_issuer(part)


# Bodies whose letters stand in a credential's name: "PTCB Certified …", "BLS (AHA)".
BODY = re.compile(
    r"^(?:PTCB|NHA|AHA|OSHA|CompTIA|AWS|Microsoft|Google|Cisco|ASHP|ServSafe)\b|\((?:PTCB|NHA|AHA|ARC|ASHP)\)"
)


def bare_number(parts: list[str]) -> tuple[str, list[str]]:
    """A part that is nothing but a number, as of a licence, and the other parts."""
    index = next((i for i, part in enumerate(parts) if i and re.fullmatch(r"[A-Z]{0,5}[-.]?\d[\dA-Z-]{3,}", part)), 0)
    return (parts[index], parts[:index] + parts[index + 1 :]) if index else ("", parts)


def abbreviation_in(name: str) -> str | None:
    found = re.search(r"\b(" + "|".join(STATES) + r")\b", name)
    return STATES[found[1]] if found else None
