"""RenderCV pairs: the YAML says what the PDF holds. Run as a script, it prints the table."""

import re
import sys
from pathlib import Path
from typing import Any

from applykit.profile.importing.importer import import_bytes
from applykit.profile.syntax import parse_yaml

Fields = dict[str, list[Any]]


def same(text: Any) -> str:
    """A text without Markdown, signs and case, to compare by."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", str(text or "")).replace("*", "")
    return " ".join(re.findall(r"[\w%$+./]+", plain.casefold()))


def fields_of_yaml(text: str) -> Fields:
    """What a RenderCV file says, by kind; nested highlights count each."""
    cv = parse_yaml(text).data["cv"]
    fields: Fields = {"names": [cv["name"]], "e-mails": [cv["email"]]}
    for entries in cv["sections"].values():
        for entry in (entry for entry in entries if isinstance(entry, dict)):
            if "company" in entry:
                fields.setdefault("employers", []).append(entry["company"])
                fields.setdefault("titles", []).append(entry["position"])
            if "institution" in entry:
                fields.setdefault("schools", []).append(entry["institution"])
            if "company" in entry or "institution" in entry:
                fields.setdefault("dates", []).append(f"{entry['start_date']} {entry['end_date']}")
                fields.setdefault("places", []).append(entry["location"])
            for highlight in entry.get("highlights") or []:
                fields.setdefault("highlights", []).extend(re.split(r"\s+-\s+", highlight))
    return fields


def fields_of_profile(data: dict[str, Any]) -> Fields:
    """The same of imported profile data."""
    jobs, schools = data.get("work", []), data.get("education", [])
    return {
        "names": [data["basics"].get("name")],
        "e-mails": [data["basics"].get("email")],
        "employers": [job["name"] for job in jobs],
        "titles": [job.get("position") for job in jobs],
        "schools": [school["institution"] for school in schools],
        "dates": [f"{item.get('startDate')} {item.get('endDate')}" for item in jobs + schools],
        "places": [item.get("location") for item in jobs + schools],
        "highlights": [
            line for item in jobs + schools + data.get("projects", []) for line in item.get("highlights", [])
        ],
    }


def shares(pdf: Path) -> dict[str, tuple[int, int]]:
    """Right and wanted fields of a pair, by kind."""
    wanted = fields_of_yaml(pdf.with_suffix(".yaml").read_text("utf-8"))
    (person,) = import_bytes(pdf.read_bytes(), file=pdf.name)
    found = {kind: [same(value) for value in values] for kind, values in fields_of_profile(person.draft.data).items()}
    result = {}
    for kind, values in wanted.items():
        right = 0
        for value in map(same, values):
            if value in found[kind]:
                found[kind].remove(value)
                right += 1
        result[kind] = (right, len(values))
    return result


def pairs(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.pdf")) if path.with_suffix(".yaml").exists()]


def test_nearly_all_fields_of_the_pairs_are_right(shared_folder: Path) -> None:
    totals: dict[str, list[int]] = {}
    for pdf in pairs(shared_folder / "inputs" / "resumes"):
        for kind, (right, wanted) in shares(pdf).items():
            total = totals.setdefault(kind, [0, 0])
            totals[kind] = [total[0] + right, total[1] + wanted]
    assert len(totals) == 8
    for kind, (right, wanted) in totals.items():
        assert right >= 0.95 * wanted, kind


def test_the_linkedin_export_at_hand(shared_folder: Path) -> None:
    path = next((shared_folder / "inputs" / "linkedin").glob("*.zip"))
    (person,) = import_bytes(path.read_bytes(), file=path.name)
    assert len(person.draft.data["work"]) == 11
    assert len(person.draft.data["skills"]) == 60


def main(folder: str) -> None:
    for pdf in pairs(Path(folder)):
        cells = [f"{kind} {right}/{wanted}" for kind, (right, wanted) in shares(pdf).items()]
        sys.stdout.write(f"{pdf.stem[-40:]:40} {'  '.join(cells)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
