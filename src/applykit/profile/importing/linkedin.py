"""A LinkedIn data export (the ZIP or its folder) → Draft. Any file and any cell may be missing."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.files import MEBIBYTE, open_zip_safely, read_bounded, read_member
from applykit.profile.importing.contact import location_of
from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.plaintext import bullets_of, one_date
from applykit.profile.importing.resume import ordered

FILE_LIMIT = 20 * MEBIBYTE
MAX_ROWS = 2_000
Rows = list[dict[str, str]]


def read_linkedin(tables: dict[str, Rows]) -> Draft:
    """The draft of an export's tables, by the file names without `.csv`."""
    draft = Draft()
    draft.data["basics"] = basics_of(tables, draft)
    for name, take in TAKERS.items():
        for row in tables.get(name, []):
            take(row, draft)
    return ordered(draft)


def is_export(names: list[str]) -> bool:
    """Whether file names are those of an export."""
    stems = {name.rpartition("/")[2] for name in names}
    return bool(stems & {"Profile.csv", "Positions.csv"})


def tables_of_zip(data: bytes, *, file: str | None) -> dict[str, Rows]:
    """The tables of an export that are about the person; messages and connections are never opened."""
    tables: dict[str, Rows] = {}
    with open_zip_safely(data, file=file) as archive:
        names = archive.namelist()
        if not is_export(names):
            remedy = "Ask LinkedIn for a copy of your data (Settings, Data privacy), and give the ZIP as it is."
            raise ApplykitError(Problem("The ZIP holds no Profile.csv and no Positions.csv.", remedy, file=file))
        for name in sorted(names):
            stem = name.rpartition("/")[2].removesuffix(".csv")
            if name.endswith(".csv") and stem in WANTED and stem not in tables:
                content = read_member(archive, name, limit=FILE_LIMIT, file=file) or b""
                tables[stem] = rows_of_csv(content)
    return tables


def tables_of_folder(folder: Path) -> dict[str, Rows]:
    """The same from an unpacked export."""
    paths = {path.stem: path for path in sorted(folder.rglob("*.csv")) if path.stem in WANTED and path.is_file()}
    if not {"Profile", "Positions"} & paths.keys():
        remedy = "Give the folder into which the LinkedIn export was unpacked."
        raise ApplykitError(Problem("The folder holds no Profile.csv and no Positions.csv.", remedy, file=str(folder)))
    return {stem: rows_of_csv(read_bounded(path, FILE_LIMIT)) for stem, path in paths.items()}


def rows_of_csv(data: bytes) -> Rows:
    """Rows by column name; notes that LinkedIn puts before the header line are skipped."""
    text = data.decode("utf-8-sig", "replace").replace("\0", "")
    reader = csv.reader(io.StringIO(text))
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > MAX_ROWS:
                break
    except csv.Error:
        remedy = "Ask LinkedIn for a new copy of your data."
        raise ApplykitError(Problem("A table of the export has a cell that is too long.", remedy)) from None
    start = next((index for index, row in enumerate(rows) if len(row) > 1 or len(rows) <= 2), 0)
    if not rows:
        return []
    if all(len(row) <= 1 for row in rows):
        start = 0
    header = [name.strip() for name in rows[start]]
    return [dict(zip(header, (cell.strip() for cell in row), strict=False)) for row in rows[start + 1 :] if any(row)]


def get(row: dict[str, str], *names: str) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def basics_of(tables: dict[str, Rows], draft: Draft) -> dict[str, Any]:
    row = (tables.get("Profile") or [{}])[0]
    name = " ".join(part for part in (get(row, "First Name"), get(row, "Last Name")) if part)
    summaries = [get(row, "Summary"), *(get(other, "Profile Summary") for other in tables.get("Profile Summary", []))]
    if get(row, "Birth Date"):
        draft.data["private"] = {"birthDate": row["Birth Date"]}
    keep(row, draft, "Maiden Name", "Industry", "Instant Messengers")
    sites = get(row, "Websites").strip("[]").split(",")
    urls = [re.sub(r"^(?:PERSONAL|COMPANY|OTHER|PORTFOLIO|BLOG|RSS):", "", site.strip()) for site in sites]
    profiles = [compact(network="Twitter", username=user.strip("@ ")) for user in handles(get(row, "Twitter Handles"))]
    profiles += [{"network": "Website", "url": url.strip()} for url in urls[1:] if url.strip()]
    return compact(
        name=name or "Unknown",
        label=get(row, "Headline"),
        email=email_of(tables, draft),
        phone=phone_of(tables, draft),
        url=urls[0].strip(),
        summary=next((text for text in summaries if text), ""),
        location=place_of(row),
        profiles=profiles,
    )


def handles(text: str) -> list[str]:
    return [handle.strip() for handle in text.strip("[]").split(",") if handle.strip()]


def place_of(row: dict[str, str]) -> dict[str, Any]:
    parts = location_of("", get(row, "Geo Location"))
    address = get(row, "Address")
    return compact(address=address, **parts, postalCode=get(row, "Zip Code")) if not parts.get("address") else parts


def keep(row: dict[str, str], draft: Draft, *names: str) -> None:
    draft.unplaced += [f"{name}: {row[name]}" for name in names if row.get(name)]


