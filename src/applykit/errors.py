"""Problems that a person can mend, collected and reported all at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: what was found and what to do about it.

    `line` and `column` count from 1. A `warning` never stops the work.
    """

    message: str
    remedy: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    warning: bool = False

    def __str__(self) -> str:
        file = "standard input" if self.file == "-" else self.file
        place = ":".join(str(part) for part in (file, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} {self.remedy}" if self.remedy else text


class ApplykitError(Exception):
    """An input could not be used; `problems` holds everything found wrong with it, in order."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type["ApplykitError"], tuple[tuple[Problem, ...]]]:
        """Keep the problems when the error crosses a process border."""
        return type(self), (self.problems,)
