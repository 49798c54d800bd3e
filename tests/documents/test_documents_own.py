"""People's own Word files: looked through before they are used, with every unknown field and broken tag named."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from applykit.documents import load_design, render_documents
from applykit.documents.designs.blocks import each, paragraph, run, when
from applykit.documents.engine import worker
from applykit.documents.engine.worker import answer_order, read_answer, render_apart
from applykit.documents.fields import FIELDS
from applykit.documents.own import export_design, inspect_design, inspect_template, report_lines
from applykit.documents.own.sample import sample_context
from applykit.documents.own.usage import all_paths
from applykit.documents.render import contexts_of
from applykit.errors import ApplykitError
from applykit.resources import find_data_folder
from applykit.tailoring.model import Application

MakeDocx = Callable[..., bytes]
TEMPLATES = find_data_folder("templates")


def shape_of(value: Any) -> Any:
    """A context's value as the list of fields writes it."""
    if isinstance(value, dict):
        return {name: shape_of(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape_of(value[0])] if value else ["text"]
    return "flag" if isinstance(value, bool) else "text"


@pytest.mark.parametrize("kind", ["resume", "cover-letter", "gap-checklist"])
def test_the_list_of_fields_is_what_templates_get(kind: str, application: Application) -> None:
    context = contexts_of(application)[kind]
    assert set(context) == set(FIELDS[kind])
    for name, shape in FIELDS[kind].items():
        if context[name] and "sections" not in name and not (isinstance(shape, dict) and "entries" in shape):
            assert shape_of(context[name]) == shape, name
    full = [section for section in context.get("sections", ()) if section["entries"] and section["entries"][0]["lines"]]
    for section in full:
        assert shape_of(section["entries"]) == FIELDS["resume"]["experience"]["entries"]


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_every_field_has_a_sample(kind: str) -> None:
    assert shape_of(sample_context(kind)) == FIELDS[kind]


@pytest.mark.parametrize("folder", sorted(path.parent for path in TEMPLATES.glob("*/design.yaml")))
def test_packaged_designs_look_good(folder: Path) -> None:
    for report in inspect_design(folder):
        assert report.usable
        assert report.risks == ()
        assert report.notes == ()
        assert report.kind == Path(report.file).stem
        known = set(all_paths(FIELDS[report.kind]))
        assert set(report.fields) <= known


def test_the_documentation_names_every_field() -> None:
    text = (Path(__file__).parents[2] / "docs" / "designs.md").read_text("utf-8")
    names = {path.rpartition(".")[2].removesuffix("[]") for shape in FIELDS.values() for path in all_paths(shape)}
    assert [name for name in sorted(names) if f"`{name}`" not in text] == []


def inspected(make_docx: MakeDocx, body: str, **options: Any) -> list[str]:
    return report_lines(inspect_template(make_docx(body), file="mine.docx", **options))


def test_the_documentation_names_what_designs_may_hold() -> None:
    from applykit.documents.engine.active import HARMLESS
    from applykit.documents.engine.limits import CALLS, LOOP_STEPS, OUTPUT_LENGTH, TEXT_LENGTH

    text = (Path(__file__).parents[2] / "docs" / "designs.md").read_text("utf-8")
    assert [name for name in sorted(HARMLESS) if f"`{name}`" not in text] == []
    limits = (LOOP_STEPS, CALLS, TEXT_LENGTH, OUTPUT_LENGTH)
    assert [limit for limit in limits if f"{limit:,}" not in text] == []
    assert f"{worker.SECONDS:g} seconds" in text
    assert f"{worker.MEBIBYTES} MB" in text


def test_unknown_fields_are_named_with_place_and_nearest(make_docx: MakeDocx) -> None:
    body = paragraph("", "{{ nmae }}") + each("job in experience.entires", paragraph("", "{{ job.titel }}"))
    body += each("job in experience.entries", paragraph("", "{{ job.titel }}, {{ loop.index }}"))
    report = inspect_template(make_docx(body), file="mine.docx", kind="resume")
    found = [(item.name, item.tag, item.nearest) for item in report.unknown]
    assert found == [
        ("nmae", "{{ nmae }}", "name"),
        ("experience.entires", "{%p for job in experience.entires %}", "entries"),
        ("experience.entries[].titel", "{{ job.titel }}", "title"),
    ]
    assert not report.usable
    assert "unknown field 'nmae' in {{ nmae }} (document); the nearest known field is 'name'" in report_lines(report)[1]


@pytest.mark.parametrize(
    "words",
    [
        "{% set x = name %}{{ x|upper }}",
        "{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m(name) }}",
        "{% with y = sections %}{{ y[0].heading }}{% endwith %}",
        "{% if nothing is defined %}{{ name }}{% endif %}",
        "{{ nickname|default(name) }}",
        "{{ (sections|first).heading }}",
        "{% for k, v in summary.items() %}{{ k }}{% endfor %}",
        "{% set t %}x{% endset %}{{ t }}",
        "{% for s in sections if s.heading %}{{ s['heading'] }}{% else %}-{% endfor %}",
        "{% call(x) name() %}{{ x }}{% endcall %}",
        "{{ namespace(a=1).a }}{{ range(3)|join(', ') }}",
        "{% set a, b = 1, 2 %}{{ a + b }}{{ sections[a].lines }}",
        "{{ dict(x=name).x }}{{ contact|map(attribute='text')|join }}",
    ],
)
def test_what_templates_may_do_is_not_taken_for_unknown(words: str, make_docx: MakeDocx) -> None:
    report = inspect_template(make_docx(paragraph("", words)), file="mine.docx", kind="resume")
    assert report.unknown == ()


def test_broken_tags_are_all_named(make_docx: MakeDocx) -> None:
    lines = inspected(make_docx, paragraph("", "{{ name") + paragraph("", "{% endif %}"))
    assert "cannot be used yet" in lines[0]
    assert "is not closed" in lines[1]
    assert "closes nothing" in lines[2]


@pytest.mark.parametrize(
    "words",
    [
        "<Company Name>",
        "[INSERT DATE]",
        "JOB_TITLE",
        "«First»",
        "<<name>>",
        "[Your Name]",
        "${name}",
        "%NAME%",
        "%jobtitle%",
        "{first_name}",
    ],
)
def test_placeholders_of_other_programs_are_recognised(words: str, make_docx: MakeDocx) -> None:
    report = inspect_template(make_docx(paragraph("", f"Dear {words}, hello")), file="mine.docx")
    assert report.placeholders == (words,)
    assert f"What looks like one: {words}." in report.broken[0].message


def test_a_file_without_tags_cannot_be_a_design(make_docx: MakeDocx) -> None:
    lines = inspected(make_docx, paragraph("", "Nothing to fill in HTML or PDF, e.g. [1]"))
    assert lines[1].startswith("  ✗ has no tags that applykit knows. Write fields as {{ name }}")


def test_merge_letters_are_ready_to_use(make_docx: MakeDocx, tmp_path: Path, application: Application) -> None:
    names = ("First_Name", "Last_Name", "Company", "Job_Title", "Today", "Greeting_Line", "Email")
    body = "".join(
        paragraph("", f'<w:fldSimple w:instr=" MERGEFIELD {name} ">{run("x")}</w:fldSimple>') for name in names
    )
    (tmp_path / "cover-letter.docx").write_bytes(make_docx(body))
    (report,) = inspect_design(tmp_path)
    assert report.usable
    assert report.kind == "cover-letter"
    assert report.placeholders == tuple(f"MERGEFIELD {name}" for name in names)
    from applykit.posting.model import Posting

    posting = Posting("text", title="Analyst II", employer="Engine Works")
    letter = render_documents(application, load_design(tmp_path), posting=posting)[1]
    from applykit.documents.check import check_document

    lines = check_document(letter.data, file="l").facts.lines
    assert lines == (
        "Ada",
        "Byron-King",
        "Engine Works",
        "Analyst II",
        "November 25, 2026",
        "Dear Dr. Hill,",
        "ada@example.com",
    )


def test_risks_for_programs_are_told(make_docx: MakeDocx) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('', '{{ name }}')}</w:txbxContent></w:pict></w:r>"
    filler = each("line in summary.lines", paragraph("", "{{ line }}")) * 8
    lines = inspected(make_docx, paragraph("", run("x"), box) + filler, kind="resume")
    assert [line for line in lines if line.startswith("  ! text boxes")] != []


