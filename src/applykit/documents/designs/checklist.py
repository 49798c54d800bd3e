"""The gap checklist of a design: gates first, then requirements beside evidence, then what to do."""

from applykit.documents.designs.blocks import cell, checkbox, each, paragraph, row, row_tag, run, table, when
from applykit.documents.designs.look import Look
from applykit.documents.designs.resume import bullet, heading

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


def boxes() -> str:
    """Yes and no to tick, always on one line."""
    return checkbox("Yes") + run("\u00a0Yes\u00a0\u00a0\u00a0") + checkbox("No") + run("\u00a0No")


def evidence() -> str:
    """What the profile shows, quoted; what only the person can say, with boxes; an honest "nothing" where both lack."""
    return (
        each("quote in row.evidence", paragraph("TableText", "{{ quote }}"))
        + when("row.none", paragraph("TableQuote", "{{ row.none }}"))
        + when("row.note", paragraph("TableQuote", "{{ row.note }}"))
        + when("row.question", paragraph("TableText", run("{{ row.question }}   "), boxes()))
    )


def rows_of(rows: str, mark: str = "") -> tuple[str, str, str]:
    """A row for each requirement of a list; `mark` stands behind what is asked."""
    asked = run("{{ row.asked }}") + (run(f" ·\u00a0{mark}", "Place") if mark else "")
    line = row(
        cell(650, paragraph("TableText", answer())),
        cell(1600, paragraph("TableText", asked)),
        cell(2750, evidence()),
    )
    return row_tag(f"for row in {rows}", 3), line, row_tag("endfor", 3)


def requirement_table(look: Look, *lines: str, caption: str) -> str:
    head = row(
        cell(650, paragraph("TableHead", "Answer")),
        cell(1600, paragraph("TableHead", "The posting asks")),
        cell(2750, paragraph("TableHead", "You have")),
        header=True,
    )
    return table((13, 32, 55), look.text_width, head, *lines, caption=caption)


def requirements(look: Look) -> str:
    """Gates, then required and preferred in one table, then the work in a few lines; each only where there is any."""
    gates = requirement_table(look, *rows_of("gates"), caption="Gates")
    both = requirement_table(
        look, *rows_of("required"), *rows_of("preferred", "preferred"), caption="Required and preferred"
    )
    return (
        when("gates", heading(look, "Gates: what decides first"), gates)
        + questions(look)
        + when("required or preferred", heading(look, "Beside your evidence"), both)
        + when(
            "duty_lines",
            heading(look, "What the work involves"),
            each("line in duty_lines", paragraph("Line", "{{ line }}")),
        )
    )


def questions(look: Look) -> str:
    """Questions that only the person can answer, with boxes to tick."""
    return when(
        "questions",
        heading(look, "Ask yourself"),
        each("question in questions", paragraph("Question", run("{{ question }}\t"), boxes())),
    )


def plan(look: Look) -> str:
    """What closes each gap, where, and how long it takes; then whether to apply in spite of it."""
    head = row(
        cell(350, paragraph("TableHead", "Done")),
        cell(1150, paragraph("TableHead", "Gap")),
        cell(2500, paragraph("TableHead", "What closes it, and where")),
        cell(1000, paragraph("TableHead", "How long")),
        header=True,
    )
    advice = run("{{ step.what }}") + run("{% if step.where %} {{ step.where }}{% endif %}", "Place")
    line = row(
        cell(350, paragraph("TableText", checkbox("Done"))),
        cell(1150, paragraph("TableText", "{{ step.gap }}")),
        cell(2500, paragraph("TableText", advice)),
        cell(1000, paragraph("TableText", "{{ step.how_long }}")),
    )
    rows = (head, row_tag("for step in plan", 4), line, row_tag("endfor", 4))
    closing = table((7, 23, 50, 20), look.text_width, *rows, caption="What closes each gap")
    apply = each("line in apply", paragraph("Advice", "{{ line }}"))
    return when("plan", heading(look, "Close the gaps"), closing, apply)


def hints(look: Look, field: str, words: str) -> str:
    return when(field, heading(look, words), each(f"line in {field}", bullet(look)))


def checklist(look: Look) -> str:
    """The body of gap-checklist.docx."""
    return (
        paragraph("SheetTitle", "{{ title }}")
        + paragraph("Subtitle", "{{ subtitle }}")
        + when("score", paragraph("Line", run("{{ score[0] }}", "Strong"), run("{{ '  ' ~ score[1:]|join(' · ') }}")))
        + requirements(look)
        + plan(look)
        + hints(look, "louder", "Say louder")
        + hints(look, "usual", "Often asked in this work, though not in this posting")
        + paragraph("TableEnd")
    )
