"""Which fields a template uses, and which of them there are not, without rendering it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from applykit.documents.engine.faults import nearest
from applykit.documents.engine.marking import part_in_words
from applykit.documents.engine.model import Tag
from applykit.documents.engine.sandbox import shared_environment
from applykit.documents.engine.source import written
from applykit.documents.own.model import UnknownField

# A shape that nothing is known about: the value of a macro's argument, of a filter, of a literal.
ANY: Any = None
SAME = frozenset(("list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"))


@dataclass(frozen=True, slots=True)
class Seen:
    """A value of a template: its shape and the path by which it was reached."""

    shape: Any = ANY
    path: str = ""


@dataclass(slots=True)
class Usage:
    """The fields found so far; `scopes` are the names bound by loops, macros and `set`, the innermost last."""

    tags: tuple[Tag, ...]
    root: dict[str, Any]
    used: set[str] = field(default_factory=set)
    unknown: dict[tuple[str, int], UnknownField] = field(default_factory=dict)
    scopes: list[dict[str, Seen]] = field(default_factory=list)

    def note(self, seen: Seen) -> Seen:
        if seen.path:
            self.used.add(seen.path)
        return seen

    def miss(self, name: str, node: nodes.Node, known: Iterable[str]) -> Seen:
        number = node.lineno - 2
        tag = self.tags[number] if 0 <= number < len(self.tags) else Tag("var", name)
        self.unknown.setdefault(
            (name, number),
            UnknownField(
                name, str(tag), part_in_words(tag.part), tag.paragraph, nearest(name.rpartition(".")[2], known)
            ),
        )
        return Seen()


def field_usage(tags: tuple[Tag, ...], fields: dict[str, Any]) -> tuple[tuple[str, ...], tuple[UnknownField, ...]]:
    """The paths of the fields that the tags of one part use, sorted, and the unknown ones in order."""
    tree = shared_environment().parse("".join(written(tag) for tag in tags))
    usage = Usage(tags, fields, scopes=[{}])
    for child in tree.body:
        visit(child, usage)
    return tuple(sorted(usage.used)), tuple(usage.unknown.values())


def visit(node: nodes.Node, usage: Usage) -> Seen:
    """Follow one node; gives what is known of its value."""
    handler = HANDLERS.get(type(node))
    if handler is not None:
        return handler(node, usage)  # type: ignore[no-any-return]
    for child in node.iter_child_nodes():
        visit(child, usage)
    return Seen()


def visit_name(node: nodes.Name, usage: Usage) -> Seen:
    name = node.name
    for scope in reversed(usage.scopes):
        if name in scope:
            return scope[name]
    if name in usage.root:
        return usage.note(Seen(usage.root[name], name))
    if name.endswith("__") or name in shared_environment().globals:
        return Seen()
    bound = {known for scope in usage.scopes for known in scope}
    return usage.miss(name, node, {*usage.root, *bound})


def visit_attribute(node: nodes.Getattr | nodes.Getitem, usage: Usage) -> Seen:
    """`job.title`, `job["title"]`, `jobs[0]`."""
    owner = visit(node.node, usage)
    name: Any = node.attr if isinstance(node, nodes.Getattr) else constant(node.arg)
    if isinstance(node, nodes.Getitem) and name is None:
        visit(node.arg, usage)
        return Seen()
    if isinstance(owner.shape, dict) and isinstance(name, str):
        if name in owner.shape:
            return usage.note(Seen(owner.shape[name], f"{owner.path}.{name}"))
        return (
            Seen()
            if name in ("items", "keys", "values", "get")
            else usage.miss(f"{owner.path}.{name}", node, owner.shape)
        )
    if isinstance(owner.shape, list) and isinstance(name, int):
        return item_of(owner)
    return Seen()


def constant(node: nodes.Node) -> Any:
    return node.value if isinstance(node, nodes.Const) else None


def item_of(owner: Seen) -> Seen:
    return Seen(owner.shape[0], f"{owner.path}[]") if isinstance(owner.shape, list) else Seen()


def visit_for(node: nodes.For, usage: Usage) -> Seen:
    item = item_of(visit(node.iter, usage))
    names = [name.name for name in node.target.find_all(nodes.Name)] or [getattr(node.target, "name", "")]
    bound = {name: item if isinstance(node.target, nodes.Name) else Seen() for name in names}
    with_scope([*node.body, *([node.test] if node.test else [])], bound | {"loop": Seen()}, usage)
    with_scope(node.else_, {}, usage)
    return Seen()


def with_scope(body: Iterable[nodes.Node], bound: dict[str, Seen], usage: Usage) -> None:
    usage.scopes.append(bound)
    for child in body:
        visit(child, usage)
    usage.scopes.pop()


def visit_assign(node: nodes.Assign | nodes.AssignBlock, usage: Usage) -> Seen:
    value = Seen()
    if isinstance(node, nodes.Assign):
        value = visit(node.node, usage)
    else:
        with_scope(node.body, {}, usage)
    target = node.target
    if isinstance(target, nodes.Name):
        usage.scopes[-1][target.name] = value
    else:
        usage.scopes[-1].update({name.name: Seen() for name in target.find_all(nodes.Name)})
    return Seen()


def visit_macro(node: nodes.Macro | nodes.CallBlock, usage: Usage) -> Seen:
    if isinstance(node, nodes.Macro):
        usage.scopes[-1][node.name] = Seen()
    else:
        visit(node.call, usage)
    for default in node.defaults:
        visit(default, usage)
    special = ("caller", "varargs", "kwargs")
    with_scope(node.body, {name: Seen() for name in (*(argument.name for argument in node.args), *special)}, usage)
    return Seen()


def visit_with(node: nodes.With, usage: Usage) -> Seen:
    values = [visit(value, usage) for value in node.values]
    names = [getattr(target, "name", "") for target in node.targets]
    with_scope(node.body, dict(zip(names, values, strict=False)), usage)
    return Seen()


def visit_filter(node: nodes.Filter, usage: Usage) -> Seen:
    """A filter's value is unknown, save that some give the items back; `default` asks for what may not be there."""
    if node.name in ("default", "d") and isinstance(node.node, nodes.Name) and node.node.name not in usage.root:
        inner = Seen()
    else:
        inner = visit(node.node, usage) if node.node is not None else Seen()
    for argument in (*node.args, *(pair.value for pair in node.kwargs)):
        visit(argument, usage)
    if node.name in ("first", "last"):
        return item_of(inner)
    return inner if node.name in SAME else Seen()


def visit_test(node: nodes.Test, usage: Usage) -> Seen:
    if node.name not in ("defined", "undefined"):
        for child in node.iter_child_nodes():
            visit(child, usage)
    return Seen()


def visit_keyword(node: nodes.Keyword, usage: Usage) -> Seen:
    return visit(node.value, usage)


HANDLERS: dict[type[nodes.Node], Any] = {
    nodes.Name: visit_name,
    nodes.Getattr: visit_attribute,
    nodes.Getitem: visit_attribute,
    nodes.For: visit_for,
    nodes.Assign: visit_assign,
    nodes.AssignBlock: visit_assign,
    nodes.Macro: visit_macro,
    nodes.CallBlock: visit_macro,
    nodes.With: visit_with,
    nodes.Filter: visit_filter,
    nodes.Test: visit_test,
    nodes.Keyword: visit_keyword,
}


def all_paths(shape: Any, path: str = "") -> Iterator[str]:
    """Every path of a shape, as the documentation lists them."""
    if isinstance(shape, dict):
        for name, inner in shape.items():
            here = f"{path}.{name}" if path else name
            yield here
            yield from all_paths(inner, here)
    elif isinstance(shape, list):
        yield from all_paths(shape[0], f"{path}[]")
