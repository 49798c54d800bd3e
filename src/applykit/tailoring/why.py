"""The person's own reason for this employer or field, as they wrote it."""

import re

from applykit.profile.model import Why
from applykit.tailoring.choice import Chooser
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence
from applykit.tailoring.sentences import from_phrase, from_profile, one_line, posting_source, profile_sources

Paragraph = tuple[Sentence, ...]


def say_why(material: Material, chooser: Chooser) -> Paragraph:
    """The person's own reason for this employer or field, as they wrote it; none where they gave none that fits."""
    found = pick_why(material)
    if found is None:
        return ()
    number, why = found
    text = from_profile(one_line(why.text), f"/why/{number}/text")
    slot, sources = ("why_employer", [posting_source("employer")]) if why.employer else ("why_lead", [])
    if not (why.employer or why.field):
        return (text,)
    values = {"employer": one_line(material.posting.employer or "")} if why.employer else {}
    name, lead = chooser.choose(slot, **values)
    where = profile_sources(f"/why/{number}/{'employer' if why.employer else 'field'}")
    return (from_phrase(lead, name, *where, *sources), text)


def pick_why(material: Material) -> tuple[int, Why] | None:
    """The reason for this employer first, then for its field or setting, then one for any."""
    employer = (material.posting.employer or "").casefold()
    head = f"{material.title or ''} {employer} {material.setting.replace('_', ' ')}".casefold()
    ranked = [(rank_why(why, employer, head), number, why) for number, why in enumerate(material.profile.why)]
    best = min(ranked, key=lambda each: each[:2], default=(UNFIT, 0, None))
    return (best[1], best[2]) if best[0] < UNFIT and best[2] else None


UNFIT = 3


def rank_why(why: Why, employer: str, head: str) -> int:
    """0 for this employer, 1 for its field, 2 for any, UNFIT for another employer or field."""
    if why.employer:
        named = why.employer.casefold()
        return 0 if employer and (named in employer or employer in named) else UNFIT
    if why.field:
        return 1 if _field_fits(why.field, head) else UNFIT
    return 2


def _field_fits(field: str, head: str) -> bool:
    """Whether every word of the field stands in the posting's title, employer or setting."""
    words = [word for word in re.findall(r"\w+", field.casefold()) if word not in ("pharmacy", "work", "and")]
    return bool(words) and all(re.search(rf"\b{re.escape(word)}", head) for word in words)
