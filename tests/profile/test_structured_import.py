"""RenderCV, YAMLResume, JSON Resume and LinkedIn exports."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from applykit.errors import ApplykitError
from applykit.profile import Profile, load_profile
from applykit.profile.importing import import_file, imported_yaml
from applykit.profile.importing.importer import import_bytes

RENDERCV = """
cv:
  name: Ann Lee
  headline: Librarian
  location: Dayton, OH
  email: ann@example.com
  phone: tel:+1-937-555-0142
  social_networks: [{network: GitHub, username: annlee}]
  sections:
    summary: ["Ten years in **public** libraries."]
    experience:
      - company: Midtown Library
        position: Clerk
        start_date: 2019-03
        end_date: present
        location: Dayton, OH
        highlights: ["Shelved [200](https://example.com) books a day"]
    education:
      - {institution: North College, area: History, degree: BA, date: 2018}
    certifications:
      - {name: First Aid, date: 2024-05}
      - bullet: CPR, American Heart Association, 2023
    skills:
      - {label: Systems, details: "Koha, Excel"}
    languages:
      - {label: Spanish, details: fluent}
    publications:
      - {title: Shelving, authors: ["*Ann Lee*", Bo Fox], doi: 10.1/x, date: 2020-06, journal: Notes}
    projects:
      - {name: "[Finder](https://example.com/f)", date: Fall 2020, summary: An index, highlights: [Used daily]}
    hobby_horses: [Trains]
design: {theme: classic}
"""

YAMLRESUME = """
content:
  basics: {name: Ann Lee, headline: Librarian, email: ann@example.com, summary: "- Ten years\\n- Calm"}
  location: {city: Dayton, region: Ohio, country: United States, postalCode: "45402"}
  work:
    - {name: Midtown Library, position: Clerk, startDate: "Mar 1, 2019", endDate: , keywords: [books],
       summary: "Public desk\\n- Shelved 200 books a day\\n- Trained two"}
  education: [{institution: North College, degree: Bachelor, area: History, endDate: "Jul 1, 2018", courses: [Maps]}]
  certificates: [{name: First Aid, issuer: Red Cross, date: May 2024}]
  languages: [{language: Spanish, fluency: Fluent, keywords: [DELE]}]
  references: [{name: Bo Fox, relationship: Head, summary: Recommended., phone: 555-0111}]
