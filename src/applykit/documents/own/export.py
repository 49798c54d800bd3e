"""A packaged design as a folder of one's own, to start from."""

import os
from pathlib import Path

from applykit.documents.design import MANIFEST, find_folder
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded, write_file


def export_design(name: str, folder: str | Path, *, overwrite: bool = False) -> tuple[Path, ...]:
    """Copy a design's files into a folder; raises ApplykitError where that would replace anything."""
    source, target = find_folder(name), Path(folder)
    files = [path for path in sorted(source.iterdir()) if path.suffix == ".docx" or path.name == MANIFEST]
    # A link to nowhere counts, since writing would follow it.
    taken = [path.name for path in files if os.path.lexists(target / path.name)]
    if taken and not overwrite:
        message = f"already holds {', '.join(taken)}."
        raise ApplykitError(Problem(message, "Choose another folder, or say --overwrite.", file=str(target)))
    for path in files:
        write_file(target / path.name, read_bounded(path, OFFICE_LIMIT))
    return tuple(target / path.name for path in files)
