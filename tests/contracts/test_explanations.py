"""Every message's code has its paragraph, and every paragraph its message."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from tests.contracts.sources import PACKAGE, sources, walked

from samenspel import errors
from samenspel.explain import explain, explanations, parse
from samenspel.preflight import CHECKS
from samenspel.speaking import languages

EXIT_CODES = {"exit-130", *(f"exit-{code.value}" for code in errors.ExitCode)}
NAMES = ("code", "check")
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
IN_A_FAMILY = re.compile(r"(yaml|template|path|asset|preset)-[a-z-]+")
"""Codes that stand in tables; no other text begins like these."""


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def makers(tree: ast.Module) -> dict[str, int]:
    """Functions and classes of a module that take a code, with its place among their arguments."""
    found: dict[str, int] = {}
    for node in walked(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            names = [name for name in names if name not in ("self", "cls")]
        elif isinstance(node, ast.ClassDef):
            fields = [part.target for part in node.body if isinstance(part, ast.AnnAssign)]
            names = [field.id for field in fields if isinstance(field, ast.Name)]
        else:
            continue
        for place, name in enumerate(names):
            if name in NAMES and node.name not in ("explain", "run"):
                found[node.name] = place
    return found


def literals(node: ast.expr, tree: ast.Module) -> set[str]:
    """The texts that an expression may be: itself, both sides of an ``if``, a constant's value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return literals(node.body, tree) | literals(node.orelse, tree)
    if isinstance(node, ast.Name):
        for part in tree.body:
            names = part.targets if isinstance(part, ast.Assign) else []
            if any(isinstance(name, ast.Name) and name.id == node.id for name in names):
                return literals(part.value, tree)
    return set()


@cache
def codes() -> dict[str, str]:
    """Every code that stands where a message is made or handed on, or is one of a family."""
    everywhere = {"Diagnostic": 0, "of": 0, "Finding": 0, "Mistake": 0, "say": 0}
    found: dict[str, str] = {}
    for path, tree in sources():
        known = {**everywhere, **makers(tree)}
        for node in walked(tree):
            if isinstance(node, ast.Constant) and IN_A_FAMILY.fullmatch(str(node.value)):
                found.setdefault(str(node.value), path)
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                first = literals(node.value.elts[0], tree) if node.value.elts else set()
                found.update({code: path for code in first if "-" in code})
            if not isinstance(node, ast.Call) or called(node) not in known:
                continue
            if isinstance(node.func, ast.Name) and node.func.id == "say":
                continue  # saying's own, whose first argument is a text
            place = known[called(node)]
            given = [word.value for word in node.keywords if word.arg in NAMES]
            if not given and place < len(node.args):
                given = [node.args[place]]
            for expression in given:
                found.update(dict.fromkeys(literals(expression, tree), path))
    return {code: path for code, path in found.items() if CODE.fullmatch(code)}


def composed() -> list[re.Pattern[str]]:
    """Codes that are put together, such as ``f"{what}-unknown"``, as patterns."""
    found = []
    for _, tree in sources():
        for node in walked(tree):
            if isinstance(node, ast.JoinedStr) and len(node.values) == 2:
                head, tail = node.values
                end = str(tail.value) if isinstance(tail, ast.Constant) else ""
                if isinstance(head, ast.FormattedValue) and re.fullmatch(r"(-[a-z]+)+", end):
                    found.append(re.compile("[a-z]+" + end))
    return found


def test_every_code_is_explained() -> None:
    known = explanations()
    missing = {code: path for code, path in codes().items() if code not in known}
    assert not missing


def test_every_preflight_check_is_explained() -> None:
    missing = sorted({check.id for check in CHECKS} - set(explanations()))
    assert not missing, "add to explain/preflight-checks.md: " + ", ".join(
        f"## {one}" for one in missing
    )


def test_every_explanation_belongs_to_a_code() -> None:
    raised = set(codes()) | {check.id for check in CHECKS} | EXIT_CODES
    patterns = composed()
    orphans = [
        code
        for code in explanations()
        if code not in raised and not any(pattern.fullmatch(code) for pattern in patterns)
    ]
    assert not orphans


def test_every_exit_code_is_explained() -> None:
    assert set(explanations()) >= EXIT_CODES


def test_explanations_are_whole_paragraphs() -> None:
    for code, text in explanations().items():
        assert len(text.split()) >= 4, code
        assert text.endswith((".", "!", "?", "`", ")")), code


def test_an_unknown_code_gets_a_near_match() -> None:
    with pytest.raises(errors.UsageError) as caught:
        explain("disk-ful")
    assert caught.value.diagnostics[0].remedy == 'did you mean "disk-full"?'


def test_headings_split_a_file() -> None:
    assert parse("intro\n\n## a-b\n\nOne.\n\n## `c-d`\nTwo.\n") == [
        ("a-b", "One."),
        ("c-d", "Two."),
    ]


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_a_translated_explanation_has_the_codes_of_its_file_and_keeps_what_is_code(
    language: str,
) -> None:
    """A translated file has every paragraph of the English one, with the same names in it."""
    translated = sorted((PACKAGE / "explain" / language).glob("*.md"))
    assert translated
    for path in translated:
        english = dict(parse((PACKAGE / "explain" / path.name).read_text(encoding="utf-8")))
        own = dict(parse(path.read_text(encoding="utf-8")))
        file = f"explain/{language}/{path.name}"
        lacking = ", ".join(f"## {code}" for code in english if code not in own)
        assert list(own) == list(english), f"{file}, in the English order: add {lacking or 'none'}"
        for code, text in own.items():
            assert text != english[code], f"{file}: ## {code} is still English"
            asked, given = names(english[code]), names(text)
            assert len(given) == len(asked), f"{file}: ## {code} has {given}, the English {asked}"


def names(text: str) -> list[str]:
    return re.findall(r"`[^`\n]+`", text)


def test_an_explanation_is_told_in_the_reader_s_language_where_there_is_one() -> None:
    assert explain("exit-0", "nl").startswith("Alles ging goed")
    assert explain("exit-0") == explain("exit-0", "en") == explain("exit-0", "xx")
