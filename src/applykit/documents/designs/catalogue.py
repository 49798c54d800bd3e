"""The designs that come with applykit."""

from applykit.documents.designs.look import Look

CLASSIC = Look(
    name="classic",
    summary="Centred name, hair rules under the headings, dates at the right margin.",
    align="center",
)
MODERN = Look(
    name="modern",
    summary="Large name at the left, one accent colour, employers on a line of their own.",
    name_size=26,
    name_bold=False,
    caps="caps",
    spread=16,
    heading_size=10.5,
    heading_before=12,
    heading_after=1,
    rule="",
    head_rule=True,
    accent="0B5563",
    separator="·",
    stacked=True,
)
COMPACT = Look(
    name="compact",
    summary="Everything that fits on a page: smaller margins and distances, still easy to read.",
    body=10,
    letter_body=10.5,
    line=1.08,
    name_size=20,
    heading_size=11.5,
    heading_before=7,
    heading_after=1,
    rule="top",
    rule_color="7F7F7F",
    accent="262626",
    margin=0.7,
    margin_top=0.55,
    job_gap=3.5,
    entry_gap=1.5,
    bullet_gap=1,
)
PLAIN = Look(
    name="plain",
    summary="No lists, tab stops, rules or colours: what is left when it is copied into a form is all there is.",
    font="Arial",
    body=10,
    letter_body=10.5,
    line=1.12,
    name_size=20,
    heading_size=11,
    rule="",
    accent="000000",
    bullet="-",
    plain=True,
)

LOOKS = (CLASSIC, MODERN, COMPACT, PLAIN)
