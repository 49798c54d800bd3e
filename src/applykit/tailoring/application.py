"""From facts to documents: one profile, one posting, one report in; resume, letter and checklist out."""

import datetime

from applykit.lexicon import Lexicon
from applykit.matching.model import MatchReport
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.tailoring.checklist import write_checklist
from applykit.tailoring.letter import write_letter
from applykit.tailoring.material import Material
from applykit.tailoring.model import Application
from applykit.tailoring.options import TailoringOptions
from applykit.tailoring.phrases import Phrases
from applykit.tailoring.resume import write_resume


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
    return Application(write_resume(material), write_letter(material), write_checklist(material), report)
