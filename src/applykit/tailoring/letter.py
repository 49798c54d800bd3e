"""The cover letter: a planned outline of three to five paragraphs, each sentence from facts."""

from collections.abc import Callable
from dataclasses import replace

from applykit.matching.timeline import DatedRole
from applykit.tailoring.background import say_background
from applykit.tailoring.choice import Chooser, seed_of
from applykit.tailoring.evidence import list_answers, pick_answers
from applykit.tailoring.gap import say_gap
from applykit.tailoring.letter_parts import (
    say_close,
    say_credentials,
    say_education,
    say_languages,
    say_opening,
)
from applykit.tailoring.material import Material
from applykit.tailoring.model import Letter, Sentence, Source, SourceKind
from applykit.tailoring.recipient import inside_address, salutation
from applykit.tailoring.resume_facts import contact_lines
from applykit.tailoring.sentences import DATE, from_phrase, from_profile, one_line, posting_source, say_day
from applykit.tailoring.telling import say_answers
from applykit.tailoring.why import say_why

MOST_ANSWERS = 6
DRAFTS = ((4, 2, 180), (5, 4, 150))  # most and fewest answers, and the words that are enough
LONG_PARAGRAPH = 100

Paragraph = tuple[Sentence, ...]


def write_letter(material: Material, *, attempt: int = 0) -> Letter:
    """The letter in the outline: role and person; evidence; reason; gap if chosen; close. Never padded.

    The drafts have ever more answers; the first that is long enough is taken, else the last.
    Another `attempt` chooses other phrases.
    """
    paragraphs = _draft(material, attempt)
    phrases, basics = material.phrases, material.profile.basics
    defaults = material.profile.letter
    closing = from_phrase(phrases.label("closing"), "labels.closing")
    if defaults and defaults.closing:
        closing = from_profile(one_line(defaults.closing), "/letter/closing")
    subject = None
    if material.title:
        subject = Sentence(phrases.label("subject", title=material.title), (posting_source("title"),))
    return Letter(
        name=from_profile(basics.name, "/basics/name"),
        contact=contact_lines(material.profile),
        date=Sentence(say_day(material.date.isoformat(), phrases), (DATE,)),
        recipient=inside_address(material),
        subject=subject,
        salutation=salutation(material),
        paragraphs=add_notes(paragraphs, material),
        closing=closing,
        signature=from_profile(basics.name, "/basics/name"),
    )


def _draft(material: Material, attempt: int) -> tuple[Paragraph, ...]:
    begun = Chooser(letter_seed(material, attempt), material.setting, material.phrases)
    opening = (*say_opening(material, begun),)
    background, role = say_background(material, begun)
    first = (*opening, *background, *say_credentials(material, begun))
    for most, fewest, enough in DRAFTS:
        paragraphs = _body(material, first, role, begun, most=most, fewest=fewest)
        if count_words(paragraphs) >= enough:
            return paragraphs
    return _body(material, first, role, begun, most=MOST_ANSWERS, fewest=MOST_ANSWERS)


def _body(
    material: Material, first: Paragraph, role: DatedRole | None, begun: Chooser, *, most: int, fewest: int
) -> tuple[Paragraph, ...]:
    """All paragraphs after the `first`, which the chooser has `begun`; every draft goes on from there."""
    chooser = replace(begun, used=set(begun.used))
    answers = pick_answers(list_answers(material), most=most, fewest=fewest, first=role)
    evidence: list[Sentence] = []
    if sum(bool(answer.matches) for answer in answers) > 1:
        name, text = chooser.choose("evidence_lead")
        evidence.append(from_phrase(text, name))
    evidence += say_answers(answers, material, chooser, after=role)
    extras = (*say_education(material, chooser), *say_languages(material, chooser))
    paragraphs = [first, *split_long(tuple(evidence), extras)]
    for say in (say_why, say_gap, say_close):
        paragraphs.append(_said(say, material, chooser))
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _said(say: Callable[[Material, Chooser], Paragraph], material: Material, chooser: Chooser) -> Paragraph:
    chooser.last_opening = ""
    return say(material, chooser)


def split_long(evidence: Paragraph, extras: Paragraph) -> tuple[Paragraph, ...]:
    """Evidence and what goes with it in one paragraph, or two when it would be long."""
    together = (*evidence, *extras)
    if count_words((together,)) <= LONG_PARAGRAPH or len(evidence) < 4:
        return (together,) if together else ()
    return (evidence[:3], (*evidence[3:], *extras))


def letter_seed(material: Material, attempt: int = 0) -> str:
    """What the choice of phrases depends on: the person and the posting."""
    basics = material.profile.basics
    return seed_of((basics.name, basics.email or "", material.posting.text, str(attempt)))


def count_words(paragraphs: tuple[Paragraph, ...]) -> int:
    """Words in the body of a letter."""
    return sum(len(sentence.text.split()) for paragraph in paragraphs for sentence in paragraph)


def add_notes(paragraphs: tuple[Paragraph, ...], material: Material) -> tuple[Paragraph, ...]:
    """The person's own sentences at the end of their paragraphs; numbers beyond the last go into the last but one."""
    listed = [list(paragraph) for paragraph in paragraphs]
    for note in material.options.letter_notes:
        index = min(max(note.paragraph, 1), len(listed)) - 1
        listed[index].append(Sentence(one_line(note.text), (Source(SourceKind.USER, "letter-notes"),)))
    return tuple(tuple(paragraph) for paragraph in listed)
