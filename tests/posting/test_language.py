"""Other languages than English are noticed; English ones never are."""

from pathlib import Path

import pytest

from applykit.posting.language import foreign_language

SPANISH = (
    "Buscamos un técnico de farmacia para nuestra tienda en el centro. Ofrecemos un salario competitivo "
    "y seguro médico. La persona tiene experiencia en la atención de los clientes y en el manejo de la caja. "
    "Es necesario hablar con los médicos por teléfono."
)
GERMAN = (
    "Wir suchen für unsere Apotheke in der Innenstadt eine technische Assistentin. Sie beraten die Kunden "
    "und arbeiten mit dem Team an der Herstellung von Rezepturen. Das Gehalt ist nach Tarif und die Stelle ist ab dem "
    "ersten Januar zu besetzen. Wir freuen uns auf Ihre Bewerbung mit den üblichen Unterlagen."
)


@pytest.mark.parametrize(("text", "language"), [(SPANISH, "Spanish"), (GERMAN, "German"), ("de la que", None)])
def test_languages_are_told(text: str, language: str | None) -> None:
    assert foreign_language(text) == language


def test_no_labelled_posting_is_taken_for_foreign(shared_folder: Path) -> None:
    texts = {path.name: path.read_text("utf-8") for path in sorted((shared_folder / "gold").glob("*/*.txt"))}
    assert texts
    assert {name: told for name, text in texts.items() if (told := foreign_language(text))} == {}


def test_no_example_is_taken_for_foreign() -> None:
    for path in (Path(__file__).resolve().parents[2] / "examples").glob("*/posting.*"):
        assert foreign_language(path.read_text("utf-8")) is None
