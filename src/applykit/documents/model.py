"""The values of the documents stage: finished files, and what a design's folder says about itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """One finished document: its file name and its bytes. `kind` is "resume", "cover-letter", "gap-checklist" …"""

    name: str
    data: bytes
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """design.yaml: the design's name, one sentence about it, its accent colour (RRGGBB) and its font.

    `page` are the numbers of the tailoring stage's page model by name, in points; those left out are `classic`'s.
    """

    name: str
    summary: str = ""
    accent: str = ""
    font: str = ""
    page: tuple[tuple[str, float], ...] = ()
