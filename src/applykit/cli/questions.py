"""The questions of `applykit profile new`."""

import click

QUESTIONS = (
    ("name", "Your name"),
    ("label", "Headline, a title you hold or held (Enter to skip)"),
    ("email", "E-mail"),
    ("phone", "Phone"),
    ("place", "City and state, e.g. Dayton, OH"),
    ("job_name", "Present or last employer"),
    ("job_position", "Your title there"),
    ("job_startDate", "Since when, e.g. 2021-06 or June 2021"),
    ("job_endDate", "Until when, or present"),
    ("did_1", "One thing you did there, with a number if you can"),
    ("did_2", "Another one"),
    ("did_3", "A third one"),
    ("school_institution", "School"),
    ("school_studyType", "Degree or diploma"),
    ("school_endDate", "When finished"),
    ("credential_name", "A certificate or licence you hold"),
    ("credential_issuer", "Who issued it"),
    ("credential_expires", "When it expires"),
    ("skills", "Skills, with commas"),
)
DATES = frozenset({"job_startDate", "job_endDate", "school_endDate", "credential_expires"})


def ask_questions() -> tuple[dict[str, str], bool]:
    """A person's answers, and whether all was asked; who stops early keeps what was answered, once there is a name.

    Enter skips a question; dates are read in any usual form.
    """
    answers: dict[str, str] = {}
    for key, question in QUESTIONS:
        if key.startswith("job_") and key != "job_name" and not answers.get("job_name"):
            continue
        try:
            answers[key] = ask_one(key, question)
        except click.Abort:
            if not answers.get("name"):
                raise
            return answers, False
    return answers, True


def ask_one(key: str, question: str) -> str:
    """One answer that can be kept: a name is needed, and a date must be one."""
    from applykit.profile.dateforms import read_date

    while True:
        answer = str(click.prompt(question, default="", show_default=False, err=True)).strip()
        if key == "name" and not answer:
            click.echo("A profile needs a name.", err=True)
        elif key not in DATES or not answer:
            return answer
        elif date := read_date(answer):
            return date
        else:
            click.echo("That is no date: write 2021, 2021-06, June 2021 or present.", err=True)
