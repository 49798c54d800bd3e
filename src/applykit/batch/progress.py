"""Progress with counts, rate and time left: one moving line on a terminal, plain lines in a log."""

import sys
import time
from typing import TextIO

TERMINAL_SECONDS = 0.2
LOG_SECONDS = 30.0


class Progress:
    """Call it with (what, done, total); it prints when enough time has passed, and always at the end."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self.stream = stream or sys.stderr
        self.quiet = quiet
        self.moving = self.stream.isatty()
        self.started: dict[str, float] = {}
        self.said = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        moment = time.monotonic()
        start = self.started.setdefault(what, moment)
        last = done >= total
        if self.quiet or (not last and moment - self.said < (TERMINAL_SECONDS if self.moving else LOG_SECONDS)):
            return
        self.said = moment
        line = describe(what, done, total, seconds=moment - start)
        self.stream.write(f"\r{line:<70}" + ("\n" if last else "") if self.moving else line + "\n")
        self.stream.flush()


def describe(what: str, done: int, total: int, *, seconds: float) -> str:
    """ "applications: 120 of 400, 61.2 a second, 5 s left"; no rate before there is one."""
    text = f"{what}: {done} of {total}"
    if seconds < 1 or not done:
        return text
    rate = done / seconds
    left = "" if done >= total else f", {(total - done) / rate:.0f} s left"
    return f"{text}, {rate:.1f} a second{left}"
