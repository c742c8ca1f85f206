"""An order's papers as a stranger reads them: what they say is what poppler sees in the files."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from tests.projects import tiny_project
from tests.tools import require_tool

from samenspel.ordering import OrderRequest, order

LABELS = (
    "Quantity", "Cards in a deck", "Trim size", "Pages", "Backs", "Corners", "Die line",
    "Cutting tolerance", "Colour", "Board", "Lamination", "Ring hole", "Stack height", "Box",
    "File standard", "Proof", "Files", "Preflight", "Edition code", "Delivery", "Questions to",
)  # fmt: skip


def text_of(pdf: Path) -> str:
    tool = require_tool("pdftotext")
    return subprocess.run(
        [tool, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout


def facts(pdf: Path) -> dict[str, str]:
    done = subprocess.run(
        [require_tool("pdfinfo"), "-box", str(pdf)], check=True, capture_output=True, text=True
    )
    return {name: value.strip() for name, _, value in
            (line.partition(":") for line in done.stdout.splitlines())}  # fmt: skip


@pytest.mark.parametrize("press", ["coated", "meinspiel", "onlineprinters", "drivethrucards"])
def test_a_ticket_says_everything_and_says_it_right(press: str, tmp_path: Path) -> None:
    request = OrderRequest(
        tmp_path / "out", tiny_project(tmp_path / "dek"), (press,), ("noordkust",), copies=40,
        words="en",
    )  # fmt: skip
    (place,) = order(request).places
    said = text_of(place / "ticket.pdf")
    for label in LABELS:
        assert re.search(rf"^\s*{label}\s+\S", said, re.MULTILINE), f"{label} is left blank"
    pages = 0
    for file in (place / "files").iterdir():
        assert file.name in re.sub(r"\s+", "", said)
        found = facts(file)
        left, bottom, right, top = map(float, found["TrimBox"].split())
        width, height = (round(side / 72 * 25.4, 2) for side in (right - left, top - bottom))
        assert f"{width:g} × {height:g} mm" in said
        if "dieline" not in file.name:
            pages += int(found["Pages"])
    assert re.search(rf"^\s*Pages\s+{pages}:", said, re.MULTILINE)


def test_a_proof_shows_every_page_at_its_true_size(tmp_path: Path) -> None:
    request = OrderRequest(
        tmp_path / "out", tiny_project(tmp_path / "dek"), ("coated",), ("noordkust",), copies=1
    )
    (place,) = order(request).places
    require_tool("qpdf")
    subprocess.run(["qpdf", "--check", str(place / "drukproef.pdf")], check=True)
    said = text_of(place / "drukproef.pdf")
    assert "Handtekening" in said
    numbers = [int(number) for number in re.findall(r"(\d+) · [^·\n]+, (?:voor|achter)kant", said)]
    assert sorted(numbers) == list(range(1, 9))
