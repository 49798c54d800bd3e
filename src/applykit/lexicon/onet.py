"""The O*NET database's text files to our tables: titles, technologies and tools with who uses them, tasks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from applykit.lexicon.filters import (
    GENERIC_HEADS,
    TECHNOLOGY,
    TITLE,
    Dropped,
    keep_names,
    names_no_product,
    prose_words,
)
from applykit.lexicon.stems import plain_key
from applykit.lexicon.tables import LISTED, bag_key, read_rows, write_table

CODE, TITLE_COLUMN = "O*NET-SOC Code", "Title"
OFFICIAL, REPORTED, ALTERNATE = 3, 2, 1  # how much a title says for its occupation
EXAMPLE = ("Example", "Commodity Title", CODE)
HEAD = ("name", "aliases", "acronyms", "hot", "category", "codes")
BRACKETS = re.compile(r"^(?P<before>[^()]*)\((?P<inside>[^()]+)\)(?P<after>[^()]*)$")
LEAST_PRODUCTS = 4  # so many names must begin with a word before it is taken for a maker's
Titles = dict[str, dict[str, int]]  # key → code → weight


@dataclass(slots=True)
class Technology:
    """One product or tool while its rows are gathered."""

    name: str
    category: str
    hot: bool = False
    codes: set[str] = field(default_factory=set)
    demanded: set[str] = field(default_factory=set)


def import_onet(source: Path, target: Path) -> tuple[dict[str, int], list[Dropped]]:
    """Write the O*NET tables into `target`; how many rows each has, and what was dropped.

    Raises ApplykitError where a file of `source` is missing or no such table.
    """
    dropped: list[Dropped] = []
    occupations = list(read_rows(source / "Occupation Data.txt", (CODE, TITLE_COLUMN, "Description")))
    tasks = list(read_rows(source / "Task Statements.txt", (CODE, "Task", "Task Type")))
    prose = prose_words([row["Task"] for row in tasks] + [row["Description"] for row in occupations])
    titles = gather_titles(source, occupations, dropped)
    software = list(gather_technologies(source / "Technology Skills.txt", (*EXAMPLE, "Hot Technology", "In Demand")))
    tools = list(gather_technologies(source / "Tools Used.txt", EXAMPLE))
    counts = {
        "onet-occupations": write_table(
            target / "onet-occupations.tsv", ("code", "title"), ((row[CODE], row[TITLE_COLUMN]) for row in occupations)
        ),
        "onet-titles": write_table(target / "onet-titles.tsv", ("key", "codes"), title_rows(titles)),
        "onet-software": write_table(target / "onet-software.tsv", HEAD, software_rows(software, prose, dropped)),
        "onet-tools": write_table(target / "onet-tools.tsv", HEAD, tool_rows(tools, dropped)),
        "onet-tasks": write_table(
            target / "onet-tasks.tsv",
            ("code", "type", "task"),
            ((row[CODE], row["Task Type"][:1].upper(), row["Task"]) for row in tasks),
        ),
    }
    return counts, dropped


def gather_titles(source: Path, occupations: Iterable[Mapping[str, str]], dropped: list[Dropped]) -> Titles:
    """Official, reported and alternate titles by their key, each with the occupations that have it."""
    named: list[tuple[str, str, int]] = [(row[TITLE_COLUMN], row[CODE], OFFICIAL) for row in occupations]
    reported = read_rows(source / "Sample of Reported Titles.txt", (CODE, "Reported Job Title"))
    named += [(row["Reported Job Title"], row[CODE], REPORTED) for row in reported]
    alternate = read_rows(source / "Alternate Titles.txt", (CODE, "Alternate Title", "Short Title"))
    for row in alternate:
        named.append((row["Alternate Title"], row[CODE], ALTERNATE))
        named += [(row["Short Title"], row[CODE], ALTERNATE)] if row["Short Title"] not in ("", "n/a") else []
    return key_titles(named, table="onet-titles", dropped=dropped)


def key_titles(named: Iterable[tuple[str, str, int]], *, table: str, dropped: list[Dropped]) -> Titles:
    """Titles that pass the filters under their keys; a title in brackets is one of its own."""
    found: Titles = {}
    for title, code, weight in named:
        for name in keep_names(spread_brackets(title), TITLE, table=table, dropped=dropped):
            codes = found.setdefault(bag_key(name), {})
            codes[code] = max(weight, codes.get(code, 0))
    return found


def spread_brackets(title: str) -> tuple[str, ...]:
    """ "Registered Nurse (RN)" is "Registered Nurse" and "RN"."""
    match = BRACKETS.match(title)
    if not match:
        return (title,)
    return f"{match['before'].strip()} {match['after'].strip()}".strip(), match["inside"].strip()


def title_rows(titles: Titles) -> Iterator[tuple[str, str]]:
    """A row a key: its occupations with their weights, the best first."""
    for key, codes in titles.items():
        if key:
            ranked = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
            yield key, " ".join(f"{code}={weight}" for code, weight in ranked)


def gather_technologies(path: Path, columns: tuple[str, ...]) -> Iterator[Technology]:
    """Every technology or tool of a file once, with all occupations that use it, in the order of names."""
    found: dict[str, Technology] = {}
    for row in read_rows(path, columns):
        one = found.setdefault(row["Example"], Technology(row["Example"], row["Commodity Title"]))
        one.hot |= row.get("Hot Technology") == "Y"
        one.codes.add(row[CODE])
        if row.get("In Demand") == "Y":
            one.demanded.add(row[CODE])
    return (found[name] for name in sorted(found))


def software_rows(
    software: Sequence[Technology], prose: frozenset[str], dropped: list[Dropped]
) -> Iterator[tuple[str, ...]]:
    """The rows of software that passes the filters, with its other names."""
    makers = find_makers(one.name for one in software)
    for one in software:
        name, acronyms = split_acronym(without_software(one.name))
        if rule := one_word_rule(name, prose, makers):
            dropped.append(Dropped("onet-software", name, rule))
        elif list(keep_names((name,), TECHNOLOGY, table="onet-software", dropped=dropped)):
            kept = keep_names(acronyms, TECHNOLOGY, table="onet-software", dropped=dropped)
            yield technology_row(one, name, product_alias(name, makers), tuple(kept))


def tool_rows(tools: Sequence[Technology], dropped: list[Dropped]) -> Iterator[tuple[str, ...]]:
    """The rows of machines and hand tools that pass the filters."""
    for one in tools:
        name, _ = split_acronym(one.name)
        if list(keep_names((name,), TECHNOLOGY, table="onet-tools", dropped=dropped)):
            yield technology_row(one, name)


def technology_row(
    one: Technology, name: str, aliases: tuple[str, ...] = (), acronyms: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """A row as `HEAD` names its cells; occupations in which the technology is in demand have a plus sign."""
    codes = " ".join(f"{code}+" if code in one.demanded else code for code in sorted(one.codes))
    return name, LISTED.join(aliases), LISTED.join(acronyms), "hot" if one.hot else "", one.category, codes


def one_word_rule(name: str, prose: frozenset[str], makers: frozenset[str]) -> str | None:
    """Why a name of one word names no product: it is a word of prose ("Chef"), or a maker's name ("Google")."""
    if " " in name:
        return None
    if name.casefold() in prose or plain_key(name) in prose:
        return "prose-word"
    return "bare-maker" if name in makers else None


