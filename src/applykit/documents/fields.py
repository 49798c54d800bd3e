"""The public language of templates: every field of every kind of document, and what mail-merge letters call them.

docs/designs.md explains the fields; a test keeps this list and the contexts equal. A list holds the shape of its items;
a text is "text", a true-or-false value "flag", a whole number "number".
"""

from typing import Any

Shape = dict[str, Any] | list[Any] | str

DOCUMENT: Shape = {"title": "text", "author": "text", "language": "text"}
POSTING: Shape = {"title": "text", "employer": "text", "place": "text"}
PERSON: dict[str, Any] = {
    "name": "text",
    "first_name": "text",
    "last_name": "text",
    "email": "text",
    "phone": "text",
    "contact": [{"text": "text", "shown": "text", "target": "text", "new_line": "flag"}],
}
ENTRY: Shape = {
    "title": "text",
    "organization": "text",
    "place": "text",
    "dates": "text",
    "lines": ["text"],
    "long": "flag",
}
GROUP: Shape = {"name": "text", "skills": ["text"], "text": "text"}
SECTION: Shape = {
    "kind": "text",
    "heading": "text",
    "entries": [ENTRY],
    "groups": [GROUP],
    "lines": ["text"],
    "prose": "flag",
}
SECTION_KINDS = (
    *("summary", "credentials", "skills", "experience", "education", "projects", "volunteer", "additional"),
    *("languages", "learning", "memberships", "awards", "publications", "references", "interests"),
)
ROW: Shape = {
    "asked": "text",
    "level": "text",
    "evidence": ["text"],
    "status": "text",
    "answer": "text",
    "note": "text",
    "none": "text",
    "question": "text",
}
STEP: Shape = {"gap": "text", "what": "text", "where": "text", "how_long": "text", "apply_anyway": "text"}
LETTER: dict[str, Any] = {
    **PERSON,
    "headline": "text",
    "date": "text",
    "recipient": ["text"],
    "subject": "text",
    "salutation": "text",
    "paragraphs": ["text"],
    "closing": "text",
    "signature": "text",
    "enclosures": ["text"],
    "document": DOCUMENT,
    "posting": POSTING,
}
QUESTION: Shape = {"question": "text", "why": "text", "points": ["text"]}
FIELDS: dict[str, dict[str, Any]] = {
    "resume": {
        **dict.fromkeys(SECTION_KINDS, SECTION),
        **PERSON,
        "headline": "text",
        "sections": [SECTION],
        "document": DOCUMENT,
        "posting": POSTING,
    },
    "cover-letter": LETTER,
    "thank-you": LETTER,
    "gap-checklist": {
        "name": "text",
        "title": "text",
        "subtitle": "text",
        "score": ["text"],
        **{name: [ROW] for name in ("gates", "required", "preferred", "duties")},
        "duty_lines": ["text"],
        "questions": ["text"],
        "plan": [STEP],
        "apply": ["text"],
        "louder": ["text"],
        "usual": ["text"],
        "document": DOCUMENT,
        "posting": POSTING,
    },
    "interview-sheet": {
        "name": "text",
        "title": "text",
        "subtitle": "text",
        "sections": [{"heading": "text", "lines": ["text"], "questions": [QUESTION]}],
        "document": DOCUMENT,
        "posting": POSTING,
    },
}
FIELDS["check-report"] = {
    "name": "text",
    "title": "text",
    "subtitle": "text",
    "findings": [{"weight": "text", "word": "text", "topic": "text", "message": "text", "remedy": "text"}],
    "shown": ["text"],
    "missing": ["text"],
    "text": ["text"],
    "document": DOCUMENT,
    "posting": POSTING,
}
# What mail-merge letters and other generators call these fields; names in lower case with "_" for what is no letter.
MERGE_FIELDS = {
    **dict.fromkeys(("full_name", "fullname", "applicant", "applicant_name", "your_name", "my_name", "sender"), "name"),
    **dict.fromkeys(("firstname", "first", "forename"), "first_name"),
    **dict.fromkeys(("lastname", "last", "surname"), "last_name"),
    **dict.fromkeys(("e_mail", "email_address", "mail"), "email"),
    **dict.fromkeys(("telephone", "phone_number", "tel", "mobile"), "phone"),
    **dict.fromkeys(("today", "current_date", "letter_date"), "date"),
    **dict.fromkeys(("company", "company_name", "companyname", "employer", "organization"), "posting.employer"),
    **dict.fromkeys(("job_title", "jobtitle", "position", "role", "position_title"), "posting.title"),
    **dict.fromkeys(("city", "location", "job_location"), "posting.place"),
    **dict.fromkeys(("greeting", "greeting_line", "dear"), "salutation"),
    **dict.fromkeys(("recipient_name", "hiring_manager", "contact_name", "addressee"), "recipient[0]"),
    **dict.fromkeys(("body", "letter_body", "text"), "paragraphs|join('\\n\\n')"),
}
