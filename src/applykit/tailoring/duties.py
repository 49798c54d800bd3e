"""The work that a posting describes, in a line for each answer: shown, in part, not shown, to be asked."""

from collections.abc import Iterator, Sequence

from applykit.matching.model import Match, Status
from applykit.tailoring.checklist_names import name_sources
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.sentences import from_phrase, one_line

MOST_NAMES = 14


def duty_lines(matches: Sequence[Match], material: Material) -> tuple[Sentence, ...]:
    """All duties by name, in the posting's order within each answer."""
    by_status = {status: [match for match in matches if match.status is status] for status in Status}
    return tuple(line for status, group in by_status.items() for line in _line(status, group, material))


def _line(status: Status, group: list[Match], material: Material) -> Iterator[Sentence]:
    names = list(dict.fromkeys(one_line(match.requirement.name) for match in group))
    if not names:
        return
    key, more = f"duties_{status.value}", len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES])
    if more > 0:
        shown = material.phrases.label("duties_more", names=shown, more=more)
    sources = dict.fromkeys(source for match in group for source in name_sources(match))
    text = material.phrases.label(key, names=shown)
    yield from_phrase(text, f"labels.{key}", *sources, Source(SourceKind.COMPUTED, "match"))
