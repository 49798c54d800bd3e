"""Designs: folders of ordinary Word files, found by name or path, compiled when first used."""

import hashlib
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from applykit.documents.model import Manifest
from applykit.documents.variant import Shape
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded
from applykit.resources import find_data_folder

MANIFEST = "design.yaml"
KINDS = ("resume", "cover-letter", "gap-checklist", "interview-sheet", "thank-you", "check-report")
FALLBACK = "classic"


@dataclass(frozen=True, slots=True)
class Design:
    """A design: what its manifest says and the bytes of its Word files by kind; safe to share between threads."""

    manifest: Manifest
    sources: dict[str, tuple[str, bytes]]  # kind → (file name for messages, bytes)
    strange: frozenset[str] = frozenset()  # kinds whose Word file nobody vouches for: rendered in a process apart
    compiled: dict[tuple[str, Shape], Any] = field(default_factory=dict, compare=False, repr=False)
    lock: Any = field(default_factory=threading.Lock, compare=False, repr=False)

    @property
    def name(self) -> str:
        return self.manifest.name

    @property
    def page(self) -> dict[str, float]:
        """The numbers of the page model (`applykit.tailoring.Page`) that this design has."""
        return dict(self.manifest.page)

    @property
    def fingerprint(self) -> str:
        """A hash of everything that decides how documents of this design come out."""
        digest = hashlib.sha256(repr(self.manifest).encode())
        for kind, (_name, data) in sorted(self.sources.items()):
            digest.update(f"{kind} {len(data)} ".encode() + data)
        return digest.hexdigest()

    def template(self, kind: str, shape: Shape | None = None) -> Any:
        """The compiled template of a kind in a shape; each is compiled once."""
        shape = shape or Shape()
        if (kind, shape) not in self.compiled:
            with self.lock:
                if (kind, shape) not in self.compiled:
                    self.compiled[kind, shape] = self.compile(kind, shape)
        return self.compiled[kind, shape]

    def compile(self, kind: str, shape: Shape) -> Any:
        from applykit.documents.engine import compile_template
        from applykit.documents.fields import MERGE_FIELDS
        from applykit.documents.reshape import reshaper

        name, data = self.sources[kind]
        if kind in self.strange:
            return Apart(name, data, shape, self.manifest.accent)
        change = reshaper(shape, accent=self.manifest.accent)
        return compile_template(data, name=name, fields=MERGE_FIELDS, change=change)


@dataclass(frozen=True, slots=True)
class Apart:
    """A template of a folder that anyone may have made: compiled and rendered in a worker with limits."""

    name: str
    data: bytes
    shape: Shape
    accent: str

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The filled document; raises ApplykitError, also where the template takes too long or too much memory."""
        from applykit.documents.engine.worker import render_apart
        from applykit.documents.fields import MERGE_FIELDS

        shape = (self.shape.paper, self.shape.language, self.shape.accent)
        return render_apart(self.data, context, name=self.name, fields=MERGE_FIELDS, shape=shape, accent=self.accent)


def list_designs() -> tuple[Manifest, ...]:
    """What every packaged design says about itself, by name."""
    folders = sorted(path.parent for path in find_data_folder("templates").glob(f"*/{MANIFEST}"))
    return tuple(read_manifest(folder) for folder in folders)


def load_design(name_or_dir: str | Path) -> Design:
    """A packaged design by name, or a folder of Word files.

    A folder needs at least one of resume.docx, cover-letter.docx …; what it lacks is taken from `classic`. Raises
    ApplykitError with the names there are.
    """
    folder = find_folder(name_or_dir)
    fallback = find_data_folder("templates") / FALLBACK
    found = {kind: folder / f"{kind}.docx" for kind in KINDS if (folder / f"{kind}.docx").is_file()}
    if not found:
        message = f"The design {str(name_or_dir)!r} holds none of {', '.join(f'{kind}.docx' for kind in KINDS)}."
        raise ApplykitError(Problem(message, "Start from one with `applykit design export classic DIR`."))
    lacking = {kind: fallback / f"{kind}.docx" for kind in KINDS if kind not in found}
    paths = found | {kind: path for kind, path in lacking.items() if path.is_file()}
    sources = {kind: (str(path), read_bounded(path, OFFICE_LIMIT)) for kind, path in sorted(paths.items())}
    strange = frozenset() if folder.parent == fallback.parent else frozenset(found)
    return Design(read_manifest(folder), sources, strange)


def find_folder(name_or_dir: str | Path) -> Path:
    """The folder of a design; a plain name means a packaged one."""
    templates = find_data_folder("templates")
    text = str(name_or_dir)
    packaged = templates / text
    if text and text not in (".", "..") and Path(text).name == text and os.path.isfile(packaged / MANIFEST):
        return packaged
    if text and os.path.isdir(text):  # says no, where Path would raise, to names that cannot be
        return Path(text)
    names = ", ".join(manifest.name for manifest in list_designs())
    message = f"There is no design {text[:80]!r}."
    raise ApplykitError(Problem(message, f"Designs are: {names}; or give a folder of Word files."))


def read_manifest(folder: Path) -> Manifest:
    """design.yaml of a folder; a folder without one is named after itself."""
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest(folder.resolve().name)
    from applykit.documents.manifest import parse_manifest

    return parse_manifest(read_bounded(path, 64 * 1024), file=str(path))
