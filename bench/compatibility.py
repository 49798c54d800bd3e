"""docxtpl's own test templates through both engines: which show the same text, and how the others differ.

`python bench/compatibility.py FOLDER`, where FOLDER is tests/templates of docxtpl's repository. Only templates that
take plain data can be compared; the values below are made up, in the shapes that the templates ask for.
"""

import difflib
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError
from lxml import etree

from applykit.documents.engine import compile_template
from applykit.errors import ApplykitError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
DIFFERENCES = 6
ORDER = [{"desc": "Lamp", "qty": 2, "price": "9"}, {"desc": "Desk", "qty": 5, "price": "80"}]
PERSON = {
    "name": "J",
    "age": 25,
    "email": "j@example.com",
    "is_student": True,
    "has_degree": True,
    "degree_field": "CS",
}
CONTEXTS: dict[str, dict[str, Any]] = {
    "cellbg_tpl": {"alerts": [{"date": "2015", "desc": "Late", "type": "A", "bg": "FF0000"}]},
    "comments_tpl": {},
    "doc_properties_tpl": {"test": "Hello"},
    "dynamic_table_tpl": {"col_labels": ["a", "b"], "tbl_contents": [{"label": "x", "cols": ["1", "2"]}]},
    "escape_tpl": {
        **dict.fromkeys(("myvar", "nlnp", "mylisting", "page_break", "new_listing"), "x"),
        "myescvar": "a < b",
        "some_html": "OK\n\n<html>\n",
    },
    "footnotes_tpl": {"a_jinja_variable": "here"},
    "get_undeclared_variables": {
        **PERSON,
        "skills": ["P", "Q"],
        "projects": [{"name": "a", "year": 2020, "description": "d"}],
        **dict.fromkeys(("company_name", "page_number", "generation_date", "author"), "x"),
    },
    "header_footer_tpl": {"title": "T", "company_name": "C", "date": "D", "mysubdoc": ""},
    "header_footer_entities_tpl": {"title": "T"},
    "header_footer_tpl_utf8": {"title": "헤더", "company_name": "회사", "date": "D", "mysubdoc": ""},
    "horizontal_merge_tpl": {},
    "less_cells_after_loop_tpl": {},
    "merge_paragraph_tpl": {"living_in_town": True},
    "multi_rendering_tpl": {"title": "T", "body": "B"},
    "nested_for_tpl": {
        "dishes": [{"name": "Pie", "ingredients": ["apples", "flour"]}],
        "authors": [{"name": "S", "books": [{"title": "L"}, {"title": "V"}]}],
    },
    "order_tpl": {
        "customer_name": "E",
        "items": ORDER,
        "in_europe": True,
        "is_paid": False,
        "company_name": "W",
        "total_price": "89",
    },
    "preserve_spaces_tpl": {"tag_1": "looking", "tag_2": "too"},
    "richtext_and_if_tpl": {"foobar": "Foobar!"},
    "template_error_tpl": {"test_variable": "v"},
    "vertical_merge_tpl": {"items": ORDER, "total_price": "89", "category": "Home"},
    "vertical_merge_nested_tpl": {},
    "word2016_tpl": {"test_space": "   ", "test_tabs": "\t\t", "test_space_r": "  ", "test_tabs_r": "\t"},
}


def shown_text(document: bytes) -> list[str]:
    """The lines of all parts that hold text; empty ones are left out."""
    lines = []
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in sorted(filter(STORIES.fullmatch, archive.namelist())):
            for paragraph in etree.fromstring(archive.read(name)).iter(f"{W}p"):
                leaves = (leaf for run in paragraph.iter(f"{W}r") for leaf in run.iter(f"{W}t", f"{W}tab", f"{W}br"))
                text = "".join(
                    "\t" if leaf.tag == f"{W}tab" else leaf.text or "\n" * (leaf.tag == f"{W}br") for leaf in leaves
                )
                lines += [text] if text.strip() else []
    return lines


def by_docxtpl(path: Path, context: dict[str, Any]) -> list[str]:
    try:
        document = DocxTemplate(str(path))
        document.render(dict(context), autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return shown_text(buffer.getvalue())
    except TemplateError as error:
        return [f"refused: {error}"]


def by_applykit(path: Path, context: dict[str, Any]) -> list[str]:
    try:
        return shown_text(compile_template(path.read_bytes(), name=path.name).render(context))
    except ApplykitError as error:
        return [f"refused: {error}"]


def main() -> int:
    folder = Path(sys.argv[1])
    contexts = CONTEXTS | {"module_execute_tpl": json.loads((folder / "module_execute.json").read_text("utf-8"))}
    same = 0
    for name, context in sorted(contexts.items()):
        theirs, ours = (engine(folder / f"{name}.docx", context) for engine in (by_docxtpl, by_applykit))
        same += theirs == ours
        print(f"{'same' if theirs == ours else 'differs':8} {name}")
        changed = [line for line in difflib.unified_diff(theirs, ours, lineterm="", n=0) if not line.startswith("@@")]
        for line in changed[2 : 2 + DIFFERENCES]:
            print(f"         {line[:110]!r}")
    print(f"{same} of {len(contexts)} templates show the same text")
    return 0


if __name__ == "__main__":
    sys.exit(main())
