"""The ESCO classification's CSV files to our tables: skills with their labels, occupations, relations."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from applykit.lexicon.filters import LABEL, Dropped, keep_names
from applykit.lexicon.onet import ALTERNATE, OFFICIAL, key_titles, title_rows
from applykit.lexicon.phrases import task_key
from applykit.lexicon.tables import read_rows, write_table

SHORT = 8  # hexadecimal digits of a concept's UUID, which tell all skills apart
URI, NAME, OTHERS = "conceptUri", "preferredLabel", "altLabels"


def import_esco(source: Path, target: Path) -> tuple[dict[str, int], list[Dropped]]:
    """Write the ESCO tables into `target`; how many rows each has, and what was dropped.

    Raises ApplykitError where a file of `source` is missing or no such table.
    """
    dropped: list[Dropped] = []
    columns = (URI, NAME, OTHERS)
    skills = list(read_csv(source / "skills_en.csv", (*columns, "skillType", "reuseLevel")))
    occupations = list(read_csv(source / "occupations_en.csv", (*columns, "code")))
    relations = read_csv(source / "occupationSkillRelations.csv", ("occupationUri", "relationType", "skillUri"))
    named = [(title, row["code"], weight) for row in occupations for title, weight in occupation_titles(row)]
    counts = {
        "esco-occupations": write_table(
            target / "esco-occupations.tsv", ("code", "title"), ((row["code"], row[NAME]) for row in occupations)
        ),
        "esco-titles": write_table(
            target / "esco-titles.tsv",
            ("key", "codes"),
            title_rows(key_titles(named, table="esco-titles", dropped=dropped)),
        ),
        "esco-skills": write_table(
            target / "esco-skills.tsv",
            ("id", "name", "type", "reuse"),
            ((short_id(row[URI]), row[NAME], row["skillType"].partition("/")[0], row["reuseLevel"]) for row in skills),
        ),
        "esco-labels": write_table(target / "esco-labels.tsv", ("key", "ids"), label_rows(skills, dropped)),
        "esco-relations": write_table(
            target / "esco-relations.tsv",
            ("code", "essential", "optional"),
            relation_rows(relations, {row[URI]: row["code"] for row in occupations}),
        ),
    }
    return counts, dropped


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    return read_rows(path, columns, delimiter=",")


def occupation_titles(row: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The preferred label and the others, each with its weight."""
    yield row[NAME], OFFICIAL
    for title in row[OTHERS].split("\n"):
        if title.strip():
            yield title, ALTERNATE


def short_id(uri: str) -> str:
    """The first digits of the UUID at the end of a concept's address."""
    return uri.rpartition("/")[2][:SHORT]


def label_rows(skills: Iterable[Mapping[str, str]], dropped: list[Dropped]) -> Iterator[tuple[str, str]]:
    """The skills' labels by their task key; a key that more than one skill claims as another label names none."""
    preferred: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for row in skills:
        key = short_id(row[URI])
        for name in keep_names((row[NAME],), LABEL, table="esco-labels", dropped=dropped):
            preferred.setdefault(task_key(name), set()).add(key)
        labels = (label.strip() for label in row[OTHERS].split("\n") if label.strip())
        for name in keep_names(labels, LABEL, table="esco-labels", dropped=dropped):
            others.setdefault(task_key(name), set()).add(key)
    for label in sorted(preferred.keys() | others.keys()):
        ids = preferred.get(label) or others[label]
        if label and (label in preferred or len(ids) == 1):
            yield label, " ".join(sorted(ids))
        elif label:
            dropped.append(Dropped("esco-labels", label, "claimed-by-several"))


def relation_rows(relations: Iterable[Mapping[str, str]], codes: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """A row an occupation: the skills it needs and those it may need."""
    needed: dict[str, dict[str, set[str]]] = {}
    for row in relations:
        code = codes.get(row["occupationUri"])
        if code:
            kinds = needed.setdefault(code, {"essential": set(), "optional": set()})
            kinds.setdefault(row["relationType"], set()).add(short_id(row["skillUri"]))
    for code, kinds in needed.items():
        yield code, " ".join(sorted(kinds["essential"])), " ".join(sorted(kinds["optional"]))