def test_swallowed_text_is_noted(make_docx: MakeDocx) -> None:
    lines = inspected(make_docx, when("headline", paragraph("", "{{ name }}")).replace("endif %}", "endif %} lost"))
    assert [line for line in lines if "'lost' beside it is not printed" in line] != []


def test_a_trial_that_fails_is_reported(make_docx: MakeDocx) -> None:
    lines = inspected(make_docx, paragraph("", "{{ 1 / 0 }}{{ name }}"), kind="resume")
    assert "division by zero" in lines[1]


def test_a_design_is_exported_to_start_from(tmp_path: Path, application: Application) -> None:
    written = export_design("classic", tmp_path / "mine")
    assert {path.name for path in written} == {path.name for path in (TEMPLATES / "classic").iterdir()}
    assert render_documents(application, load_design(tmp_path / "mine")) == render_documents(
        application, load_design("classic")
    )
    with pytest.raises(ApplykitError, match="already holds"):
        export_design("classic", tmp_path / "mine")
    export_design("classic", tmp_path / "mine", overwrite=True)


def test_word_s_lock_files_are_no_templates(tmp_path: Path) -> None:
    shutil.copy(TEMPLATES / "classic" / "resume.docx", tmp_path)
    (tmp_path / "~$resume.docx").write_bytes(b"lock")
    assert len(inspect_design(tmp_path)) == 1
    (tmp_path / "resume.docx").unlink()
    with pytest.raises(ApplykitError, match="holds no Word files"):
        inspect_design(tmp_path)


