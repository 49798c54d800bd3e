"""Rendering a stranger's template in a process of its own, which is ended when it takes too long.

The engine counts loops and sizes, but a template may still be slow in ways that no count foresees. The work goes to a
fresh interpreter as JSON on standard input and comes back the same way; nothing is unpickled.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from applykit.errors import ApplykitError, Problem

SECONDS = 20
MEBIBYTES = 768


def render_apart(
    data: bytes,
    context: Mapping[str, Any],
    *,
    name: str,
    fields: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
) -> bytes:
    """Compile and render a template in a worker; raises ApplykitError with what went wrong, or when time is up."""
    order = {"data": base64.b64encode(data).decode(), "context": context, "name": name, "fields": dict(fields or {})}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "applykit.documents.engine.worker"],
            input=json.dumps(order),
            capture_output=True,
            check=False,
            timeout=seconds,
            encoding="utf-8",
        )
    except subprocess.TimeoutExpired:
        message = f"did not finish within {seconds:g} seconds."
        raise ApplykitError(Problem(message, "Check the loops of the template.", file=name)) from None
    return read_answer(done.stdout, name)


def read_answer(answer: str, name: str) -> bytes:
    """The document in a worker's answer, or its problems as an error."""
    try:
        made = json.loads(answer)
    except ValueError:
        message = "made the worker stop, most likely for want of memory."
        raise ApplykitError(Problem(message, "Check the loops of the template.", file=name)) from None
    if "document" in made:
        return base64.b64decode(made["document"])
    raise ApplykitError(Problem(**problem) for problem in made["problems"])


def answer_order(order: Mapping[str, Any]) -> dict[str, Any]:
    """What the worker does with one order."""
    from applykit.documents.engine.compile import compile_template

    try:
        template = compile_template(base64.b64decode(order["data"]), name=order["name"], fields=order["fields"])
        return {"document": base64.b64encode(template.render(order["context"])).decode()}
    except ApplykitError as error:
        plain = [{"message": p.message, "remedy": p.remedy, "file": p.file} for p in error.problems]
        return {"problems": plain}


def limit_memory() -> None:
    """Let the system refuse memory beyond the limit, where it can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    size = MEBIBYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main() -> None:
    limit_memory()
    sys.stdout.write(json.dumps(answer_order(json.load(sys.stdin))))


if __name__ == "__main__":
    main()
