"""The designs that come with applykit, as a script: a change is a diff here, and the Word files are built from it."""

from applykit.documents.designs.build import build_design
from applykit.documents.designs.catalogue import LOOKS
from applykit.documents.designs.look import Look

__all__ = ["LOOKS", "Look", "build_design"]
