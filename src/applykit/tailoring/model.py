"""The contents of the documents, each sentence with where its facts stand."""

from dataclasses import dataclass
from enum import StrEnum

from applykit.matching.model import MatchReport


class SourceKind(StrEnum):
    """Where the words of a sentence come from."""

    PROFILE = "profile"  # `where` is a JSON pointer into the profile
    POSTING = "posting"  # `where` is "start:end" in the cleaned text, or the name of a posting fact
    PHRASE = "phrase"  # `where` is the name of a template phrase
    COMPUTED = "computed"  # `where` is the name of the computation, such as "years_of_experience"
    DATE = "date"  # the date argument
    LEXICON = "lexicon"  # `where` is an entry id (advice in the checklist, another name of a skill)
    USER = "user"  # typed by the person for this application


@dataclass(frozen=True, slots=True)
class Source:
    """One origin of a sentence's words."""

    kind: SourceKind
    where: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A piece of document text and its sources; text without a source is never written."""

    text: str
    sources: tuple[Source, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One item of the contact line; `target` is a safe link (https, mailto, tel) or None."""

    text: Sentence
    target: str | None = None


@dataclass(frozen=True, slots=True)
class ResumeEntry:
    """A job, a degree, a credential or another dated item of a resume section."""

    title: Sentence | None
    organization: Sentence | None = None
    place: Sentence | None = None
    dates: Sentence | None = None
    lines: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A named line of skills."""

    name: str
    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ResumeSection:
    """A section in the order of printing. `kind`: "summary", "credentials", "skills", "experience", "education" …"""

    kind: str
    heading: str
    entries: tuple[ResumeEntry, ...] = ()
    groups: tuple[SkillGroup, ...] = ()
    lines: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume:
    """A tailored resume; sections that are empty are not in it."""

    name: Sentence
    headline: Sentence | None
    contact: tuple[ContactLine, ...]
    sections: tuple[ResumeSection, ...]
    left_out: tuple[str, ...] = ()  # JSON pointers of what the page budget left out
    explanation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A cover letter; every paragraph is a tuple of sentences."""

    name: Sentence
    contact: tuple[ContactLine, ...]
    date: Sentence
    recipient: tuple[Sentence, ...]  # the inside address, a line each
    subject: Sentence | None
    salutation: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    closing: Sentence
    signature: Sentence


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A requirement beside its evidence."""

    asked: Sentence
    level: str
    evidence: tuple[Sentence, ...]
    status: str
    note: Sentence | None = None
    question: Sentence | None = None  # where only the person can say


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What closes one gap."""

    gap: Sentence
    what: Sentence
    where: Sentence | None = None
    how_long: Sentence | None = None
    apply_anyway: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """Gates, evidence, questions and a plan, from one match report.

    `questions` are those that no row asks. `duty_lines` tell all duties by their names, `apply` whether to apply in
    spite of the gaps, a line for each group of them.
    """

    title: Sentence
    subtitle: Sentence
    score: tuple[Sentence, ...]
    gates: tuple[ChecklistRow, ...]
    required: tuple[ChecklistRow, ...]
    preferred: tuple[ChecklistRow, ...]
    duties: tuple[ChecklistRow, ...]
    questions: tuple[Sentence, ...]
    plan: tuple[PlanStep, ...]
    louder: tuple[Sentence, ...] = ()
    usual: tuple[Sentence, ...] = ()
    duty_lines: tuple[Sentence, ...] = ()
    apply: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Application:
    """Everything that is written for one posting and one profile."""

    resume: Resume
    letter: Letter
    checklist: Checklist
    report: MatchReport
