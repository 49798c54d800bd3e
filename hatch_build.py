"""Build hook: puts the compiled lexicon into the wheel, so that a fresh install need not read thousands of entries."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLexiconHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `skills_lexicon/` into `applykit/lexicon/compiled.txt`; editable installs compile on first use."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled lexicon to the files of a standard wheel."""
        if version != "standard":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from applykit.lexicon.opening import compile_folder

        self.folder = tempfile.TemporaryDirectory(prefix="applykit-lexicon-")
        target = Path(self.folder.name) / "compiled.txt"
        target.write_bytes(compile_folder(root / "skills_lexicon"))
        build_data["force_include"][str(target)] = "applykit/lexicon/compiled.txt"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the working folder."""
        if version == "standard":
            self.folder.cleanup()
