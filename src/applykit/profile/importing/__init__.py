"""Bringing what a person has: a resume, an export or a table → profile YAML with every guess marked."""

from applykit.profile.importing.draft import Draft
from applykit.profile.importing.importer import Imported, import_file, imported_yaml

__all__ = ["Draft", "Imported", "import_file", "imported_yaml"]
