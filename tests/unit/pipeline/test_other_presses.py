"""A second command for another press loses no byte of what the first one made."""

from __future__ import annotations

import json
from pathlib import Path

from tests.projects import tiny_project

from samenspel import BuildRequest, build_deck


def test_each_press_keeps_its_file_whatever_the_order_of_commands(tmp_path: Path) -> None:
    deck, out = tiny_project(tmp_path / "dek"), tmp_path / "out"

    def build(press: str, *, clean: bool = False) -> list[str]:
        report = build_deck(
            BuildRequest(out, deck, regions=("basis",), formats=("a6",), products=("cards",),
                         press=press, clean=clean)
        )  # fmt: skip
        return [one.code for one in report.warnings if one.code.startswith("file-")]

    def standing() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in out.rglob("*.pdf")}

    def pressed() -> dict[str, str]:
        [manifest] = out.rglob("manifest.json")
        listed = json.loads(manifest.read_text(encoding="utf-8"))["files"]
        return {entry["name"]: entry["press"] for entry in listed}

    assert build("coated") == []
    coated = standing()["cards.pdf"]
    assert build("uncoated") == ["file-kept"]
    uncoated = standing()["cards.pdf"]
    assert standing() == {"cards.pdf": uncoated, "cards-coated.pdf": coated}
    assert pressed() == {"cards.pdf": "uncoated", "cards-coated.pdf": "coated"}
    assert build("coated") == ["file-kept"]
    assert standing() == {"cards.pdf": coated, "cards-uncoated.pdf": uncoated}
    assert pressed() == {"cards.pdf": "coated", "cards-uncoated.pdf": "uncoated"}

    # Somebody's remark, and somebody's own file under the name that would be taken.
    [cards] = out.rglob("cards.pdf")
    cards.write_bytes(coated + b"% remark")
    cards.with_name("cards-coated.pdf").write_bytes(b"mine")
    assert build("uncoated") == ["file-kept"]
    assert standing() == {
        "cards.pdf": uncoated, "cards-kept.pdf": coated + b"% remark", "cards-coated.pdf": b"mine",
    }  # fmt: skip
    assert build("coated") == ["file-kept"]
    assert build("uncoated") == ["file-kept"]
    assert standing()["cards-coated.pdf"] == b"mine"
    assert standing()["cards-coated-kept.pdf"] == coated

    assert build("uncoated", clean=True) == []
    assert standing() == {
        "cards.pdf": uncoated, "cards-kept.pdf": coated + b"% remark", "cards-coated.pdf": b"mine",
    }  # fmt: skip
