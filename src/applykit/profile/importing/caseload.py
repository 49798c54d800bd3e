"""A counselor's caseload in Excel or CSV, one client a row → a Draft each; and the blank workbook to fill in."""

import csv
import io
import re
from dataclasses import dataclass
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.profile.dateforms import fold
from applykit.profile.importing.columnnames import column_of
from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.listparse import parse_languages_text, skill_of, split_items
from applykit.profile.importing.plaintext import one_date
from applykit.profile.importing.resume import ordered
from applykit.profile.importing.sheets import MAX_CLIENTS, MAX_COLUMNS, Grid, check_workbook, grids_of


@dataclass(frozen=True, slots=True)
class Client:
    """One row: its number in the sheet, and the profile drafted from it."""

    row: int
    draft: Draft


def read_workbook(data: bytes, *, file: str | None = None) -> list[Client]:
    """The clients of an .xlsx: the first sheet with a header that is known."""
    check_workbook(data, file=file)
    problems: list[Problem] = []
    for title, grid, doubts in grids_of(data, file):
        try:
            return clients_of(grid, doubts, file=f"{file} [{title}]" if file else title)
        except ApplykitError as error:
            problems += error.problems
    raise ApplykitError(problems)


def read_csv(text: str, *, file: str | None = None) -> list[Client]:
    """The clients of a CSV with commas, semicolons or tabs."""
    first = text[:4000].split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: (first.count(mark), mark == ","))
    try:
        grid = [
            [cell.strip() for cell in row[:MAX_COLUMNS]] for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise ApplykitError(Problem(f"This is not CSV: {error}.", "Save it from Excel again.", file=file)) from None
    return clients_of(grid, {}, file=file)


def clients_of(grid: Grid, doubts: dict[int, list[str]], *, file: str | None) -> list[Client]:
    """Clients from the rows below the header; raises where no header is known or nobody is listed."""
    start, header = find_header(grid)
    if not header:
        remedy = "Name the columns as in the workbook that `applykit profile caseload --blank` writes."
        raise ApplykitError(Problem("No row names the columns: Name, E-mail, Job 1 title …", remedy, file=file))
    clients = []
    for number, row in enumerate(grid[start + 1 :], start + 2):
        if not any(row) or is_hint(row):
            continue
        draft = draft_of(header, row)
        draft.doubts += [f"the formula in {cell} has no value" for cell in doubts.get(number, [])]
        if draft.data["basics"].get("name"):
            clients.append(Client(number, draft))
        else:
            draft.data["basics"] = {"name": f"Unknown client in row {number}", **draft.data["basics"]}
            draft.guesses["/basics/name"] = "the row has no name"
            clients.append(Client(number, draft))
    if not clients:
        raise ApplykitError(Problem("No client is listed below the header.", "Fill in one row a client.", file=file))
    return clients[:MAX_CLIENTS]


def is_hint(row: list[str]) -> bool:
    """The example row of the blank workbook."""
    return row[0].startswith("Example:")


def find_header(grid: Grid) -> tuple[int, list[str]]:
    """The row that names the columns, with a merged row of groups above it taken into the names."""
    best, best_score, names = 0, 0, list[str]()
    for index in range(min(len(grid), 15)):
        plain = grid[index]
        options = [plain]
        if index:
            options.append([join_names(above, below) for above, below in zip(grid[index - 1], plain, strict=False)])
        for option in options:
            known = {column for name in option if (column := column_of(name))}
            score = len(known) if known & {"name", "first", "last"} else 0
            if score > best_score:
                best, best_score, names = index, score, option
    return best, names if best_score >= 2 else []


def join_names(above: str, below: str) -> str:
    return f"{above} {below}".strip() if fold(above) != fold(below) else below


def draft_of(header: list[str], row: list[str]) -> Draft:
    """One client's draft; columns that are not known stay in `private`, under their own names."""
    draft = Draft()
    cells: dict[str, str] = {}
    for name, value in zip(header, row, strict=False):
        if not value:
            continue
        column = column_of(name)
        if column is None or column in cells:
            draft.data.setdefault("private", {})[name or "no column name"] = value
        else:
            cells[column] = value
    private = draft.data.pop("private", {})
    draft.data["basics"] = basics_of(cells)
    add_jobs(cells, draft)
    add_schools(cells, draft)
    add_credentials(cells, draft)
    add_lists(cells, draft)
    if cells.get("notes"):
        private["notes"] = cells["notes"]
    if private:
        draft.data["private"] = private
        draft.guesses["/private"] = "columns that are no part of a profile; never printed"
    return ordered(draft)


def basics_of(cells: dict[str, str]) -> dict[str, Any]:
    name = cells.get("name") or " ".join(cells[part] for part in ("first", "last") if part in cells)
    if "," in name and name.count(",") == 1 and len(name.split(",")[1].split()) <= 2:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    return compact(
        name=name,
        label=cells.get("headline"),
        email=cells.get("email"),
        phone=cells.get("phone"),
        url=cells.get("url"),
        summary=cells.get("summary"),
        location=compact(
            address=cells.get("address"),
            city=cells.get("city"),
            region=cells.get("region"),
            postalCode=cells.get("postal"),
        ),
    )


def lines_of(text: str) -> list[str]:
    """A cell's lines, each a bullet; one line with semicolons is parted at them."""
    parts = re.split(r"\n|\s*[•▪]\s*", text) if re.search(r"\n|[•▪]", text) else re.split(r";\s+", text)
    return [re.sub(r"^[-*–]\s+", "", part).strip() for part in parts if part.strip(" -*–")]


def numbers_of(cells: dict[str, str], group: str) -> list[int]:
    found = {int(match[1]) for key in cells if (match := re.fullmatch(rf"{group} (\d+) .*", key))}
    return sorted(found)


def date_of(cells: dict[str, str], key: str, draft: Draft) -> str:
    value = cells.get(key, "")
    date = one_date(value)
    if value and not date:
        draft.unplaced.append(f"{key}: {value}")
    return date


def add_jobs(cells: dict[str, str], draft: Draft) -> None:
    for number in numbers_of(cells, "job"):
        key = f"job {number}"
        item = compact(
            name=cells.get(f"{key} employer") or "Unknown",
            position=cells.get(f"{key} title"),
            location=cells.get(f"{key} place"),
            startDate=date_of(cells, f"{key} start", draft),
            endDate=date_of(cells, f"{key} end", draft),
            highlights=lines_of(cells.get(f"{key} duties", "")),
        )
        guess = {"name": "no employer is given"} if f"{key} employer" not in cells else {}
        draft.add("work", item, guess)


def add_schools(cells: dict[str, str], draft: Draft) -> None:
    for number in numbers_of(cells, "school"):
        key = f"school {number}"
        item = compact(
            institution=cells.get(f"{key} name") or "Unknown",
            studyType=cells.get(f"{key} degree"),
            area=cells.get(f"{key} field"),
            startDate=date_of(cells, f"{key} start", draft),
            endDate=date_of(cells, f"{key} end", draft),
        )
        draft.add("education", item)


def add_credentials(cells: dict[str, str], draft: Draft) -> None:
    for number in numbers_of(cells, "credential"):
        key = f"credential {number}"
        item = compact(
            name=cells.get(f"{key} name") or "Unknown",
            issuer=cells.get(f"{key} issuer"),
            jurisdiction=cells.get(f"{key} state"),
            number=cells.get(f"{key} number"),
            issued=date_of(cells, f"{key} issued", draft),
            expires=date_of(cells, f"{key} expires", draft),
        )
        draft.add("certificates", item)


YES = frozenset(["yes", "y", "true", "x", "1", "si", "oui", "ok", "can"])
NO = frozenset(["no", "n", "false", "0", "non", "cannot"])


def add_lists(cells: dict[str, str], draft: Draft) -> None:
    """Skills, languages, availability, physical ability and eligibility."""
    for item in split_items(cells.get("skills", "").replace("\n", ", ")):
        draft.add("skills", skill_of(item))
    if cells.get("languages"):
        parse_languages_text(re.split(r"[,;\n]\s*(?![^(]*\))", cells["languages"]), draft)
    for section, fields in COLUMNS_OF_ANSWERS.items():
        values = {field: answer(cells[column], draft, column) for column, field in fields.items() if column in cells}
        values = {field: value for field, value in values.items() if value is not None}
        if values:
            draft.data[section] = values


COLUMNS_OF_ANSWERS = {
    "availability": {"weekends": "weekends", "evenings": "evenings", "nights": "nights", "holidays": "holidays"},
    "physical": {"lift": "liftPounds"},
    "eligibility": {
        "authorization": "workAuthorization",
        "drivers license": "driversLicense",
        "background": "backgroundCheck",
        "drug screen": "drugScreen",
    },
}


def answer(text: str, draft: Draft, column: str) -> Any:
    """Yes, no, a number of pounds, or the text where a text is wanted."""
    if column == "authorization":
        return text
    if column == "lift":
        found = re.search(r"\d+(?:\.\d+)?", text)
        return float(found[0]) if found and float(found[0]) <= 1000 else None
    word = fold(text).strip(" .!")
    if word in YES or word in NO:
        return word in YES
    if column == "drivers license":
        return text
    draft.unplaced.append(f"{column}: {text}")
    return None
