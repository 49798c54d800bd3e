"""Which gap a letter can truly speak of, and why another is none."""

import re
from collections.abc import Iterator

from applykit.errors import ApplykitError, Problem
from applykit.lexicon import Lexicon
from applykit.lexicon.model import EntryKind
from applykit.matching.claims import Claims
from applykit.matching.model import Match, MatchReport, Status
from applykit.matching.statements import Strength
from applykit.requirements.model import Kind

SPOKEN_OF = (Kind.SKILL, Kind.TOOL, Kind.CREDENTIAL)
# Computers or software in general, and the entries that are programs: whoever uses Excel has worked with computers.
GENERAL = re.compile(
    r"(?:(?:basic|general|strong|personal|business|office) )*(?:computers?|pc|software|technology|office)"
    r"(?: (?:skills?|literacy|applications|programs|software|systems|knowledge|use|proficiency|experience))*",
    re.IGNORECASE,
)
PROGRAM_FIELDS = frozenset(("general-office", "software-data", "it-support", "pharmacy-systems"))
PROGRAM = re.compile(r"\b(?:Microsoft|Google|software)\b", re.IGNORECASE)
KINDS = {
    Kind.SOFT: "a manner of working",
    Kind.LANGUAGE: "a language",
    Kind.EDUCATION: "a level of education",
    Kind.EXPERIENCE: "an amount or kind of experience",
    Kind.PHYSICAL: "a physical demand",
    Kind.SCHEDULE: "a matter of the schedule",
    Kind.ELIGIBILITY: "a matter of eligibility",
}


def names_of(match: Match) -> tuple[str, str]:
    """What a gap may be called: its id and its name, in small letters."""
    return match.requirement.id.casefold(), " ".join(match.requirement.name.casefold().split())


def named_matches(wanted: str, report: MatchReport) -> tuple[Match, ...]:
    """The requirements with that id or name, whatever the case of its letters."""
    asked = " ".join(wanted.casefold().split())
    return tuple(match for match in report.matches if asked in names_of(match))


def true_gaps(report: MatchReport, lexicon: Lexicon) -> Iterator[Match]:
    """The skills, tools and credentials of which a letter may say that they are not there yet."""
    return (match for match in report.matches if why_no_gap(match, report, lexicon) is None)


def refuse_unknown_gap(wanted: str | None, report: MatchReport, lexicon: Lexicon) -> None:
    """A gap that the letter is to speak of must be one of this posting's, and truly missing."""
    found = named_matches(wanted, report) if wanted else ()
    reasons = [why_no_gap(match, report, lexicon) for match in found]
    if not wanted or None in reasons:
        return
    why = f": {reasons[0]}" if reasons else ""
    names = dict.fromkeys(match.requirement.name for match in true_gaps(report, lexicon))
    remedy = f"The gaps that the letter can speak of are: {'; '.join(names) or 'none'}."
    raise ApplykitError(Problem(f"--address-gap {wanted!r} is no gap of this posting{why}.", remedy))


def doubt_gap(wanted: str | None, report: MatchReport, lexicon: Lexicon) -> tuple[Problem, ...]:
    """A warning where the most important gap was wanted and there is none that a letter can truly speak of."""
    if wanted != "" or any(true_gaps(report, lexicon)):
        return ()
    message = "--address-gap main: no skill, tool or credential is simply missing, so the letter speaks of no gap."
    return (Problem(message, "See the checklist for what is shown in part.", warning=True),)


def why_no_gap(match: Match, report: MatchReport, lexicon: Lexicon) -> str | None:
    """Why a letter cannot say that the requirement is missing; None where it can.

    What was only learned, or is only planned, is a gap: "not yet" is true of it.
    """
    kind = match.requirement.kind
    if kind not in SPOKEN_OF:
        return f"it is {KINDS[kind]}; the letter speaks of a missing skill, tool or credential only"
    if match.status is Status.MET:
        return "the profile shows it"
    if match.status is Status.UNKNOWN:
        return "only you can say whether you have it; answer it in the profile first"
    if any("expired" in evidence.note for evidence in match.evidence):
        return "the profile lists it as expired; renew it, or speak of it in a sentence of your own (--letter-note)"
    if match.status is Status.PARTLY and not _only_learned(match):
        return "the profile shows it in part, so that it cannot be called missing"
    if report.claims and _shown_by_a_program(match, report.claims, lexicon):
        return "the profile names programs that you use"
    return None


def _only_learned(match: Match) -> bool:
    return bool(match.evidence) and all("learned" in evidence.note for evidence in match.evidence)


def _shown_by_a_program(match: Match, claims: Claims, lexicon: Lexicon) -> bool:
    """Whether computers or software in general are asked for, and the profile names any program."""
    if not GENERAL.fullmatch(match.requirement.name):
        return False
    known = (lexicon.skills[key] for key in claims.by_id if key in lexicon.skills)
    programs = [
        entry.id
        for entry in known
        if entry.kind is EntryKind.TOOL and (entry.field in PROGRAM_FIELDS or PROGRAM.search(entry.name))
    ]
    return any(claims.at_least(key, Strength.WEAK) for key in programs)
