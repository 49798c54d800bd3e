"""A first profile: from a few answers, or an example for an occupation with a comment on every part."""

import difflib
from dataclasses import dataclass
from typing import Any

from applykit.profile.dateforms import fold
from applykit.profile.emit import SCHEMA_LINE, dump_yaml


@dataclass(frozen=True, slots=True)
class Starter:
    """What an example profile of an occupation holds; all of it invented."""

    title: str
    employer: str
    setting: str
    highlights: tuple[str, ...]
    earlier: tuple[str, str, str]  # title, employer, what was done
    school: tuple[str, str, str]  # institution, studyType, area
    credentials: tuple[dict[str, str], ...]
    skills: tuple[tuple[str, tuple[str, ...]], ...]
    why: str
    names: tuple[str, ...] = ()


STARTERS: dict[str, Starter] = {
    "pharmacy technician": Starter(
        "Pharmacy Technician", "Willow Street Pharmacy", "community pharmacy",
        ("Entered and filled about 150 prescriptions a day with 99.5% accuracy at the first check",
         "Resolved insurance rejections, which cut the average wait from three days to one",
         "Ran weekly cycle counts for 1,200 items"),
        ("Cashier", "Northgate Market", "Served about 120 customers a shift and balanced the drawer every night"),
        ("Riverbend Community College", "Certificate", "Pharmacy Technology"),
        ({"name": "Certified Pharmacy Technician (CPhT)", "issuer": "PTCB", "kind": "certification",
          "number": "000000", "issued": "2022-05", "expires": "2029-05"},
         {"name": "Pharmacy Technician Registration", "issuer": "State Board of Pharmacy", "kind": "registration",
          "jurisdiction": "US-OH", "expires": "2029-09"}),
        (("Dispensing", ("prescription data entry", "medication counting", "labeling")),
         ("Billing", ("insurance adjudication", "prior authorization"))),
        "A technician once found the mistake in my grandmother's refill before it reached her.",
        ("cpht", "pharmacy", "pharm tech")),
    "registered nurse": Starter(
        "Registered Nurse", "Lakeview Medical Center", "hospital",
        ("Cared for five to six patients a shift on a 32-bed medical-surgical floor",
         "Trained eight new nurses; all stayed beyond their first year",
         "Cut late medication passes by 30% with a new handover sheet"),
        ("Nursing Assistant", "Maple Grove Care Home", "Helped twelve residents a day with meals and walking"),
        ("Hillcrest University", "Bachelor of Science", "Nursing"),
        ({"name": "Registered Nurse License", "issuer": "State Board of Nursing", "kind": "license",
          "jurisdiction": "US-OH", "number": "RN.000000", "expires": "2029-10"},
         {"name": "Basic Life Support (BLS)", "issuer": "American Heart Association", "kind": "certification",
          "expires": "2029-03"}),
        (("Clinical", ("medication administration", "wound care", "telemetry")), ("Systems", ("Epic",))),
        "I like the moment when a frightened patient understands what happens next.", ("rn", "nurse")),
    "warehouse associate": Starter(
        "Warehouse Associate", "Fairport Distribution", "distribution center",
        ("Picked and packed 110 orders a shift with 99.8% accuracy",
         "Moved pallets with a reach truck for three years without an accident",
         "Counted stock every week and found $4,000 of misplaced items in a year"),
        ("Stocker", "Corner Grocery", "Filled shelves for 40 aisles at night"),
        ("Eastside High School", "High school diploma", ""),
        ({"name": "Forklift Operator Certification", "issuer": "Fairport Distribution", "kind": "certification",
          "issued": "2023-02", "expires": "2029-02"},),
        (("Warehouse", ("order picking", "pallet jack", "reach truck", "RF scanner", "cycle counting")),),
        "I like work where one sees at night what was done in the day.", ("warehouse", "picker", "packer")),
    "office administrator": Starter(
        "Office Administrator", "Bright & Sons Accounting", "office",
        ("Kept the calendars of four partners and booked about 30 meetings a week",
         "Cut the cost of supplies by 18% by comparing three sellers a quarter",
         "Wrote the handbook with which new colleagues start within a day"),
        ("Receptionist", "Oak Dental", "Answered 60 calls a day and greeted patients"),
        ("Summit College", "Associate of Applied Science", "Business Administration"),
        (),
        (("Office", ("scheduling", "bookkeeping", "travel booking")),
         ("Software", ("Microsoft Excel", "Microsoft Outlook", "QuickBooks"))),
        "A calm office is one where somebody thought of Monday on Friday.",
        ("administrative assistant", "secretary", "office")),
    "retail sales associate": Starter(
        "Sales Associate", "Harbor Outfitters", "retail store",
        ("Served about 80 customers a day and sold 12% above the store's goal in 2024",
         "Opened and closed the store three days a week with a drawer of $1,500",
         "Rebuilt the shoe wall, after which returns fell by a fifth"),
        ("Team Member", "Sunny Side Diner", "Took orders at ten tables"),
        ("Westfield High School", "High school diploma", ""),
        (),
        (("Sales", ("point of sale", "cash handling", "visual merchandising", "inventory")),),
        "I like it when somebody leaves with the right thing and not the dearest.", ("retail", "cashier", "sales")),
    "teacher": Starter(
        "Mathematics Teacher", "Cedar Hill Middle School", "public school",
        ("Taught five classes of 28 students; 84% passed the state test, up from 71%",
         "Began a club that sent two teams to the state competition",
         "Planned the department's new course with four colleagues"),
        ("Tutor", "Bright Minds Learning", "Tutored 15 students a week in algebra"),
        ("Lakeside University", "Bachelor of Science", "Mathematics Education"),
        ({"name": "Teaching License, Mathematics 7-12", "issuer": "State Department of Education", "kind": "license",
          "jurisdiction": "US-OH", "expires": "2028-06"},),
        (("Teaching", ("lesson planning", "classroom management", "differentiated instruction")),
         ("Tools", ("Google Classroom", "Desmos"))),
        "The best sound in a school is a student who explains it to another.", ("educator", "school teacher")),
    "software developer": Starter(
        "Software Developer", "Pinecrest Software", "software company",
        ("Cut the time of the nightly import from four hours to 25 minutes",
         "Wrote the billing service that sends 40,000 invoices a month",
         "Reviewed about ten changes a week and mentored two interns"),
        ("IT Support Technician", "Valley Library", "Answered 20 tickets a day for 90 colleagues"),
        ("Northern State University", "Bachelor of Science", "Computer Science"),
        (),
        (("Languages", ("Python", "TypeScript", "SQL")), ("Tools", ("PostgreSQL", "Docker", "Git"))),
        "I like programs that people stop noticing.", ("developer", "programmer", "software engineer")),
    "line cook": Starter(
        "Line Cook", "The Copper Ladle", "restaurant",
        ("Cooked for 180 guests a night on the grill station",
         "Cut waste by 15% with a new prep list",
         "Trained six cooks in food safety"),
        ("Dishwasher", "Sunny Side Diner", "Kept a kitchen of ten clean and stocked"),
        ("Harbor Culinary Institute", "Certificate", "Culinary Arts"),
        ({"name": "ServSafe Food Handler", "issuer": "National Restaurant Association", "kind": "certificate",
          "expires": "2029-01"},),
        (("Kitchen", ("grill", "knife skills", "food safety", "inventory")),),
        "A full dining room that has gone quiet is the best review.", ("cook", "chef", "kitchen")),
}  # fmt: skip

