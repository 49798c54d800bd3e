"""Pictures of the designs for the documentation, made from the bundled examples: `python docs/pictures.py [DIR]`.

Needs LibreOffice. Every first page becomes docs/images/DESIGN-KIND.png.
"""

import datetime
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pypdfium2

from applykit import pipeline
from applykit.documents import list_designs
from applykit.documents.formats import convert_to_pdf
from applykit.resources import find_data_folder

EXAMPLE = "pharmacy-technician"
DATE = datetime.date(2026, 11, 25)
STEP = 17  # sixteen shades of each colour are enough for the edges of letters
DOTS = 84  # per inch: a page is then some 700 points wide
KINDS = ("resume", "cover-letter", "gap-checklist")


def png_of(pdf: bytes, page: int = 0) -> bytes:
    """A page of a PDF as a PNG file of at most 256 colours, which black letters and one accent colour hardly use up."""
    with pypdfium2.PdfDocument(pdf) as document:
        pixels = document[page].render(scale=DOTS / 72, rev_byteorder=True).to_numpy()[:, :, :3]
    shades = (pixels.astype(np.uint32) + STEP // 2) // STEP
    colours, places = np.unique(shades @ np.array([1 << 16, 1 << 8, 1], np.uint32), return_inverse=True)
    if len(colours) > 256:
        raise SystemExit("the page has more than 256 colours")
    height, width = pixels.shape[:2]
    rows = b"".join(b"\0" + row.tobytes() for row in places.reshape(height, width).astype(np.uint8))
    palette = bytes((int(colour) >> shift & 255) * STEP for colour in colours for shift in (16, 8, 0))
    head = struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in pieces)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "images"
    target.mkdir(parents=True, exist_ok=True)
    folder = find_data_folder("examples") / EXAMPLE
    posting = pipeline.read_posting(str(next(folder.glob("posting.*"))))
    profile = pipeline.read_profile(str(folder / "profile.yaml")).profile
    for design in (manifest.name for manifest in list_designs()):
        built = pipeline.build(posting, profile, pipeline.load_tools(design=design), date=DATE)
        chosen = [file for file in built.documents if file.kind in KINDS]
        for file in convert_to_pdf(chosen):
            path = target / f"{design}-{file.kind}.png"
            path.write_bytes(png_of(file.data))
            print(path)


if __name__ == "__main__":
    main()
