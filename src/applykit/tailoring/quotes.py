"""Evidence as the checklist quotes it: the best statement, shortened, with when and where it was."""

from applykit.matching.model import Evidence, Match
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.sentences import one_line, profile_sources, say_date

LONGEST_QUOTE = 90
PLACES = {"work": "name", "volunteer": "organization"}


def best_evidence(match: Match) -> Evidence | None:
    """What was done says more than the same skill in a list; matching puts the best first."""
    done = [each for each in match.evidence if not each.pointer.startswith("/skills/")]
    return next(iter(done or match.evidence), None)


def quote_sentence(evidence: Evidence, material: Material) -> Sentence:
    """A quote with what to know about it; private statements are named, not quoted."""
    quote = one_line(evidence.quote)
    if evidence.quote == "private":
        text = material.phrases.label("private_evidence")
    else:
        text = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rsplit(' ', 1)[0].rstrip(',;:')} …"
        text = f"“{text}”"
    place, pointers = _place(evidence, material)
    notes = ", ".join(filter(None, (_note(evidence, material), place)))
    text = f"{text} ({notes})" if notes else text
    return Sentence(text, (*profile_sources(evidence.pointer, *pointers), *_dates(evidence)))


def _place(evidence: Evidence, material: Material) -> tuple[str, tuple[str, ...]]:
    """The employer under which a statement stands, and its pointer, unless the quote names it."""
    _, section, *rest = (*evidence.pointer.split("/"), "", "")
    name = PLACES.get(section)
    if name is None or evidence.quote == "private":
        return "", ()
    place = one_line(getattr(getattr(material.profile, section)[int(rest[0])], name) or "")
    return ("", ()) if place in evidence.quote else (place, (f"/{section}/{rest[0]}/{name}",))


def _note(evidence: Evidence, material: Material) -> str:
    """What is said beside a quote, with dates as people write them."""
    key = f"note_how_{evidence.how}"
    note = evidence.note
    words = note.split(" ")
    if words[-1][:4].isdigit() and len(words[-1]) in (7, 10):
        note = " ".join([*words[:-1], say_date(words[-1], material.phrases)])
    if evidence.how == "dated" and " to " in note:
        start, _, end = note.partition(" to ")
        note = f"{_date(start, material)} – {_date(end, material)}"
    return material.phrases.label(key, note=note) if key in material.phrases.labels and note else note


def _date(text: str, material: Material) -> str:
    return say_date(text, material.phrases) if text[:4].isdigit() or text == "present" else text


def _dates(evidence: Evidence) -> tuple[Source, ...]:
    """Dates in a note stand elsewhere in the same entry of the profile, or follow from it."""
    return (Source(SourceKind.COMPUTED, "match"),) if evidence.note else ()
