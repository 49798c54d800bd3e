"""What sets one design apart from another: fonts, sizes, colours, margins, and how a job line is laid out."""

from dataclasses import dataclass

GREY = "595959"  # 7:1 on white
LETTER_WIDTH, LETTER_HEIGHT = 12240, 15840  # twentieths of a point
# Height of a line in ems, from the fonts' ascent, descent and line gap (hhea of the metric-compatible fonts).
LINE_EMS = {"Calibri": 1.2207, "Cambria": 1.1724, "Arial": 1.149}
# The mean width of English text against Calibri's at the same size.
WIDTH_OF = {"Calibri": 1.0, "Cambria": 1.06, "Arial": 1.13}
TAB_ROOM = 34.8  # points left free between employer and dates


@dataclass(frozen=True, slots=True)
class Look:
    """One design. Sizes and distances in points, margins in inches, colours as RRGGBB.

    `rule` is where a section heading has its hair line: "bottom", "top", "left" (a bar) or "". `caps` is "" or
    "caps" (small capitals come out of a PDF as "S UMMARY"); `spread` widens letters by twentieths of a point.
    `stacked` puts a job's employer and place on a line of their own. `plain` uses nothing that is lost
    when the text is copied into a form: no lists, tab stops or colours.
    """

    name: str
    summary: str
    font: str = "Calibri"
    body: float = 10.5
    letter_body: float = 11
    line: float = 1.08
    name_size: float = 22
    name_bold: bool = True
    align: str = "left"
    heading_size: float = 12
    caps: str = ""
    spread: int = 0
    heading_before: float = 10
    heading_after: float = 2
    rule: str = "bottom"
    rule_color: str = "A6A6A6"
    rule_size: int = 4  # eighths of a point
    head_rule: bool = False  # a rule in the accent colour below the contact line
    accent: str = "1F3864"
    margin: float = 0.8
    margin_top: float = 0.7
    job_gap: float = 5
    entry_gap: float = 2.5
    bullet_gap: float = 1.5
    bullet: str = "•"
    stacked: bool = False
    separator: str = "|"
    plain: bool = False

    @property
    def text_width(self) -> int:
        """The width between the margins of a Letter page, in twentieths of a point."""
        return LETTER_WIDTH - 2 * round(self.margin * 1440)

    @property
    def page(self) -> dict[str, float]:
        """The numbers of the tailoring stage's page model: what each kind of line takes, in points."""
        em = LINE_EMS[self.font]
        heading = self.heading_before + self.heading_size * em + self.heading_after + 0.5
        head = em * (self.name_size + self.line * (self.body + 1 + 10)) + 5 + 4 * self.head_rule
        width = self.text_width / 20
        line = self.body * em * self.line
        numbers = {
            "width": width,
            "height": LETTER_HEIGHT / 20 - 2 * 72 * self.margin_top,
            "size": self.body * WIDTH_OF[self.font],
            "line": line,
            "bullet_indent": 13.0,
            "bullet_gap": self.bullet_gap,
            "entry_gap": self.entry_gap,
            "job_gap": self.job_gap + self.stacked * line,  # a job's second line is never left out
            "heading": heading,
            "head": head,
            "name_size": self.name_size * WIDTH_OF[self.font],
            "one_line_entry": width - TAB_ROOM,
        }
        return {name: round(value, 2) for name, value in numbers.items()}


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)
