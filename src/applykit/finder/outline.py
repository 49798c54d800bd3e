"""Sees headings, label lines and sentence pieces in a posting, with the words that hint at a level."""

import re
from dataclasses import dataclass, field

from applykit.finder.text import Token

# Checked in this order: "desired skills" is a wish before it is a requirement, "benefits" before "what you get".
_ROLES = (
    (
        "offer",
        r"benefit|we offer|perks|compensation|what you.?ll get|what.s in it|why (join|work|you)|salary|pay range"
        r"|rewards|we provide",
    ),
    ("equal", r"equal (opportunity|employment)|eeo|diversity|accommodation|disclaimer|affirmative"),
    ("apply", r"how to apply|apply|application|contact|required documents|how you will be evaluated|next steps"),
    ("preferred", r"prefer|nice to have|bonus|plus|desir|ideal|advantage|good to have|would be great|assets?$"),
    ("physical", r"physical|working conditions|work environment|environmental|demands"),
    (
        "required",
        r"requirement|qualif|required|must have|minimum|what you.?ll need|you have|you bring|need|looking for|skills"
        r"|education|experience|knowledge|abilities|about you|who you are|competenc|credential|licens|certificat"
        r"|eligib|conditions of employment|specialized",
    ),
    (
        "duty",
        r"dut|responsib|you.?ll do|you will|role|what you|day.to.day|essential|functions|tasks|job description"
        r"|position|the job|accountab|summary|overview|purpose",
    ),
    ("about", r"about (us|the company|our)|who we are|company|our (mission|story|values)"),
)
ROLES = ("none", *(name for name, _ in _ROLES))
_ROLE_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _ROLES)
# Looked for in a piece's small letters, blanks around every token: one with a blank at an end stands at a word's edge.
_CUES = (
    ("prefer", "a plus", "nice to have", "bonus", "desir", "ideal", "advantage", "asset", "beneficial", "helpful",
     "great if", "would be"),
    (" must ", " must'", "requir", " need", "minimum", "at least", "mandatory", "essential", "necessary", "ability",
     "able to", "proven", "demonstrated", "strong", "excellent"),
    (" we offer", " we provide", " we are", " we have", " our "),
    (" you ", " you'", " your ", " your'"),
    (" will ", "responsible"),
    ("401", "insurance", "paid time", "vacation", "benefit", "salary", "bonus", "pto "),
    ("regardless", "race", "religion", "veteran", "disab"),
    (" no ", " not "),
)  # fmt: skip
CUE_COUNT = len(_CUES) + 3
_SENTENCE_ENDS = frozenset(".!?;•")


Title = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or label within a line: tokens `start` to `end` (not included) and its cues (CUE_COUNT numbers)."""

    start: int
    end: int
    cues: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of tokens; for each token the role and the words of the heading it stands under; and the line's pieces."""

    tokens: list[Token]
    is_heading: bool
    roles: list[int]
    titles: list[Title]
    pieces: list[Piece]


def role_of(heading: str) -> str:
    """What the words of a heading announce; "none" when they say nothing known."""
    return next((name for name, pattern in _ROLE_PATTERNS if pattern.search(heading)), "none")


def looks_like_heading(tokens: list[Token]) -> bool:
    """Whether a whole line is a heading: few words, and a closing colon or every longer word capitalized."""
    words = sum(token.word[0].isalnum() for token in tokens)
    last = tokens[-1].word
    if not 0 < words <= 8 or last in ".;,":
        return False
    capitals = all(t.word[0].isupper() or len(t.word) < 4 or not t.word[0].isalpha() for t in tokens)
    return last in ":?" or (capitals and tokens[0].word[0].isalpha())


def _cues_of(words: list[str]) -> tuple[float, ...]:
    text = f" {' '.join(words)} "
    length = (float(len(words) < 6), float(6 <= len(words) < 16), min(3, text.count(",")) / 3)
    return (*(float(any(cue in text for cue in cues)) for cues in _CUES), *length)


@dataclass(slots=True)
class _Reading:
    """What has been read of a line: for each token its role, title and the number of its piece."""

    roles: list[int] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)


def _read_line(tokens: list[Token], role: int, title: Title, is_heading: bool) -> _Reading:
    """Read a line under a heading; a label inside the line ("Skills:") is the heading of what follows it."""
    reading = _Reading()
    piece = start = 0
    for i, token in enumerate(tokens):
        if token.glued and i > start:
            piece, start = piece + 1, i
        reading.roles.append(role)
        reading.titles.append(title)
        reading.pieces.append(piece)
        if token.word == ":" and not is_heading and i - start < 7:
            title = _title_of(tokens[start:i])
            named = role_of(" ".join(title))
            role = ROLES.index(named) if named != "none" else role
            piece, start = piece + 1, i + 1
        elif token.word in _SENTENCE_ENDS:
            piece, start = piece + 1, i + 1
    return reading


def _title_of(tokens: list[Token]) -> Title:
    return tuple(token.lower for token in tokens if token.word[0].isalnum())


def _gather(tokens: list[Token], numbers: list[int]) -> list[Piece]:
    pieces = []
    start = 0
    for end in range(1, len(tokens) + 1):
        if end == len(tokens) or numbers[end] != numbers[start]:
            pieces.append(Piece(start, end, _cues_of([t.lower for t in tokens[start:end]])))
            start = end
    return pieces


def outline_lines(lines: list[list[Token]]) -> list[Line]:
    """The lines with roles and pieces; a heading's role holds until the next heading."""
    outlined = []
    role = 0
    title: Title = ()
    for tokens in lines:
        is_heading = looks_like_heading(tokens)
        if is_heading:
            title = _title_of(tokens)
            role = ROLES.index(role_of(" ".join(title)))
        read = _read_line(tokens, role, title, is_heading)
        outlined.append(Line(tokens, is_heading, read.roles, read.titles, _gather(tokens, read.pieces)))
    return outlined
