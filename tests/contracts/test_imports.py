"""The rules of who may import whom, as pyproject.toml states them."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "samenspel"


def contracts() -> list[dict[str, list[str]]]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return data["tool"]["importlinter"]["contracts"]


def modules() -> set[str]:
    found = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    return found | {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}


def test_import_rules_hold() -> None:
    code = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_has_its_layer() -> None:
    layers = " | ".join(contracts()[0]["layers"])
    named = {name.strip().removeprefix("samenspel.") for name in layers.split("|")}
    assert named == modules()


def test_every_library_rule_is_for_the_whole_package_and_names_rooms_that_exist() -> None:
    """A library's rule lists the rooms that may import it; all others are refused."""
    rules = [rule for rule in contracts() if rule.get("source_modules") == ["samenspel"]]
    assert len(rules) >= 9
    for rule in rules:
        rooms = {line.split(" -> ")[0].split(".")[1] for line in rule["ignore_imports"]}
        assert rooms <= modules(), rule["name"]


def imported(package: Path) -> Iterator[tuple[Path, str]]:
    """Every import below a package: its file, and the first part of the imported name."""
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found = [node.module]
            yield from ((path, name.split(".")[0]) for name in found)


def declared(project: Path) -> set[str]:
    """The import names of what a distribution depends on, and of the standard library."""
    data = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    other = {
        "chunspell": "hunspell", "fonttools": "fontTools", "markdown-it-py": "markdown_it",
        "pillow": "PIL",
        "python-pptx": "pptx", "pyyaml": "yaml", "resvg-py": "resvg_py",
    }  # fmt: skip
    extras = data["project"].get("optional-dependencies", {}).values()
    lines = [*data["project"]["dependencies"], *(line for extra in extras for line in extra)]
    names = {line.split(">")[0] for line in lines}
    return {other.get(name, name) for name in names} | set(sys.stdlib_module_names)


def test_every_import_is_a_declared_dependency() -> None:
    known = declared(ROOT) | {"samenspel", "pydantic_core"}  # pydantic asks for exactly its core
    assert {(path, name) for path, name in imported(PACKAGE) if name not in known} == set()


def test_every_import_of_the_drawing_kit_is_a_declared_dependency() -> None:
    kit = ROOT / "drawing" / "samenspel_drawing"
    known = declared(kit.parent) | {"samenspel_drawing"}
    unknown = {(path.name, name) for path, name in imported(kit) if name not in known}
    assert unknown == {("look.py", "resvg_py")}  # a development tool, for looking while drawing
