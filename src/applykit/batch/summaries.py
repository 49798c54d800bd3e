"""One application in the few words that a counselor's list has room for."""

from collections.abc import Iterable

from applykit.batch.model import Summary
from applykit.matching.model import Match, MatchReport, Status
from applykit.requirements.model import Level

MOST_GAPS = 8


def summarize(report: MatchReport) -> Summary:
    """Score, gates and gaps of one match report; names of requirements only, no text of the profile."""
    gates = report.gates
    gaps = [match for match in report.matches if is_gap(match)]
    open_gates = names(match for match in gates if match.status is Status.UNKNOWN)
    missing = names(match for match in gates if match.status in (Status.MISSING, Status.PARTLY))
    return Summary(
        score=report.score.total,
        gates_met=sum(match.status is Status.MET for match in gates),
        gates_open=open_gates,
        gates_missing=missing,
        gaps=names(gaps)[:MOST_GAPS],
        gap_ids=tuple(match.requirement.id for match in gaps),
        next_step=next_step(missing, open_gates, gaps),
    )


def is_gap(match: Match) -> bool:
    """Asked for in so many words, and not shown in full."""
    asked = match.requirement.level in (Level.REQUIRED, Level.PREFERRED)
    return asked and not match.gate and match.status in (Status.MISSING, Status.PARTLY)


def names(matches: Iterable[Match]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(as_entry(match.requirement.name) for match in matches))


def as_entry(name: str) -> str:
    """A name as it stands in a list: with a capital, unless its first word has capitals of its own (iOS)."""
    return name[:1].upper() + name[1:] if name.split(" ", 1)[0].islower() else name


def next_step(missing: tuple[str, ...], open_gates: tuple[str, ...], gaps: list[Match]) -> str:
    """The one thing to do next, the most decisive first."""
    if missing:
        return f"Close or discuss before applying: {missing[0]}"
    if open_gates:
        return f"Ask the client: {open_gates[0]}"
    required = names(match for match in gaps if match.requirement.level is Level.REQUIRED)
    if required:
        return f"Review the gap: {required[0]}"
    return "Review and send"
