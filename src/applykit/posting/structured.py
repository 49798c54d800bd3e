"""schema.org JobPosting objects as facts (https://schema.org/JobPosting); microdata and RDFa come in the same form."""

import re
from dataclasses import dataclass
from typing import Any

from applykit.posting.dates import read_date
from applykit.posting.model import Contact, Pay, Place
from applykit.posting.pay import SYMBOLS
from applykit.posting.title_words import strip_around

LONGEST = 300
DEEPEST = 5
# https://schema.org/employmentType as Google's job search takes it, besides free words.
TYPES = {
    "FULL_TIME": "full-time",
    "PART_TIME": "part-time",
    "CONTRACTOR": "contract",
    "CONTRACT": "contract",
    "TEMPORARY": "temporary",
    "INTERN": "internship",
    "INTERNSHIP": "internship",
    "VOLUNTEER": "volunteer",
    "PER_DIEM": "per diem",
    "SEASONAL": "seasonal",
    "PERMANENT": "permanent",
    "APPRENTICESHIP": "apprenticeship",
    "FULLTIME": "full-time",
    "PARTTIME": "part-time",
    "TEMP": "temporary",
    "FREELANCE": "contract",
}
UNITS = {
    "HOUR": "hour",
    "HUR": "hour",
    "HOURLY": "hour",
    "PER_HOUR": "hour",
    "DAY": "day",
    "DAILY": "day",
    "WEEK": "week",
    "WEEKLY": "week",
    "WEE": "week",
    "MONTH": "month",
    "MON": "month",
    "MONTHLY": "month",
    "YEAR": "year",
    "ANN": "year",
    "YEARLY": "year",
    "ANNUAL": "year",
    "ANNUALLY": "year",
    "ANNUM": "year",
}


@dataclass(frozen=True, slots=True)
class Structured:
    """What a page's structured data says; None and empty where it says nothing."""

    title: str | None = None
    employer: str | None = None
    place: Place | None = None
    remote: str | None = None
    employment_type: tuple[str, ...] = ()
    pay: Pay | None = None
    posted: str | None = None
    closes: str | None = None
    reference: str | None = None
    contact: Contact | None = None


def read_structured(data: dict[str, Any]) -> Structured:
    """The facts of one JobPosting object; anything malformed is left out."""
    location = first(data.get("jobLocation"))
    title = text_of(data.get("title")) or text_of(data.get("name"))
    return Structured(
        title=(strip_around(title) if title else None) or None,
        employer=name_of(data.get("hiringOrganization")),
        place=place_of(location) or place_of(data.get("applicantLocationRequirements")),
        remote="remote" if "TELECOMMUTE" in (text_of(data.get("jobLocationType")) or "").upper() else None,
        employment_type=types_of(data.get("employmentType")),
        pay=pay_of(data),
        posted=date_of(data.get("datePosted")),
        closes=date_of(data.get("validThrough")),
        reference=reference_of(data.get("identifier")),
        contact=contact_of(data.get("applicationContact")),
    )


def first(value: Any) -> Any:
    """The value, or the first of a list of them."""
    for _ in range(DEEPEST):
        if not isinstance(value, list):
            return value
        value = value[0] if value else None
    return None


def text_of(value: Any) -> str | None:
    """A short text from a text, a number, a list or an object with a name; white space squeezed."""
    value = first(value)
    if isinstance(value, dict):
        value = first(value.get("name") or value.get("@value") or value.get("value"))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(re.sub(r"<[^<>]{0,200}>", " ", str(value)).split())[:LONGEST] or None


def name_of(value: Any) -> str | None:
    """An organisation's name: the text itself or the object's name or legal name."""
    value = first(value)
    if isinstance(value, dict):
        return text_of(value.get("name")) or text_of(value.get("legalName"))
    text = text_of(value)
    return None if text is None or text.startswith(("http://", "https://")) else text


