"""Which reader takes which bytes, and single files made wrong on purpose."""

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import documents_or_problems, make_docx, make_pdf, paragraph, row

from applykit.errors import ApplykitError
from applykit.reading import read_data
from applykit.reading.formats import kind_of

MARKS = (
    b"<html><body><p>",
    b'<script type="application/ld+json">{"@type": "JobPosting"',
    b"{\\rtf1 ",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    b'[{"title": "x", "text": ',
    b"title,text\n",
)
WORDS = "Night Auditor wanted. You check guests in and balance the accounts of the day."


@pytest.mark.parametrize(
    ("data", "name", "media_type", "kind"),
    [
        (b"%PDF-1.7 ...", "x", None, "pdf"),
        (b"PK\x03\x04...", "x.txt", None, "docx"),
        (b"{\\rtf1 x}", "x.txt", None, "rtf"),
        (b"hello", "x.html", None, "html"),
        (b"hello", "x.HTM", None, "html"),
        (b"hello", "x", "text/html; charset=utf-8", "html"),
        (b"hello", "https://example.com/jobs?id=1.pdf", "text/html", "html"),
        (b"hello", "x.csv", "text/plain", "csv"),
        (b"hello", "x", "text/plain", "text"),
        (b"hello", "x", "application/unheard", "text"),
        (b"<!DOCTYPE html><p>x", "x", None, "html"),
        (b"<?xml version='1.0'?><!-- a --><html>", "x", None, "html"),
        (b"intro " + b"<p>x</p><br>" * 8, "x", None, "html"),
        (b"a < b and <p> once", "x", None, "text"),
        (b"From: a\nTo: b\nSubject: c\n\nhello", "x", None, "mail"),
        (
            b"From: a\nSnapshot-Content-Location: x\nSubject: c\nMIME-Version: 1.0\nContent-Type: "
            b"multipart/related\n\n",
            "x",
            None,
            "mhtml",
        ),
        (b"Date: tomorrow\nPlace: here\n", "x", None, "text"),
        (b'{"title": 1}', "x", None, "json"),
        (b"[{", "x", None, "json"),
    ],
)
def test_kinds(data: bytes, name: str, media_type: str | None, kind: str) -> None:
    assert kind_of(data, name=name, media_type=media_type) == kind


@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x.rtf"])
def test_a_name_that_lies(name: str) -> None:
    with pytest.raises(ApplykitError, match="is none"):
        read_data(b"just text", name=name)


def test_pictures_are_refused() -> None:
    with pytest.raises(ApplykitError, match="picture"):
        read_data(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, name="scan.png")


def test_pdf_text() -> None:
    documents = read_data(make_pdf([["Night Auditor", "Requirements:"], ["One year of front desk experi-", "ence"]]))
    assert documents[0].media_type == "application/pdf"
    assert " ".join(documents[0].text.split()) == "Night Auditor Requirements: One year of front desk experi- ence"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (make_pdf([[]]), "pictures of pages and no text"),
        (make_pdf([[WORDS]])[:300], "not a PDF that can be opened"),
        (
            make_pdf(
                [[WORDS]],
                extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U "
                b"(12345678901234567890123456789012) /P -4 >> /ID [(a) (a)]",
            ),
            "password",
        ),
        (make_pdf([[WORDS]], packed=zlib.compress(b" " * 150_000_000)), "unpack to far more"),
        (
            make_pdf([[WORDS]]).replace(b"/FlateDecode >>\nstream", b"[/FlateDecode /FlateDecode] >>\nstream"),
            "unpack to far more",
        ),
        (make_pdf([[WORDS]]) + b"/Filter /LZWDecode >>\nstream\n" + b"x" * 1_100_000, "unpack to far more"),
        (make_pdf([[WORDS]] * 61), "61 pages"),
    ],
    ids=["pictures", "cut", "locked", "bomb", "bomb in a bomb", "lzw", "pages"],
)
def test_pdf_made_wrong(data: bytes, words: str) -> None:
    with pytest.raises(ApplykitError, match=words) as caught:
        read_data(data, name="x.pdf")
    assert caught.value.problems[0].remedy


