"""Sections that are lists of words: skills, languages, interests."""

import re
from typing import Any

from applykit.profile.dateforms import fold
from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.rows import BLOCK_GAP, Row
from applykit.profile.importing.words import LANGUAGES

LABELLED = re.compile(r"([^:•|]{2,60}?)\s*:\s+(\S.*)")
ITEMS = re.compile(r"\s*[,;|•·▪●■]\s+(?:and\s+|y\s+|et\s+)?(?![^(]*\))|\s*[|•·▪●■]\s*|\s{3,}|\t")
LEVELS = re.compile(
    r"(?:native|mother tongue|bilingual|fluent|proficient|advanced|upper[- ]intermediate|intermediate|conversational|"
    r"beginner|basic|elementary|working|professional|full professional|limited|novice|expert|master|skilled|good|"
    r"excellent|familiar|[abc][12]|ilr\s*\d\+?|nativo|fluido|avanzado|intermedio|basico|natif|courant|"
    r"langue maternelle|"
    r"intermediaire|debutant|muttersprache|fliessend)\b.*"
)
TONGUES = re.compile(r"(?:mother tongues?|(?:native |other |foreign )?languages?|idiomas|langues)(?: spoken)?")
CEFR = re.compile(r"\b([ABC][12])\b|\b(ILR\s*\d\+?)", re.IGNORECASE)


def list_items(rows: list[Row]) -> list[str]:
    """The items of rows that list them with commas, bars, bullets or one a line."""
    items = []
    for row in rows:
        for text in (*(cell.text for cell in row.cells), *row.aside):
            items += [item.strip(" ,;.") if item.count(".") < 2 else item.strip() for item in ITEMS.split(text)]
    return [item for item in items if re.search(r"\w", item)]


def parse_skills(rows: list[Row], draft: Draft) -> None:
    """Groups with a name (`Systems: Pyxis, Omnicell`), or single skills."""
    index = 0
    while index < len(rows):
        row = rows[index]
        found = LABELLED.fullmatch(row.text)
        if found and len(row.cells) + len(row.aside) == 1:
            label, keywords = found[1].strip(), [item.strip(" .") for item in ITEMS.split(found[2])]
            if TONGUES.fullmatch(fold(label)) and all(is_language(word) for word in keywords):
                draft.used.append(label)
                native = "mother" in fold(label) or "native" in fold(label)
                parse_languages_text([f"{word} ({label})" if native else word for word in keywords], draft)
            else:
                draft.add("skills", compact(name=label, keywords=[word for word in keywords if word]))
        elif is_group_label(rows, index):
            words, index = group_words(rows, index)
            level = words.pop(0) if words and LEVELS.fullmatch(fold(words[0])) else None
            draft.add("skills", compact(name=row.text.strip(" :"), level=level, keywords=words))
            continue
        elif len(row.cells) == 2 and not row.level and "," in row.cells[1].text:
            label = row.cells[0].text.strip(" :")
            draft.add("skills", compact(name=label, keywords=list_items([Row(row.cells[1:], row.aside)])))
        else:
            for item in list_items([row]):
                draft.add("skills", skill_of(item))
        index += 1


def is_group_label(rows: list[Row], index: int) -> bool:
    """Whether a row names the group of the rows below it: `Systems:` alone, or in bold above text that is not."""
    row = rows[index]
    if row.level or len(row.cells) > 1 or row.aside or index + 1 == len(rows) or "," in row.text:
        return False
    below = rows[index + 1]
    if row.text.endswith(":") or (LEVELS.fullmatch(fold(below.text)) and not LEVELS.fullmatch(fold(row.text))):
        return True
    return row.bold and not below.bold and len(row.text.split()) <= 5 and below.gap <= BLOCK_GAP + 0.4


def group_words(rows: list[Row], index: int) -> tuple[list[str], int]:
    """The items below a label, and the index of the row after them."""
    words: list[str] = []
    index += 1
    while index < len(rows) and not rows[index].bold and not (words and is_group_label(rows, index)):
        if words and (LABELLED.fullmatch(rows[index].text) or len(rows[index].cells) == 2):
            break
        words += list_items([rows[index]])
        index += 1
    return words, index


def skill_of(item: str) -> dict[str, Any]:
    """`Excel (advanced)` → a skill with its level."""
    found = re.fullmatch(r"(.+?)\s*[(–-]\s*([^()]+?)\)?", item)
    if found and LEVELS.fullmatch(fold(found[2])):
        return {"name": found[1].strip(), "level": found[2]}
    return {"name": item}


def is_language(text: str) -> bool:
    words = re.findall(r"[a-z]+", fold(text))
    return bool(words) and any(word in LANGUAGES for word in words)


def parse_languages(rows: list[Row], draft: Draft) -> None:
    texts = []
    for row in rows:
        parts = [cell.text for cell in row.cells] + list(row.aside)
        if len(parts) == 2 and is_language(parts[0]) and not is_language(parts[1]):
            texts.append(f"{parts[0]}: {parts[1]}")
        elif texts and len(parts) == 1 and not is_language(parts[0]) and LEVELS.fullmatch(fold(parts[0])):
            texts[-1] += f": {parts[0]}"
        else:
            for part in parts:
                split = ITEMS.split(part)
                texts += [part] if len(split) > 1 and not all(is_language(item) for item in split) else split
    parse_languages_text(texts, draft)


def parse_languages_text(texts: list[str], draft: Draft) -> None:
    """`Spanish (fluent)`, `English: native`, `French – B2`, `Italian`."""
    for text in texts:
        text = text.strip(" .,")
        found = re.fullmatch(r"([^\W\d_][\w ]*?)\s*(?:[:(–—|,-]|\s-\s)\s*(.+?)\)?", text)
        name, fluency = (found[1], found[2].strip()) if found and is_language(found[1]) else (text, "")
        if not found and (words := text.split()) and len(words) > 1 and LEVELS.fullmatch(fold(" ".join(words[1:]))):
            name, fluency = words[0], " ".join(words[1:])
        elif not found and len(text.split()) > 1 and LEVELS.match(fold(text)) and is_language(text.split()[-1]):
            fluency, _, name = text.rpartition(" ")
        if not name:
            continue
        level = CEFR.search(fluency)
        draft.add("languages", compact(language=name, fluency=fluency, level=level[0] if level else None))


def parse_interests(rows: list[Row], draft: Draft) -> None:
    for row in rows:
        found = LABELLED.fullmatch(row.text)
        if found:
            draft.add("interests", compact(name=found[1], keywords=split_items(found[2])))
        else:
            for item in list_items([row]):
                draft.add("interests", {"name": item})


def split_items(text: str) -> list[str]:
    return [item.strip(" .") for item in ITEMS.split(text) if item.strip(" .")]
