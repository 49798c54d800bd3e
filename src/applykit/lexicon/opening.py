"""`load_lexicon`: the packaged lexicon, with a person's own files, compiled at most once."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from applykit.errors import ApplykitError, Problem
from applykit.lexicon.cache import read_cache, user_cache_folder, user_lexicon_folder, write_cache
from applykit.lexicon.compile import compile_entries, read_entry, source_hash
from applykit.lexicon.lexicon import Compiled, Lexicon, read_compiled
from applykit.lexicon.load import Placed, SourceFile, merge_entries, parse_sources, read_sources
from applykit.lexicon.relations import find_cycles, find_dead_relations
from applykit.lexicon.tables import FOLDER, SOFTWARE
from applykit.lexicon.technologies import stems_of, technology_entries, term_stems
from applykit.resources import PACKAGE, find_data_folder

PACKAGED = PACKAGE / "lexicon" / "compiled.txt"


def load_lexicon(
    *,
    extra: Sequence[Path] = (),
    cache: Path | None = None,
    folder: Path | None = None,
    own: Path | None = None,
    leave_out: Sequence[str] = (),
) -> Lexicon:
    """The lexicon of `folder` (the packaged one when left out) and of `extra` files and folders.

    An entry in `extra` replaces the one with the same id. `own` is a folder whose files count as `extra` where it
    exists; beside the packaged lexicon it is the one in the user's settings. `leave_out` names data sets ("train")
    whose terms are left out, for cross-validation. Compiled forms are kept in `cache` (the user's cache folder when
    left out).
    Raises ApplykitError with everything wrong in any file.
    """
    where = cache if cache is not None else user_cache_folder()
    home = folder or find_data_folder("skills_lexicon")
    compiled, problems = load_compiled(read_folder(home), cache=where)
    personal = own if own is not None or folder is not None else user_lexicon_folder()
    added = read_sources([*([personal] if personal and personal.is_dir() else []), *extra])
    if added or leave_out:
        compiled, more = load_changed(compiled, added, cache=where, leave_out=frozenset(leave_out))
        problems += more
    return Lexicon(compiled, problems=problems, tables=home / FOLDER)


def read_folder(folder: Path) -> tuple[SourceFile, ...]:
    """The YAML files of a lexicon folder, and its table of software where it has one."""
    table = folder / FOLDER / SOFTWARE
    return read_sources([folder, *([table] if table.is_file() else [])])


def load_compiled(sources: Sequence[SourceFile], *, cache: Path) -> tuple[Compiled, tuple[Problem, ...]]:
    """The compiled form of lexicon files: the packaged one, the cached one, or made now."""
    key = source_hash(sources)
    packaged = read_packaged(key)
    if packaged is not None:
        return packaged, ()
    data, problems = read_cache(cache, key)
    if data is None:
        data = compile_sources(sources, source=key)
        problems += write_cache(cache, key, data)
    return read_compiled(data), problems


def load_changed(
    base: Compiled, added: Sequence[SourceFile], *, cache: Path, leave_out: frozenset[str]
) -> tuple[Compiled, tuple[Problem, ...]]:
    """A compiled lexicon with a person's entries added and data sets left out; only the added files are parsed."""
    changes = source_hash(added, leave_out=leave_out)
    key = hashlib.sha256(f"{base['source']} {changes}".encode()).hexdigest()
    data, problems = read_cache(cache, key)
    if data is None:
        entries = [Placed(read_entry(row), "the lexicon") for row in base["entries"].values()]
        data = compile_added(entries, parse_sources(added), source=key, leave_out=leave_out)
        problems += write_cache(cache, key, data)
    return read_compiled(data), problems


def read_packaged(key: str) -> Compiled | None:
    """The compiled lexicon inside the package, where it was made from the same files."""
    if not PACKAGED.is_file():
        return None
    data = PACKAGED.read_bytes()
    return read_compiled(data) if key.encode() in data[:200] else None


def compile_sources(sources: Sequence[SourceFile], *, source: str) -> bytes:
    """YAML files to the compiled form. Raises ApplykitError with every problem.

    Relations that lead nowhere are left to `applykit lexicon check`.
    """
    tables = [source for source in sources if source.name.endswith(SOFTWARE)]
    hand = parse_sources(source for source in sources if source not in tables)
    lines = (line for table in tables for line in table.data.decode("utf-8").split("\n")[1:-1])
    return compile_added([*hand, *technology_entries(lines, hand)], (), source=source)


def compile_added(
    base: Sequence[Placed], own: Sequence[Placed], *, source: str, leave_out: frozenset[str] = frozenset()
) -> bytes:
    """The compiled form of a lexicon and a person's own entries, whose dead relations become warnings.

    An imported name that the person has an entry for is theirs.
    """
    taken = {term_stems(term.text) for placed in own for term in placed.skill.terms}
    kept = [each for each in base if each.skill.source == "hand" or taken.isdisjoint(stems_of(each.skill))]
    entries = merge_entries(kept, own)
    circles = tuple(find_cycles(entries))
    if circles:
        raise ApplykitError(circles)
    warnings = tuple(find_dead_relations(own, known={placed.skill.id for placed in entries}, warning=True))
    return compile_entries(entries, source=source, problems=warnings, leave_out=leave_out)


def compile_folder(folder: Path) -> bytes:
    """The compiled form of a lexicon folder, as the wheel carries it."""
    sources = read_folder(folder)
    return compile_sources(sources, source=source_hash(sources))