def test_the_worker_gives_what_the_engine_gives(make_docx: MakeDocx, read_text: Callable[..., list[str]]) -> None:
    document = render_apart(make_docx(paragraph("", "{{ name }}")), {"name": "Ada & \ud800"}, name="t.docx")
    assert read_text(document) == ["Ada & "]
    with pytest.raises(ApplykitError, match="no field 'x'"):
        render_apart(make_docx(paragraph("", "{{ x }}")), {}, name="t.docx")


def test_a_template_that_takes_too_long_is_ended(make_docx: MakeDocx) -> None:
    slow = "{% for a in range(90000) %}{% for b in [1] %}{{ range(90000)|sum }}{% endfor %}{% endfor %}"
    with pytest.raises(ApplykitError, match="did not finish within 2 seconds"):
        render_apart(make_docx(paragraph("", slow)), {}, name="t.docx", seconds=2)


HOSTILE = {
    "loops": ("{% for a in range(90000) %}{% for b in [1] %}{{ range(90000)|sum }}{% endfor %}{% endfor %}", "finish"),
    "output": ("{% set x = 'x' * 1000000 %}{% for a in range(110) %}{{ x }}{% endfor %}", "million"),
    "replace": (
        "{% set x = 'x' * 900000 %}{{ x|replace('x', x) }}",
        "memory|grows|finish|too large",
    ),
    "filters": ("{{ " + "name|list|join('x')|" * 200 + "upper }}", "memory|grows|finish|too large|deep"),
    "ranges": (
        "{% for a in range(90000) %}{{ range(90000)|list|batch(1)|list|length }}{% endfor %}",
        "memory|grows|finish",
    ),
    "brackets": ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "deep|worker stop"),
    "recursion": ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "calls itself|deep|worker stop"),
    "deep loops": ("{% for a in [1] %}" * 60 + "{% endfor %}" * 60, "deep"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_design_of_a_folder_ends_in_a_sentence(
    name: str, make_docx: MakeDocx, tmp_path: Path, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, says = HOSTILE[name]
    monkeypatch.setattr(worker, "SECONDS", 3)
    (tmp_path / "resume.docx").write_bytes(make_docx(paragraph("", words)))
    with pytest.raises(ApplykitError, match=says) as caught:
        render_documents(application, load_design(tmp_path))
    assert str(caught.value).startswith(str(tmp_path))


def test_packaged_designs_are_rendered_here_and_folders_apart(
    tmp_path: Path, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_design("classic", tmp_path / "mine")
    asked: list[str] = []
    render = worker.render_apart

    def noted(data: bytes, context: Any, *, name: str, **options: Any) -> bytes:
        asked.append(name)
        return render(data, context, name=name, **options)

    monkeypatch.setattr(worker, "render_apart", noted)
    here = render_documents(application, load_design("classic"), country="US")
    assert asked == []
    apart = render_documents(application, load_design(tmp_path / "mine"), country="US")
    assert len(asked) == 3
    assert apart == here


def test_a_tag_cannot_put_a_field_together(make_docx: MakeDocx, tmp_path: Path, application: Application) -> None:
    codes = ("begin", None, "PAGE", "{%r endif %}", "{{ 'DDE' ~ 'AUTO' }} cmd x", "end")
    body = "".join(
        f'<w:r><w:fldChar w:fldCharType="{code}"/></w:r>'
        if code in ("begin", "end")
        else run("{%r if false %}")
        if code is None
        else run(code)
        if code.startswith("{%")
        else f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        for code in codes
    )
    (tmp_path / "resume.docx").write_bytes(make_docx(paragraph("", body)))
    with pytest.raises(ApplykitError, match="not one that documents may hold"):
        render_documents(application, load_design(tmp_path))


def test_a_worker_that_dies_is_reported() -> None:
    with pytest.raises(ApplykitError, match="made the worker stop"):
        read_answer(b"", "t.docx")


def test_the_worker_answers_in_json(make_docx: MakeDocx) -> None:
    import base64

    data = base64.b64encode(make_docx("<w:p/>")).decode()
    order = {"data": data, "key": "1", "context": {}, "name": "t.docx", "fields": {}}
    known: dict[str, bytes] = {}
    assert base64.b64decode(answer_order(order, known)["document"])[:2] == b"PK"
    assert answer_order({**order, "data": ""}, {})["problems"][0]["file"] == "t.docx"
    lines = json.dumps(order) + "\n" + json.dumps({key: order[key] for key in order if key != "data"}) + "\n"
    done = subprocess.run(worker.COMMAND, input=lines, capture_output=True, text=True, check=False)
    first, second = done.stdout.splitlines()
    assert json.loads(first)["document"]
    assert first == second
