"""A template before it runs: only what cannot do harm, and only names that exist.

Every branch is checked, also those that this region does not take. What is not on the list of
allowed parts is refused, so that no template can loop without end or grow without bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateError, meta, nodes

from samenspel.bounds import DIGITS, EXPRESSION_LEVELS
from samenspel.diagnostics import near_match
from samenspel.questions.context import REGIO
from samenspel.saying import say

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.NSRef,
    nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Add, nodes.Sub,
    nodes.Concat, nodes.Keyword,
)  # fmt: skip
_JINJAS_OWN = frozenset({"self", "super", "caller", "varargs", "kwargs"})
ANYTHING: tuple[str, ...] = ("*",)
_LOOP = ("first", "last", "index", "index0", "length", "revindex", "revindex0")
_SAID = {
    nodes.Call: "a call with ( )",
    nodes.Mul: "multiplying (*)",
    nodes.Pow: "a power (**)",
    nodes.Mod: "% between values",
    nodes.Assign: "{% set %}",
    nodes.AssignBlock: "{% set %}",
    nodes.Macro: "{% macro %}",
    nodes.Include: "{% include %}",
    nodes.Import: "{% import %}",
    nodes.FromImport: "{% import %}",
    nodes.Extends: "{% extends %}",
    nodes.Block: "{% block %}",
    nodes.List: "a list in [ ]",
    nodes.Dict: "a dictionary in { }",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a template: ``line`` counts from 1, ``name`` is what to look for there."""

    code: str
    message: str
    remedy: str
    line: int = 1
    name: str = ""


def mistakes(
    environment: Environment, tree: nodes.Template, known: Mapping[str, object]
) -> list[Mistake]:
    """All that is wrong with a parsed template; ``known`` are its variables by name."""
    found = list(_refused(tree))
    if found:
        return found
    words = known.get("woord")
    own = known.get("regio")
    facts = tuple(dict.fromkeys((*REGIO, *(own if isinstance(own, Mapping) else ()))))
    parts = {"regio": facts, "woord": tuple(words) if isinstance(words, Mapping) else ()}
    parts["loop"] = _LOOP
    unknown = _undeclared(tree) - set(known)
    parts |= dict.fromkeys(unknown, ANYTHING)
    return [
        *(_unknown_name(tree, name, known) for name in sorted(unknown)),
        *(mistake for node in tree.find_all(nodes.Getattr) for mistake in _attribute(node, parts)),
        *(mistake for node in tree.find_all(nodes.Getitem) for mistake in _item(node)),
        *_unknown_tools(environment, tree),
    ]


def _refused(tree: nodes.Node) -> Iterator[Mistake]:
    """Parts that no template may have; of nested ones the outermost."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, loops = waiting.pop()
        loops += isinstance(node, nodes.For)
        if depth > EXPRESSION_LEVELS:
            yield _mistake("template-too-complex", "the template is nested too deeply", node)
            return
        if not isinstance(node, _ALLOWED):
            what = _SAID.get(type(node), say("this ({name})", name=type(node).__name__.lower()))
            yield _mistake(
                "template-not-allowed", say("{what} is not allowed in a text", what=what), node
            )
            continue
        if isinstance(node, nodes.Const) and _is_huge(node.value):
            yield _mistake(
                "template-not-allowed",
                say("a number has {digits} digits at most", digits=DIGITS),
                node,
            )
            continue
        if isinstance(node, nodes.For) and _names_loop(node.target):
            yield _mistake("template-not-allowed", 'nothing else can be called "loop"', node)
            continue
        if isinstance(node, nodes.For) and (loops > 1 or node.recursive):
            yield _mistake("template-not-allowed", "a loop inside a loop is not allowed", node)
            continue
        waiting += [(child, depth + 1, loops) for child in node.iter_child_nodes()]


def _is_huge(value: object) -> bool:
    return isinstance(value, (int, float)) and not abs(value) < 10**DIGITS


def _names_loop(target: nodes.Node) -> bool:
    return isinstance(target, nodes.Name) and target.name == "loop"


def _mistake(code: str, message: str, node: nodes.Node) -> Mistake:
    remedy = "use names from regio and woord, {% if %}, {% for %} and filters"
    return Mistake(code, message, remedy, node.lineno)


def _unknown_name(tree: nodes.Template, name: str, known: Mapping[str, object]) -> Mistake:
    line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == name), 1)
    near = near_match(name, known)
    return Mistake(
        "template-unknown-variable", say('unknown variable "{name}"', name=name), near, line, name
    )


@lru_cache(maxsize=512)
def _undeclared(tree: nodes.Template) -> frozenset[str]:
    """Names that nothing in the template gives a value (Jinja's own ``self`` among them)."""
    used = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}
    try:
        return frozenset(meta.find_undeclared_variables(tree)) | (used & _JINJAS_OWN)
    except TemplateError:  # an unknown filter or test, which has a message of its own
        given = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
        return frozenset(used - given - {"loop"})


def _attribute(node: nodes.Getattr, parts: Mapping[str, tuple[str, ...]]) -> Iterator[Mistake]:
    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    if isinstance(node.node, nodes.Getattr) and any(_attribute(node.node, parts)):
        return  # the part before this one is wrong, and reported
    if parts.get(owner) is ANYTHING:
        return  # the name itself is unknown, and reported
    if node.attr.startswith("_"):
        message = say('"{attr}" is private to Python', attr=node.attr)
        remedy = "use the attributes of regio and woord"
        yield Mistake("template-private-name", message, remedy, node.lineno, node.attr)
    elif node.attr not in parts.get(owner, ()):
        if owner in parts:
            message, near = (
                say('{owner} has no "{attr}"', owner=owner, attr=node.attr),
                near_match(node.attr, parts[owner]),
            )
        else:
            message = say('".{attr}" cannot be asked of this value', attr=node.attr)
            near = "only regio, woord and loop have attributes"
        yield Mistake("template-unknown-attribute", message, near, node.lineno, node.attr)


def _item(node: nodes.Getitem) -> Iterator[Mistake]:
    index = node.arg
    if not (isinstance(index, nodes.Const) and isinstance(index.value, int)):
        message = "between [ ] only a number is allowed"
        remedy = "write regio.naam with a point, regio.partners[0] with a number"
        name = str(index.value) if isinstance(index, nodes.Const) else ""
        yield Mistake("template-not-allowed", message, remedy, node.lineno, name)


def _unknown_tools(environment: Environment, tree: nodes.Template) -> Iterator[Mistake]:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        name = str(getattr(node, "name", ""))
        if isinstance(node, nodes.Filter):
            code, what = "template-unknown-filter", "filter"
            known = {one for one in environment.filters if one.isidentifier()}
        else:
            code, what, known = "template-unknown-test", "test", set(environment.tests)
        if name not in known:
            near = near_match(name, known)
            yield Mistake(
                code, say('unknown {what} "{name}"', what=what, name=name), near, node.lineno, name
            )
