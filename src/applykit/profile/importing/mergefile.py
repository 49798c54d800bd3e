"""Merging a draft into a profile file so that its comments, order and form stay."""

import io
from pathlib import Path
from typing import Any

from applykit.profile.importing.draft import Draft
from applykit.profile.importing.importer import profile_data
from applykit.profile.importing.merge import Decide, merge_profiles
from applykit.profile.load import load_profile
from applykit.profile.source import text_of


def merged_text(path: Path, draft: Draft, *, decide: Decide) -> tuple[str, int]:
    """The text of the profile at `path` with what the draft adds, and by how many lines it grew."""
    from ruamel.yaml import YAML

    mine = profile_data(load_profile(path).profile)
    theirs = dict(draft.data)
    if draft.unplaced:
        theirs["unplaced"] = list(draft.unplaced)
    merged = merge_profiles(mine, theirs, decide)
    text, _ = text_of(path)
    yaml = YAML(typ="rt")
    yaml.width = 10_000
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    node = yaml.load(text)
    update(node, merged, mine)
    stream = io.StringIO()
    yaml.dump(node, stream)
    result = stream.getvalue()
    return result, result.count("\n") - text.count("\n")


def update(node: Any, merged: Any, mine: Any) -> None:
    """Bring a loaded mapping or list to the merged state, touching only what differs."""
    if isinstance(merged, dict):
        for key, value in merged.items():
            if key not in mine:
                node[key] = value
            elif value != mine[key]:
                known = spelling(node, key)
                if isinstance(value, dict | list) and isinstance(node.get(known), dict | list):
                    update(node[known], value, mine[key])
                else:
                    node[known] = value
    else:
        for index, value in enumerate(merged):
            if index >= len(mine):
                node.append(value)
            elif value != mine[index]:
                if isinstance(value, dict) and isinstance(node[index], dict):
                    update(node[index], value, mine[index])
                else:
                    node[index] = value


def spelling(node: Any, key: str) -> str:
    """The key as the file spells it: `date` for `issued`."""
    return "date" if key == "issued" and "date" in node and key not in node else key