"""


def profile_of(text: str, name: str) -> Profile:
    (person,) = import_bytes(text.encode(), file=name)
    return load_profile(imported_yaml(person.draft, source=name)).profile


def test_rendercv() -> None:
    profile = profile_of(RENDERCV, "a.yaml")
    assert (profile.basics.name, profile.basics.label, profile.basics.phone) == (
        "Ann Lee",
        "Librarian",
        "+1-937-555-0142",
    )
    assert profile.basics.summary == "Ten years in public libraries."
    assert profile.basics.profiles[0].url == "https://github.com/annlee"
    assert (profile.work[0].name, profile.work[0].startDate, profile.work[0].endDate) == (
        "Midtown Library",
        "2019-03",
        "present",
    )
    assert profile.work[0].highlights[0].text == "Shelved 200 books a day"
    assert (profile.education[0].studyType, profile.education[0].endDate) == ("BA", "2018")
    assert [credential.name for credential in profile.certificates] == ["CPR", "First Aid"]
    assert profile.languages[0].fluency == "fluent"
    assert profile.publications[0].summary == "Ann Lee, Bo Fox"
    assert (profile.projects[0].name, profile.projects[0].url, profile.projects[0].endDate) == (
        "Finder",
        "https://example.com/f",
        "2020",
    )
    assert any("Trains" in text for text in profile.unplaced)


def test_yamlresume() -> None:
    profile = profile_of(YAMLRESUME, "a.yml")
    assert profile.basics.summary == "Ten years\nCalm"
    assert profile.basics.location is not None
    assert profile.basics.location.region == "Ohio, United States"
    assert (profile.work[0].startDate, profile.work[0].endDate, profile.work[0].summary) == (
        "2019-03-01",
        "present",
        "Public desk",
    )
    assert [highlight.text for highlight in profile.work[0].highlights] == ["Shelved 200 books a day", "Trained two"]
    assert profile.education[0].courses == ("Maps",)
    assert profile.certificates[0].issued == "2024-05"
    assert profile.languages[0].fluency == "Fluent, DELE"
    assert profile.references[0].title == "Head"
    assert any("books" in text for text in profile.unplaced)


def test_json_resume_keeps_what_it_does_not_know() -> None:
    source = {"basics": {"name": "Ann Lee"}, "work": [{"name": "Library", "mood": "calm", "startDate": "2020"}]}
    profile = profile_of(json.dumps(source), "a.json")
    assert (profile.work[0].model_extra or {})["x-mood"] == "calm"


LINKEDIN = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Birth Date,Geo Location,Websites\n"
    'Ann,Lee,Librarian,"Ten years, calm",1990-01-02,"Dayton, Ohio, United States",[PERSONAL:https://example.com]\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    '"Midtown Library",Clerk,"Public desk\n- Shelved books",Dayton,Mar 2019,\n,Helper,,,2017,2018\n',
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "First Aid,,Red Cross,May 2024,May 2026,77\n,,Nobody,,,\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nold@example.com,Yes,No,\n"
    "ann@example.com,Yes,Yes,\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n+1,937 555 0142,Mobile\n",
    "Skills.csv": "Name\nKoha\nExcel\n",
    "Languages.csv": "Name,Proficiency\nSpanish,Professional working proficiency\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'North College,2014,2018,,"BA, History",Choir\n',
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\n"
    "Shelter,Driver,Animals,2020,2021,\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    "Bo,Fox,Library,Head,Good.,,VISIBLE\n",
    "Organizations.csv": "Name,Position,Description,Started On,Finished On\nLibrary Club,Treasurer,,2019,\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nFinder,An index,https://example.com,2020,\n",
    "Honors.csv": "Title,Description,Issued On\nBest Desk,,Jun 2020\n",
    "Courses.csv": "Name,Number\nMaps,101\n",
    "messages.csv": "FROM,CONTENT\nsomebody,private words\n",
}


def zip_of(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_linkedin_export_as_zip_and_as_folder(tmp_path: Path) -> None:
    (person,) = import_bytes(zip_of(LINKEDIN), file="export.zip")
    text = imported_yaml(person.draft, source="export.zip")
    profile = load_profile(text).profile
    assert (profile.basics.name, profile.basics.email, profile.basics.phone) == (
        "Ann Lee",
        "ann@example.com",
        "+1 937 555 0142",
    )
    assert profile.basics.url == "https://example.com"
    assert (profile.work[0].name, profile.work[0].endDate, profile.work[1].name) == (
        "Midtown Library",
        "present",
        "Unknown",
    )
    assert profile.work[0].highlights[0].text == "Shelved books"
    assert len(profile.certificates) == 1
    assert (profile.certificates[0].issued, profile.certificates[0].expires) == ("2024-05", "2026-05")
    assert (profile.education[0].studyType, profile.education[0].area) == ("BA", "History")
    assert profile.private == {"birthDate": "1990-01-02"}
    assert any("old@example.com" in left for left in profile.unplaced)
    assert "private words" not in text
    for name, content in LINKEDIN.items():
        (tmp_path / name).write_text(content, "utf-8")
    (again,) = import_file(tmp_path)
    assert again.draft.data == person.draft.data


@pytest.mark.parametrize(
    "files",
    [
        {"Profile.csv": ""},
        {"Profile.csv": "First Name,Last Name\n"},
        {"Profile.csv": "First Name,Last Name\nAnn\n", "Certifications.csv": "Name,Url,Authority\nFirst Aid,,\n"},
        {"export/Positions.csv": "Notes:\n\nCompany Name,Title\nLibrary,Clerk\n"},
        {"Profile.csv": "First Name\n\0Ann\n"},
    ],
)
def test_missing_files_and_cells_of_an_export(files: dict[str, str]) -> None:
    (person,) = import_bytes(zip_of(files), file="export.zip")
    assert load_profile(imported_yaml(person.draft, source="x")).profile.basics.name


def test_another_zip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ApplykitError, match="neither a document nor a LinkedIn export"):
        import_bytes(zip_of({"readme.txt": "hello"}), file="a.zip")
    with pytest.raises(ApplykitError, match=r"no Profile\.csv"):
        import_file(tmp_path)


def test_a_cell_that_is_too_long_is_said() -> None:
    with pytest.raises(ApplykitError, match="too long"):
        import_bytes(zip_of({"Profile.csv": "First Name\n" + "x" * 200_000}), file="a.zip")
