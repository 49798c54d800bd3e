"""Postings in rows: CSV and TSV with a title and a text column, JSON and JSON Lines with such keys."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.files import MEBIBYTE, failure
from applykit.reading.html import describe, text_of_markup
from applykit.reading.model import Document
from applykit.reading.plain import number_name
from applykit.reading.schema import is_posting_type, job_postings
from applykit.reading.text import decode_text

FIELD_LIMIT = 5 * MEBIBYTE
SAMPLE = 16_384
MOST_ROWS = 50_000
MOST_VALUES = 300_000
# Names of columns, folded: what each means, in JobPosting's words. Texts are joined in this order.
TEXTS = (
    "companyprofile",
    "text",
    "description",
    "jobdescription",
    "fulldescription",
    "posting",
    "jobposting",
    "postingtext",
    "body",
    "content",
    "details",
    "jobdetails",
    "responsibilities",
    "duties",
    "requirements",
    "qualifications",
    "skills",
    "benefits",
)
MAIN_TEXTS = frozenset(
    [
        "text",
        "description",
        "jobdescription",
        "fulldescription",
        "posting",
        "jobposting",
        "postingtext",
        "body",
        "content",
        "details",
        "jobdetails",
    ]
)
HEADINGS = {
    "responsibilities": "Responsibilities",
    "duties": "Duties",
    "requirements": "Requirements",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "benefits": "Benefits",
}
FACTS = {
    "title": "title",
    "jobtitle": "title",
    "position": "title",
    "positiontitle": "title",
    "role": "title",
    "name": "title",
    "company": "hiringOrganization",
    "companyname": "hiringOrganization",
    "employer": "hiringOrganization",
    "organization": "hiringOrganization",
    "organisation": "hiringOrganization",
    "location": "jobLocation",
    "joblocation": "jobLocation",
    "place": "jobLocation",
    "city": "jobLocation",
    "employmenttype": "employmentType",
    "jobtype": "employmentType",
    "dateposted": "datePosted",
    "posted": "datePosted",
    "postedat": "datePosted",
    "closes": "validThrough",
    "closingdate": "validThrough",
    "validthrough": "validThrough",
    "deadline": "validThrough",
    "id": "identifier",
    "jobid": "identifier",
    "reference": "identifier",
    "requisitionid": "identifier",
}


def fold(name: str) -> str:
    """A column's name as it is compared: small letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def read_csv(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
    """The postings of a table with a header row, one a row."""
    text, problems = decode_text(data, file=name, charset=charset)
    if "\x00" in text:
        raise failure("holds zero bytes.", "Save it again as CSV in UTF-8.", file=name)
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect_of(text))
    before = csv.field_size_limit(FIELD_LIMIT)
    try:
        columns = [column for column in rows.fieldnames or () if column]
        check_columns(columns, name)
        yield from documents_of((dict(row) for row in rows), name, "text/csv", problems)
    except csv.Error as error:
        raise failure(f"is no table that can be read ({error}).", "Save it again as CSV.", file=name) from None
    finally:
        csv.field_size_limit(before)


def dialect_of(text: str) -> type[csv.Dialect]:
    """The separator by what the header row holds most of."""
    header = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    best = max(",\t;|", key=lambda mark: (header.count(mark), -",\t;|".index(mark)))

    class Dialect(csv.excel):
        delimiter = best

    return Dialect


def check_columns(columns: list[str], name: str) -> None:
    """Raise, naming the columns found, when none holds a posting's text."""
    if not MAIN_TEXTS & set(map(fold, columns)):
        found = ", ".join(repr(column[:40]) for column in columns[:12]) or "none"
        raise failure(
            f"has no column with the postings' text; its columns are {found}.",
            'Name the columns "title" and "text".',
            file=name,
        )


def documents_of(
    rows: Iterable[Mapping[Any, Any]], name: str, media_type: str, problems: tuple[Problem, ...]
) -> Iterator[Document]:
    """One document a row that has text; facts in other columns travel as structured data."""
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise failure(f"has more than {MOST_ROWS} rows.", "Divide it into several files.", file=name)
        document = document_of(row, f"{name}#{number}", media_type, problems)
        if document.text.strip():
            yield document


def document_of(row: Mapping[Any, Any], name: str, media_type: str, problems: tuple[Problem, ...]) -> Document:
    """The posting of one row."""
    values = {
        fold(key): value
        for key, value in row.items()
        if isinstance(key, str) and isinstance(value, (str, int, float)) and str(value).strip()
    }
    parts: list[str] = []
    for column in TEXTS:
        if column in values:
            text = text_of_markup(str(values[column]))
            parts.append(f"# {HEADINGS[column]}\n{text}" if column in HEADINGS and parts else text)
    facts = {FACTS[key]: str(value).strip() for key, value in reversed(values.items()) if key in FACTS}
    title = facts.get("title")
    return Document("\n\n".join(parts), name, media_type, title, (facts,) if facts else (), problems)


def read_json(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
    """The postings of a JSON file: an object, a list of them, or one on each line."""
    if data.count(b"[") + data.count(b"{") > MOST_VALUES:
        raise failure(f"holds more than {MOST_VALUES} lists and objects.", "Divide it into several files.", file=name)
    text, problems = decode_text(data, file=name, charset=charset)
    objects, broken = parse_objects(text, name)
    if not objects:
        raise ApplykitError(
            broken or Problem("holds no JSON objects.", 'Give objects with "title" and "text".', file=name)
        )
    postings = [posting for each in objects for posting in job_postings(each)]
    if postings and all(is_posting_type(posting.get("@type")) for posting in postings):
        for number, posting in enumerate(postings, 1):
            yield Document(
                describe(posting),
                number_name(name, number, len(postings)),
                "application/ld+json",
                None,
                (posting,),
                problems,
            )
        return
    check_columns([key for row in objects for key in row if isinstance(key, str)][:1000], name)
    if len(objects) == 1:
        yield document_of(objects[0], name, "application/json", problems + broken)
    else:
        yield from documents_of(objects, name, "application/json", problems + broken)


def parse_objects(text: str, name: str) -> tuple[list[dict[str, Any]], tuple[Problem, ...]]:
    """The objects of JSON or JSON Lines, and a warning for each line that is none."""
    whole = parse_value(text)
    if whole is not None:
        values = whole if isinstance(whole, list) else [whole]
        return [value for value in values if isinstance(value, dict)], ()
    objects, broken = [], []
    for number, line in enumerate(text.splitlines(), 1):
        value = parse_value(line) if line.strip() else {}
        if not isinstance(value, dict):
            broken.append(
                Problem("is no JSON object.", "Write one object a line.", file=name, line=number, warning=True)
            )
        elif value:
            objects.append(value)
    return objects, tuple(broken)


def parse_value(text: str) -> Any:
    """The JSON value, or None when it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
