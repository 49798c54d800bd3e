"""spaCy's parts without the whole, each time in a process of its own, since nothing is imported twice in one."""

import subprocess
import sys
from pathlib import Path

import pytest

PARTS = "from applykit.lexicon import spacy_parts"


def run(*lines: str) -> str:
    """What a Python program prints."""
    command = [sys.executable, "-c", "\n".join(lines)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_the_rest_of_spacy_is_not_started() -> None:
    unneeded = "{'spacy.cli', 'spacy.language', 'spacy.pipeline', 'typer'}"
    assert run("import sys", PARTS, f"print({unneeded} & set(sys.modules))") == "set()"


def test_the_parts_match_terms() -> None:
    assert run(
        PARTS,
        "vocab = spacy_parts.Vocab()",
        "matcher = spacy_parts.PhraseMatcher(vocab)",
        "matcher.add('term', [spacy_parts.Doc(vocab, words=['fill', 'prescription'])])",
        "print([hit[1:] for hit in matcher(spacy_parts.Doc(vocab, words=['they', 'fill', 'prescription']))])",
    ) == "[(1, 3)]"  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("[token.norm_ for token in spacy.blank('en')(\"can't\")]", "['can', 'not']"),
        ("callable(spacy.info), callable(spacy.load), callable(spacy.explain)", "True True True"),
        ("spacy.info.__module__", "spacy.cli.info"),
        ("spacy.util.__name__", "spacy.util"),
        ("spacy.Vocab is spacy_parts.Vocab", "True"),
        ("spacy.__version__ == __import__('importlib.metadata').metadata.version('spacy')", "True"),
        ("hasattr(spacy, 'nothing_of_that_name')", "False"),
    ],
)
def test_whoever_asks_for_more_gets_all_of_spacy(question: str, answer: str) -> None:
    assert run(PARTS, "import spacy", f"print({question})") == answer


def test_the_command_line_of_spacy_can_be_imported_afterwards() -> None:
    assert run(PARTS, "import spacy.cli", "print(callable(spacy.cli.download))") == "True"


def test_pipelines_of_others_work_afterwards() -> None:
    lines = ("nlp = spacy.blank('en')", "nlp.add_pipe('sentencizer')", "print(len(list(nlp('Go. Stay.').sents)))")
    assert run(PARTS, "import spacy", *lines) == "2"


def test_a_spacy_that_was_imported_before_is_left_alone() -> None:
    assert run("import spacy", "before = spacy", PARTS, "import spacy", "print(spacy is before, type(spacy))") == (
        "True <class 'module'>"
    )


def test_where_spacy_is_missing_the_import_says_so() -> None:
    lines = ("import sys", "sys.modules['spacy'] = None", "try:", f"    {PARTS}")
    assert run(*lines, "except ImportError as error:", "    print(error.name)") == "spacy.matcher"


@pytest.mark.parametrize(
    ("init", "part", "printed"),
    [
        ("word = 'whole'", "word = 'part'", "False whole part"),
        ("word = 'whole'", "from late import word\nword = 'part of ' + word", "True whole part of whole"),
        ("from . import part\nword = 'whole'", "word = 'part'", "False whole part"),
    ],
    ids=["without the whole", "the part needs the whole", "the whole needs the part"],
)
def test_a_package_starts_late_or_as_usual(tmp_path: Path, init: str, part: str, printed: str) -> None:
    (tmp_path / "late").mkdir()
    (tmp_path / "late" / "__init__.py").write_text(init, "utf-8")
    (tmp_path / "late" / "part.py").write_text(part, "utf-8")
    assert run(
        PARTS,
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})",
        "spacy_parts.import_parts('late', ('part',))",
        "import late.part",
        "print('word' in vars(late), late.word, late.part.word)",
    ) == printed  # fmt: skip