NOTES = {
    "/version": "the version of this file's form",
    "/basics/label": "the headline below your name: a title you hold or held",
    "/basics/location": "city and region are enough",
    "/work": "the latest job first",
    "/work/0/startDate": "YYYY, YYYY-MM or YYYY-MM-DD",
    "/work/0/endDate": "present, while it goes on",
    "/work/0/highlights": "what you did, how much of it, and what came of it",
    "/education": "the latest school first",
    "/certificates": "certificates, licences and registrations; postings ask for issuer, number and expiry",
    "/skills": "groups with keywords; only what you can show",
    "/languages": "level is CEFR (A1 to C2, native) or ILR",
    "/availability": "what is not said here is asked",
    "/physical": "answers to lifting and standing requirements",
    "/eligibility": "answers to knockout questions; leave out what you would rather be asked",
    "/why": "your own reason, in your own words, for letters",
    "/private": "compared with postings, never printed",
}


def find_starter(occupation: str) -> Starter | None:
    """The example of an occupation, by its name, another name of it, or one close to either."""
    wanted = fold(occupation).strip()
    names = {name: key for key, starter in STARTERS.items() for name in (key, *starter.names)}
    if wanted in names:
        return STARTERS[names[wanted]]
    close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.75)
    inside = next((name for name in names if name in wanted or (len(wanted) > 3 and wanted in name)), None)
    found = close[0] if close else inside
    return STARTERS[names[found]] if found else None


