"""Signs that a file is about more than one person."""

from applykit.profile.importing.contact import EMAIL, looks_like_name
from applykit.profile.importing.headings import section_of
from applykit.profile.importing.layout import Layout


def people_in(layout: Layout) -> list[str]:
    """Names that stand as large as the first one and have an e-mail address of their own right below."""
    lines = layout.lines
    found: list[str] = []
    sizes: list[float] = []
    for index, line in enumerate(lines):
        text = line.cells[0].text if line.cells else ""
        below = " ".join(other.text for other in lines[index + 1 : index + 4])
        if (
            line.level
            or not looks_like_name(text)
            or section_of(text)
            or len(text.split()) < 2
            or not EMAIL.search(below)
        ):
            continue
        if not sizes or (line.size >= sizes[0] - 0.6 and text not in found):
            found.append(text)
            sizes.append(line.size)
    return found
