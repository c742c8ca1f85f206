"""What a screen reader gets of a PDF file: the texts of its structure tree."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.tools import require_tool

_ELEMENT = re.compile(
    r"^(?P<indent> *)(?P<kind>[A-Z][A-Za-z0-9]*)(?: \"(?P<title>.*)\")?(?: \(.*\))?$"
)


def sections(pdf: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """The first text of each section, and the type and text of each element that has one."""
    told = subprocess.run(
        [require_tool("pdfinfo"), "-enc", "UTF-8", "-struct-text", str(pdf)],
        check=True,
        capture_output=True,
    )
    found: list[tuple[str, list[tuple[str, str]]]] = []
    kind = ""
    for line in told.stdout.decode("utf-8", "replace").splitlines():
        element = _ELEMENT.match(line)
        if element:
            kind = element["kind"]
            if kind == "Sect":
                found.append(("", []))
            continue
        text = line.strip()
        if text[:1] == '"' and text != '""' and found:
            title, parts = found[-1]
            said = text[1:-1].strip()
            found[-1] = title or said, [*parts, (kind, said)]
    return found
