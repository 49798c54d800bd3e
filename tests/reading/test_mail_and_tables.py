"""Mail with attachments and odd parts; tables with odd columns."""

import email.message

import pytest
from tests.samples import make_pdf

from applykit.errors import ApplykitError
from applykit.reading import read_data

BODY = "The harbor looks for a crane operator. " * 12


def message(*, subject: str = "Job", text: str = "", html: str = "") -> email.message.EmailMessage:
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.com", "b@example.com", subject
    if text:
        mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


def test_the_attachment_counts_when_the_body_is_a_note() -> None:
    mail = message(subject="FYI", text="See attached.")
    pdf = make_pdf([["Crane Operator", "Requirements: a crane licence and two years of experience"]])
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="job.pdf")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    document = read_data(bytes(mail), name="m.eml")[0]
    assert (document.name, document.title) == ("m.eml/job.pdf", "FYI")
    assert "crane licence" in document.text


def test_the_body_counts_when_it_is_long() -> None:
    mail = message(text=BODY)
    mail.add_attachment(b"x", maintype="text", subtype="plain", filename="a.txt")
    assert read_data(bytes(mail), name="m.eml")[0].text.strip() == BODY.strip()


def test_html_counts_when_it_says_as_much() -> None:
    mail = message(text="Crane.", html=f"<html><body><h1>Crane Operator</h1><p>{BODY}</p></body></html>")
    assert read_data(bytes(mail), name="m.eml")[0].text.startswith("# Crane Operator")


def test_an_html_part_that_is_a_login_is_passed_over() -> None:
    html = "<html><title>Sign in</title><body><input type=password>Sign in</body></html>"
    assert "crane" in read_data(bytes(message(text=BODY, html=html)), name="m.eml")[0].text


def test_a_newsletter_by_mail() -> None:
    part = (
        "{} Operator\nLocation: Salem\nThe pay is good and experience is required. "
        "You work the night shift at the harbor and rest by day.\n"
    )
    rule = "=" * 30
    text = f"Jobs\n{rule}\n{part.format('Crane')}{rule}\n{part.format('Winch')}{rule}\nBye\n"
    documents = read_data(bytes(message(text=text)), name="m.eml")
    assert [document.name for document in documents] == ["m.eml#1", "m.eml#2"]
    assert documents[0].title is None


def test_mail_of_too_many_parts() -> None:
    mail = message(text="x")
    for _ in range(200):
        mail.add_attachment(b"x", maintype="text", subtype="plain", filename="a.bin")
    with pytest.raises(ApplykitError, match="more than 200 parts"):
        read_data(bytes(mail), name="m.eml")


def test_mhtml_without_a_page() -> None:
    with pytest.raises(ApplykitError, match="no page"):
        read_data(b"From: x\nSubject: y\nContent-Type: text/plain\n\nhello", name="x.mhtml")


def test_mail_without_text() -> None:
    with pytest.raises(ApplykitError, match="no text"):
        read_data(b"From: x\nTo: y\nSubject: z\n\n\n", name="x.eml")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"name,city\nx,y\n", "no column with the postings' text; its columns are 'name', 'city'"),
        (b"\n\n,,\n", "its columns are none"),
        (b"title,text\nx," + b"y" * 6_000_000, "field larger"),
        (b"title,text\nx,", "no text"),
    ],
)
def test_tables_made_wrong(data: bytes, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        read_data(data, name="x.csv")


def test_rows_beyond_all_measure() -> None:
    with pytest.raises(ApplykitError, match="50000 rows"):
        read_data(b"title,text\n" + b"a,b\n" * 50_001, name="x.csv")


@pytest.mark.parametrize("mark", ["\t", ";", "|"])
def test_separators(mark: str) -> None:
    data = mark.join(["Job title", "Description"]) + "\n" + mark.join(["Cook", "Cook soup, daily"]) + "\n"
    document = read_data(data.encode(), name="x.csv")[0]
    assert (document.title, document.text) == ("Cook", "Cook soup, daily")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not json\n[1]\n", "is no JSON object"),
        (b"[]", "holds no JSON objects"),
        (b'{"name": "x"}', "no column"),
        (b"[" * 100_000, "is no JSON object"),
    ],
)
def test_json_made_wrong(data: bytes, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        read_data(data, name="x.json")


def test_broken_lines_are_told_and_the_rest_is_read() -> None:
    documents = read_data(b'{"title": "Cook", "text": "Cook soup"}\noops\n\n{"text": "Mop"}\n', name="x.jsonl")
    assert [document.text for document in documents] == ["Cook soup", "Mop"]
    assert [(problem.line, problem.warning) for problem in documents[0].problems] == [(2, True)]


def test_one_object_is_one_posting() -> None:
    document = read_data(b'{"title": "Cook", "text": "Cook soup", "company": 7, "other": [1]}', name="x.json")[0]
    assert document.structured == ({"title": "Cook", "hiringOrganization": "7"},)
