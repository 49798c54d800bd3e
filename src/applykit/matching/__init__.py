"""Matching: what a profile proves of what a posting asks for, in quotes."""

from applykit.matching.answers import answer_questions
from applykit.matching.claims import Claims
from applykit.matching.context import Context
from applykit.matching.match import match_profile
from applykit.matching.model import Evidence, Match, MatchReport, Score, ScorePart, Status
from applykit.matching.timeline import Period, Timeline

__all__ = [
    "Claims",
    "Context",
    "Evidence",
    "Match",
    "MatchReport",
    "Period",
    "Score",
    "ScorePart",
    "Status",
    "Timeline",
    "answer_questions",
    "match_profile",
]
