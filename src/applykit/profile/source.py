"""From a path, a text or bytes to the text of a profile, and to its tree."""

import re
from pathlib import Path

from applykit.errors import ApplykitError, Problem
from applykit.files import MEBIBYTE, read_bounded
from applykit.profile.syntax import parse_json, parse_yaml
from applykit.profile.tree import Tree

LIMIT = 5 * MEBIBYTE
LONGEST_PATH = 4096
FOREIGN = {
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), so no Word file can; half a surrogate pair, too.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What YAML cannot hold unescaped beyond those (https://yaml.org/spec/1.2.2/#51-character-set).
ILLEGAL_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def text_of(source: str | Path | bytes) -> tuple[str, str | None]:
    """The text of a profile and its file name; a `str` is text where it could be no path."""
    if isinstance(source, str) and is_text(source):
        if len(source) > LIMIT:
            raise ApplykitError(Problem("The text is larger than 5 MB.", "Leave out what is no profile."))
        return source, None
    file = None if isinstance(source, bytes) else str(source)
    data = source if isinstance(source, bytes) else read_bounded(str(source), LIMIT)
    if len(data) > LIMIT:
        raise ApplykitError(Problem("The profile is larger than 5 MB.", "Leave out what is no profile."))
    return decode(data, file), file


def is_text(source: str) -> bool:
    """Whether a string is a profile rather than the name of one."""
    return "\n" in source or ": " in source or source.lstrip()[:1] in "{" or len(source) > LONGEST_PATH


def decode(data: bytes, file: str | None) -> str:
    """UTF-8, or UTF-16 with its mark; anything else is said with its line."""
    for magic, kind in FOREIGN.items():
        if data.startswith(magic):
            remedy = f"Turn it into one with `applykit profile import {file or 'FILE'}`."
            raise ApplykitError(Problem(f"This is {kind}, not a profile.", remedy, file=file))
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        good = data[: error.start]
        if b"\x00" in data[:4096]:
            raise ApplykitError(Problem("This is not a text file.", "Give a YAML or JSON file.", file=file)) from None
        line, column = good.count(b"\n") + 1, len(good) - good.rfind(b"\n")
        message = f"This is not UTF-8: the byte {data[error.start]:02X} cannot stand here."
        remedy = "Save the file with the encoding UTF-8."
        raise ApplykitError(Problem(message, remedy, file=file, line=line, column=column)) from None


def illegal_characters(text: str, file: str | None, pattern: re.Pattern[str] = ILLEGAL) -> list[Problem]:
    """Every line with a character that no document can hold (the first on it), at most 50."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := pattern.search(line):
            message = f"The invisible character U+{ord(found[0]):04X} stands here."
            remedy = "Delete it; retype the word if need be."
            problems.append(Problem(message, remedy, file=file, line=number, column=found.start() + 1))
        if len(problems) >= 50:
            break
    return problems


def read_tree(source: str | Path | bytes) -> tuple[Tree, bool]:
    """The tree of a profile, and whether it was JSON."""
    text, file = text_of(source)
    if not text.strip():
        remedy = "Write one with `applykit profile new`, or bring a resume with `applykit profile import`."
        raise ApplykitError(Problem("The profile is empty.", remedy, file=file))
    is_json = text.lstrip().startswith("{") or (file or "").casefold().endswith(".json")
    if problems := illegal_characters(text, file, ILLEGAL if is_json else ILLEGAL_IN_YAML):
        raise ApplykitError(problems)
    if not is_json:
        return parse_yaml(text, file=file), False
    try:
        return parse_json(text, file=file), True
    except ApplykitError as error:
        if (file or "").casefold().endswith(".json"):
            raise
        return tree_in_braces(text, file, error), False


def tree_in_braces(text: str, file: str | None, json_error: ApplykitError) -> Tree:
    """A mapping in braces may be YAML; where it is not, what the JSON parser said helps more."""
    try:
        return parse_yaml(text, file=file)
    except ApplykitError:
        raise json_error from None