def test_word_structure() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"></w:style>'
    )
    fallback = (
        "<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>twice</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    pay = "<w:t>Pay</w:t><w:tab/><w:t>$20</w:t><w:br/><w:t>per</w:t><w:noBreakHyphen/><w:t>hour</w:t>"
    body = (
        paragraph("Night Auditor", style="berschrift1")
        + paragraph("")
        + paragraph("You bring", bold=True)
        + paragraph("A calm voice", listed=True)
        + paragraph("Good eyes", style="ListParagraph")
        + "<w:tbl>"
        + row("Location", "Salem, OR")
        + row("Duties", "Count money", "Walk the halls")
        + f"<w:tr><w:tc>{paragraph('Shift')}</w:tc><w:tc>{paragraph('Nights')}{paragraph('Weekends')}</w:tc></w:tr>"
        + "</w:tbl>"
        + f"<w:p><w:r>{pay}</w:r></w:p>"
        + f"<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Plain</w:t>{fallback}</w:r></w:p>"
    )
    text = read_data(make_docx(body, styles=styles), name="x.docx")[0].text
    assert text.strip().split("\n") == [
        "# Night Auditor", "", "**You bring**", "* A calm voice", "* Good eyes", "Location: Salem, OR",
        "Duties", "Count money", "Walk the halls", "# Shift", "Nights", "Weekends", "Pay\t$20", "per-hour", "Plain",
    ]  # fmt: skip


def test_word_text_boxes_are_read_with_their_paragraph() -> None:
    box = f"<w:p><w:r><w:t>Outside</w:t><w:txbxContent>{paragraph('Inside')}</w:txbxContent></w:r></w:p>"
    assert read_data(make_docx(box))[0].text.split() == ["Outside", "Inside"]


def test_the_main_part_may_have_another_name() -> None:
    rels = '<Relationships><Relationship Target="/word/document.xml" Type="http://x/officeDocument"/></Relationships>'
    assert read_data(make_docx(paragraph(WORDS), rels=rels))[0].text == WORDS
    assert read_data(make_docx(paragraph(WORDS), rels="<none/>"))[0].text == WORDS


def packed(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word file"),
        (packed("a.txt", b"x"), "no Word document"),
        (make_docx(paragraph(WORDS))[:200], "not a ZIP file"),
        (make_docx("<w:p>"), "damaged"),
        (packed("word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><w>&a;</w>"), "document type"),
        (packed("word/document.xml", b"<w:p/>" * 10_000_000), "packed more than"),
        (make_docx(""), "no text"),
    ],
    ids=["ole", "zip", "cut", "xml", "entities", "bomb", "empty"],
)
def test_word_made_wrong(data: bytes, words: str) -> None:
    with pytest.raises(ApplykitError, match=words) as caught:
        read_data(data, name="x.docx")
    assert caught.value.problems[0].remedy


def test_pages_with_absurd_numbers_of_tags_are_refused() -> None:
    with pytest.raises(ApplykitError, match="tags"):
        read_data(b"<html>" + b"<i>" * 60_001, name="x.html")


def test_a_deep_page_is_read() -> None:
    assert (
        "deep" in read_data(b"<html><body>" + b"<div>" * 30_000 + WORDS.encode() + b" deep" * 40, name="x.html")[0].text
    )


@given(st.binary(max_size=300))
@pytest.mark.parametrize("start", MARKS)
def test_no_reader_fails_on_what_follows_its_mark(start: bytes, data: bytes) -> None:
    for name in ("x", "x.csv", "x.html"):
        assert documents_or_problems(start + data, name)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"{\\rtf1 " + b"{" * 100_001, "x.rtf", "damaged RTF"),
        (b"[" + b"[]," * 300_001 + b"[]]", "x.json", "lists and objects"),
        (b"From: a\nTo: b\nSubject: c\n\n" + b"--x\n" * 5_001, "x.eml", "more than 200 parts"),
        (b"title,text\nx,\x00y" * 40, "x.csv", "zero bytes|no text"),
    ],
)
def test_counts_beyond_all_measure(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        read_data(data, name=name)


def test_hidden_parts_of_a_page_are_left_out() -> None:
    page = (
        "<html><body><p hidden>one</p><p aria-hidden='true'>two</p><p style='display: none'>three</p>"
        "<div role='dialog'>four</div><textarea>five</textarea><!-- six -->"
        f"<div><p>{WORDS * 6}</p><table><tr><th>Shift</th><td>Nights</td><td>Days</td></tr></table></div></body></html>"
    )
    text = read_data(page.encode(), name="x.html")[0].text
    assert not any(word in text for word in ("one", "two", "three", "four", "five", "six"))
    assert "Shift: Nights Days" in text


def test_json_ld_as_pages_write_it() -> None:
    data = '<!-- {"@type": ["Thing", "schema:JobPosting"], "title": "Baker", "skills": ["Rye", "Oats"],} -->'
    page = (
        f"<html><body><script type='application/ld+json'>{data}</script><script type='application/ld+json'>no</script>"
    )
    document = read_data(f"{page}<p>{WORDS}</p></body></html>".encode(), name="x.html")[0]
    assert document.structured[0]["title"] == "Baker"


def test_properties_that_come_again_make_a_list() -> None:
    page = "<div itemscope itemtype='https://schema.org/JobPosting'>" + "".join(
        f"<a itemprop='skills' href='{skill}'>{skill}</a>" for skill in ("Rye", "Oats", "Barley")
    )
    assert read_data(f"<html>{page}</div>".encode(), name="x.html")[0].structured == (
        {"skills": ["Rye", "Oats", "Barley"]},
    )
