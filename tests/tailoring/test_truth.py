"""Truth: sentences smuggled into documents are found; postings cannot write themselves into them."""

import dataclasses
from typing import Any

import pytest
from tests.makers import DAY, read_cases
from tests.tailoring.conftest import Build, span_of

from applykit.lexicon import Lexicon
from applykit.tailoring import Application, Sentence, Source, SourceKind, verify_application
from applykit.tailoring.truth import sentences_of

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
