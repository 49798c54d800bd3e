"""The examples on paper: as many pages as the page model says, filled well, letters and checklists of decent length."""

import datetime
from pathlib import Path

import pypdfium2
import pytest

from applykit import pipeline
from applykit.documents.formats.pdf import convert_to_pdf, find_libreoffice
from applykit.resources import find_data_folder
from applykit.tailoring.letter import count_words
from applykit.tailoring.page import Page

DATE = datetime.date(2026, 11, 25)
EXAMPLES = sorted(path for path in find_data_folder("examples").iterdir() if path.is_dir())
TWO_PAGES = ("registered-nurse",)
LETTER_HEIGHT = 792.0
MARGINS = LETTER_HEIGHT - Page().height  # of "classic", above and below together
MOST_CHECKLIST_PAGES = 2

pytestmark = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def built() -> dict[str, pipeline.Built]:
    tools = pipeline.load_tools()
    made = {}
    for folder in EXAMPLES:
        posting = pipeline.read_posting(next(folder.glob("posting.*")))
        person = pipeline.read_profile(folder / "profile.yaml").profile
        made[folder.name] = pipeline.build(posting, person, tools, date=DATE)
    return made


@pytest.fixture(scope="module")
def pages(built: dict[str, pipeline.Built]) -> dict[tuple[str, str], list[float]]:
    """For each example and kind of document, how far each page is filled, from 0 to 1."""
    files = [(name, file) for name, each in built.items() for file in each.documents]
    printed = convert_to_pdf([file for _, file in files])
    return {(name, file.kind): fills(pdf.data) for (name, file), pdf in zip(files, printed, strict=True)}


def fills(data: bytes) -> list[float]:
    """How far down the type area the lowest text of each page stands."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        lowest = min(text.get_rect(number)[1] for number in range(text.count_rects()))
        found.append((LETTER_HEIGHT - MARGINS / 2 - lowest) / (LETTER_HEIGHT - MARGINS))
    return found


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_resumes_fill_their_pages(folder: Path, pages: dict[tuple[str, str], list[float]]) -> None:
    filled = pages[folder.name, "resume"]
    assert len(filled) == (2 if folder.name in TWO_PAGES else 1)
    assert 0.85 <= (len(filled) - 1 + filled[-1]) / len(filled) <= 1.0


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_letters_are_a_page_and_checklists_two_at_most(
    folder: Path, pages: dict[tuple[str, str], list[float]], built: dict[str, pipeline.Built]
) -> None:
    assert len(pages[folder.name, "cover-letter"]) == 1
    assert len(pages[folder.name, "gap-checklist"]) <= MOST_CHECKLIST_PAGES
    assert 150 <= count_words(built[folder.name].application.letter.paragraphs) <= 400
