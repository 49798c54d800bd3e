"""Jobs and volunteer work from the rows of their sections."""

import re
from typing import Any

from applykit.profile.importing.draft import Draft, compact, period_fields
from applykit.profile.importing.entries import Entry, Pieces, pieces_of, split_entries
from applykit.profile.importing.entrywords import is_title_word, title_score, words_of
from applykit.profile.importing.labels import unlabelled
from applykit.profile.importing.rows import Row

AT = re.compile(r"\s+(?:at|@|bei|chez)\s+(?=[A-ZÀ-Þ0-9])")
SHARED = "the employer is the one above"


def parse_jobs(rows: list[Row], draft: Draft, *, section: str = "work") -> None:
    """Add the jobs of a section; `volunteer` has the same shape with `organization` for the employer."""
    entries = split_entries(unlabelled(rows))
    parsed = [(entry, split_lone_slot(pieces_of(entry.header, entry.body))) for entry in entries]
    if any(has_comma_cut(entry, pieces) for entry, pieces in parsed):
        parsed = [(entry, split_lone_slot(pieces, like_siblings=True)) for entry, pieces in parsed]
    titles_first = vote([pieces for _, pieces in parsed])
    employer_key = "organization" if section == "volunteer" else "name"
    for entry, pieces in parsed:
        item, guesses = job_fields(entry, pieces, titles_first, employer_key)
        items = draft.data.get(section, [])
        if not item.get(employer_key) and items and is_role(item, entry, items[-1]):
            draft.doubts.append(f"{item['position']!r} names no employer; it stands under {items[-1][employer_key]!r}")
            if section == "work":
                add_role(items[-1], item, f"/{section}/{len(items) - 1}", draft)
                continue
            item[employer_key] = items[-1][employer_key]
            guesses[employer_key] = SHARED
        if not item.get(employer_key):
            name, comment = stand_in_name(item)
            if not name:
                draft.unplaced += texts_of(entry)
                continue
            item = {employer_key: name, **item}
            guesses[employer_key] = comment
        draft.add(section, item, guesses)


def has_comma_cut(entry: Entry, pieces: Pieces) -> bool:
    """Whether a heading line held both a title and an employer, parted by no more than a comma."""
    return len(pieces.slots) == 2 and any(", ".join(pieces.slots) in row.text for row in entry.header)


def split_lone_slot(pieces: Pieces, *, like_siblings: bool = False) -> Pieces:
    """`Pharmacy Technician at Lakeside Drugs` and `Lakeside Drugs, Pharmacy Technician` are two pieces.

    A place behind them, or neighbours that are written so (`like_siblings`), tell that the last one is an employer
    although it ends like someone who works: `Cashier, Kroger, Columbus, OH`.
    """
    for index, slot in enumerate(pieces.slots):
        parts = [part for part in AT.split(slot, maxsplit=1) if part]
        if len(parts) == 2 and title_score(parts[0]) > 0:
            pieces.slots[index : index + 1] = parts
            pieces.rows[index : index + 1] = [pieces.rows[index]] * 2
            return pieces
    if len(pieces.slots) == 1 and (
        parts := best_cut(pieces.slots[0].split(", "))
        or (title_and_name(pieces.slots[0]) if pieces.places or like_siblings else [])
    ):
        pieces.slots, pieces.rows = parts, [0, 0]
    return pieces


def part_score(words: list[str]) -> float:
    """A title is judged by what stands before its first comma: the rest is a department."""
    return max(title_score(words[0]), title_score(", ".join(words)), key=abs)


def best_cut(words: list[str]) -> list[str]:
    """The comma that parts a title from an employer best; titles hold commas more often than employers do."""
    best: tuple[float, int] | None = None
    for index in range(1, len(words)):
        left, right = (part_score(words[:index]), part_score(words[index:]))
        if max(left, right) > 0 >= min(left, right):
            rank = (round(abs(left - right), 1), index if left > right else -index)
            best = max(best, rank) if best else rank
    if best is None:
        return []
    cut = abs(best[1])
    return [", ".join(words[:cut]), ", ".join(words[cut:])]


