"""The real deck held against independent judges: Ghostscript, poppler, qpdf."""

from __future__ import annotations

import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from tests.decks import ROOT
from tests.press.plates import ink_box, plates, text_boxes
from tests.press.sheet_reading import read_sheets
from tests.tools import require_tool

from samenspel.loading import open_project, select
from samenspel.questions import render
from samenspel.units import to_mm, to_points

DPI = 144
BLEED, SAFE = 3.0, 4.0
FILES = ("cards.pdf", "sheets-a4.pdf", "sheets-a3.pdf", "poster.pdf")
TRIMS = {"a6": (105, 148), "poker": (63, 88)}
BLACK_ONLY_PAGES = {2: "welcome", 4: "rhythm", 5: "model", 6: "list of conditions"}


def pixels(mm: float) -> int:
    return round(mm / 25.4 * DPI)


@pytest.mark.parametrize("page", BLACK_ONLY_PAGES)
def test_text_prints_on_the_black_plate_only(built: Path, tmp_path: Path, page: int) -> None:
    """So it also overprints: the colours under it are the same as without it."""
    found = text_boxes(built / "a6" / "cards.pdf", page, tmp_path, dpi=DPI)
    assert found["Black"] is not None
    for ink in ("Cyan", "Magenta", "Yellow"):
        assert found[ink] is None, f"{BLACK_ONLY_PAGES[page]} has {ink} in its text"


def test_a_reminders_text_and_questions_are_black_beside_coloured_numerals(
    built: Path, tmp_path: Path
) -> None:
    found = text_boxes(built / "a6" / "cards.pdf", 18, tmp_path, dpi=DPI)
    column = pixels(BLEED + 8 + 11)  # bleed, margin, and the width of the numerals' column
    for ink in ("Cyan", "Magenta", "Yellow"):
        box = found[ink]
        assert box is not None
        assert box[2] <= column
    assert found["Black"] is not None
    assert found["Black"][2] > pixels(60)


@pytest.mark.parametrize("name", ["a6", "poker"])
def test_no_text_comes_within_the_safe_margin(built: Path, tmp_path: Path, name: str) -> None:
    pdf = built / name / "cards.pdf"
    edge = pixels(BLEED + SAFE) - 1
    width, height = (pixels(side + 2 * BLEED) for side in TRIMS[name])
    for page in (1, 2, 9, 17, 18, 30, 42):
        for box in text_boxes(pdf, page, tmp_path, dpi=DPI).values():
            if box is not None:
                assert min(box[0], box[1]) >= edge
                assert box[2] <= width - edge
                assert box[3] <= height - edge


@pytest.mark.parametrize("page", [1, 2, 17, 18, 41, 42])
def test_the_bleed_is_filled_on_all_four_sides(built: Path, tmp_path: Path, page: int) -> None:
    found = plates(built / "a6" / "cards.pdf", page, tmp_path, dpi=DPI)
    for x in (0, found["Black"].width - 1):
        for y in range(2, found["Black"].height, 40):
            assert any(plate.getpixel((x, y)) < 255 for plate in found.values())
    for y in (0, found["Black"].height - 1):
        for x in range(2, found["Black"].width, 40):
            assert any(plate.getpixel((x, y)) < 255 for plate in found.values())


@pytest.mark.parametrize("name", ["a6", "poker"])
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_backs_lie_behind_their_fronts(built: Path, name: str, paper: str) -> None:
    """Long-edge flip: a sheet that stands mirrors across, one that lies mirrors up and down."""
    sides = read_sheets(built / name / f"sheets-{paper}.pdf", built / name / "cards.pdf")
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert len(front.placed) == len(back.placed) > 0
        stands = front.height > front.width
        for one in front.placed:
            holes = [
                (front.width - x, y) if stands else (x, front.height - y) for x, y in one.corners
            ]
            swapped = [holes[n] for n in (1, 0, 3, 2)]
            (found,) = [
                two.page
                for two in back.placed
                if all(
                    max(abs(a - x), abs(b - y)) < 0.01
                    for (a, b), (x, y) in zip(two.corners, swapped, strict=True)
                )
            ]
            assert found == one.page + 1


