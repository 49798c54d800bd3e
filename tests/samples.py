"""Files of formats that no one writes by hand, made here: PDF and Word."""

import io
import zipfile
import zlib

from applykit.errors import ApplykitError, Problem
from applykit.reading import Document, read_data

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def make_pdf(pages: list[list[str]], *, extra: bytes = b"", packed: bytes | None = None) -> bytes:
    """A PDF whose pages hold these lines; `packed` replaces the first page's packed content."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        shown = "".join(f"BT /F1 11 Tf 50 {740 - 15 * row} Td ({line}) Tj ET\n" for row, line in enumerate(lines))
        content = packed if packed is not None and not number else zlib.compress(shown.encode("latin-1"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(content) + content + b"\nendstream")
    return assemble(objects, extra)


def assemble(objects: list[bytes], extra: bytes) -> bytes:
    """The objects with their table of places."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, extra, len(data))
    return data + table + trailer


def make_docx(body: str, *, styles: str = "", names: tuple[str, ...] = (), rels: str = RELS) -> bytes:
    """A Word file with this XML inside the body."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", rels)
        document = (
            f'<w:document xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        )
        archive.writestr("word/document.xml", f"{document}<w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>')
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def paragraph(text: str, *, style: str = "", listed: bool = False, bold: bool = False) -> str:
    """A paragraph's XML."""
    inner = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:numPr/>" if listed else "")
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{inner}</w:pPr><w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    """A table row's XML, one paragraph a cell."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def documents_or_problems(data: bytes, name: str) -> tuple[Document, ...] | tuple[Problem, ...]:
    """What a reader makes of hostile bytes: documents with text, or the problems of an `ApplykitError`."""
    try:
        return tuple(document for document in read_data(data, name=name) if document.text.strip())
    except ApplykitError as error:
        return tuple(problem for problem in error.problems if problem.message)
