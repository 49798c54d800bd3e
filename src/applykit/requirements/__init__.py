"""What a posting asks for: keywords and conditions with their levels, each with where it stands and why."""

from applykit.requirements.find import find_requirements
from applykit.requirements.finder import Finder
from applykit.requirements.model import Detail, Kind, Level, Mention, Requirement

__all__ = ["Detail", "Finder", "Kind", "Level", "Mention", "Requirement", "find_requirements"]
