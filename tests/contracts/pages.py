"""The pages of the documentation, taken apart for the tests."""

from __future__ import annotations

import re
from pathlib import Path

from tests.decks import ROOT

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md")),
    "docs/nl/handleiding.md",
)
"""All pages but the decisions, which say what was true when they were made."""

FENCE = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
COMMENT = re.compile(r"\s{2,}(#|…).*|\s+#\s.*|\s+[>|]\s.*")
"""What is said beside a command in a block, and what a shell does with its output."""


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, *languages: str) -> list[str]:
    """The code blocks in these languages, without their indent."""
    return [
        "".join(line.removeprefix(indent) for line in code.splitlines(keepends=True))
        for indent, language, code in FENCE.findall(text(page))
        if language in languages
    ]


def prose(page: str) -> str:
    """A page without its code blocks."""
    return FENCE.sub("", text(page))


def inline(page: str) -> list[str]:
    """What stands in backticks outside code blocks; ``|`` is escaped in tables."""
    return [code.replace("\\|", "|") for code in INLINE.findall(prose(page))]


def table(page: str, head: str) -> list[list[str]]:
    """The rows of the table whose head begins so, cell by cell."""
    lines = text(page).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(head))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows


def names(cell: str) -> list[str]:
    """What stands in backticks in a cell."""
    return INLINE.findall(cell)


def folders() -> tuple[Path, ...]:
    """Where a file that a page names may stand: the repository, and rooms that pages speak of."""
    package = ROOT / "generator" / "samenspel"
    kit = ROOT / "drawing" / "samenspel_drawing"
    rooms = (package, package / "pipeline", package / "presets", kit, kit.parent)
    return (ROOT, *rooms, ROOT / "cards", ROOT / "assets")
