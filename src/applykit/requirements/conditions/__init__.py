"""Conditions: years, degrees, weights, shifts, checks and the like, each a named rule with its values."""

from collections.abc import Iterable, Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.education import find_education
from applykit.requirements.conditions.eligibility import find_eligibility
from applykit.requirements.conditions.experience import find_experience
from applykit.requirements.conditions.physical import find_physical
from applykit.requirements.conditions.schedule import find_schedule
from applykit.requirements.conditions.settings import find_settings
from applykit.requirements.found import Found

RULES = (find_experience, find_settings, find_education, find_physical, find_schedule, find_eligibility)


def find_conditions(clauses: Iterable[Clause], lexicon: Lexicon) -> Iterator[Found]:
    """What every rule finds in every clause."""
    for clause in clauses:
        for rule in RULES:
            yield from rule(clause, lexicon)
