"""People and postings that several tests of tailoring use."""

from typing import Any

TECHNICIAN: dict[str, Any] = {
    "basics": {
        "name": "Robin Marsh",
        "email": "robin@example.com",
        "phone": "(509) 555-0100",
        "url": "https://example.com/robin",
        "location": {"city": "Yakima", "region": "WA", "countryCode": "US"},
    },
    "work": [
        {
            "name": "Corner Drugs",
            "position": "Pharmacy Technician",
            "setting": "community pharmacy",
            "location": "Yakima, WA",
            "startDate": "2022-03",
            "endDate": "present",
            "highlights": [
                "Ran weekly cycle counts for 1,900 items",
                "Resolve prior authorizations, about 20 a week",
                "Fill 210 prescriptions a day with 99.7% accuracy",
            ],
        },
        {
            "name": "Valley Care",
            "position": "Pharmacy Technician",
            "setting": "long-term care pharmacy",
            "startDate": "2020-08",
            "endDate": "2022-02",
            "highlights": ["Packed blister cards for 14 nursing homes"],
        },
        {
            "name": "Green Market",
            "position": "Cashier",
            "startDate": "2018-06",
            "endDate": "2020-07",
            "highlights": ["Gave customer service to about 150 people a shift", "Balanced the drawer to the cent"],
        },
    ],
    "education": [
        {
            "institution": "Hill College",
            "studyType": "Certificate",
            "area": "Pharmacy Technology",
            "endDate": "2020-06",
            "status": "completed",
            "accreditation": "ASHP",
        },
        {
            "institution": "Lake High School",
            "studyType": "High School Diploma",
            "endDate": "2018-06",
            "status": "completed",
        },
    ],
    "certificates": [
        {"name": "CPhT", "issuer": "PTCB", "number": "301", "issued": "2020-07", "expires": "2028-07"},
        {
            "name": "Pharmacy Technician License",
            "issuer": "Washington State Department of Health",
            "kind": "license",
            "jurisdiction": "US-WA",
            "expires": "2027-08",
        },
        {"name": "BLS", "issuer": "American Heart Association", "expires": "2025-01"},
    ],
    "skills": [
        {"name": "Stock", "keywords": ["cycle counting", "stock rotation"]},
        {"name": "Office", "keywords": ["Excel"]},
    ],
    "languages": [{"language": "Spanish", "fluency": "Fluent"}],
    "memberships": [{"organization": "Technicians' Guild", "startDate": "2023"}],
    "continuingEducation": [{"name": "Introduction to sterile compounding", "date": "2026-09", "hours": 12}],
    "awards": [{"title": "Safety Prize", "awarder": "Corner Drugs", "date": "2024"}],
    "availability": {"weekends": True, "start": "2027-01-04"},
    "why": [
        {"field": "hospital", "text": "My brother's two weeks on a ward showed me what a careful pharmacy means."},
        {
            "employer": "Grove",
            "text": "The Grove clinic was the first place that took my grandmother's questions seriously.",
        },
    ],
}

POSTING = (
    "We need inventory control, cycle counts, prior authorizations, attention to detail, customer service, "
    "sterile compounding, Pyxis and CPhT. We also ask for PTCB certification."
)

BEGINNER: dict[str, Any] = {
    "basics": {"name": "Kit Lowe", "email": "kit@example.com"},
    "education": [
        {
            "institution": "Hill College",
            "studyType": "Certificate",
            "area": "Pharmacy Technician Program",
            "status": "in-progress",
            "endDate": "2027-05",
        }
    ],
    "certificates": [{"name": "CPhT", "issuer": "PTCB", "status": "planned", "issued": "2027-06"}],
}
