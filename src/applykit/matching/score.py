"""The score: whole points in five parts that add up to a number from 0 to 100.

Each part has a fixed share of 100; parts that the posting says nothing of give theirs to the others, by largest
remainder (Hamilton's method). Inside a part every requirement weighs 3 (required), 2 (preferred) or 1 (duty), and
earns all of it when met, half when partly met, nothing when missing or unknown; points are rounded down. Gates and
schedule, physical and eligibility items are judged apart and are not in the score. Possible points depend on the
posting alone, so true evidence can only raise the score and what nobody asked for cannot change it.
"""

from collections.abc import Iterable, Mapping

from applykit.matching.model import Match, Score, ScorePart, Status
from applykit.requirements.model import Kind, Level

SHARES = {"hard skills": 60, "experience": 12, "education and credentials": 8, "soft skills": 12, "title": 8}
PART_OF = {
    Kind.SKILL: "hard skills",
    Kind.TOOL: "hard skills",
    Kind.LANGUAGE: "hard skills",
    Kind.SOFT: "soft skills",
    Kind.EXPERIENCE: "experience",
    Kind.EDUCATION: "education and credentials",
    Kind.CREDENTIAL: "education and credentials",
}
WEIGHTS = {Level.REQUIRED: 3, Level.PREFERRED: 2, Level.DUTY: 1}
HALVES = {Status.MET: 2, Status.PARTLY: 1, Status.MISSING: 0, Status.UNKNOWN: 0}


def score_matches(matches: Iterable[Match], *, title: Status | None) -> Score:
    """The score of folded matches; `title` says how far a held position is the posting's, None without a title."""
    earned: dict[str, int] = {}
    possible: dict[str, int] = {}
    counted: dict[str, int] = {}
    for match in matches:
        part = PART_OF.get(match.requirement.kind)
        if part and not match.gate:
            weight = WEIGHTS[match.requirement.level]
            earned[part] = earned.get(part, 0) + weight * HALVES[match.status]
            possible[part] = possible.get(part, 0) + weight * 2
            counted[part] = counted.get(part, 0) + 1
    if title is not None:
        earned["title"], possible["title"], counted["title"] = HALVES[title], 2, 1
    shares = share_points({part: SHARES[part] for part in SHARES if part in possible})
    parts = tuple(
        ScorePart(part, share * earned[part] // possible[part], share, counted[part]) for part, share in shares.items()
    )
    return Score(sum(part.earned for part in parts), parts)


def share_points(shares: Mapping[str, int], *, points: int = 100) -> dict[str, int]:
    """Spread whole points in proportion to `shares`; what rounding leaves goes to the largest remainders."""
    total = sum(shares.values())
    if not total:
        return {}
    given = {name: points * share // total for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: (-(points * shares[name] % total), name))
    for name in by_remainder[: points - sum(given.values())]:
        given[name] += 1
    return given