def title_and_name(text: str) -> list[str]:
    """A title and what stands behind its last comma, unless a word of that is known as a title."""
    title, _, name = text.rpartition(", ")
    known = any(is_title_word(word) for word in words_of(name))
    return [title, name] if title and part_score(title.split(", ")) > 1 and not known else []


def vote(all_pieces: list[Pieces]) -> bool:
    """Whether titles stand before employers in this section, by the sum of what the words say."""
    lead = 0.0
    for pieces in all_pieces:
        if len(pieces.slots) >= 2:
            difference = title_score(pieces.slots[0]) - title_score(pieces.slots[1])
            lead += max(-3.0, min(3.0, difference))
    return lead > 0


def job_fields(
    entry: Entry, pieces: Pieces, titles_first: bool, employer_key: str
) -> tuple[dict[str, Any], dict[str, str]]:
    """The mapping of one job and its guesses."""
    employer, title, others, unsure = assign(pieces, titles_first)
    dates, guesses = period_fields(pieces.periods, pieces.written)
    if unsure and employer and title:
        guesses["position"] = "title and employer may be the other way round"
    summary, highlights = body_fields(entry.body)
    item = compact(
        **{employer_key: employer},
        position=title,
        location=pieces.places[0] if pieces.places else None,
        description="; ".join([*others, *pieces.places[1:]]) if employer_key == "name" else None,
        url=next((link for link in pieces.links if link.startswith("http")), None),
        **dates,
        summary=summary,
        highlights=highlights,
    )
    return item, guesses


def assign(pieces: Pieces, titles_first: bool) -> tuple[str, str, list[str], bool]:
    """Employer, title, whatever else there is, and whether the order was all there was to go by."""
    slots = pieces.slots
    if not slots:
        return "", "", [], False
    if len(slots) == 1:
        return ("", slots[0], [], False) if title_score(slots[0]) > 0 else (slots[0], "", [], False)
    scores = [title_score(slot) for slot in slots]
    first, second = (0, 1) if titles_first else (1, 0)
    if len(slots) > 2 or scores[first] < scores[second] - 1.5:
        first = max(range(len(slots)), key=lambda i: (scores[i], i == first, -i))
        second = min((i for i in range(len(slots)) if i != first), key=lambda i: (scores[i], i != second, i))
    others = [slot for index, slot in enumerate(slots) if index not in (first, second)]
    return slots[second], slots[first], others, scores[first] == scores[second]


def is_role(item: dict[str, Any], entry: Entry, above: dict[str, Any]) -> bool:
    """Whether a job without an employer is another role at the one above."""
    return bool(item.get("position") and item.get("startDate", item.get("endDate")) and above and entry.header)


def add_role(above: dict[str, Any], item: dict[str, Any], pointer: str, draft: Draft) -> None:
    """Make the job above hold several roles, this one the last."""
    keys = ("position", "startDate", "endDate", "summary", "highlights")
    if "roles" not in above:
        first = {key: above.pop(key) for key in keys if key in above}
        above["roles"] = [first] if first.get("position") else []
        if first and not first.get("position"):
            above.update(first)
    above["roles"].append({key: item[key] for key in keys if key in item})
    draft.guesses[f"{pointer}/roles"] = SHARED
    if "location" in item and item["location"] != above.get("location"):
        above.setdefault("location", item["location"])


def stand_in_name(item: dict[str, Any]) -> tuple[str, str]:
    if item.get("position"):
        return "Unknown", "no employer was found"
    return "", ""


def texts_of(entry: Entry) -> list[str]:
    return [row.everything.strip(" |") for row in (*entry.header, *entry.body)]


def body_fields(body: tuple[Row, ...]) -> tuple[str, list[str]]:
    """Summary and highlights of an entry: paragraphs before the bullets are its summary.

    Where no bullet signs are, paragraphs that are indented more than the first are highlights, or all, if there are
    several and none is.
    """
    signs = any(row.level for row in body)
    if not signs and len(body) > 1:
        indented = next((index for index, row in enumerate(body) if row.left > body[0].left + 4), 0)
        return " ".join(row.text for row in body[:indented]), [row.text for row in body[indented:]]
    first = next((index for index, row in enumerate(body) if row.level), len(body))
    summary = " ".join(row.text for row in body[:first])
    return summary, [row.text for row in body[first:]]
