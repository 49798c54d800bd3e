"""How much of a page a text fills: widths of Calibri's letters and the line heights of the designs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# Advance widths of Carlito Regular, which has Calibri's metrics, in thousandths of the font size (read from its hmtx).
_BY_WIDTH = {
    221: "'", 226: " ", 229: "il", 239: "j", 250: ",‘’", 252: ".I·", 268: ":;", 291: "`", 303: "()", 305: "f", 306: "-",
    307: "[]", 314: "{}", 319: "J", 326: "!", 335: "t", 349: "r", 386: "/\\", 391: "s", 395: "z", 401: '"', 418: "“”",
    420: "L", 423: "c", 433: "x", 452: "v", 453: "y", 455: "k", 459: "FS", 460: "|", 463: "?", 468: "Z", 471: "g",
    479: "a", 487: "TY", 488: "E", 498: "#*+<=>^_e~–•", 507: "$0123456789\u00a0", 517: "P", 519: "X", 520: "K",
    525: "bdhnpqu", 527: "o", 533: "C", 543: "R", 544: "B", 567: "V", 579: "A", 615: "D", 623: "H", 631: "G", 642: "U",
    646: "N", 662: "O", 673: "Q", 682: "&", 690: "…", 715: "%w", 799: "m", 855: "M", 890: "W", 894: "@", 905: "—",
}  # fmt: skip
WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
BOLD = 1.04  # the mean width of bold letters against regular ones
OTHER = 560  # a letter outside the table: a little wider than the mean, so that the model errs on the long side


@lru_cache(maxsize=8_192)
def word_width(word: str) -> int:
    """The width of a word in thousandths of the font size."""
    return sum(WIDTHS.get(letter, OTHER) for letter in word)


@dataclass(frozen=True, slots=True)
class Page:
    """The type area of a design in points: `width` and `height` of a page, and what each kind of line takes.

    The defaults are those of the design "classic" (Calibri 10.5 at 1.08 lines, margins of 0.8 and 0.7 inches); the
    tests measure them against its styles. `one_line_entry` is how much room title, employer, place and dates have on
    one line; where one entry of a section needs more, all of that section take two.
    """

    width: float = 496.8
    height: float = 691.2
    size: float = 10.5
    line: float = 13.85
    bullet_indent: float = 13.0
    bullet_gap: float = 1.5
    entry_gap: float = 2.5
    job_gap: float = 5.0
    heading: float = 27.0
    head: float = 60.0
    name_size: float = 22.0
    one_line_entry: float = 462.0

    def lines(self, text: str, *, indent: float = 0.0, size: float = 0.0) -> int:
        """How many lines a paragraph takes when its words are set one after the other; `size` as the body's if 0."""
        room, used, count = (self.width - indent) / (size or self.size) * 1000, 0, 1
        for word in text.split(" "):
            width = word_width(word)
            if used and used + width > room:
                count, used = count + 1, 0
            used += width + WIDTHS[" "]
        return count

    def head_height(self, name: str, contact: Iterable[str]) -> float:
        """The head, with the further lines of a long name (set bold) and of a long contact line."""
        name_lines = self.lines(name.replace("-", "- "), size=self.name_size * BOLD) - 1
        contact_lines = self.lines(" | ".join(item.replace(" ", "\u00a0") for item in contact)) - 1
        return self.head + name_lines * self.name_size * self.line / self.size + contact_lines * self.line

    def text_width(self, text: str) -> float:
        """The width of a text on one line."""
        return sum(WIDTHS.get(letter, OTHER) for letter in text) * self.size / 1000

    def bullet(self, text: str) -> float:
        """The height of a bullet with the gap after it."""
        return self.lines(text, indent=self.bullet_indent) * self.line + self.bullet_gap

    def paragraph(self, text: str) -> float:
        """The height of a plain paragraph."""
        return self.lines(text) * self.line

    def paragraphs(self, texts: Iterable[str]) -> float:
        return sum(self.paragraph(text) for text in texts)
