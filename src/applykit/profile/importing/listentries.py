"""Sections of short entries: awards, publications, projects, memberships, courses, references."""

import re
from dataclasses import replace
from typing import Any

from applykit.profile.dateforms import find_periods, read_period
from applykit.profile.importing.bodies import cut_at_issuer
from applykit.profile.importing.contact import EMAIL, PHONE
from applykit.profile.importing.draft import Draft, compact, period_fields
from applykit.profile.importing.entries import Entry, pieces_of, split_entries
from applykit.profile.importing.rows import BLOCK_GAP, Row
from applykit.profile.importing.workparse import body_fields, texts_of

HOURS = re.compile(r"\(?\b(\d{1,4}(?:\.\d)?)\s*(?:contact\s+|ce\s+)?(?:hours?|hrs?|ceus?)\b\)?", re.IGNORECASE)
ROLE = re.compile(
    r",\s*((?:student |active |board |associate )?(?:member|fellow|chair|president|treasurer|secretary)[\w ]*)$",
    re.IGNORECASE,
)
DOI = re.compile(r"\b10\.\d{4,9}/[^\s)]+|https?://\S+")


def parse_awards(rows: list[Row], draft: Draft) -> None:
    """One award a bullet, or entries with title, giver and date."""
    for entry in list_entries(rows):
        pieces = pieces_of(entry.header, entry.body)
        title, giver = without_date(entry.header[0]), ""
        if len(entry.header) > 1 or len(pieces.slots) > 1:
            title, *rest = pieces.slots or [title]
            giver = ", ".join(rest)
        dates, guesses = single_date(pieces.periods, pieces.written)
        summary = " ".join(row.text for row in entry.body)
        draft.add("awards", compact(title=title, date=dates, awarder=giver, summary=summary), guesses)


def unfolded(row: Row) -> Row:
    """`Title (giver, 2020)` with the details as pieces of their own."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]*(?:,|\d)[^()]*)\)", row.text)
    if not found or len(row.cells) > 1:
        return row
    text = " | ".join([found[1], *re.split(r",\s+", found[2])])
    return replace(row, cells=(replace(row.cells[0], runs=(replace(row.first, text=text),)),))


def list_entries(rows: list[Row]) -> list[Entry]:
    """Each bullet an entry, or entries by their heading lines; details in parentheses are taken apart."""
    rows = [unfolded(row) for row in rows]
    plain = not any(row.bold or row.gap > BLOCK_GAP or read_period(row.text) for row in rows[1:])
    if rows and (all(row.level for row in rows) or (plain and not any(row.level for row in rows))):
        return [Entry((row,), ()) for row in rows]
    found = []
    for entry in split_entries(rows):
        if entry.header:
            found.append(entry)
        else:
            found += [Entry((row,), ()) for row in entry.body]
    return found


def without_date(row: Row) -> str:
    """The row's text with a date at its end taken off."""
    text = row.text
    for period in reversed(find_periods(text)):
        before, after = text[: period.begin], text[period.stop :]
        if not re.search(r"\w", after):
            text = before + after
    return re.sub(r"\(\s*\)", "", text).strip(" ,;|–—-(:")


def single_date(periods: list[Any], written: list[str]) -> tuple[str, dict[str, str]]:
    """The date of what happened once: the end of a period, with the period in a guess."""
    if not periods:
        return "", {}
    period = periods[0]
    date = period.end if period.end != "present" else period.start
    if not period.single:
        return date or "", {"date": f"written {written[0]!r}"}
    _, guesses = period_fields(periods[:1], written[:1])
    return date or "", dict.fromkeys(("date",) if guesses else (), " ".join(guesses.values()))


