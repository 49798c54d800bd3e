"""One template in several shapes: paper, language and accent colour, decided before it is compiled."""

import re
from dataclasses import dataclass

from applykit.errors import ApplykitError, Problem

# Countries that print on US Letter; all others use A4 (CLDR, supplemental data, paper size).
LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}
COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2}|-[0-9]{3})?")
LUMINANCE = (0.2126, 0.7152, 0.0722)  # WCAG 2.2, relative luminance of sRGB
CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Shape:
    """`paper` is "letter" or "a4", `language` a BCP 47 tag, `accent` RRGGBB or "" for the design's own."""

    paper: str = "letter"
    language: str = "en-US"
    accent: str = ""


def paper_of(country: str | None) -> str:
    """The paper a country prints on; letter where no country is known."""
    return "letter" if not country or country.strip().upper() in LETTER_COUNTRIES else "a4"


def contrast_on_white(color: str) -> float:
    """The contrast ratio of a colour (RRGGBB) with white, from 1 to 21, by WCAG 2.2."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    luminance = sum(weight * value for weight, value in zip(LUMINANCE, linear, strict=True))
    return 1.05 / (luminance + 0.05)


def check_accent(accent: str) -> str:
    """The colour as RRGGBB; raises ApplykitError where it is none or too pale to read."""
    match = COLOR.fullmatch(accent.strip())
    if match is None:
        raise ApplykitError(Problem(f"{accent!r} is no colour.", "Write six hexadecimal digits, such as 1F4E79."))
    color = match.group(1).upper()
    if contrast_on_white(color) < CONTRAST:
        message = (
            f"The colour {color} has a contrast of {contrast_on_white(color):.1f} on white, which is hard to read."
        )
        raise ApplykitError(Problem(message, f"Choose a darker one, with at least {CONTRAST}."))
    return color


def check_language(language: str) -> str:
    """A language tag such as en-US; raises ApplykitError where it is none."""
    if LANGUAGE.fullmatch(language) is None:
        raise ApplykitError(Problem(f"{language!r} is no language tag.", "Write one such as en-US or de."))
    return language
