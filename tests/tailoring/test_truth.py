"""Truth: sentences smuggled into documents are found; postings cannot write themselves into them."""

import dataclasses
from itertools import combinations
from typing import Any

import pytest
from tests.makers import DAY, make_profile, read_cases
from tests.tailoring.conftest import Build, span_of

from applykit.lexicon import Lexicon, load_lexicon
from applykit.matching.claims import Claims
from applykit.posting.model import Posting
from applykit.tailoring import Application, Phrases, Sentence, Source, SourceKind, verify_application
from applykit.tailoring.grammar.nouns import join_words
from applykit.tailoring.sentences import from_phrase, profile_sources
from applykit.tailoring.truth import Verifier, sentences_of

CASES = read_cases("truth.yaml")
PROFILE: dict[str, Any] = {
    "work": [
        {
            "name": "Shop",
            "position": "Clerk",
            "startDate": "2023-01",
            "endDate": "2025-12",
            "highlights": ["Ran cycle counts for 900 items", "Served customers at the counter"],
        },
    ],
    "skills": [{"name": "Software", "keywords": ["JavaScript"]}],
    "certificates": [{"name": "RPhT"}],
}
TEXT = "We need sterile compounding, Pyxis, Java and cycle counts."


@pytest.fixture(scope="module")
def packaged() -> Lexicon:
    return load_lexicon()


def make_source(row: dict[str, str]) -> Source:
    ((kind, where),) = row.items()
    if kind == "posting":
        return Source(SourceKind.POSTING, span_of(TEXT, where))
    return Source(SourceKind.POSTING if kind == "span" else SourceKind(kind), where)


def smuggle(application: Application, document: str, sentence: Sentence) -> Application:
    """The application with a sentence put where a name stands."""
    if document == "letter":
        return dataclasses.replace(application, letter=dataclasses.replace(application.letter, closing=sentence))
    if document == "resume":
        return dataclasses.replace(application, resume=dataclasses.replace(application.resume, headline=sentence))
    return dataclasses.replace(application, checklist=dataclasses.replace(application.checklist, title=sentence))


@pytest.mark.parametrize("row", CASES["smuggled"], ids=lambda row: row["text"][:50])
def test_smuggled_sentences_are_found(row: dict[str, Any], build: Build, lexicon: Lexicon) -> None:
    application, profile, posting = build(PROFILE, TEXT, title="Java Expert")
    sentence = Sentence(row["text"], tuple(make_source(source) for source in row["sources"]))
    problems = verify_application(smuggle(application, row["in"], sentence), profile, posting, lexicon, DAY)
    if row["says"] is None:
        assert problems == ()
    else:
        assert any(row["says"] in problem.message for problem in problems), problems
        assert row["text"] in problems[0].message
        assert problems[0].message.startswith(row["in"])


def texts_of(document: Any) -> str:
    return "\n".join(sentence.text for sentence in sentences_of(document))


@pytest.mark.parametrize("row", CASES["adversarial"], ids=lambda row: row["what"])
def test_postings_cannot_write_themselves_in(row: dict[str, Any], build: Build, lexicon: Lexicon) -> None:
    facts = {key: row[key] for key in ("title", "employer") if key in row}
    application, profile, posting = build(row.get("profile", PROFILE), row["posting"], **facts)
    assert verify_application(application, profile, posting, lexicon, DAY) == ()
    written = texts_of(application.resume) + texts_of(application.letter)
    assert [words for words in row["never"] if words.casefold() in written.casefold()] == []


def test_private_text_is_in_no_document(build: Build) -> None:
    profile = {"private": {"note": "Ran cycle counts, quit over a quarrel"}}
    application, _, _ = build(profile, "Requirements: cycle counts")
    assert "quarrel" not in texts_of((application.resume, application.letter, application.checklist))
    assert "a private note" in texts_of(application.checklist)


def test_every_sentence_has_a_source(build: Build) -> None:
    application, _, _ = build(PROFILE, TEXT, title="Clerk", employer="Shop & Co")
    for sentence in sentences_of((application.resume, application.letter, application.checklist)):
        assert sentence.sources, sentence


SHIFTS = ("weekends", "evenings", "nights", "holidays", "overtime")


@pytest.mark.parametrize("said_yes", [True, False])
def test_shifts_are_proven_by_a_yes_alone(said_yes: bool, packaged: Lexicon, phrases: Phrases) -> None:
    person = make_profile(availability=dict.fromkeys(SHIFTS, said_yes))
    verifier = Verifier(Claims.read(person, packaged), Posting(text="x"), packaged, DAY, phrases)
    for count in range(1, len(SHIFTS) + 1):
        for chosen in combinations(SHIFTS, count):
            for name, text in phrases.bank("shifts", "general"):
                pointers = profile_sources(*(f"/availability/{shift}" for shift in chosen))
                sentence = from_phrase(text.format(shifts=join_words(list(chosen))), name, *pointers)
                hits = verifier.find_skills((sentence,))
                complaints = list(verifier.check_skills("letter", sentence, hits))
                assert len(complaints) == (0 if said_yes else len(hits.get(sentence, ()))), sentence.text


def test_a_phrase_that_is_not_there_is_told_once(build: Build, lexicon: Lexicon) -> None:
    application, profile, posting = build(PROFILE, TEXT)
    sentence = Sentence("I know Pyxis.", (Source(SourceKind.PHRASE, "letter.nothing.general.1"),))
    problems = verify_application(smuggle(application, "letter", sentence), profile, posting, lexicon, DAY)
    assert len(problems) == 1
    assert "a source that is not there" in problems[0].message


def test_a_quotation_must_be_the_postings(build: Build, lexicon: Lexicon, phrases: Phrases) -> None:
    _, profile, posting = build(PROFILE, TEXT)
    verifier = Verifier(Claims.read(profile, lexicon), posting, lexicon, DAY, phrases)
    for text, fine in (
        ("“We need sterile compounding”, I read.", True),
        ("“I know sterile compounding”, I read.", False),
    ):
        sentence = Sentence(text, (Source(SourceKind.POSTING, span_of(TEXT, "We need sterile compounding")),))
        complaints = list(verifier.check_skills("letter", sentence, verifier.find_skills((sentence,))))
        assert (complaints == []) is fine