def place_of(value: Any) -> Place | None:
    """A place from a Place with its address, a PostalAddress, or plain text."""
    value = first(value)
    if not isinstance(value, dict):
        text = text_of(value)
        return Place(text) if text else None
    address = first(value.get("address"))
    if address is None:
        address = (
            value
            if "addressLocality" in value or "addressRegion" in value or "addressCountry" in value
            else value.get("name")
        )
    if not isinstance(address, dict):
        text = text_of(address)
        return Place(text) if text else None
    town, region, country = (
        text_of(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry")
    )
    text = ", ".join(part for part in (town, region, country) if part) or text_of(address.get("streetAddress"))
    return Place(text, town, region, country) if text else None


def types_of(value: Any) -> tuple[str, ...]:
    """Kinds of employment in our words; words of the page's own are kept in small letters."""
    values = value if isinstance(value, list) else [value]
    words = [word.strip() for item in values for word in re.split(r"[,/;|]", text_of(item) or "")]
    named = [
        TYPES.get(re.sub(r"[\s-]+", "_", word.upper()), word.casefold().replace("_", " ")) for word in words if word
    ]
    return tuple(dict.fromkeys(name for name in named if name not in ("other", "n/a")))


def pay_of(data: dict[str, Any]) -> Pay | None:
    """Pay from `baseSalary` (a MonetaryAmount, a number or text) or `estimatedSalary`."""
    salary = first(data.get("baseSalary")) or first(data.get("estimatedSalary"))
    currency = text_of(data.get("salaryCurrency"))
    if isinstance(salary, dict):
        value = first(salary.get("value"))
        inner = value if isinstance(value, dict) else salary
        low = (
            number_of(inner.get("minValue"))
            or number_of(inner.get("value"))
            or number_of(value)
            or number_of(salary.get("minValue"))
            or number_of(salary.get("median"))
        )
        high = number_of(inner.get("maxValue")) or number_of(salary.get("maxValue"))
        unit = (
            text_of(inner.get("unitText"))
            or text_of(salary.get("unitText"))
            or text_of(inner.get("unitCode"))
            or text_of(salary.get("duration"))
        )
        currency = text_of(salary.get("currency")) or text_of(inner.get("currency")) or currency
    else:
        low, high, unit = number_of(salary), None, None
    if low is None and high is None:
        return None
    return Pay(
        low,
        high if high != low else None,
        UNITS.get((unit or "").upper().replace(" ", "_")),
        SYMBOLS.get(currency or "", currency),
    )


def number_of(value: Any) -> float | None:
    """A positive number from a number or from text such as "$45,000"."""
    text = text_of(value)
    found = re.search(r"\d[\d,]{0,14}(?:\.\d{1,4})?", text) if text else None
    amount = float(found[0].replace(",", "")) if found else 0.0
    return amount or None


def date_of(value: Any) -> str | None:
    """An ISO 8601 day from a date or a date with time."""
    text = text_of(value)
    found = read_date(text[:10] if re.match(r"\d{4}-\d{2}-\d{2}", text) else text, british=False) if text else None
    return found[0] if found else None


def reference_of(value: Any) -> str | None:
    """The employer's number for the posting."""
    value = first(value)
    return text_of(value.get("value")) if isinstance(value, dict) and value.get("value") else text_of(value)


def contact_of(value: Any) -> Contact | None:
    """The contact point for applications."""
    value = first(value)
    if not isinstance(value, dict):
        return None
    name, title, email, phone = (text_of(value.get(key)) for key in ("name", "jobTitle", "email", "telephone"))
    email = email.removeprefix("mailto:") if email else None
    return Contact(name, title, email, phone) if name or email or phone else None


def best_structured(objects: tuple[dict[str, Any], ...]) -> Structured:
    """The facts of the first object that holds any, or nothing."""
    for facts in map(read_structured, objects):
        if facts != Structured():
            return facts
    return Structured()
