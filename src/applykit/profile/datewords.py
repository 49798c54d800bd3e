"""The words and forms of dates: months in six languages, seasons, present, since, until."""

import functools
import re

MONTHS = (
    "january jan janvier janv enero ene januar gennaio gen janeiro",
    "february feb febr fevrier fev fevr febrero februar febbraio fevereiro",
    "march mar mars marzo maerz marz mrz marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio maio mag",
    "june jun juin junio juni giugno giu junho",
    "july jul juillet juil julio juli luglio lug julho",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre set settembre setembro setiembre",
    "october oct octobre octubre oktober okt ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec decembre diciembre dic dezember dez dicembre dezembro",
)
MONTH_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}

_MONTH = r"(?P<{0}month>" + "|".join(sorted(MONTH_OF, key=lambda n: (-len(n), n))) + r")\b\.?"
_YEAR = r"(?P<{0}year>(?:1[89]|20)\d\d)(?!\d)"
_SHORT = r"['’](?P<{0}short>\d\d)(?!\d)"
_SEASON = (
    r"(?:(?:early|mid|late|spring|summer|fall|autumn|winter|q[1-4]|[1-4]q|h[12]|printemps|ete|automne|hiver"
    r"|primavera|verano|otono|invierno|fruhling|sommer|herbst|estate|autunno|inverno|circa|ca\.?|c\.|around|about|~"
    r"|class of|promotion|semester|trimester|term|fy)[\s\-]*(?:of\s+|de\s+)?)"
)
# One point in time. The order matters: the most precise form first.
_POINTS = (
    r"(?P<{0}isoyear>(?:1[89]|20)\d\d)[-/.](?P<{0}isomonth>0?[1-9]|1[0-2])[-/.](?P<{0}isoday>0?[1-9]|[12]\d|3[01])(?!\d)",
    r"(?P<{0}one>0?[1-9]|[12]\d|3[01])(?P<{0}sep>[-/.])(?P<{0}two>0?[1-9]|[12]\d|3[01])(?P={0}sep)"
    r"(?P<{0}triple>(?:1[89]|20)\d\d)(?!\d)",
    r"(?P<{0}numyear>(?:1[89]|20)\d\d)[-/.](?P<{0}nummonth>0[1-9]|1[0-2])(?![\d/])",
    r"(?P<{0}firstmonth>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<{0}lastyear>(?:1[89]|20)\d\d)(?!\d)",
    _MONTH.replace("{0}", "{0}long") + r"\s*(?P<{0}day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d),?\s+"
    + _YEAR.replace("{0}", "{0}long"),
    r"(?P<{0}dayfirst>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?"
    + _MONTH.replace("{0}", "{0}df") + r",?\s+(?:de\s+|del\s+)?" + _YEAR.replace("{0}", "{0}df"),
    _MONTH.replace("{0}", "{0}my") + r"[\s,\-/]*(?:de\s+|del\s+|of\s+)?(?:" + _YEAR.replace("{0}", "{0}my") + "|"
    + _SHORT.replace("{0}", "{0}my") + ")",
    _YEAR.replace("{0}", "{0}ym") + r"[\s,\-]+" + _MONTH.replace("{0}", "{0}ym"),
    _SEASON + "?" + _YEAR.replace("{0}", "{0}y"),
    _SEASON + _SHORT.replace("{0}", "{0}s"),
)  # fmt: skip
_PRESENT = (
    r"(?:present|presently|current|currently|now|today|to\s?date|till date|until now|ongoing|on-going|actualidad|actual"
    r"|actualmente|presente|hoy|aujourd[’']hui|actuel|actuellement|ce jour|maintenant|en cours|heute|jetzt|oggi|attuale"
    r"|atual|hasta la fecha|la fecha|a la fecha|in corso)\b"
)
_TO = r"\s*(?:[-–—−‐‑‒―→~]+>?|\b(?:to|through|thru|until|till?|al?|au|hasta|bis|jusqu[’']a)\b)\s*"
_SINCE = r"\b(?:since|from|starting|started|desde(?: el)?|depuis(?: le)?|seit|dal|de|du|des)\s+"
_UNTIL = r"\b(?:until|till|to|through|hasta|jusqu[’']en|jusqu[’']a|bis|ended|ending|fino al?)\s+"


def _point(prefix: str) -> str:
    return "(?:" + "|".join(_POINTS).replace("{0}", prefix) + ")"


_BARE = r"(?P<barelead>" + _MONTH.replace("{0}", "bare") + r"(?:\s+(?:0?[1-9]|[12]\d|3[01])\b,?)?)"
_TWO = (
    r"(?P<twom1>0?[1-9]|1[0-2])/(?P<twoy1>\d\d)(?!\d)"
    + _TO
    + (r"(?:(?P<twom2>0?[1-9]|1[0-2])/(?P<twoy2>\d\d)(?![\d/])|(?P<twonow>" + _PRESENT + "))")
)
_SPAN = r"(?P<spany1>(?:19|20)\d\d)(?P<spansep>[-–/])(?P<spany2>\d\d)(?![\d\-–/])"
_EXPECTED = (
    r"(?P<expected>\b(?:expected|anticipated|expects?|graduating|est\.?|estimated|prevu|previsto|projected)\b[\s:,]*"
    r"(?:(?:graduation|completion|date)[\s:,]*)*(?:in\s+)?)?"
)


@functools.cache
def period_pattern() -> re.Pattern[str]:
    """The pattern of every form, over folded text; compiled when first needed, since that takes 20 ms.

    The first letter of a group's name says which date of which form it belongs to.
    """
    forms = (
        rf"(?:{_SINCE})?{_point('a')}{_TO}(?:{_point('b')}|(?P<now>{_PRESENT}))",
        _TWO,
        rf"{_BARE}{_TO}{_point('c')}",
        _SPAN,
        rf"(?P<since>{_SINCE}){_point('d')}",
        rf"(?P<until>{_UNTIL}){_point('e')}",
        rf"{_EXPECTED}{_point('f')}(?P<open>\s*[-–—]+\s*(?=$|[|)·•\n]))?",
        rf"(?P<onlynow>{_PRESENT})",
    )
    return re.compile(r"(?<![\w$€£#])(?<!\d[/.-])(?:" + "|".join(forms) + r")(?!\w)")
