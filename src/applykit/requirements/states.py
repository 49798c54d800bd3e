"""States and provinces of the United States and Canada, as licences name them."""

import re

STATES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI",
    "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA",
    "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS",
    "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH", "New Jersey": "NJ",
    "New Mexico": "NM", "New York": "NY", "North Carolina": "NC", "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK",
    "Oregon": "OR", "Pennsylvania": "PA", "Puerto Rico": "PR", "Rhode Island": "RI", "South Carolina": "SC",
    "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT", "West Virginia": "WV",
    "Virginia": "VA", "Washington": "WA", "Wisconsin": "WI", "Wyoming": "WY", "Alberta": "AB", "British Columbia": "BC",
    "Manitoba": "MB", "New Brunswick": "NB", "Newfoundland and Labrador": "NL", "Nova Scotia": "NS", "Ontario": "ON",
    "Prince Edward Island": "PE", "Quebec": "QC", "Québec": "QC", "Saskatchewan": "SK",
}  # fmt: skip
CODES = "|".join(sorted(set(STATES.values())))
NAMES = re.compile(r"\b(?:" + "|".join(sorted(STATES, key=lambda name: (-len(name), name))) + r")\b")
# A code alone may be a word ("IN", "OR"), so it needs "state of" before it or the licence behind it.
CODE = re.compile(
    rf"\b(?:[Ss]tate of|[Ss]tate:|[Ii]n) (?P<first>{CODES})\b(?! [a-z])|\b(?P<second>{CODES})\b(?= (?:[Ss]tate )"
    rf"?(?:[A-Z]\w+ )"
    r"{0,3}(?:[Ll]icen[sc]|[Rr]egistr|[Cc]ertif|[Rr]egister|RN\b|LPN\b))"
)


def find_state(text: str) -> str | None:
    """The code of the first state or province named; None where none is."""
    found = NAMES.search(text)
    if found:
        return STATES[found[0]]
    code = CODE.search(text)
    return (code["first"] or code["second"]) if code else None
