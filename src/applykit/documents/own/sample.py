"""Values for every field, so that a template can be tried without anyone's data."""

from typing import Any

from applykit.documents.fields import FIELDS

# What a field says in a trial, where its name alone would mislead the judges of the finished document.
WORDS = {
    "name": "Robin Sample",
    "first_name": "Robin",
    "last_name": "Sample",
    "email": "robin.sample@example.com",
    "phone": "(555) 555-0142",
    "target": "https://example.com",
    "dates": "May 2020 – Present",
    "date": "November 25, 2026",
    "salutation": "Dear Hiring Manager,",
    "closing": "Sincerely,",
    "signature": "Robin Sample",
    "status": "met",
    "heading": "Experience",
    "kind": "experience",
    "weight": "note",
    "language": "en-US",
}
SENTENCE = "This sentence stands for one of yours and is as long as they usually are."
ITEMS = 3


def sample_context(kind: str) -> dict[str, Any]:
    """A value for every field of a kind of document."""
    context: dict[str, Any] = {name: sample_value(name, shape) for name, shape in FIELDS[kind].items()}
    if "contact" in context:
        addresses = ((WORDS["email"], f"mailto:{WORDS['email']}"), (WORDS["phone"], "tel:+15555550142"))
        context["contact"] = [
            {"text": words, "shown": words, "target": target, "new_line": False} for words, target in addresses
        ]
    if kind == "resume":
        context["sections"][0]["heading"], context["sections"][1]["heading"] = "Experience", "Education"
    return context


def sample_value(name: str, shape: Any) -> Any:
    if isinstance(shape, dict):
        return {inner: sample_value(inner, value) for inner, value in shape.items()}
    if isinstance(shape, list):
        return [sample_value(name, shape[0]) for _number in range(ITEMS)]
    if shape == "flag":
        return False
    return WORDS.get(name, SENTENCE)
