"""Resumes in many forms become the same profile; nothing of a source is lost."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests import resumes

from applykit.errors import ApplykitError
from applykit.profile import Profile, load_profile, resolve
from applykit.profile.importing import import_file, imported_yaml
from applykit.profile.importing.draft import Draft
from applykit.profile.importing.fit import fit_draft
from applykit.profile.importing.importer import import_bytes
from applykit.profile.importing.resume import SAID, tokens

CASES = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "resume_sections.yaml").read_text("utf-8")
)


def imported(data: bytes, name: str) -> tuple[Profile, str]:
    (person,) = import_bytes(data, file=name)
    text = imported_yaml(person.draft, source=name)
    return load_profile(text).profile, text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_sections(case: dict[str, Any]) -> None:
    profile, _ = imported(case["text"].encode(), "resume.md" if case.get("markdown") else "resume.txt")
    found = {pointer: str(resolve(profile, pointer)) for pointer in case["finds"]}
    assert found == {pointer: str(value) for pointer, value in case["finds"].items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_nothing_is_dropped(case: dict[str, Any]) -> None:
    _, text = imported(case["text"].encode(), "resume.md" if case.get("markdown") else "resume.txt")
    known = set(tokens(text))
    from applykit.profile.dateforms import find_periods
    from applykit.profile.importing.headings import section_of

    for line in case["text"].splitlines():
        if section_of(line.strip(" #:*")):
            continue
        for period in reversed(find_periods(line)):
            line = line[: period.begin] + " " + line[period.stop :]
        lost = [token for token in tokens(line) if token not in known and len(token) > 1 and token not in SAID]
        assert lost == []


LAYOUTS = {
    "plain.docx": resumes.plain_docx,
    "sidebar.docx": resumes.sidebar_docx,
    "one-column.pdf": resumes.one_column_pdf,
    "two-columns.pdf": resumes.two_column_pdf,
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_one_person_in_every_layout(name: str) -> None:
    profile, text = imported(LAYOUTS[name](), name)
    assert profile.basics.name == "Marisol Okafor-Reyes"
    assert profile.basics.email == "marisol.okafor@example.com"
    assert profile.basics.phone == "(253) 555-0148"
    assert profile.basics.location is not None
    assert (profile.basics.location.city, profile.basics.location.region) == ("Puyallup", "WA")
    jobs = [(job.position, job.name, job.location, job.startDate, job.endDate) for job in profile.work]
    assert jobs == [
        ("Pharmacy Technician", "Cedar & Main Pharmacy", "Puyallup, WA", "2022-03", "present"),
        ("Cashier", "Greenleaf Market", "Tacoma, WA", "2018-06", "2020-07"),
    ]
    assert [[highlight.text for highlight in job.highlights] for job in profile.work] == [
        ["Enter 210 scripts", "Train"],
        ["Served about 150 customers a shift"],
    ]
    (school,) = profile.education
    assert (school.institution, school.studyType, school.area, school.endDate) == (
        "Pierce Valley Technical College",
        "Certificate",
        "Pharmacy Technology",
        "2020",
    )
    (credential,) = profile.certificates
    assert (credential.issuer, credential.number, credential.expires) == ("PTCB", "30127755", "2028-07")
    assert "Excel" in str(profile.skills)
    assert [language.language for language in profile.languages] == ["English", "Spanish"]
    assert "Page 1 of 1" not in text or "Left out: Page 1 of 1" in text


def test_a_text_box_is_read_once() -> None:
    data = resumes.with_text_box(resumes.plain_docx(), "Fluent in Pyxis and Omnicell cabinets")
    _, text = imported(data, "box.docx")
    assert text.count("Omnicell") == 1


def test_words_parted_at_the_end_of_a_line_are_put_together() -> None:
    page = resumes.PdfPage()
    page.text(72, 740, "Ann Lee", size=24, bold=True)
    page.text(72, 720, "ann.lee@example.com")
    page.text(72, 690, "EXPERIENCE", size=13, bold=True)
    page.text(72, 670, "Clerk, Midtown Library, 2019 – 2021", bold=True)
    page.text(80, 656, "• Answered the questions of about two hundred visitors a day and intro-")
    page.text(86, 642, "duced a self-service desk that cut the waiting line by half in its first-")
    page.text(86, 628, "year report")
    profile, _ = imported(resumes.pdf_of([page]), "a.pdf")
    text = profile.work[0].highlights[0].text
    assert "introduced a self-service desk" in text
    assert text.endswith("first-year report")


def test_links_behind_words_are_taken() -> None:
    profile, _ = imported(
        b"# Ann Lee\n[mail me](mailto:ann@example.com) | [GitHub](https://github.com/annlee)\n", "a.md"
    )
    assert profile.basics.email == "ann@example.com"
    assert profile.basics.profiles[0].url == "https://github.com/annlee"


def test_guesses_and_doubts_are_comments() -> None:
    source = (
        "Ann Lee\nann@example.com\n\nEXPERIENCE\nClerk, Midtown Library\n03/04/2019 - 05/06/2021\n- Shelved books\n"
    )
    _, text = imported(source.encode(), "a.txt")
    assert "# guess:" in text
    assert "the month comes first" in text


def test_two_people_in_one_file_are_a_doubt() -> None:
    one = "{0} Lee\n{0}@example.com\n\nEXPERIENCE\nClerk, Library\n2019 - 2021\n- Shelved books\n\n"
    (person,) = import_bytes((one.format("Ann") + one.format("Bob")).encode(), file="two.txt")
    assert any("two people (Ann Lee and Bob Lee)" in doubt for doubt in person.draft.doubts)


def test_a_role_put_under_the_employer_above_is_a_doubt() -> None:
    source = (
        "Ann Lee\nann@example.com\n\nEXPERIENCE\nMidtown Library\nHead Clerk\n2021 - 2023\n- Led\n\n"
        "Clerk\n2019 - 2021\n- Shelved books\n"
    )
    (person,) = import_bytes(source.encode(), file="a.txt")
    assert person.draft.doubts == ["'Clerk' names no employer; it stands under 'Midtown Library'"]


@pytest.mark.parametrize(
    "text",
    [
        "שרה לוי\nsarah@example.com\n\nEXPERIENCE\nספרנית, ספרייה עירונית\n2019 - 2021\n- סידרה ספרים\n",
        "山田太郎\ntaro@example.com\n\nEXPERIENCE\n薬剤師、東京病院\n2019 - 2021\n- 調剤\n",
        "أحمد سعيد\nahmed@example.com\n\nSKILLS\nصيدلة\n",
    ],
)
def test_other_scripts_are_kept(text: str) -> None:
    _, yaml = imported(text.encode(), "a.txt")
    assert all(word in yaml for line in text.splitlines() for word in line.split() if not word.isascii())


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b"\x00\x01\x02\xff" * 20, "a.bin", "no text and no document"),
        (b"{\\rtf1}", "a.rtf", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "old Word"),
        (b"\x89PNG....", "a.png", "picture"),
        (b"<!DOCTYPE html><p>x", "a.html", "web page"),
        (b"%PDF-1.4 cut", "a.pdf", "not a PDF"),
        (b"PK\x03\x04 nonsense", "a.docx", "not a ZIP"),
        (b"a: [", "a.yaml", "not YAML"),
        (b"a: 1\n", "a.yaml", "no basics"),
    ],
)
def test_what_cannot_be_imported_says_why(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        import_bytes(data, file=name)


def test_a_pdf_of_pictures_and_one_of_many_pages() -> None:
    with pytest.raises(ApplykitError, match="pictures only"):
        import_bytes(resumes.pdf_of([resumes.PdfPage()]), file="a.pdf")
    with pytest.raises(ApplykitError, match="61 pages"):
        import_bytes(resumes.pdf_of([resumes.PdfPage() for _ in range(61)]), file="a.pdf")


def test_a_pdf_whose_letters_mean_nothing_is_a_doubt() -> None:
    page = resumes.PdfPage()
    page.text(72, 740, "Ann Lee", size=24)
    page.text(72, 700, "\x01\x02\x03\x04 \x05\x06 Skills \x07\x0e")
    (person,) = import_bytes(resumes.pdf_of([page]), file="a.pdf")
    assert any("cannot be read" in doubt for doubt in person.draft.doubts)
    assert load_profile(imported_yaml(person.draft, source="a.pdf")).profile.basics.name == "Ann Lee"


def test_what_a_profile_cannot_take_is_cut_and_kept_whole_elsewhere() -> None:
    skill, line = "s" * 2_500, "long words " * 2_000
    text = f"Ann Lee\nann@example.com\n\nSKILLS\n{skill}\n\nEXPERIENCE\nClerk, Midtown Library\n2019 - 2021\n- {line}\n"
    profile, _ = imported(text.encode(), "a.txt")
    assert len(profile.skills[0].name) == 2_000
    assert skill in profile.unplaced
    draft = fit_draft(Draft(data={"basics": {"name": "A"}, "work": [{"name": "\x01", "position": "Clerk"}]}))
    assert draft.data["work"][0]["name"] == "Unknown"


def test_a_hostile_docx_ends_in_a_sentence() -> None:
    good = resumes.plain_docx()
    entity = resumes.with_part(
        good, "word/document.xml", lambda xml: xml.replace("<w:document", "<!DOCTYPE x><w:document", 1)
    )
    broken = resumes.with_part(good, "word/document.xml", lambda xml: xml[:-20])
    with pytest.raises(ApplykitError, match="document type"):
        import_bytes(entity, file="a.docx")
    with pytest.raises(ApplykitError, match="damaged"):
        import_bytes(broken, file="a.docx")


def test_other_encodings_are_read() -> None:
    profile, _ = imported("René Dubois\nrene@example.com\n\nSKILLS\nCafé\n".encode("utf-16"), "a.txt")
    assert profile.basics.name == "René Dubois"
    profile, _ = imported(("René Dubois\nrene@example.com\n\nSKILLS\nCaf\xe9, th\xe9\n" * 3).encode("cp1252"), "a.txt")
    assert "Caf" in str(profile.skills)


def test_import_file_reads_from_disk(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(resumes.plain_docx())
    (person,) = import_file(tmp_path / "a.docx")
    assert person.kind == "Word resume"