def email_of(tables: dict[str, Rows], draft: Draft) -> str:
    rows = tables.get("Email Addresses", [])
    first = next((row for row in rows if get(row, "Primary") == "Yes"), rows[0] if rows else {})
    draft.unplaced += [f"E-mail: {get(row, 'Email Address')}" for row in rows if row is not first]
    return get(first, "Email Address")


def phone_of(tables: dict[str, Rows], draft: Draft) -> str:
    numbers = [" ".join(part for part in (get(row, "Extension"), get(row, "Number")) if part)
               for row in [*tables.get("PhoneNumbers", []), *tables.get("Whatsapp Phone Numbers", [])]]  # fmt: skip
    numbers = [number for number in dict.fromkeys(numbers) if number]
    draft.unplaced += [f"Phone: {number}" for number in numbers[1:]]
    return numbers[0] if numbers else ""


def dates_of(row: dict[str, str], *, goes_on: bool = True) -> dict[str, str]:
    """An empty end means that it goes on, in LinkedIn's tables."""
    start = one_date(get(row, "Started On", "Start Date"))
    end = one_date(get(row, "Finished On", "End Date"))
    return compact(startDate=start, endDate=end or ("present" if goes_on and start else ""))


def take_position(row: dict[str, str], draft: Draft) -> None:
    summary, bullets = bullets_of(get(row, "Description"))
    item = compact(
        name=get(row, "Company Name") or "Unknown",
        position=get(row, "Title"),
        location=get(row, "Location"),
        **dates_of(row),
        summary=summary,
        highlights=bullets,
    )
    draft.add("work", item)


def take_volunteering(row: dict[str, str], draft: Draft) -> None:
    summary, bullets = bullets_of(get(row, "Description"))
    item = compact(
        organization=get(row, "Company Name", "Organization Name") or "Unknown",
        position=get(row, "Role", "Title"),
        **dates_of(row),
        summary=" ".join(text for text in (get(row, "Cause"), summary) if text),
        highlights=bullets,
    )
    draft.add("volunteer", item)


def take_education(row: dict[str, str], draft: Draft) -> None:
    degree, _, area = get(row, "Degree Name").partition(", ")
    notes = [text for text in (get(row, "Notes"), get(row, "Activities")) if text]
    item = compact(
        institution=get(row, "School Name") or "Unknown",
        studyType=degree,
        area=area,
        **dates_of(row, goes_on=False),
        highlights=notes,
    )
    draft.add("education", item)


def take_certification(row: dict[str, str], draft: Draft) -> None:
    item = compact(
        name=get(row, "Name"),
        issuer=get(row, "Authority"),
        number=get(row, "License Number"),
        url=get(row, "Url"),
        issued=one_date(get(row, "Started On")),
        expires=one_date(get(row, "Finished On")),
    )
    if item.get("name"):
        draft.add("certificates", item)
    else:
        keep(row, draft, "Authority", "License Number", "Url")


def taker(section: str, needed: str, **columns: str) -> Callable[[dict[str, str], Draft], None]:
    """A taker for a table whose columns are fields: field=column; dates where the column's name ends with On."""

    def take(row: dict[str, str], draft: Draft) -> None:
        item = {
            field: one_date(get(row, column)) if column.endswith("On") else get(row, column)
            for field, column in columns.items()
        }
        if item.get(needed):
            draft.add(section, compact(**item))

    return take


def take_project(row: dict[str, str], draft: Draft) -> None:
    summary, bullets = bullets_of(get(row, "Description"))
    item = compact(
        name=get(row, "Title") or "Untitled",
        description=summary,
        **dates_of(row),
        url=get(row, "Url"),
        highlights=bullets,
    )
    draft.add("projects", item)


def take_organization(row: dict[str, str], draft: Draft) -> None:
    role = ", ".join(text for text in (get(row, "Position"), get(row, "Description")) if text)
    draft.add("memberships", compact(organization=get(row, "Name") or "Unknown", role=role, **dates_of(row)))


def take_recommendation(row: dict[str, str], draft: Draft) -> None:
    """A recommendation that the person shows is a reference with its words; contact data there is none."""
    name = " ".join(part for part in (get(row, "First Name"), get(row, "Last Name")) if part)
    item = compact(
        name=name or "Unknown",
        reference=get(row, "Text"),
        title=get(row, "Job Title"),
        employer=get(row, "Company"),
    )
    draft.add("references", item)


TAKERS: dict[str, Callable[[dict[str, str], Draft], None]] = {
    "Positions": take_position,
    "Volunteering": take_volunteering,
    "Education": take_education,
    "Honors": taker("awards", "title", title="Title", date="Issued On", summary="Description"),
    "Certifications": take_certification,
    "Publications": taker("publications", "name", name="Name", publisher="Publisher", releaseDate="Published On",
                          url="Url", summary="Description"),
    "Patents": taker("publications", "name", name="Title", releaseDate="Issued On", url="Url", summary="Description"),
    "Skills": taker("skills", "name", name="Name"),
    "Languages": taker("languages", "language", language="Name", fluency="Proficiency"),
    "Projects": take_project,
    "Courses": taker("continuingEducation", "name", name="Name"),
    "Organizations": take_organization,
    "Recommendations_Received": take_recommendation,
    "Test Scores": taker("awards", "title", title="Name", date="Taken On", summary="Score"),
}  # fmt: skip
WANTED = {*TAKERS, "Profile", "Profile Summary", "Email Addresses", "PhoneNumbers", "Whatsapp Phone Numbers"}
