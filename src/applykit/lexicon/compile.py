"""The lexicon as lines of text that load in milliseconds: entries as JSON, terms under their rarest word.

Nothing in it is parsed before it is needed: an entry when someone asks for its id, a term when its rarest word occurs
in a text. The bytes depend on the entries alone, not on their order.

    {"format": 3, "source": "<hash>", "entries": 2, "narrower": {id: [id]},
     "problems": [[message, remedy, file, line, column]]}
    id TAB <JSON>          as many lines as the head counts entries
    stem TAB <row>RS<row>  every other line

Lines, because undoing the escapes of one JSON text took ten times as long. A row is `stems TAB plain TAB id TAB exact
TAB near TAB not_near TAB text`: `plain` is set for terms of one word, which must agree without folding -ing and -ed;
context words are separated by US (unit separator), their parts by blanks.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from applykit.errors import Problem
from applykit.lexicon.load import Placed, SourceFile
from applykit.lexicon.model import Advice, EntryKind, Skill, Term
from applykit.lexicon.words import term_keys

FORMAT = 3  # raise it whenever rows, keys or stems change, so that old caches are not read
UNIT = "\x1f"
RECORD = "\x1e"
TERM_KEYS = tuple(item.name for item in fields(Term))
ADVICE_KEYS = tuple(item.name for item in fields(Advice))


def compile_entries(
    entries: Iterable[Placed], *, source: str, problems: Sequence[Problem] = (), leave_out: frozenset[str] = frozenset()
) -> bytes:
    """The compiled form of all entries, without what was `learned_from` a set in `leave_out`."""
    skills = sorted((kept for placed in entries if (kept := without_learned(placed.skill, leave_out))), key=by_id)
    head = {
        "format": FORMAT,
        "source": source,
        "entries": len(skills),
        "narrower": reverse(skills),
        "problems": [[p.message, p.remedy, p.file, p.line, p.column] for p in problems],
    }
    rows = (f"{skill.id}\t{to_json(entry_values(skill))}" for skill in skills)
    index = (f"{stem}\t{cell}" for stem, cell in build_index(skills).items())
    return "\n".join((to_json(head), *rows, *index)).encode("utf-8")


def by_id(skill: Skill) -> str:
    return skill.id


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def without_learned(skill: Skill, leave_out: frozenset[str]) -> Skill | None:
    """The entry without terms from the data sets named; None where the entry itself comes from one."""
    if skill.learned_from in leave_out:
        return None
    if not any(term.learned_from in leave_out for term in skill.terms):
        return skill
    values = {name: getattr(skill, name) for name in skill.__slots__}
    return Skill(**values | {"terms": tuple(term for term in skill.terms if term.learned_from not in leave_out)})


def source_hash(sources: Iterable[SourceFile], *, leave_out: frozenset[str] = frozenset()) -> str:
    """SHA-256 over the files' contents in the order of their base names, the format and what is left out."""
    total = hashlib.sha256(f"{FORMAT} {sorted(leave_out)}".encode())
    for source in sources:
        total.update(hashlib.sha256(source.data).digest())
    return total.hexdigest()


def entry_values(skill: Skill) -> dict[str, Any]:
    """An entry as JSON values, what is empty left out."""
    values = {name: getattr(skill, name) for name in skill.__slots__}
    values["terms"] = [term_values(term) for term in skill.terms]
    if skill.advice:
        values["advice"] = {name: getattr(skill.advice, name) for name in ADVICE_KEYS if getattr(skill.advice, name)}
    return {name: value for name, value in values.items() if value}


def term_values(term: Term) -> str | dict[str, Any]:
    """A term as JSON: only its text where it is nothing more."""
    values = {name: value for name in TERM_KEYS if (value := getattr(term, name))}
    return term.text if len(values) == 1 else values


def read_entry(text: str) -> Skill:
    """The entry from its JSON; the reverse of `entry_values`."""
    values = json.loads(text)
    values["kind"] = EntryKind(values["kind"])
    values["terms"] = tuple(read_term(term) for term in values.get("terms", ()))
    for name in ("implies", "broader", "related", "replaces"):
        values[name] = tuple(values.get(name, ()))
    if "advice" in values:
        values["advice"] = Advice(**values["advice"])
    return Skill(**values)


def read_term(value: str | dict[str, Any]) -> Term:
    if isinstance(value, str):
        return Term(value)
    values: dict[str, Any] = {name: tuple(item) if isinstance(item, list) else item for name, item in value.items()}
    return Term(**values)


def build_index(skills: Sequence[Skill]) -> dict[str, str]:
    """Every term's row under the rarest of its stems, so that few rows are looked at for a text."""
    rows = sorted({row for skill in skills for term in skill.terms if (row := term_row(skill, term))})
    often = Counter(stem for row in rows for stem in set(row[0].split(" ")))
    index: dict[str, list[str]] = {}
    for row in rows:
        rarest = min(row[0].split(" "), key=lambda stem: (often[stem], stem))
        index.setdefault(rarest, []).append("\t".join(row))
    return {stem: RECORD.join(index[stem]) for stem in sorted(index)}


def term_row(skill: Skill, term: Term) -> tuple[str, ...] | None:
    """A term as the fields of its row; None where no word is left of it."""
    keys = term_keys(term.text)
    if not keys:
        return None
    plain = keys[0][0] if len(keys) == 1 else ""
    exact = "1" if term.exact else ""
    near, not_near = context_words(term.near), context_words(term.not_near)
    return " ".join(stem for _, stem in keys), plain, skill.id, exact, near, not_near, term.text


def context_words(words: Iterable[str]) -> str:
    """Context words by their stems; a sign without letters ("%") stays as it is."""
    stems = (" ".join(stem for _, stem in term_keys(word)) or word for word in words)
    return UNIT.join(sorted(set(stems)))


def reverse(skills: Sequence[Skill]) -> dict[str, list[str]]:
    """Who is a kind of an entry: `broader` turned round."""
    known = {skill.id for skill in skills}
    found: dict[str, list[str]] = {}
    for skill in skills:
        for broader in skill.broader:
            if broader in known:
                found.setdefault(broader, []).append(skill.id)
    return {key: sorted(found[key]) for key in sorted(found)}
