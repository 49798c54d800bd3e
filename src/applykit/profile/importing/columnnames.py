"""The columns of a caseload: their names, other names people give them, and an example for the blank workbook."""

import functools
import re
from dataclasses import dataclass

from applykit.profile.dateforms import fold


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the blank workbook; `key` is what the reader calls it."""

    key: str
    title: str
    example: str
    width: int = 16


def _jobs(count: int) -> list[Column]:
    examples = (
        ("Cashier", "Fresh Fields Market", "Dayton, OH", "2019-03", "present", "Counted a drawer of $900\nTrained two"),
        ("Stocker", "Corner Grocery", "Dayton, OH", "2017", "2019-02", "Filled shelves at night"),
        ("", "", "", "", "", ""),
    )
    return [
        Column(f"job {n} {key}", f"Job {n} {title}", examples[n - 1][i], 34 if key == "duties" else 18)
        for n in range(1, count + 1)
        for i, (key, title) in enumerate(
            (
                ("title", "title"),
                ("employer", "employer"),
                ("place", "place"),
                ("start", "start"),
                ("end", "end"),
                ("duties", "duties and results, one a line"),
            )
        )
    ]


COLUMNS: tuple[Column, ...] = (
    Column("name", "Name", "Jordan Avery", 24),
    Column("email", "E-mail", "jordan.avery@example.com", 26),
    Column("phone", "Phone", "555-0142"),
    Column("address", "Street address", "12 Elm Street"),
    Column("city", "City", "Dayton"),
    Column("region", "State", "OH", 8),
    Column("postal", "Postal code", "45402", 12),
    Column("headline", "Target job or headline", "Cashier", 20),
    Column("summary", "Summary", "", 30),
    *_jobs(3),
    Column("school 1 name", "School 1", "Dayton High School", 22),
    Column("school 1 degree", "Degree 1", "High school diploma", 20),
    Column("school 1 field", "Field 1", ""),
    Column("school 1 end", "School 1 end", "2017"),
    Column("school 2 name", "School 2", "", 22),
    Column("school 2 degree", "Degree 2", "", 20),
    Column("school 2 field", "Field 2", ""),
    Column("school 2 end", "School 2 end", ""),
    Column("credential 1 name", "Credential 1", "ServSafe Food Handler", 22),
    Column("credential 1 issuer", "Credential 1 issuer", "National Restaurant Association", 22),
    Column("credential 1 state", "Credential 1 state", ""),
    Column("credential 1 number", "Credential 1 number", ""),
    Column("credential 1 issued", "Credential 1 issued", "2024-05"),
    Column("credential 1 expires", "Credential 1 expires", "2027-05"),
    Column("credential 2 name", "Credential 2", "", 22),
    Column("credential 2 issuer", "Credential 2 issuer", "", 22),
    Column("credential 2 number", "Credential 2 number", ""),
    Column("credential 2 expires", "Credential 2 expires", ""),
    Column("skills", "Skills", "cash handling, inventory, customer service", 30),
    Column("languages", "Languages", "English (native), Spanish (fluent)", 24),
    Column("weekends", "Weekends", "yes", 10),
    Column("evenings", "Evenings", "yes", 10),
    Column("nights", "Nights", "no", 10),
    Column("holidays", "Holidays", "yes", 10),
    Column("lift", "Can lift (pounds)", "40", 12),
    Column("authorization", "Work authorization", "authorized to work in the United States", 24),
    Column("drivers license", "Driver's license", "yes", 12),
    Column("background", "Background check", "yes", 12),
    Column("drug screen", "Drug screen", "yes", 12),
    Column("notes", "Notes (private)", "", 30),
)
SYNONYMS = {
    "name": "name fullname clientname client participant participantname nameofclient nombre nom candidate",
    "first": "first firstname givenname forename prenom",
    "last": "last lastname surname familyname apellido apellidos",
    "email": "email emailaddress mail correo courriel",
    "phone": "phone phonenumber telephone tel mobile cell cellphone telefono contactnumber",
    "address": "address streetaddress street direccion adresse",
    "city": "city town ciudad ville",
    "region": "state region province stateprovince estado",
    "postal": "postalcode zip zipcode postcode",
    "url": "website url linkedin portfolio",
    "headline": "headline targetjob targetjoborheadline target jobgoal goal desiredposition desiredjob occupation",
    "summary": "summary profile about professionalsummary",
    "skills": "skills skill keyskills habilidades",
    "languages": "languages language idiomas",
    "weekends": "weekends weekend weekendavailability",
    "evenings": "evenings evening",
    "nights": "nights night nightshift",
    "holidays": "holidays",
    "lift": "canlift lift lifting liftpounds canliftpounds canliftlbs",
    "authorization": "workauthorization authorization authorizedtowork eligibility worksstatus",
    "drivers license": "driverslicense driverlicense driverslicence drivinglicence",
    "background": "backgroundcheck background",
    "drug screen": "drugscreen drugtest",
    "notes": "notes note comments comment notesprivate counselornotes casenotes",
}  # fmt: skip
FIELDS = {
    "job": {
        "title": "title jobtitle position role",
        "employer": "employer company employername companyname organization",
        "place": "place location city",
        "start": "start startdate from began datestarted",
        "end": "end enddate to until dateended",
        "duties": "duties dutiesandresultsonealine highlights responsibilities description tasks results bullets",
    },
    "school": {
        "name": "name school institution college university",
        "degree": "degree diploma qualification",
        "field": "field major area fieldofstudy subject",
        "start": "start startdate from",
        "end": "end enddate graduated graduation year graduationyear completed to",
    },
    "credential": {
        "name": "name credential certification certificate license title",
        "issuer": "issuer issuedby body organization",
        "state": "state jurisdiction",
        "number": "number no id licensenumber",
        "issued": "issued issuedon date issuedate earned",
        "expires": "expires expiry expiration expirationdate expirydate",
    },
}
GROUPS = {
    "job": "job employment work experience position employer company",
    "school": "school education college",
    "credential": "credential certification certificate license cert licence",
}


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text))


@functools.cache
def _table() -> dict[str, str]:
    table = {synonym: key for key, names in SYNONYMS.items() for synonym in names.split()}
    table.update(
        {f"{number}{_squeezed(column.title)}": column.key for column in COLUMNS if (number := _number(column.title))}
    )
    return table


def _number(text: str) -> str:
    found = re.search(r"\d+", text)
    return found[0] if found else ""


@functools.lru_cache(maxsize=2048)
def column_of(name: str) -> str | None:
    """The key of a column by its name: `Phone number` → phone, `Job 2 start date` → job 2 start."""
    number, words = _number(name), _squeezed(name)
    if (number + words) in _table():
        return _table()[number + words]
    if not number and words in FIRST_OF:
        return FIRST_OF[words]
    for group, names in GROUPS.items():
        for lead in sorted(names.split(), key=len, reverse=True):
            if words.startswith(lead) and (number or words != lead):
                field = field_of(group, words[len(lead) :], lead)
                if field:
                    return f"{group} {number or '1'} {field}"
    if number:
        for group, fields in FIELDS.items():
            for field, synonyms in fields.items():
                if words in synonyms.split() and words not in ("start", "end", "from", "to", "city", "name"):
                    return f"{group} {number} {field}"
    return None


# Without a number, these mean the first one.
FIRST_OF = {
    "employer": "job 1 employer", "company": "job 1 employer", "currentemployer": "job 1 employer",
    "lastemployer": "job 1 employer", "jobtitle": "job 1 title", "currentjobtitle": "job 1 title",
    "lastjobtitle": "job 1 title", "position": "job 1 title", "title": "job 1 title", "startdate": "job 1 start",
    "enddate": "job 1 end", "duties": "job 1 duties", "responsibilities": "job 1 duties", "school": "school 1 name",
    "education": "school 1 degree", "degree": "school 1 degree", "certification": "credential 1 name",
    "certifications": "credential 1 name", "credential": "credential 1 name", "license": "credential 1 name",
    "licensenumber": "credential 1 number", "expirationdate": "credential 1 expires", "graduationyear": "school 1 end",
}  # fmt: skip


def field_of(group: str, rest: str, lead: str) -> str | None:
    """The field of a group's column from the words after the group's name."""
    if not rest:
        return (
            {"job": "title", "school": "name", "credential": "name"}[group]
            if lead not in ("employer", "company")
            else "employer"
        )
    return next((field for field, names in FIELDS[group].items() if rest in names.split()), None)