def test_marks_outside_the_cards_stand_on_every_plate_of_a_sheet(
    built: Path, tmp_path: Path
) -> None:
    """Beside the cards and the colour bar, all plates are inked in the same places."""
    pdf = built / "a6" / "sheets-a4.pdf"
    found = plates(pdf, 1, tmp_path, dpi=DPI)
    side, *_ = read_sheets(pdf, built / "a6" / "cards.pdf")
    assert len(side.placed) == 2
    marks = []
    left, top = min(one.corners[0] for one in side.placed)
    bar = (
        pixels(left + 2) - 2, pixels(top - BLEED - 4) - 2,
        pixels(left + 26) + 2, pixels(top - BLEED - 0.8) + 2,
    )  # fmt: skip
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        plate = found[ink].copy()
        plate.paste(255, bar)
        for one in side.placed:
            left, top, right, bottom = map(pixels, one.shown)
            plate.paste(255, (left - 1, top - 1, right + 1, bottom + 1))
        marks.append(plate)
    assert ink_box(marks[0]) is not None
    assert len({plate.tobytes() for plate in marks}) == 1


@pytest.mark.parametrize("name", FILES)
def test_no_rgb_anywhere(built: Path, tmp_path: Path, name: str) -> None:
    plain = tmp_path / "plain.pdf"
    subprocess.run(
        [
            require_tool("qpdf"),
            "--qdf",
            "--object-streams=disable",
            str(built / "a6" / name),
            str(plain),
        ],
        check=True,
    )
    text = plain.read_bytes()
    assert not re.search(rb"\s(rg|RG)\s", text)
    assert not re.search(rb"/(DeviceRGB|CalRGB|CalGray|Lab|ICCBased)\b", text)
    assert not re.search(rb"/(SMask|BM|ca|CA)\s+(?!/None|/Normal|1\b|1\.0)", text)
    assert re.search(rb"\sk\s", text)


@pytest.mark.parametrize("name", FILES)
def test_fonts_are_embedded_subset_and_readable(built: Path, name: str) -> None:
    run = subprocess.run(
        [require_tool("pdffonts"), str(built / "a6" / name)],
        check=True,
        capture_output=True,
        text=True,
    )
    rows = run.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+", row)
        assert re.search(r"Identity-H\s+yes yes yes", row)
    tags = [row[:6] for row in rows]
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("name", FILES)
def test_qpdf_finds_nothing_wrong(built: Path, name: str) -> None:
    run = subprocess.run(
        [require_tool("qpdf"), "--check", str(built / "a6" / name)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(("name", "trim"), TRIMS.items())
def test_boxes_as_poppler_reads_them(built: Path, name: str, trim: tuple[int, int]) -> None:
    run = subprocess.run(
        [require_tool("pdfinfo"), "-box", "-l", "100", str(built / name / "cards.pdf")],
        check=True,
        capture_output=True,
        text=True,
    )
    assert f"Pages:           {2 * 27}" in run.stdout
    boxes = re.findall(r"(Trim|Bleed|Media)Box:((?:\s+[\d.]+){4})", run.stdout)
    assert boxes
    for kind, values in boxes:
        x0, y0, x1, y1 = (float(v) for v in values.split())
        inset = to_points(BLEED) if kind == "Trim" else 0
        size = [side + (0 if kind == "Trim" else 2 * BLEED) for side in trim]
        assert (x0, y0) == (pytest.approx(inset, abs=0.01), pytest.approx(inset, abs=0.01))
        assert to_mm(x1 - x0) == pytest.approx(size[0], abs=0.01)
        assert to_mm(y1 - y0) == pytest.approx(size[1], abs=0.01)


def test_the_text_can_be_read_back(built: Path) -> None:
    run = subprocess.run(
        [require_tool("pdftotext"), "-enc", "UTF-8", str(built / "a6" / "cards.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    text = re.sub(r"\s+", " ", run.stdout)
    for words in (
        "Dubbele loyaliteit is realiteit",
        "Blijf onbevangen",
        "één afspraak",
        "Stroomdal",
    ):
        assert words in text


def test_the_manifest_tells_what_lies_beside_it(built: Path) -> None:
    manifest = json.loads((built / "a6" / "manifest.json").read_text(encoding="utf-8"))
    assert {entry["name"] for entry in manifest["files"]} == set(FILES)
    for entry in manifest["files"]:
        data = (built / "a6" / entry["name"]).read_bytes()
        assert entry["sha256"] == sha256(data).hexdigest()
        with pikepdf.open(built / "a6" / entry["name"]) as pdf:
            assert entry["pages"] == len(pdf.pages)


def test_the_manifest_tells_what_every_cartoon_shows(built: Path) -> None:
    manifest = json.loads((built / "poker" / "manifest.json").read_text(encoding="utf-8"))
    deck = render(select(open_project(ROOT, ROOT), "stroomdal", "nl"))
    assert [card["title"] for card in manifest["cards"]] == [card.title for card in deck.cards]
    shown = {card["id"]: card["alt"] for card in manifest["cards"] if "alt" in card}
    assert shown == {c.id: c.alt for c in deck.cards if c.kind in ("cover", "reminder") and c.alt}
    assert len(shown) >= 11
