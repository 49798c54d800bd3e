"""Where the packaged data folders lie: in a wheel, in an editable install and in a checkout alike."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]


def find_data_folder(name: str) -> Path:
    """The folder `name` ("templates", "skills_lexicon", "examples").

    In a wheel the build puts it inside the package; in a checkout it lies at the top level.
    Raises FileNotFoundError where neither exists, which means a broken installation.
    """
    for root in (PACKAGE, CHECKOUT):
        folder = root / name
        if folder.is_dir() and (root is PACKAGE or (root / "pyproject.toml").is_file()):
            return folder
    raise FileNotFoundError(f"applykit is installed without its {name!r} folder; install it again.")
