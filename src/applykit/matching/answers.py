"""Answers to the questions of a match report, given by the person on a terminal or a page."""

from collections.abc import Mapping
from dataclasses import replace

from applykit.matching.model import Match, MatchReport, Status
from applykit.matching.score import HALVES, score_matches


def answer_questions(report: MatchReport, answers: Mapping[str, bool]) -> MatchReport:
    """The report with every question in `answers` settled: yes is met, no is missing; the score is counted anew.

    An answer is the person's word for this application and no evidence: write it into the profile to keep it.
    """
    matches = tuple(_settle(match, answers) for match in report.matches)
    return replace(report, matches=matches, score=score_matches(matches, title=_title(report)))


def _settle(match: Match, answers: Mapping[str, bool]) -> Match:
    said_yes = answers.get(match.question or "")
    if match.status is not Status.UNKNOWN or said_yes is None:
        return match
    status, why = (Status.MET, "You said yes.") if said_yes else (Status.MISSING, "You said no.")
    return replace(match, status=status, why=why, question=None)


def _title(report: MatchReport) -> Status | None:
    """What the score's title part was counted from."""
    part = next((part for part in report.score.parts if part.name == "title"), None)
    if part is None:
        return None
    return next(s for s in (Status.MET, Status.PARTLY, Status.MISSING) if part.possible * HALVES[s] // 2 <= part.earned)
