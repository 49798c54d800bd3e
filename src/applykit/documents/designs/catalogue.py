"""The designs that come with applykit."""

from applykit.documents.designs.look import Look

CLASSIC = Look(
    name="classic",
    summary="Centred name, hair rules under small-capital headings, dates at the right margin.",
    name_align="center",
    heading_caps="smallCaps",
    heading_size=12,
    heading_spacing=10,
)

LOOKS = (CLASSIC,)
