"""How much a template may do: loops, sizes of texts and numbers, and the document as a whole.

All limits count work, never time, so that the same template always ends the same way.
"""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from jinja2.exceptions import SecurityError

LOOP_STEPS = 200_000
CALLS = 50_000
TEXT_LENGTH = 1_000_000
NUMBER = 100_000
EXPONENT = 64
LARGE = 10**12
OUTPUT_LENGTH = 20_000_000  # characters of one part; a hundred pages are about two million
WIDE_FORMAT = re.compile(r"\d{5,}")


class Budget:
    """What one render has left; made anew for every document, never shared."""

    __slots__ = ("calls", "steps")

    def __init__(self) -> None:
        self.steps = LOOP_STEPS
        self.calls = CALLS

    def spend_steps(self, count: int) -> None:
        self.steps -= count
        if self.steps < 0:
            raise SecurityError(f"the template loops more than {LOOP_STEPS} times")

    def spend_call(self) -> None:
        self.calls -= 1
        if self.calls < 0:
            raise SecurityError(f"the template calls more than {CALLS} macros or methods")

    def bounded(self, values: Iterable[Any]) -> Any:
        """The values of a loop, counted before the first step."""
        if not isinstance(values, (list, tuple, dict, str, range)):
            values = list(islice(values, self.steps + 1))
        self.spend_steps(len(values))
        return values


def bounded_text(value: Any) -> Any:
    """The value, unless it is a text or list longer than any document needs."""
    if isinstance(value, (str, list, tuple, range)) and len(value) > TEXT_LENGTH:
        raise SecurityError(f"a text or list of the template grows beyond {TEXT_LENGTH} items")
    return value


def check_arguments(subject: Any, arguments: Iterable[Any]) -> None:
    """Refuse widths and counts that would fill the memory in one call, such as `center(10 ** 9)`."""
    for argument in arguments:
        if isinstance(argument, (int, float)) and abs(argument) > NUMBER:
            raise SecurityError(f"a number larger than {NUMBER} is given to a filter or method")
    if isinstance(subject, str) and "{" in subject and WIDE_FORMAT.search(subject):
        raise SecurityError("a format is wider than any line")


def bounded_filter(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose arguments and result are checked; what Jinja passes it (context …) stays the same."""

    def checked(*args: Any, **kwargs: Any) -> Any:
        check_arguments(None, [*args, *kwargs.values()])
        return bounded_text(function(*args, **kwargs))

    for name in ("jinja_pass_arg", "jinja_async_variant"):
        if hasattr(function, name):
            setattr(checked, name, getattr(function, name))
    return checked


def bounded_operation(operator: str, left: Any, right: Any) -> None:
    """Refuse products, powers, sums and formats that would fill the memory."""
    CHECKS[operator](left, right)


def are_numbers(left: Any, right: Any) -> bool:
    return isinstance(left, (int, float)) and isinstance(right, (int, float))


def size_of(value: Any) -> int:
    return len(value) if isinstance(value, (str, list, tuple)) else 0


def check_power(left: Any, right: Any) -> None:
    if not are_numbers(left, right) or abs(right) > EXPONENT or abs(left) > NUMBER:
        raise SecurityError("a power is too large")


def check_product(left: Any, right: Any) -> None:
    if are_numbers(left, right):
        too_large = max(abs(left), abs(right)) > LARGE
    else:
        count, size = (right, size_of(left)) if isinstance(right, int) else (left, size_of(right))
        too_large = isinstance(count, int) and count * max(size, 1) > TEXT_LENGTH
    if too_large:
        raise SecurityError("a product is too large")


def check_format(left: Any, _right: Any) -> None:
    if isinstance(left, str) and (WIDE_FORMAT.search(left) or "*" in left):
        raise SecurityError("a format is wider than any line")


def check_sum(left: Any, right: Any) -> None:
    if size_of(left) + size_of(right) > TEXT_LENGTH:
        raise SecurityError("a joined text is too large")


CHECKS: dict[str, Callable[[Any, Any], None]] = {
    "**": check_power,
    "*": check_product,
    "%": check_format,
    "+": check_sum,
}
