"""What sets one design apart from another: fonts, sizes, colours, margins, and how a job line is laid out."""

from dataclasses import dataclass, field

INK = "000000"
GREY = "595959"  # 7:1 on white
LETTER_WIDTH, LETTER_HEIGHT = 12240, 15840  # twentieths of a point


@dataclass(frozen=True, slots=True)
class Look:
    """One design. Sizes in points, margins in inches, colours as RRGGBB."""

    name: str
    summary: str
    font: str = "Calibri"
    heading_font: str = "Calibri"
    body: float = 10.5
    letter_body: float = 11
    line: float = 1.08
    name_size: float = 22
    name_caps: bool = False
    name_align: str = "left"
    heading_size: float = 11.5
    heading_caps: str = ""  # "", "caps" or "smallCaps"
    heading_spacing: int = 0  # letter spacing, twentieths of a point
    heading_before: float = 10
    rule: str = "bottom"  # "bottom", "top", "" - a hair line with the section heading
    rule_color: str = "A6A6A6"
    accent: str = "1F3864"
    margin: float = 0.8
    margin_top: float = 0.7
    entry_before: float = 5
    bullet_gap: float = 1.5
    bullet: str = "•"
    stacked: bool = False  # employer and place on a line of their own
    separator: str = "|"
    plain: bool = False  # no colour, no rules, no tab stops
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """The width between the margins of a Letter page, in twentieths of a point."""
        return LETTER_WIDTH - 2 * round(self.margin * 1440)


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)
