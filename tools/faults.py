"""Small faults in the package's code: where one can be, and the code with it."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "samenspel"

SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One place that can be changed: the file, the node's number in a walk, and what is done."""

    room: str
    file: Path
    node: int
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}: {self.what}"

    @property
    def module(self) -> str:
        """The module's name."""
        parts = self.file.relative_to(PACKAGE.parent).with_suffix("").parts
        return ".".join(part for part in parts if part != "__init__")

    @property
    def function(self) -> str:
        """The function that it is in (``Class.method``); empty when it runs on import."""
        tree = ast.parse(self.file.read_text(encoding="utf-8"))
        return _function_of(tree, list(ast.walk(tree))[self.node]) or ""

    @property
    def block(self) -> int | None:
        """The line on which the block begins that it is in; ``None`` when it runs on import."""
        tree = ast.parse(self.file.read_text(encoding="utf-8"))
        node = list(ast.walk(tree))[self.node]
        holding = [
            body[0].lineno
            for body in blocks(tree)
            if any(node is one for statement in body for one in ast.walk(statement))
        ]
        return max(holding, default=None)

    def code(self) -> CodeType:
        """The module's code with the fault in it."""
        tree = ast.parse(self.file.read_text(encoding="utf-8"))
        node = list(ast.walk(tree))[self.node]
        if isinstance(node, ast.Compare):
            node.ops[0] = SWAPS[type(node.ops[0])]()
        elif isinstance(node, ast.BinOp | ast.BoolOp):
            node.op = SWAPS[type(node.op)]()
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            node.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            node.value = node.value * 1.5 + 1 if isinstance(node.value, float) else node.value + 1
        return compile(ast.fix_missing_locations(tree), str(self.file), "exec", dont_inherit=True)

    def load(self) -> None:
        """Gives this process the code with the fault: on import, and in functions already there."""
        faulty = self.code()
        loaded = SourceFileLoader.get_code

        def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
            return faulty if loader.path == str(self.file) else loaded(loader, name)

        SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]
        gc.unfreeze()  # else the objects that were there before the fork are not among them
        codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(faulty)}
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename == str(self.file):
                key = one.__code__.co_qualname, one.__code__.co_firstlineno
                one.__code__ = codes.get(key, one.__code__)


def faults(room: str) -> Iterator[Fault]:
    """Every fault that a room can have."""
    for file in sorted((PACKAGE / room).rglob("*.py")):
        for number, node in enumerate(ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
            line = getattr(node, "lineno", 0)
            if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
                yield Fault(room, file, number, line, f"{type(node.ops[0]).__name__} swapped")
            elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPS:
                yield Fault(room, file, number, line, f"{type(node.op).__name__} swapped")
            elif isinstance(node, ast.If | ast.IfExp | ast.While):
                yield Fault(room, file, number, line, "condition turned round")
            elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and line:
                yield Fault(room, file, number, line, f"{node.value} made larger")


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every list of statements in a function that runs as one, the outer before the inner."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if function or node in inside:
            inside.update(ast.iter_child_nodes(node))
            for name in ("body", "orelse", "finalbody"):
                body = getattr(node, name, None)
                if isinstance(body, list) and body and not isinstance(node, ast.ClassDef):
                    yield body


def _function_of(inside: ast.AST, wanted: ast.AST, name: str = "", before: str = "") -> str | None:
    """The function whose body holds a node; ``None`` if it is not ``inside``."""
    if inside is wanted:
        return name
    for field, value in ast.iter_fields(inside):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            found: str | None
            if isinstance(inside, ast.FunctionDef) and field == "body":
                own = before + inside.name
                found = _function_of(child, wanted, own, f"{own}.<locals>.")
            elif isinstance(inside, ast.ClassDef) and field == "body":
                found = _function_of(child, wanted, name, f"{before}{inside.name}.")
            else:
                found = _function_of(child, wanted, name, before)
            if found is not None:
                return found
    return None


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
