"""Clients and postings made up by number: the same number gives the same person and posting, everywhere.

Used by tests and benchmarks that need many. Names are plainly fictional; every field of a client that holds free
text can carry a canary, a word that stands in no other client's fields.
"""

import random
from typing import Any

FIRST = ["Ada", "Ben", "Cleo", "Dov", "Esme", "Finn", "Gita", "Hal", "Ines", "Jun", "Kofi", "Lena", "Mara", "Nils"]
LAST = ["Abel", "Brook", "Castle", "Dune", "Ember", "Field", "Grove", "Harbor", "Isle", "Juniper", "Knoll", "Lake"]
PLACES = ["Springfield, IL", "Riverton, WY", "Fairview, OR", "Georgetown, DE", "Salem, NH", "Clinton, MS"]
TITLES = ["Pharmacy Technician", "Cashier", "Warehouse Associate", "Office Assistant", "Medical Assistant", "Driver"]
SKILLS = [
    "inventory control", "data entry", "prior authorization", "customer service", "HIPAA", "Microsoft Excel", "Pyxis",
    "sterile compounding", "cash handling", "order picking", "forklift", "scheduling", "filing", "phlebotomy",
    "vital signs", "QuickBooks", "accounts payable", "route planning", "Spanish", "cycle counting", "PioneerRx",
    "medication reconciliation", "insurance verification", "Epic", "typing", "proofreading", "invoicing",
    "merchandising",
]  # fmt: skip
DOING = ["Handled", "Managed", "Prepared", "Checked", "Processed", "Kept", "Reviewed", "Organized"]
NEEDS = [
    "High school diploma or GED", "Two years of {title} experience", "Must be able to lift 50 pounds",
    "Weekend availability", "Must pass a background check and drug screen", "PTCB certification (CPhT)",
    "Valid driver's license", "Excellent communication skills", "Attention to detail", "Able to stand for a full shift",
]  # fmt: skip
EMPLOYERS = ["Lakeside", "Northgate", "Summit", "Harborview", "Maple", "Crescent", "Pioneer", "Valley"]
KINDS = ["Hospital", "Pharmacy", "Logistics", "Clinic", "Market", "Partners"]


def make_client(number: int, *, canary: str = "") -> dict[str, Any]:
    """One client's profile as JSON Resume; with a `canary`, every free text has it, also in fields seldom used."""
    dice = random.Random(f"client {number}")
    mark = f" {canary}" if canary else ""
    start = dice.randint(2008, 2019)
    work = [make_job(dice, start + 3 * n, last=n == 2, mark=mark) for n in range(3)]
    client = {
        "basics": {
            "name": f"{dice.choice(FIRST)}{mark} {dice.choice(LAST)}",
            "email": f"client{number}{canary}@example.com",
            "phone": f"(555) 555-{number % 10_000:04d}",
            "location": {"city": f"{dice.choice(PLACES).split(',')[0]}{mark}", "region": "IL", "countryCode": "US"},
        },
        "work": work[::-1],
        "education": [{"institution": f"{dice.choice(LAST)} High School{mark}", "studyType": "High School Diploma"}],
        "skills": [{"name": f"Skills{mark}", "keywords": dice.sample(SKILLS, 7)}],
        "certificates": [{"name": "Certified Pharmacy Technician (CPhT)", "issuer": "PTCB"}] if number % 3 == 0 else [],
        "availability": {"weekends": dice.random() < 0.5},
    }
    return client if not mark else add_rare_fields(client, mark)


def add_rare_fields(client: dict[str, Any], mark: str) -> dict[str, Any]:
    """The client with every other section of a profile, each text marked."""
    basics = client["basics"] | {
        "label": f"Worker{mark}",
        "summary": f"Reliable with customers{mark}.",
        "url": f"https://example.com/{mark.strip()}",
        "profiles": [{"network": f"Net{mark}", "username": mark.strip(), "url": f"https://example.com/{mark.strip()}"}],
    }
    job = {"organization": f"Food Bank{mark}", "position": f"Helper{mark}", "startDate": "2018"}
    return client | {
        "basics": basics,
        "volunteer": [job | {"summary": f"Sorted donations{mark}", "highlights": [f"Packed 90 boxes a day{mark}"]}],
        "awards": [{"title": f"Team award{mark}", "awarder": f"Board{mark}", "summary": f"For patience{mark}"}],
        "publications": [{"name": f"Leaflet{mark}", "publisher": f"Press{mark}", "summary": f"On stock{mark}"}],
        "languages": [{"language": f"Spanish{mark}", "fluency": "fluent"}],
        "interests": [{"name": f"Chess{mark}", "keywords": [f"openings{mark}"]}],
        "references": [{"name": f"Rae{mark}", "reference": f"Good{mark}", "employer": f"Shop{mark}", "consent": True}],
        "projects": [{"name": f"Move{mark}", "description": f"Moved a store{mark}", "highlights": [f"On time{mark}"]}],
        "continuingEducation": [{"name": f"Safety course{mark}", "provider": f"School{mark}", "date": "2024"}],
        "workshops": [{"name": f"Excel workshop{mark}", "provider": f"Library{mark}", "date": "2023"}],
        "memberships": [{"organization": f"Guild{mark}", "role": f"Member{mark}"}],
        "eligibility": {"workAuthorization": f"Citizen{mark}", "driversLicense": f"Class C{mark}"},
        "physical": {"liftPounds": 60, "standHours": 8, "note": f"No stairs{mark}"},
        "why": [{"text": f"I like to help people{mark}."}],
        "letter": {"closing": f"With thanks{mark},", "enclosures": [f"Transcript{mark}"]},
        "unplaced": [f"A line without a place{mark}"],
        "private": {"note": f"Prefers calls after five{mark}"},
        "meta": {"source": f"desk{mark}"},
    }


def make_job(dice: random.Random, year: int, *, last: bool, mark: str) -> dict[str, Any]:
    used = dice.sample(SKILLS, 4)
    return {
        "name": f"{dice.choice(EMPLOYERS)} {dice.choice(KINDS)}{mark}",
        "position": dice.choice(TITLES),
        "startDate": f"{year}-0{dice.randint(1, 9)}",
        "endDate": "present" if last else f"{year + 2}-0{dice.randint(1, 9)}",
        "highlights": [
            f"{dice.choice(DOING)} {skill} for {dice.randint(5, 400)} customers a week{mark}" for skill in used
        ],
    }


def make_posting(number: int) -> str:
    """One posting as text: title, employer, duties, requirements and what would help."""
    dice = random.Random(f"posting {number}")
    title = dice.choice(TITLES)
    duties, wanted, liked = dice.sample(SKILLS, 6), dice.sample(SKILLS, 4), dice.sample(SKILLS, 3)
    needs = [need.format(title=title.lower()) for need in dice.sample(NEEDS, 5)]
    lines = [
        f"{title} {number}",
        f"{dice.choice(EMPLOYERS)} {dice.choice(KINDS)} {number}",
        dice.choice(PLACES),
        "",
        "Responsibilities",
        *(f"- Perform {skill} every day" for skill in duties),
        "",
        "Requirements",
        *(f"- {need}" for need in needs),
        *(f"- Experience with {skill}" for skill in wanted),
        "",
        "Preferred",
        *(f"- {skill}" for skill in liked),
        "",
        "We offer health insurance and paid time off.",
    ]
    return "\n".join(lines) + "\n"
