"""Verification: nothing leaves this stage that its sources do not say; the first doubt stops everything."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from applykit.errors import Problem
from applykit.lexicon import Lexicon
from applykit.matching.claims import Claims
from applykit.matching.model import MatchReport
from applykit.matching.statements import Strength
from applykit.matching.timeline import Timeline
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.tailoring.literal import literal_spans, template_of
from applykit.tailoring.model import Application, Sentence, Source, SourceKind
from applykit.tailoring.numbers import numbers_in
from applykit.tailoring.phrases import Phrases, load_phrases
from applykit.tailoring.sentences import look_up

GAP = "\n\n"  # between sentences, so that no term is found across two of them
REMEDY = "This is a mistake in applykit, not in your files; nothing was written. Please report the sentence."
ENTRY = re.compile(r"/\w+/\d+(?=/)")
CLAIMING = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Ww]e|[Oo]ur)\b")
DENYING = re.compile(r"\b(?:not|no|lack|cannot)\b", re.IGNORECASE)
CLAUSE = re.compile(r"[:;.]\s")
QUOTED = re.compile(r"“([^“”]+)”")
EXPERIENCED = re.compile(r"\b(?:worked|held|have been|has been|years?|experienced?|skilled)\b", re.IGNORECASE)
APPLYING = re.compile(
    r"\b(?:appl(?:y|ying|ication)|consider(?:ed)?|position|opening|job|post|posting"
    r"|looking for|needs|work at|work for)\b",
    re.IGNORECASE,
)


def verify_application(
    application: Application,
    profile: Profile,
    posting: Posting,
    lexicon: Lexicon,
    date: datetime.date,
    *,
    phrases: Phrases | None = None,
) -> tuple[Problem, ...]:
    """Everything in the documents that cannot be traced: sources, numbers, skills; empty when all is true.

    `phrases` is the bank that the documents were written with; left out, the packaged English one.
    """
    known = application.report.claims
    claims = known if known and known.profile is profile else Claims.read(profile, lexicon)
    verifier = Verifier(claims, posting, lexicon, date, phrases or packaged_phrases())
    problems: list[Problem] = []
    for document in ("resume", "letter", "checklist"):
        sentences = tuple(dict.fromkeys(sentences_of(getattr(application, document))))
        hits = verifier.find_skills(sentences) if document != "checklist" else {}
        for sentence in sentences:
            complaints = (*verifier.check(document, sentence), *verifier.check_skills(document, sentence, hits))
            problems += [Problem(f"{document}: {text}", REMEDY) for text in dict.fromkeys(complaints)]
    return tuple(problems)


@cache
def packaged_phrases() -> Phrases:
    """The English bank, read once."""
    return load_phrases()


def by_user(sentence: Sentence) -> bool:
    """Whether the person typed the sentence for this letter."""
    return any(source.kind is SourceKind.USER for source in sentence.sources)


def sentences_of(value: Any) -> Iterator[Sentence]:
    """Every sentence inside a document, in order."""
    if isinstance(value, Sentence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from sentences_of(item)
    elif is_dataclass(value) and not isinstance(value, MatchReport):
        for item in fields(value):
            yield from sentences_of(getattr(value, item.name))


class Verifier:
    """What the person may truly be said to have, on one date, beside one posting."""

    def __init__(
        self, claims: Claims, posting: Posting, lexicon: Lexicon, date: datetime.date, phrases: Phrases
    ) -> None:
        self.profile, self.posting, self.lexicon, self.date = claims.profile, posting, lexicon, date
        self.phrases = phrases
        self.texts: dict[Source, str] = {}
        self.timeline = Timeline.read(claims.profile, date)
        own = {each for each in claims.by_id if claims.at_least(each, Strength.WEAK)}
        self.held = own | {above for each in own for above in lexicon.implied(each)}

    def check(self, document: str, sentence: Sentence) -> Iterator[str]:
        """What is wrong with a sentence's sources and numbers, in words."""
        if by_user(sentence):
            return
        if not sentence.sources:
            yield f"“{sentence.text}” has no source."
            return
        try:
            texts = [self.text_of(source) for source in sentence.sources]
            if document == "checklist":
                texts += [self.item_of(source) for source in sentence.sources]
        except (LookupError, ValueError) as error:
            yield f"“{sentence.text}” names a source that is not there ({error})."
            return
        if document != "checklist" or SourceKind.COMPUTED not in {source.kind for source in sentence.sources}:
            unknown = numbers_in(sentence.text) - set().union(*map(numbers_in, texts))
            if unknown:
                yield f"“{sentence.text}” says {', '.join(sorted(unknown))}, which no source of it says."

    def find_skills(self, sentences: tuple[Sentence, ...]) -> dict[Sentence, list[tuple[int, int, str]]]:
        """The skills that sentences speak of, found by one search over all of them: start, end and id."""
        starts, position = [], 0
        for sentence in sentences:
            starts.append(position)
            position += len(sentence.text) + len(GAP)
        found: dict[Sentence, list[tuple[int, int, str]]] = {}
        for hit in self.lexicon.find(GAP.join(sentence.text for sentence in sentences)):
            number = bisect_right(starts, hit.start) - 1
            start = starts[number]
            found.setdefault(sentences[number], []).append((hit.start - start, hit.end - start, hit.id))
        return found

    def item_of(self, source: Source) -> str:
        """The whole entry a profile source lies in: evidence quotes a degree with its school."""
        found = ENTRY.match(source.where) if source.kind is SourceKind.PROFILE else None
        return self.text_of(Source(SourceKind.PROFILE, found[0])) if found else ""

    def text_of(self, source: Source) -> str:
        """The words behind a source, looked up once; LookupError where there is nothing."""
        if source not in self.texts:
            self.texts[source] = self.look_behind(source)
        return self.texts[source]

    def look_behind(self, source: Source) -> str:
        """The words behind a source."""
        if source.kind is SourceKind.PROFILE:
            value, name = look_up(self.profile, source.where), source.where.rsplit("/", 1)[-1]
            return "" if value is False else f"{value} {name}"  # what the person said no to proves nothing
        if source.kind is SourceKind.PHRASE:
            return template_of(source.where, self.phrases)
        if source.kind is SourceKind.POSTING:
            return self.posting_text(source.where)
        if source.kind is SourceKind.DATE:
            return f"{self.date.isoformat()} {self.date.day} {self.date.year}"
        if source.kind is SourceKind.COMPUTED:
            return self.computed(source.where)
        return self.entry_text(source.where)  # what the person typed is never looked up

    def entry_text(self, key: str) -> str:
        """Names, terms and advice of an entry of the lexicon; a phrase that is none is its own name."""
        entry = self.lexicon.skills.get(key)
        if entry is None:
            return key
        advice = [entry.advice.what, entry.advice.where, entry.advice.how_long] if entry.advice else []
        return " ".join([*(term.text for term in entry.terms), entry.name, *advice])

    def posting_text(self, where: str) -> str:
        """The characters of a span, or the words of a fact of the posting."""
        start, colon, end = where.partition(":")
        if colon and start.isdigit() and end.isdigit():
            if not 0 <= int(start) < int(end) <= len(self.posting.text):
                raise LookupError("a span outside the posting")
            return self.posting.text[int(start) : int(end)]
        if where not in ("title", "employer", "place", "contact", "reference", "mission"):
            raise LookupError("no fact of the posting")
        fact = getattr(self.posting, where)
        if fact is None:
            raise LookupError("the posting does not say")
        return " ".join(str(getattr(fact, f.name) or "") for f in fields(fact)) if is_dataclass(fact) else str(fact)

    def computed(self, where: str) -> str:
        """The result of a named computation, done again."""
        name, *pointers = where.split(" ")
        if name == "years_of_experience":
            roles = [role for role in self.timeline.roles if role.pointer in pointers]
            months = self.timeline.months(roles)
            return f"{months // 12} years {months} months"
        if name in ("match", "score"):
            return ""
        raise LookupError("no such computation")

    def check_skills(
        self, document: str, sentence: Sentence, hits: dict[Sentence, list[tuple[int, int, str]]]
    ) -> Iterator[str]:
        """Every skill that the sentence claims must be one that the profile has; the bank's own words claim none."""
        fresh = [hit for hit in hits.get(sentence, ()) if hit[2] not in self.held]
        if not fresh or by_user(sentence):
            return
        try:
            literal = literal_spans(sentence, self.phrases)
            for start, end, _ in fresh:
                asked = document == "letter" and self.is_asked(sentence, start, end)
                if not (
                    asked or self.is_name(sentence, start, end) or self.is_own_words(sentence, start, end, literal)
                ):
                    yield f"“{sentence.text}” claims {sentence.text[start:end]!r}, which the profile does not say."
        except (LookupError, ValueError):
            return  # told by `check`

    def is_asked(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the words only repeat the posting: their clause says nothing of the person, or denies it."""
        if not any(source.kind is SourceKind.POSTING for source in sentence.sources):
            return False
        if self.is_quoted(sentence, start, end):
            return True
        clause = clause_of(sentence.text, start, end)
        return not CLAIMING.search(clause) or bool(DENYING.search(clause))

    def is_quoted(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the words stand in quotation marks, and what is quoted stands in a span that the sentence names."""
        spans = [self.text_of(s) for s in sentence.sources if s.kind is SourceKind.POSTING and ":" in s.where]
        return any(
            quote.start() < start and end < quote.end() and any(quote.group(1) in " ".join(t.split()) for t in spans)
            for quote in QUOTED.finditer(sentence.text)
        )

    def is_name(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the words belong to the posting's title or a name, in a sentence that applies for it."""
        sources = {source.where for source in sentence.sources if source.kind is SourceKind.POSTING}
        names = [getattr(self.posting, each) for each in ("title", "employer") if each in sources]
        if not any(sentence.text[start:end].casefold() in str(name).casefold() for name in names):
            return False
        if EXPERIENCED.search(sentence.text):
            return False
        return bool(APPLYING.search(sentence.text)) or len(sentence.sources) == 1

    def is_own_words(self, sentence: Sentence, start: int, end: int, literal: list[tuple[int, int]]) -> bool:
        """Whether the words are the phrase bank's, or stand in the profile where the sentence says they come from.

        A term inside an employer's name or a title is found there too; the profile says it, so it may be printed.
        """
        own = [self.text_of(source) for source in sentence.sources if source.kind is SourceKind.PROFILE]
        exact = re.compile(rf"(?<!\w){re.escape(sentence.text[start:end])}(?!\w)")
        if any(exact.search(text) for text in own):
            return True
        said = set(re.findall(r"\w+", " ".join(own).casefold()))
        words = [
            match for match in re.finditer(r"\w+", sentence.text)
            if start <= match.start() < end
            and not any(first <= match.start() and match.end() <= last for first, last in literal)
        ]  # fmt: skip
        telling = [match.group().casefold() for match in words if len(match.group()) > 2]
        return all(word in said or word == "and" for word in telling) and (bool(telling) or not words)


def clause_of(text: str, start: int, end: int) -> str:
    """The clause of a sentence in which a range stands."""
    begin = max((match.end() for match in CLAUSE.finditer(text, 0, start)), default=0)
    following = CLAUSE.search(text, end)
    return text[begin : following.start() if following else len(text)]
