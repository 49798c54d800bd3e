"""From facts to documents: one profile, one posting, one report in; resume, letter and checklist out."""

import datetime
from dataclasses import replace

from applykit.lexicon import Lexicon
from applykit.matching.model import MatchReport
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.tailoring.checklist import write_checklist
from applykit.tailoring.letter import write_letter
from applykit.tailoring.material import Material
from applykit.tailoring.model import Application, Letter, Sentence
from applykit.tailoring.options import TailoringOptions
from applykit.tailoring.phrases import Phrases
from applykit.tailoring.resume import write_resume
from applykit.tailoring.truth import Verifier

ATTEMPTS = 3


def tailor_application(
    profile: Profile,
    posting: Posting,
    report: MatchReport,
    lexicon: Lexicon,
    *,
    date: datetime.date,
    phrases: Phrases,
    options: TailoringOptions | None = None,
) -> Application:
    """Write the contents of all documents; the same inputs always give the same words."""
    material = Material(profile, posting, report, lexicon, phrases, options or TailoringOptions(), date)
    return Application(write_resume(material), write_true_letter(material), write_checklist(material), report)


def write_true_letter(material: Material) -> Letter:
    """A letter in which every skill can be shown: other phrases where a joint of two reads like a claim.

    What no phrase can put right is left out of the body; the verification of the whole application comes after.
    """
    verifier = Verifier(material.claims, material.posting, material.lexicon, material.date, material.phrases)
    first = write_letter(material)
    doubtful = doubtful_sentences(first, verifier)
    for attempt in range(1, ATTEMPTS):
        if not doubtful:
            break
        other = write_letter(material, attempt=attempt)
        if not doubtful_sentences(other, verifier):
            return other
    kept = (tuple(s for s in paragraph if s not in doubtful) for paragraph in first.paragraphs)
    return replace(first, paragraphs=tuple(paragraph for paragraph in kept if paragraph)) if doubtful else first


def doubtful_sentences(letter: Letter, verifier: Verifier) -> frozenset[Sentence]:
    """The sentences of the body that seem to claim a skill which the profile does not say."""
    sentences = tuple(dict.fromkeys(sentence for paragraph in letter.paragraphs for sentence in paragraph))
    hits = verifier.find_skills(sentences)
    return frozenset(each for each in sentences if any(verifier.check_skills("letter", each, hits)))
