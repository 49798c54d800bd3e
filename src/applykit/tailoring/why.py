"""The person's own reason for this employer or field, as they wrote it."""

import re

from applykit.matching.occupations import Occupations
from applykit.profile.model import Why
from applykit.tailoring.choice import Chooser
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence
from applykit.tailoring.sentences import from_phrase, from_profile, one_line, posting_source, profile_sources

Paragraph = tuple[Sentence, ...]
UNFIT = 4
FEWEST_WORDS, MOST_WORDS = 5, 32  # of a mission that makes a sentence and no speech
UNQUOTABLE = re.compile(r"[“”\"•|<>{}]|https?:|[.!?]\s")


def say_why(material: Material, chooser: Chooser) -> Paragraph:
    """The person's own reason for this employer or field, as they wrote it; else what the employer says it is for."""
    found = pick_why(material)
    if found is None:
        return _say_mission(material, chooser)
    number, why = found
    text = from_profile(one_line(why.text), f"/why/{number}/text")
    slot, sources = ("why_employer", [posting_source("employer")]) if why.employer else ("why_lead", [])
    if not (why.employer or why.field):
        return (text,)
    values = {"employer": one_line(material.posting.employer or "")} if why.employer else {}
    name, lead = chooser.choose(slot, **values)
    where = profile_sources(f"/why/{number}/{'employer' if why.employer else 'field'}")
    return (from_phrase(lead, name, *where, *sources), text)


def _say_mission(material: Material, chooser: Chooser) -> Paragraph:
    """The posting's own words about what the employer is for, in quotes; nothing where it has none that can be quoted.

    It is referred to and no reason is made of it: the person gave none.
    """
    span = material.posting.mission
    mission = one_line(span.of(material.posting.text)).rstrip(".!") if span else ""
    if span is None or not FEWEST_WORDS <= len(mission.split()) <= MOST_WORDS or UNQUOTABLE.search(mission):
        return ()
    name, text = chooser.choose("mission", mission=mission)
    return (from_phrase(text, name, posting_source(f"{span.start}:{span.end}")),)


def pick_why(material: Material) -> tuple[int, Why] | None:
    """The reason for this employer first, then for its field or setting, then one for any."""
    employer = (material.posting.employer or "").casefold()
    head = f"{material.title or ''} {employer} {material.setting.replace('_', ' ')}".casefold()
    text = material.posting.text.casefold()
    ranked = [(rank_why(why, employer, head, text), number, why) for number, why in enumerate(material.profile.why)]
    best = min(ranked, key=lambda each: each[:2], default=(UNFIT, 0, None))
    return (best[1], best[2]) if best[0] < UNFIT and best[2] else None


def rank_why(why: Why, employer: str, head: str, text: str) -> int:
    """0 for this employer, 1 for its field by the head of the posting, 2 by its text, 3 for any, UNFIT for another."""
    if why.employer:
        named = why.employer.casefold()
        return 0 if employer and (named in employer or employer in named) else UNFIT
    if not why.field:
        return 3
    if _field_fits(why.field, head):
        return 1
    return 2 if _field_is_named(why.field, text) else UNFIT


def _field_fits(field: str, head: str) -> bool:
    """Whether every word of the field stands in the posting's title, employer or setting."""
    words = [word for word in re.findall(r"\w+", field.casefold()) if word not in ("pharmacy", "work", "and")]
    if len(words) == 1 and re.search(rf"\b{re.escape(Occupations.doer_of(words[0]))}", head):
        return True  # an accountant works in accounting
    return bool(words) and all(re.search(rf"\b{re.escape(word)}", head) for word in words)


def _field_is_named(field: str, text: str) -> bool:
    """Whether the text names a field of several words as a whole, and not only as experience that helps."""
    phrase = r"[\s-]+".join(re.escape(word) for word in re.findall(r"\w+", field.casefold()))
    return len(field.split()) > 1 and bool(re.search(rf"\b{phrase}\b(?!\s+(?:experience|background))", text))
