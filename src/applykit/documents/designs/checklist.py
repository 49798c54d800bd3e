"""The gap checklist of a design: gates first, then requirements beside evidence, then what to do."""

from applykit.documents.designs.blocks import cell, checkbox, each, paragraph, row, row_tag, run, table, tag, when
from applykit.documents.designs.look import Look

SIGNS = {"Met": "✓", "Partly": "◐", "Missing": "✗", "Ask": "?"}

SYMBOLS = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>'


def answer() -> str:
    """The status of a row as sign, word and colour."""
    branches = []
    for number, (name, sign) in enumerate(SIGNS.items()):
        word = "if" if number == 0 else "elif"
        branches.append(run(f"{{% {word} row.status == '{name.lower()}' %}}"))
        branches.append(run(sign, f"Status{name}", SYMBOLS))
        branches.append(run("\u00a0{{ row.answer }}", f"Status{name}"))
    return "".join(branches) + run("{% endif %}")


def evidence() -> str:
    """What the profile shows, quoted, a line each; an honest "nothing" where there is nothing."""
    return (
        each("quote in row.evidence", paragraph("TableText", "{{ quote }}"))
        + when("row.none", paragraph("TableQuote", "{{ row.none }}"))
        + when("row.note", paragraph("TableQuote", "{{ row.note }}"))
    )


def requirement_table(look: Look, rows: str, caption: str) -> str:
    head = row(
        cell(750, paragraph("TableHead", "Answer")),
        cell(2000, paragraph("TableHead", "The posting asks")),
        cell(2250, paragraph("TableHead", "You have")),
        header=True,
    )
    line = row(
        cell(750, paragraph("TableText", answer())),
        cell(2000, paragraph("TableText", "{{ row.asked }}")),
        cell(2250, evidence()),
    )
    return table(
        (15, 40, 45),
        look.text_width,
        head,
        row_tag(f"for row in {rows}", 3),
        line,
        row_tag("endfor", 3),
        caption=caption,
    )


def part(look: Look, rows: str, heading: str, caption: str) -> str:
    """A heading with its table, both only where there are rows."""
    return when(rows, paragraph("Heading1", heading), requirement_table(look, rows, caption))


def questions() -> str:
    """Questions that only the person can answer, with boxes to tick."""
    boxes = checkbox("Yes") + run("\u00a0Yes   ") + checkbox("No") + run("\u00a0No")
    return when(
        "questions",
        paragraph("Heading1", "Ask yourself"),
        each("question in questions", paragraph("Question", run("{{ question }}\t"), boxes)),
    )


def plan(look: Look) -> str:
    """What closes each gap, how long it takes, and where."""
    head = row(
        cell(300, paragraph("TableHead", "Done")),
        cell(1200, paragraph("TableHead", "Gap")),
        cell(2400, paragraph("TableHead", "What closes it, and where")),
        cell(1100, paragraph("TableHead", "How long")),
        header=True,
    )
    line = row(
        cell(300, paragraph("TableText", checkbox("Done"))),
        cell(1200, paragraph("TableText", "{{ step.gap }}")),
        cell(
            2400,
            paragraph("TableText", "{{ step.what }}"),
            tag("if step.where"),
            paragraph("TableQuote", "{{ step.where }}"),
            tag("endif"),
            tag("if step.apply_anyway"),
            paragraph("TableText", "{{ step.apply_anyway }}"),
            tag("endif"),
        ),
        cell(1100, paragraph("TableText", "{{ step.how_long }}")),
    )
    rows = (head, row_tag("for step in plan", 4), line, row_tag("endfor", 4))
    closing = table((6, 24, 48, 22), look.text_width, *rows, caption="What closes each gap")
    return when("plan", paragraph("Heading1", "Close the gaps"), closing)


def hints(field: str, heading: str) -> str:
    return when(field, paragraph("Heading1", heading), each(f"line in {field}", paragraph("ListBullet", "{{ line }}")))


def checklist(look: Look) -> str:
    """The body of gap-checklist.docx."""
    return (
        paragraph("Title", "{{ title }}")
        + paragraph("Subtitle", "{{ subtitle }}")
        + when("score", paragraph("Line", run("{{ score[0] }}", "Strong"), run("{{ '  ' ~ score[1:]|join(' · ') }}")))
        + part(look, "gates", "Gates: what decides first", "Gates")
        + questions()
        + part(look, "required", "Required", "Required, beside your evidence")
        + part(look, "preferred", "Preferred", "Preferred, beside your evidence")
        + part(look, "duties", "What the work involves", "Duties, beside your evidence")
        + plan(look)
        + hints("louder", "Say louder")
        + hints("usual", "Often asked in this work, though not in this posting")
        + paragraph("Line", "")
    )