def example_yaml(starter: Starter) -> str:
    """A whole profile with comments, to be overwritten with one's own facts."""
    earlier_title, earlier_employer, task = starter.earlier
    institution, degree, area = starter.school
    school: dict[str, Any] = {"institution": institution, "studyType": degree, "area": area, "endDate": "2018-06"}
    data: dict[str, Any] = {
        "version": 1,
        "basics": {
            "name": "Jordan Sample",
            "label": starter.title,
            "email": "jordan.sample@example.com",
            "phone": "555-0142",
            "location": {"city": "Dayton", "region": "OH", "countryCode": "US"},
        },
        "work": [
            {
                "name": starter.employer,
                "position": starter.title,
                "location": "Dayton, OH",
                "setting": starter.setting,
                "startDate": "2021-06",
                "endDate": "present",
                "highlights": list(starter.highlights),
            },
            {
                "name": earlier_employer,
                "position": earlier_title,
                "location": "Dayton, OH",
                "startDate": "2018-07",
                "endDate": "2021-05",
                "highlights": [task],
            },
        ],
        "education": [{key: value for key, value in school.items() if value}],
        "certificates": list(starter.credentials),
        "skills": [{"name": name, "keywords": list(words)} for name, words in starter.skills],
        "languages": [{"language": "English", "level": "native"}, {"language": "Spanish", "level": "B1"}],
        "availability": {"weekends": True, "evenings": True, "start": "2026-02"},
        "physical": {"liftPounds": 40, "standHours": 8},
        "eligibility": {"workAuthorization": "authorized to work in the United States", "age18OrOver": True},
        "why": [{"text": starter.why}],
        "private": {"desiredPay": "to be discussed"},
    }
    return header("An example: everything in it is invented. Put your own facts in its place.") + dump_yaml(
        {key: value for key, value in data.items() if value}, comments=NOTES
    )


def header(line: str) -> str:
    schema = "# Editors complete from `applykit profile schema --out profile.schema.json`, kept beside this file."
    return f"{SCHEMA_LINE}\n{schema}\n# {line}\n"


def profile_from_answers(answers: dict[str, str]) -> str:
    """A profile from the answers of `applykit profile new`: what was not answered is left out, with a note where."""
    place = dict(
        zip(("city", "region"), (part.strip() for part in answers.get("place", "").split(",", 1)), strict=False)
    )
    basics = {key: answers.get(key, "") for key in ("name", "label", "email", "phone")}
    job = {key: answers.get(f"job_{key}", "") for key in ("name", "position", "startDate", "endDate")}
    highlights = [text for key in ("did_1", "did_2", "did_3") if (text := answers.get(key, ""))]
    school = {key: answers.get(f"school_{key}", "") for key in ("institution", "studyType", "endDate")}
    credential = {key: answers.get(f"credential_{key}", "") for key in ("name", "issuer", "expires")}
    skills = [word.strip() for word in answers.get("skills", "").split(",") if word.strip()]
    data: dict[str, Any] = {
        "version": 1,
        "basics": {**_given(basics), **({"location": _given(place)} if _given(place) else {})},
        "work": [{**_given(job), **({"highlights": highlights} if highlights else {})}] if job["name"] else [],
        "education": [_given(school)] if school["institution"] else [],
        "certificates": [_given(credential)] if credential["name"] else [],
        "skills": [{"name": word} for word in skills],
    }
    filled = {key: value for key, value in data.items() if value}
    more = "# More: earlier jobs, languages, availability … `applykit profile new --example office` shows every part.\n"
    return header("Check it with `applykit profile check`.") + dump_yaml(filled, comments=NOTES) + more


def _given(values: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}
