"""The Jinja environment of templates: a sandbox that escapes, counts, and names the field it misses."""

import functools
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, StrictUndefined, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from applykit.documents.engine.limits import Budget, bounded_filter, bounded_operation, bounded_text, check_arguments
from applykit.documents.engine.links import Links
from applykit.documents.engine.text import (
    plain_words,
    to_field_markup,
    to_markup,
    to_plain_markup,
    to_property_markup,
)

RUN = "render__"
ESCAPES = {"plain__": to_plain_markup, "field__": to_field_markup, "core__": to_property_markup}
DROPPED_FILTERS = ("urlize", "xmlattr", "tojson", "pprint", "random", "forceescape")
DROPPED_GLOBALS = ("lipsum", "cycler", "joiner")


class Run:
    """What belongs to one render: the document's budget and the links of the part being filled."""

    __slots__ = ("budget", "links")

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.links = Links()


class FieldError(Exception):
    """A field that the context does not have; `known` are the fields there are at that place."""

    def __init__(self, name: str, known: tuple[str, ...] | None) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class MissingField(StrictUndefined):
    """Raises FieldError where StrictUndefined raises its own error."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> Any:
        owner = self._undefined_obj
        known = tuple(str(key) for key in owner) if isinstance(owner, dict) else None
        raise FieldError(str(self._undefined_name), known)

    __str__ = __len__ = __iter__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __contains__ = __add__ = __radd__ = __call__ = __getitem__ = _fail_with_undefined_error
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = _fail_with_undefined_error

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._fail_with_undefined_error()


def run_of(context: Context) -> Run:
    run = context.parent[RUN]
    if not isinstance(run, Run):
        raise SecurityError("the render's own data was replaced")
    return run


@pass_context
def each(context: Context, values: Any) -> Any:
    """The values of a `for`, counted against the budget."""
    if isinstance(values, Undefined):
        iter(values)
    return run_of(context).budget.bounded(values)


def concat(*values: Any) -> Any:
    """Jinja's `~`, refused where the result would be too large."""
    bounded_text(range(sum(len(str(value)) for value in values)))
    return markup_join(values)


@pass_context
def link(context: Context, target: Any) -> str:
    """The relationship id of a link target in this document, or "" where the target is not safe to follow."""
    return run_of(context).links.add(plain_words(target))


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Immutable sandbox over plain values: fields win over methods of the same name, calls are counted."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        if obj is not each and obj is not link and obj is not concat:
            run_of(context).budget.spend_call()
            check_arguments(getattr(obj, "__self__", None), [*args, *kwargs.values()])
        return bounded_text(super().call(context, obj, *args, **kwargs))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            check_arguments(value.__self__, ())
        return wrapped

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        bounded_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)


def join_bounded(eval_ctx: nodes.EvalContext, value: Any, d: str = "", attribute: Any = None) -> Any:
    """Jinja's `join`, refused where the result would be too large."""
    from jinja2.filters import do_join

    values = list(value)
    bounded_text(range(sum(len(str(item)) + len(d) for item in values)))
    return do_join(eval_ctx, values, d, attribute)


def nowrap(value: Any) -> str:
    """The text with spaces that do not break, so that a phone number or a place stays on one line."""
    return plain_words(value).replace(" ", "\u00a0")


@functools.cache
def shared_environment() -> TemplateEnvironment:
    """The one environment of all templates; nothing changes it after it is made."""
    environment = TemplateEnvironment(autoescape=True, undefined=MissingField, finalize=finalize, cache_size=0)
    for name in DROPPED_FILTERS:
        environment.filters.pop(name)
    for name in DROPPED_GLOBALS:
        environment.globals.pop(name)
    environment.filters = {name: bounded_filter(each_filter) for name, each_filter in environment.filters.items()}
    # Everything is escaped once, at the end; these would say that something need not be.
    for name in ("safe", "e", "escape"):
        environment.filters[name] = plain_words
    environment.filters |= ESCAPES | {"nowrap": nowrap, "join": bounded_join()}
    environment.globals |= {"each__": each, "concat__": concat, "link__": link}
    return environment


def bounded_join() -> Callable[..., Any]:
    from jinja2 import pass_eval_context

    return pass_eval_context(join_bounded)


@pass_context
def finalize(_context: Context, value: Any) -> Any:
    """The escape of `w:t`, applied to everything a template prints.

    It takes the context only so that Jinja does not print constants while compiling, which would pass by this filter.
    """
    if isinstance(value, Undefined):
        str(value)
    return to_markup(value)


class Counting(NodeTransformer):
    """Lets every `for` pass through `each__` and every `~` through `concat__`, where they are counted."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the name Jinja looks for
        self.generic_visit(node)
        node.iter = called("each__", [node.iter], node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802
        self.generic_visit(node)
        return called("concat__", node.nodes, node.lineno)


def called(name: str, arguments: Sequence[nodes.Node], line: int) -> nodes.Call:
    return nodes.Call(nodes.Name(name, "load", lineno=line), list(arguments), [], None, None, lineno=line)


def parse_counted(source: str) -> nodes.Template:
    """The parsed template with everything countable counted; raises jinja2.TemplateSyntaxError."""
    tree = shared_environment().parse(source)
    Counting().visit(tree)
    tree.set_environment(shared_environment())
    return tree
