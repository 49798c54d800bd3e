"""`python -m applykit.documents.designs`: build the Word files of all designs into templates/."""

from applykit.documents.designs import LOOKS, build_design
from applykit.resources import find_data_folder

for look in LOOKS:
    build_design(look, find_data_folder("templates") / look.name)
    print(f"templates/{look.name}")
