"""What an inspection of a person's own template finds."""

from dataclasses import dataclass

from applykit.documents.check.model import Finding
from applykit.errors import Problem


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field that applykit does not have: where it is used, and the nearest it has."""

    name: str
    tag: str
    part: str
    paragraph: str
    nearest: str | None


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """One template looked through.

    `kind` is the kind of document it is for, `fields` the fields it uses (`sections[].heading`), `broken` what keeps it
    from being used, `notes` what works but not as it looks, `placeholders` what looks like a placeholder of another
    program, `risks` what programs that read the finished document would stumble over.
    """

    file: str
    kind: str
    fields: tuple[str, ...] = ()
    unknown: tuple[UnknownField, ...] = ()
    broken: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    risks: tuple[Finding, ...] = ()

    @property
    def usable(self) -> bool:
        return not self.broken and not self.unknown