def split_acronym(name: str) -> tuple[str, tuple[str, ...]]:
    """ "Point of sale POS software" as "Point of sale software" and "POS"; other names as they are."""
    if match := BRACKETS.match(name):
        bare = f"{match['before'].strip()} {match['after'].strip()}".strip()
        inside = match["inside"].strip()
        return (bare, (inside,)) if inside.isupper() and inside.isalpha() else (name, ())
    words = name.split()
    for place, word in enumerate(words):
        others = words[:place] + words[place + 1 :]
        if place and word.isupper() and word.isalpha() and 2 <= len(word) <= 7 and spells(others, word):
            return " ".join(others), (word,)
    return name, ()


def without_software(name: str) -> str:
    """ "Microsoft Office software" as "Microsoft Office"; a description keeps the word: "Billing software"."""
    bare = name.removesuffix(" software")
    return name if names_no_product(f"{bare} software") or split_acronym(name)[1] else bare


def spells(words: list[str], acronym: str) -> bool:
    """Whether the acronym's letters stand in order in the words, and it has one for each of them."""
    rest = iter("".join(words).casefold())
    in_order = all(letter in rest for letter in acronym.casefold())
    telling = [word for word in words if plain_key(word) not in GENERIC_HEADS and len(word) > 2]
    return in_order and len(telling) <= len(acronym)


def find_makers(names: Iterable[str]) -> frozenset[str]:
    """First words that many names begin with: "Microsoft", "Esri"."""
    counts: dict[str, int] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        if rest and first[:1].isupper():
            counts[first] = counts.get(first, 0) + 1
    return frozenset(first for first, count in counts.items() if count >= LEAST_PRODUCTS)


def product_alias(name: str, makers: frozenset[str]) -> tuple[str, ...]:
    """ "ArcGIS" for "Esri ArcGIS": what follows a maker's name, where capitals inside show that it is a product's."""
    maker, _, product = name.partition(" ")
    inner = any(letter.isupper() for letter in product[1:]) and any(letter.islower() for letter in product)
    return (product,) if maker in makers and inner and len(product) > 4 and " " not in product else ()