def parse_publications(rows: list[Row], draft: Draft, *, kind: str = "") -> None:
    """Publications; talks and patents, too, with a comment that says so."""
    for entry in list_entries(rows):
        pieces = pieces_of(entry.header, entry.body)
        date, guesses = single_date(pieces.periods, pieces.written)
        texts = [without_date(entry.header[0]), *(row.text for row in (*entry.header[1:], *entry.body))]
        name, rest = texts[0], [text for text in texts[1:] if text]
        if found := re.match(r"\d{1,2}[.)]\s+", name):
            name = name[found.end() :]
        url = next((found[0] for text in rest if (found := DOI.search(text))), "")
        if kind:
            guesses[""] = f"a {kind}; this schema has no section of its own for it"
        guesses = {("releaseDate" if key == "date" else key): comment for key, comment in guesses.items()}
        item = compact(
            name=name,
            releaseDate=date,
            url=f"https://doi.org/{url}" if url.startswith("10.") else url,
            summary="\n".join(rest),
        )
        draft.add("publications", item, guesses)


def parse_projects(rows: list[Row], draft: Draft) -> None:
    for entry in split_entries(rows):
        if not entry.header:
            for row in entry.body:
                draft.add("projects", {"name": row.text})
            continue
        pieces = pieces_of(entry.header, entry.body)
        dates, guesses = period_fields(pieces.periods, pieces.written)
        name, *rest = pieces.slots or [""]
        if not name:
            draft.unplaced += texts_of(entry)
            continue
        summary, highlights = body_fields(entry.body)
        url = next((link for link in pieces.links if link.startswith("http")), "")
        description = " – ".join([*rest, *pieces.places, *([summary] if summary else [])])
        item = compact(name=name, description=description, **dates, url=url, highlights=highlights)
        draft.add("projects", item, guesses)


def parse_memberships(rows: list[Row], draft: Draft) -> None:
    for entry in list_entries(rows):
        pieces = pieces_of(entry.header, entry.body)
        dates, guesses = period_fields(pieces.periods, pieces.written)
        organization, *rest = pieces.slots or [entry.header[0].text]
        if found := ROLE.search(organization):
            organization, rest = organization[: found.start()], [found[1], *rest]
        role = ", ".join([*rest, *pieces.places, *(row.text for row in entry.body)])
        draft.add("memberships", compact(organization=organization, role=role, **dates), guesses)


def parse_courses(rows: list[Row], draft: Draft) -> None:
    for entry in list_entries(rows):
        pieces = pieces_of(entry.header, entry.body)
        date, guesses = single_date(pieces.periods, pieces.written)
        name, *rest = pieces.slots or [entry.header[0].text]
        hours = HOURS.search(" ".join([name, *rest]))
        cleaned = [HOURS.sub("", text).strip(" ,;()") for text in (*cut_at_issuer(name), *rest)]
        name, *rest = [text for text in cleaned if text] or [name]
        summary = " ".join([*pieces.places, *(row.text for row in entry.body)])
        item = compact(
            name=name,
            provider=", ".join(rest),
            date=date,
            hours=float(hours[1]) if hours else None,
            summary=summary,
        )
        draft.add("continuingEducation", item, guesses)


def parse_references(rows: list[Row], draft: Draft) -> None:
    """References stay together as they were written; contact data in them is printed only with consent."""
    texts = [row.everything for row in rows]
    if any("request" in text.casefold() for text in texts) and len(texts) == 1:
        draft.unplaced += texts
        return
    block: list[str] = []
    for row in rows:
        if block and (row.gap > BLOCK_GAP or row.level):
            add_reference(block, draft)
            block = []
        block.append(row.everything)
    if block:
        add_reference(block, draft)


def add_reference(block: list[str], draft: Draft) -> None:
    text = " | ".join(block)
    email, phone = EMAIL.search(text), PHONE.search(text)
    for found in (email, phone):
        text = text.replace(found[0], "") if found else text
    parts = [part.strip(" ,;:") for part in re.split(r"[|,–—•]|\s-\s", text)]
    name, *rest = [part for part in parts if re.search(r"\w", part)] or ["Unknown"]
    item = compact(
        name=name,
        title=rest[0] if rest else None,
        employer=", ".join(rest[1:]),
        email=email[0] if email else None,
        phone=phone[0].strip() if phone else None,
    )
    draft.add("references", item, {"": "title and employer by their place"} if rest else None)
