"""The finder's opinion on a level beside what the rules say."""

from collections import Counter

import pytest

from applykit.posting.model import Role, Span
from applykit.requirements.clauses import Clause, ClauseFinder
from applykit.requirements.found import Found
from applykit.requirements.levels import Judgement
from applykit.requirements.model import Kind, Level
from applykit.requirements.weighing import count_opinions, place_of, weigh

REQUIRED, PREFERRED, DUTY = Level.REQUIRED, Level.PREFERRED, Level.DUTY


def clause(role: Role) -> Clause:
    return Clause(Span(0, 9), "some work", role)


def found(level: Level | None, kind: Kind = Kind.SKILL, score: float = 0.9) -> Found:
    return Found(Span(0, 4), kind, "id", "name", "rule", level=level, score=score)


@pytest.mark.parametrize(
    ("role", "rules", "seen", "kind", "opinions", "decided"),
    [
        # nothing to weigh
        (Role.DUTIES, Judgement(DUTY, ""), None, Kind.SKILL, {}, DUTY),
        (Role.DUTIES, Judgement(DUTY, ""), DUTY, Kind.SKILL, {}, DUTY),
        # the clause's own words win …
        (Role.REQUIRED, Judgement(PREFERRED, "", firm=True, cue="a plus"), DUTY, Kind.SKILL, {}, PREFERRED),
        (Role.DUTIES, Judgement(REQUIRED, "", firm=True, cue="must"), DUTY, Kind.SKILL, {}, REQUIRED),
        (Role.DUTIES, Judgement(REQUIRED, "", firm=True, cue="required"), DUTY, Kind.SOFT, {}, REQUIRED),
        (Role.DUTIES, Judgement(None, "", firm=True), DUTY, Kind.SKILL, {}, None),
        # … except that "required" among duties speaks of the work
        (Role.DUTIES, Judgement(REQUIRED, "", firm=True, cue="required"), DUTY, Kind.SKILL, {}, DUTY),
        (Role.DUTIES, Judgement(PREFERRED, "", firm=True, cue="desired"), DUTY, Kind.TOOL, {}, DUTY),
        # no must of a wish, no must of a skill among duties
        (Role.PREFERRED, Judgement(PREFERRED, ""), REQUIRED, Kind.SKILL, {}, PREFERRED),
        (Role.DUTIES, Judgement(DUTY, ""), REQUIRED, Kind.SKILL, {}, DUTY),
        (Role.DUTIES, Judgement(DUTY, ""), REQUIRED, Kind.SOFT, {}, REQUIRED),
        (Role.SUMMARY, Judgement(DUTY, ""), REQUIRED, Kind.SKILL, {}, REQUIRED),
        # a requirement becomes a duty only with most of its section
        (Role.REQUIRED, Judgement(REQUIRED, ""), DUTY, Kind.SKILL, {DUTY: 3, REQUIRED: 2}, REQUIRED),
        (Role.REQUIRED, Judgement(REQUIRED, ""), DUTY, Kind.SKILL, {DUTY: 4, REQUIRED: 1}, DUTY),
        (Role.REQUIRED, Judgement(REQUIRED, ""), DUTY, Kind.SOFT, {DUTY: 5}, REQUIRED),
        (Role.OTHER, Judgement(REQUIRED, ""), DUTY, Kind.SKILL, {DUTY: 5}, REQUIRED),
        (Role.CONDITIONS, Judgement(REQUIRED, ""), DUTY, Kind.SKILL, {}, DUTY),
        # and a wish likewise, where there are enough of them
        (Role.REQUIRED, Judgement(REQUIRED, ""), PREFERRED, Kind.SKILL, {PREFERRED: 4}, REQUIRED),
        (Role.REQUIRED, Judgement(REQUIRED, ""), PREFERRED, Kind.SKILL, {PREFERRED: 5}, PREFERRED),
        (Role.REQUIRED, Judgement(REQUIRED, ""), PREFERRED, Kind.SKILL, {PREFERRED: 5, REQUIRED: 2}, REQUIRED),
        # the rest follows the finder
        (Role.CONDITIONS, Judgement(REQUIRED, ""), PREFERRED, Kind.SKILL, {}, PREFERRED),
    ],
)
def test_who_decides(
    role: Role, rules: Judgement, seen: Level | None, kind: Kind, opinions: dict[Level, int], decided: Level | None
) -> None:
    weighed = weigh(rules, found(seen, kind), clause(role), Counter(opinions))
    assert weighed.level is decided
    assert ("by the finder" in weighed.why) == (decided is not rules.level)


@pytest.mark.parametrize(("score", "level"), [(0.5, DUTY), (0.4, None)])
def test_a_doubt_gives_way_to_a_sure_finder_only(score: float, level: Level | None) -> None:
    assert weigh(Judgement(None, ""), found(DUTY, score=score), clause(Role.EMPLOYER), Counter()).level is level


def test_opinions_are_counted_by_section() -> None:
    asked = clause(Role.REQUIRED)
    outside = Found(Span(50, 60), Kind.SKILL, "id", "name", "rule", level=DUTY)
    counted = count_opinions([found(DUTY), found(DUTY), found(None), outside], ClauseFinder((asked,)))
    assert counted == {place_of(asked): Counter({DUTY: 2})}
