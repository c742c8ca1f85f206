"""The real deck held against independent judges: Ghostscript, poppler, qpdf."""

from __future__ import annotations

import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops
from tests.decks import ROOT
from tests.press.plates import ink_box, plates, text_boxes
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


def placements(sheet: pikepdf.Page, known: dict[bytes, int]) -> list[tuple[int, float, float, int]]:
    """Every card on a sheet: its page in the cards file, its centre in mm, its turn in degrees."""
    found = []
    stack: list[tuple[float, ...]] = [(1, 0, 0, 1, 0, 0)]
    for operands, operator in pikepdf.parse_content_stream(sheet):
        name = str(operator)
        if name == "q":
            stack.append(stack[-1])
        elif name == "Q":
            stack.pop()
        elif name == "cm":
            stack[-1] = product(tuple(float(v) for v in operands), stack[-1])
        elif name == "Do":
            form = sheet.Resources.XObject[operands[0]]
            page = known.get(form.read_bytes())
            if page is not None:
                x0, y0, x1, y1 = (float(v) for v in form.BBox)
                own = tuple(float(v) for v in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
                a, b, c, d, e, f = product(own, stack[-1])
                x, y = (x0 + x1) / 2, (y0 + y1) / 2
                turn = 0 if a > 0 else 180
                found.append((page, to_mm(a * x + c * y + e), to_mm(b * x + d * y + f), turn))
    return found


def pages_by_content(cards: Path) -> dict[bytes, int]:
    """The first page of the cards file with each content."""
    known: dict[bytes, int] = {}
    with pikepdf.open(cards) as pdf:
        for number, page in enumerate(pdf.pages):
            known.setdefault(page.Contents.read_bytes(), number)
    return known


def product(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + o,
    )


@pytest.mark.parametrize("name", ["a6", "poker"])
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_backs_lie_behind_their_fronts(built: Path, name: str, paper: str) -> None:
    """Long-edge flip: a sheet that stands mirrors across, one that lies mirrors up and down."""
    known = pages_by_content(built / name / "cards.pdf")
    with pikepdf.open(built / name / f"sheets-{paper}.pdf") as pdf:
        sides = [placements(page, known) for page in pdf.pages]
        _, _, right, top = (float(v) for v in pdf.pages[0].MediaBox)
    width, height = to_mm(right), to_mm(top)
    assert len(sides) % 2 == 0
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert len(front) == len(back) > 0
        for page, x, y, turn in front:
            behind = (width - x, y) if height > width else (x, height - y)
            (found,) = [
                place
                for place in back
                if max(abs(place[1] - behind[0]), abs(place[2] - behind[1])) < 0.01
            ]
            assert turn == 0
            assert found[0] == page + 1
            assert found[3] == (0 if height > width else 180)


def test_marks_outside_the_cards_stand_on_every_plate_of_a_sheet(
    built: Path, tmp_path: Path
) -> None:
    """Beside the cards, the colour bar and the slug, all plates are inked in the same places."""
    pdf = built / "a6" / "sheets-a4.pdf"
    found = plates(pdf, 1, tmp_path, dpi=DPI)
    with pikepdf.open(pdf) as opened:
        places = placements(opened.pages[0], pages_by_content(built / "a6" / "cards.pdf"))
    assert len(places) == 2
    height = found["Black"].height
    half = (105 / 2 + BLEED, 148 / 2 + BLEED)
    marks = []
    left, top = min(x for _, x, _, _ in places) - 105 / 2, max(y for _, _, y, _ in places) + 74
    bar = (
        pixels(left + 2) - 2, height - pixels(top + BLEED + 4) - 2,
        pixels(left + 26) + 2, height - pixels(top + BLEED + 0.8) + 2,
    )  # fmt: skip
    for ink in ("Cyan", "Magenta", "Yellow"):
        plate = found[ink].copy()
        plate.paste(255, bar)
        for _, x, y, _ in places:
            box = (
                pixels(x - half[0]) - 1,
                height - pixels(y + half[1]) - 1,
                pixels(x + half[0]) + 1,
                height - pixels(y - half[1]) + 1,
            )
            plate.paste(255, box)
        marks.append(plate)
    assert ink_box(marks[0]) is not None
    assert marks[0].tobytes() == marks[1].tobytes() == marks[2].tobytes()
    darker = ImageChops.lighter(marks[0], found["Black"])
    assert darker.tobytes() == marks[0].tobytes()  # black is inked there too


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
