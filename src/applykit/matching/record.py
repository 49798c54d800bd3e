"""The answer to a requirement as plain JSON values."""

from collections.abc import Callable
from typing import Any

from applykit.matching.model import Evidence, Match


def answer_record(match: Match, branch_record: Callable[[Match], dict[str, Any]]) -> dict[str, Any]:
    """Status, gate, reason and evidence, with the question and the branches where there are any.

    `branch_record` writes a branch, since the records of different files tell the requirement in different detail.
    """
    record: dict[str, Any] = {
        "status": match.status.value,
        "gate": match.gate,
        "why": match.why,
        "evidence": [evidence_record(evidence) for evidence in match.evidence],
    }
    if match.question:
        record["question"] = match.question
    if match.branches:
        record["branches"] = [branch_record(branch) for branch in match.branches]
    return record


def evidence_record(evidence: Evidence) -> dict[str, str]:
    """A quote with its pointer, and a note where there is one."""
    record = {"quote": evidence.quote, "pointer": evidence.pointer, "how": evidence.how}
    return record | ({"note": evidence.note} if evidence.note else {})
