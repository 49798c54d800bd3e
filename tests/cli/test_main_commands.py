"""The main commands as a person meets them: output, exit codes, nothing half-written."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from applykit.cli.edge import commands
from applykit.errors import ApplykitError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TECHNICIAN = EXAMPLES / "pharmacy-technician"
DATE = ["--date", "2026-11-25"]


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments], input=stdin)


def build(
    out: Path, *more: str, posting: Path | str = TECHNICIAN / "posting.txt", profile: Path | None = None
) -> Result:
    return run("build", posting, "--profile", profile or TECHNICIAN / "profile.yaml", "--out", out, *DATE, *more)


def test_build_writes_four_files_and_says_so(tmp_path: Path) -> None:
    result = build(tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    names = [Path(line).name for line in result.stdout.splitlines()]
    assert names == [
        "Marisol-Okafor-Reyes-Resume.docx",
        "Marisol-Okafor-Reyes-Cover-Letter.docx",
        "Gap-Checklist.docx",
        "application.json",
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "one")
    build(tmp_path / "two")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_every_sentence_of_the_record_has_a_source(tmp_path: Path) -> None:
    build(tmp_path)
    record = json.loads((tmp_path / "application.json").read_text("utf-8"))
    sentences = [sentence for document in record["documents"].values() for sentence in document]
    assert len(sentences) > 50
    assert all(sentence["sources"] for sentence in sentences)
    assert len(record["requirements"]) > 15


def test_an_edited_document_is_kept_and_the_new_one_goes_beside(tmp_path: Path) -> None:
    build(tmp_path)
    resume = tmp_path / "Marisol-Okafor-Reyes-Resume.docx"
    edited = resume.read_bytes() + b" "
    resume.write_bytes(edited)
    result = build(tmp_path)
    assert result.exit_code == 0
    assert resume.read_bytes() == edited
    assert (tmp_path / "Marisol-Okafor-Reyes-Resume (2).docx").is_file()
    assert not (tmp_path / "Gap-Checklist (2).docx").exists()


def test_a_document_open_in_word_is_kept(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "~$p-Checklist.docx").write_bytes(b"lock")
    build(tmp_path, posting=EXAMPLES / "pharmacy-trainee" / "posting.txt")
    assert (tmp_path / "Gap-Checklist (2).docx").is_file()


def test_overwrite_replaces_what_was_edited(tmp_path: Path) -> None:
    build(tmp_path)
    resume = tmp_path / "Marisol-Okafor-Reyes-Resume.docx"
    original = resume.read_bytes()
    resume.write_bytes(b"edited")
    build(tmp_path, "--overwrite")
    assert resume.read_bytes() == original


def test_a_posting_may_come_from_standard_input(tmp_path: Path) -> None:
    text = (TECHNICIAN / "posting.txt").read_bytes()
    result = run("build", "-", "--profile", TECHNICIAN / "profile.yaml", "--out", tmp_path, *DATE, stdin=text)
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "Gap-Checklist.docx").is_file()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"\x00\x01\x02\xff" * 500, ""),
        (b"The quick brown fox.\n", "nothing"),
        (b"x " * 3_000_000, "larger"),
        (None, "does not exist"),
    ],
)
def test_a_bad_posting_is_named_and_nothing_is_written(content: bytes | None, words: str, tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    if content is not None:
        posting.write_bytes(content)
    result = build(tmp_path / "out", posting=posting)
    assert isinstance(result.exception, ApplykitError)
    assert "posting.txt" in str(result.exception)
    assert words in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    result = build(tmp_path / "out")
    assert isinstance(result.exception, ApplykitError)
    assert (tmp_path / "out").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    "name", ["../../x", "CON", "N" * 300, "Zoë 🐝", "مريم حداد", "R&D <Smith>", "Kim Le, RN", "A\x07B\ud800C"]
)
def test_strange_names_make_safe_files(name: str, tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    basics = {"name": name, "email": "x@example.com"}
    work = [
        {"name": "18 Wheeler & QA Co", "position": "Cashier", "startDate": "2020", "highlights": ["Served customers"]}
    ]
    education = [{"institution": "P.S. 118", "studyType": "High School Diploma", "endDate": "2018"}]
    profile.write_text(json.dumps({"basics": basics, "work": work, "education": education}), "utf-8")
    out = tmp_path / "deep" / "er" / "out"
    result = build(out, profile=profile)
    if isinstance(result.exception, ApplykitError):
        assert "\ud800" in name  # the one that is no legal text
        return
    assert result.exit_code == 0, result.exception
    assert len(list(out.iterdir())) == 4
    assert sorted(path for path in tmp_path.rglob("*.docx") if path.parent != out) == []


def test_keywords_prints_a_table_and_json_lines(tmp_path: Path) -> None:
    table = run("keywords", TECHNICIAN / "posting.txt")
    assert table.exit_code == 0
    assert "required" in table.stdout
    lines = run("keywords", TECHNICIAN / "posting.txt", tmp_path / "missing.txt", "--json")
    assert lines.exit_code == 0
    good, bad = (json.loads(line) for line in lines.stdout.splitlines())
    text = run("read", TECHNICIAN / "posting.txt", "--text").stdout
    for requirement in good["requirements"]:
        for mention in requirement["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["quote"]
    assert bad["requirements"] == []
    assert bad["problems"]


def test_keywords_fails_only_when_all_files_fail(tmp_path: Path) -> None:
    assert run("keywords", tmp_path / "one.txt", tmp_path / "two.txt", "--json").exit_code == 2


def test_match_shows_gates_first_and_the_same_in_json() -> None:
    arguments: list[str | Path] = ["match", TECHNICIAN / "posting.txt", "--profile", TECHNICIAN / "profile.yaml", *DATE]
    shown = run(*arguments)
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.startswith("Gates")
    record = json.loads(run(*arguments, "--json").stdout)
    assert record["date"] == "2026-11-25"
    assert f"Score {record['score']['total']} of 100" in shown.stdout


def test_demo_builds_every_example(tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path, *DATE)
    assert result.exit_code == 0, result.stderr
    assert len(list(tmp_path.rglob("*.docx"))) == 3 * len([path for path in EXAMPLES.iterdir() if path.is_dir()])


def test_the_folder_of_a_failed_build_stays_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    shutil.copy(TECHNICIAN / "profile.yaml", tmp_path / "profile.yaml")
    with (tmp_path / "profile.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\nunheard: of\n")
    result = build(out, profile=tmp_path / "profile.yaml")
    assert isinstance(result.exception, ApplykitError)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_formats_of_an_earlier_run_are_not_taken_for_edited(tmp_path: Path) -> None:
    build(tmp_path, "--format", "docx,txt")
    build(tmp_path)
    profile = TECHNICIAN / "profile.yaml"
    again = ["--format", "docx,txt", "--date", "2026-11-26"]
    done = run("build", TECHNICIAN / "posting.txt", "--profile", profile, "--out", tmp_path, *again)
    assert done.exit_code == 0
    assert [path.name for path in tmp_path.iterdir() if "(2)" in path.name] == []


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (["--address-gap", "juggling"], "is no gap of this posting"),
        (["--letter-note", "9:I keep bees."], "there is no paragraph 9"),
        (["--letter-note", "I keep bees."], "names no paragraph"),
        (["--format", "odt"], "is no format"),
        (["--design", "baroque"], "baroque"),
    ],
)
def test_options_that_cannot_be_followed_are_named(option: list[str], words: str, tmp_path: Path) -> None:
    result = build(tmp_path / "out", *option)
    assert isinstance(result.exception, ApplykitError)
    assert words in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_a_resume_that_needs_more_pages_than_asked_for_says_so(tmp_path: Path) -> None:
    nurse = EXAMPLES / "registered-nurse"
    asked = ("--pages", "1", "--design")
    result = build(tmp_path / "m", *asked, "modern", posting=nurse / "posting.txt", profile=nurse / "profile.yaml")
    assert result.exit_code == 0
    assert "The resume does not fit on 1 page." in result.stderr
    fits = build(tmp_path / "c", *asked, "compact", posting=nurse / "posting.txt", profile=nurse / "profile.yaml")
    assert "does not fit" not in fits.stderr


def test_a_sentence_of_ones_own_is_marked_as_such(tmp_path: Path) -> None:
    build(tmp_path, "--letter-note", "2:I also keep bees.")
    record = json.loads((tmp_path / "application.json").read_text("utf-8"))
    assert record["user_sentences"] == ["I also keep bees."]


def test_a_posting_in_another_language_is_refused(tmp_path: Path) -> None:
    from tests.posting.test_language import SPANISH

    posting = tmp_path / "posting.txt"
    posting.write_text(SPANISH, "utf-8")
    result = build(tmp_path / "out", posting=posting)
    assert "is in Spanish" in str(result.exception)
    assert "is in Spanish" in run("keywords", posting).stderr


def test_documents_are_read_by_their_owner_only(tmp_path: Path) -> None:
    build(tmp_path)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert os.name != "posix" or modes == {0o600}
