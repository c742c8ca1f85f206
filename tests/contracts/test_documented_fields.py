"""Every field of a public model is explained beside the field."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "generator" / "samenspel"


def exported() -> set[str]:
    """What a room offers to others: the names in its ``__all__``."""
    found = set()
    for file in PACKAGE.rglob("__init__.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                found |= set(ast.literal_eval(node.value))
    return found


def models() -> Iterator[tuple[str, ast.ClassDef]]:
    """Dataclasses that are exported or stand in ``model``, and whatever a maker's file holds."""
    names = exported()
    for file in sorted(PACKAGE.rglob("*.py")):
        place = file.relative_to(PACKAGE)
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef):
                continue
            data = any("dataclass" in ast.unparse(one) for one in node.decorator_list)
            offered = node.name in names or place.parts[0] == "model" or len(place.parts) == 1
            written = any(ast.unparse(base) in ("Content", "BaseModel") for base in node.bases)
            if (data and offered) or written:
                yield str(place), node


def unexplained(model: ast.ClassDef) -> Iterator[str]:
    """Fields without a sentence below them, or a description in them."""
    for node, after in zip(model.body, [*model.body[1:], None], strict=True):
        if not isinstance(node, ast.AnnAssign) or "ClassVar" in ast.unparse(node.annotation):
            continue
        below = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        if not below and "description=" not in ast.unparse(node):
            yield f"{model.name}.{ast.unparse(node.target)}"


def test_fields_are_explained_beside_the_field() -> None:
    found = list(models())
    assert len(found) > 120, "the models are not found any more"
    assert not [(place, field) for place, model in found for field in unexplained(model)]


def test_a_field_without_a_sentence_is_noticed() -> None:
    (model,) = ast.parse('class A:\n    x: int\n    y: int\n    """Said."""\n').body
    assert isinstance(model, ast.ClassDef)
    assert list(unexplained(model)) == ["A.x"]
