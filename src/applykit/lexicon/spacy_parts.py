"""The three parts of spaCy that the lexicon needs, without starting the rest of spaCy.

`import spacy` also brings its command line, its trainable pipelines and their settings, nearly half of its start. So
its submodules are imported without the package's own `__init__`. That runs when anyone asks for more than they define
(`spacy.load`, `import spacy.cli`): for everyone else spaCy is as it would be after `import spacy`.
"""

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

PARTS = ("tokens", "vocab", "matcher")  # tokens first: it and the vocabulary import each other


class LatePackage(ModuleType):
    """A package whose `__init__` has not run yet.

    It has no `__path__`, so that Python asks for one before it imports a further submodule.
    """

    def __getattr__(self, name: str) -> Any:
        """Run `__init__`, once, and look for the name again."""
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec = self.__spec__
        if spec and spec.loader:
            self.__path__ = list(spec.submodule_search_locations or ())
            spec.loader.exec_module(self)
        return getattr(self, name)


def import_parts(name: str, parts: tuple[str, ...]) -> None:
    """Import submodules of a package without its `__init__`.

    Nothing happens where the package was imported before, is missing, or needs its `__init__` for these parts: then an
    ordinary import does all, or says what is wrong.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        return
    package = sys.modules[name] = module_from_spec(spec)
    try:
        for part in parts:
            import_module(f"{name}.{part}")
    except (ImportError, AttributeError):
        del sys.modules[name]
    else:
        del package.__path__
        package.__class__ = LatePackage


import_parts("spacy", PARTS)

from spacy.matcher import PhraseMatcher  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

__all__ = ["Doc", "PhraseMatcher", "Vocab"]
