"""`load_lexicon`: the packaged lexicon, with a person's own files, compiled at most once."""

from collections.abc import Sequence
from pathlib import Path

from applykit.errors import ApplykitError
from applykit.lexicon.cache import read_cache, user_cache_folder, write_cache
from applykit.lexicon.compile import compile_entries, source_hash
from applykit.lexicon.lexicon import Lexicon, read_compiled
from applykit.lexicon.load import SourceFile, merge_entries, parse_sources, read_sources
from applykit.lexicon.relations import find_cycles, find_dead_relations
from applykit.resources import PACKAGE, find_data_folder

PACKAGED = PACKAGE / "lexicon" / "compiled.json"


def load_lexicon(
    *, extra: Sequence[Path] = (), cache: Path | None = None, folder: Path | None = None, leave_out: Sequence[str] = ()
) -> Lexicon:
    """The lexicon of `folder` (the packaged one when left out) and of `extra` files and folders.

    An entry in `extra` replaces the one with the same id. `leave_out` names data sets ("train") whose terms are left
    out, for cross-validation. Compiled forms are kept in `cache` (the user's cache folder when left out).
    Raises ApplykitError with everything wrong in any file.
    """
    sources = read_sources([folder or find_data_folder("skills_lexicon")])
    added = read_sources(extra)
    dropped = frozenset(leave_out)
    key = source_hash((*sources, SourceFile("--", b"--"), *added) if added else sources, leave_out=dropped)
    packaged = read_packaged(key)
    if packaged is not None:
        return Lexicon(packaged)
    where = cache if cache is not None else user_cache_folder()
    data, problems = read_cache(where, key)
    if data is None:
        data = compile_sources(sources, added, source=key, leave_out=dropped)
        problems += write_cache(where, key, data)
    return Lexicon(read_compiled(data), problems=problems)


def read_packaged(key: str) -> dict[str, object] | None:
    """The compiled lexicon inside the package, where it was made from the same files."""
    if not PACKAGED.is_file():
        return None
    data = PACKAGED.read_bytes()
    if key.encode() not in data[:200]:
        return None
    return read_compiled(data)


def compile_sources(
    sources: Sequence[SourceFile],
    added: Sequence[SourceFile] = (),
    *,
    source: str,
    leave_out: frozenset[str] = frozenset(),
) -> bytes:
    """YAML files to the compiled form. Raises ApplykitError with every problem.

    Relations of `added` entries that lead nowhere are warnings; `applykit lexicon check` finds those of `sources`.
    """
    own = parse_sources(added)
    entries = merge_entries(parse_sources(sources), own)
    problems = tuple(find_cycles(entries))
    if problems:
        raise ApplykitError(problems)
    warnings = tuple(find_dead_relations(own, known={placed.skill.id for placed in entries}, warning=True))
    return compile_entries(entries, source=source, problems=warnings, leave_out=leave_out)


def compile_folder(folder: Path) -> bytes:
    """The compiled form of a lexicon folder, as the wheel carries it."""
    sources = read_sources([folder])
    return compile_sources(sources, source=source_hash(sources))
