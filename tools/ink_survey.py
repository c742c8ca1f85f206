"""Holds our ink figures against Ghostscript's plates, page by page: ``make ink-survey FOLDER=…``.

Looked at are the pages of all PDFs in a folder whose colours are the press's own (DeviceCMYK,
DeviceGray, spots) and whose fonts are all there: what is not is an error in itself. Compared are
the most ink at a point (1 mm) and as a mean over 15 × 15 mm, and each plate outside its edges. What
it prints is the table in docs/preflight.md.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops, ImageFilter

from samenspel.errors import SamenspelError
from samenspel.pdf.fonts import typeface
from samenspel.pdf.limits import BAD
from samenspel.pdf.opening import opened
from samenspel.preflight.document import Document
from samenspel.separations import Plate, PlateSet, Separator, coverage

DPI = 100
"""Pixels an inch of the plates that are compared."""
LOOKS = ((False, 6), (True, 8))
"""Whether ours are exact, and how much finer Ghostscript's are, which are averaged. Where the first
look finds a difference the second decides, as preflight looks again where a limit is near.
Ghostscript inks every pixel that a shape touches, which makes all edges bolder; it is told to ink
those whose middle lies inside.
"""
Image.MAX_IMAGE_PIXELS = None
LARGEST = 900.0
"""Points of a page's longer side; posters take too long at Ghostscript's resolution."""
LOOKED_AT = 20
"""Pages of a file that are looked at, from its first."""
NEAR = 2.0
"""Percent of ink that figures may differ by; of sums over 100 % as a share of them."""
STILL = 5
"""Pixels: the square around a pixel in which nothing may change for the pixel to count."""
SPARE = 0.0005
"""Share of the still pixels that may differ: what renderers round to the next pixel."""
OUTCOMES = ("right", "said", "differs", "not drawn")


@dataclass(frozen=True)
class Outcome:
    """What became of one page."""

    page: str
    outcome: str
    detail: str = ""


def main() -> None:
    """Survey a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=2, help="of each file at most")
    options = parser.parse_args()
    found = []
    for path in sorted(options.folder.rglob("*.pdf")):
        for one in _surveyed(path, options.pages):
            found.append(one)
            print(one.outcome, one.page, one.detail, file=sys.stderr, flush=True)
    counts = Counter(one.outcome for one in found)
    print("| pages | " + " | ".join(OUTCOMES) + " |")
    print("|---|" + "---|" * len(OUTCOMES))
    print(f"| {len(found)} | " + " | ".join(str(counts[name]) for name in OUTCOMES) + " |")
    sys.exit(bool(counts["differs"]))


def _surveyed(path: Path, most: int) -> Iterator[Outcome]:
    data = path.read_bytes()
    try:
        with opened(data) as pdf:
            pages = _comparable(Document(pdf))
            turns = {number: int(pdf.pages[number - 1].rotation) for number in pages}
            sides = {number: max(map(float, pdf.pages[number - 1].mediabox)) for number in pages}
    except (*BAD, pikepdf.PasswordError):
        return
    for number in [number for number in pages if sides[number] <= LARGEST][:most]:
        name = f"{path.name} page {number}"
        try:
            with Separator(data) as separator:
                yield _compared(separator, path, number, turns[number])
        except SamenspelError as error:
            yield Outcome(name, "said", str(error).splitlines()[0][:120])


def _compared(separator: Separator, path: Path, number: int, turn: int) -> Outcome:
    name, detail = f"{path.name} page {number}", ""
    for exact, finer in LOOKS:
        ours = separator.plates(number, dpi=DPI, exact=exact)
        if ours.notes:
            return Outcome(name, "said", ours.notes[0].message[:120])
        theirs = _ghostscript(path, number, turn, finer)
        if theirs is None:
            return Outcome(name, "not drawn")
        detail = _difference(ours, theirs)
        if not detail:
            return Outcome(name, "right")
    return Outcome(name, "differs", detail)


def _comparable(document: Document) -> list[int]:
    """The pages that print in press colours alone, with all their fonts."""
    faces = [typeface(item.value) for item in document.resources if item.group == "Font"]
    loose = {face.name for face in faces if not face.embedded or face.fault}
    found = []
    for page in document.pages[:LOOKED_AT]:
        paints = [mark.look.paint for mark in page.marks]
        inked = any(not paint.white for paint in paints)
        pressed = inked and all(paint.space.press_colour for paint in paints)
        if pressed and loose.isdisjoint(page.fonts):
            found.append(page.number)
    return found


def _ghostscript(path: Path, page: int, turn: int, finer: int) -> dict[str, Image.Image] | None:
    """Ghostscript's plates as tints, unturned, or ``None`` where it draws none."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep",
            f"-r{DPI * finer}", f"-dDownScaleFactor={finer}",
            "-dGraphicsAlphaBits=1", "-dTextAlphaBits=1",
            f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={folder}/p.tif",
            "-c", "0 0 .setfilladjust2", "-f", str(path),
        ]  # fmt: skip
        try:
            made = subprocess.run(command, check=True, capture_output=True, timeout=300)
        except subprocess.SubprocessError:
            return None
        if b"FATAL" in made.stdout + made.stderr:
            return None  # a picture that it cannot unpack is left white
        found = {}
        for film in Path(folder).glob("p(*).tif"):
            name = re.fullmatch(r"p\((.*)\)\.tif", film.name)
            with Image.open(film) as image:
                tints = ImageChops.invert(image.convert("L"))
            found[name[1] if name else ""] = tints.rotate(turn, expand=True) if turn else tints
        return found or None


def _difference(ours: PlateSet, coarse: Mapping[str, Image.Image]) -> str:
    """How the figures differ, or an empty text."""
    if missing := {ink for ink, plate in ours.items() if not plate.empty} - set(coarse):
        return f"no plate {', '.join(sorted(missing))} there"
    # Ghostscript leaves out the part of a pixel that ours end with
    plates = {ink: Plate(ink, tints.crop((0, 0, *ours.size))) for ink, tints in coarse.items()}
    other = coverage(replace(ours, plates=plates))
    own = coverage(ours)
    pairs = ((own.point, other.point, "at a point"), (own.square, other.square, "over a square"))
    for one, two, what in pairs:
        if abs(one.percent - two.percent) > NEAR * max(1.0, one.percent / 100):
            return f"{one.percent:.1f} % {what}, there {two.percent:.1f} %"
    for ink, plate in ours.items():
        share = _apart(plate.tints, coarse.get(ink, Image.new("L", plate.tints.size)))
        if share > SPARE:
            return f"{ink} differs on {share:.2%} of what is still"
    return ""


def _apart(one: Image.Image, other: Image.Image) -> float:
    """The share of still pixels on which two plates differ."""
    size = min(one.width, other.width), min(one.height, other.height)
    one, other = one.crop((0, 0, *size)), other.crop((0, 0, *size))
    moving = ImageChops.lighter(_spread(one), _spread(other))
    still = moving.point([255 if value <= 1 else 0 for value in range(256)])
    counts = ImageChops.difference(one, other).histogram(still)
    return sum(counts[round(NEAR * 2.55) + 1 :]) / max(sum(counts), 1)


def _spread(image: Image.Image) -> Image.Image:
    """How much each pixel's neighbours differ."""
    most, least = ImageFilter.MaxFilter(STILL), ImageFilter.MinFilter(STILL)
    return ImageChops.subtract(image.filter(most), image.filter(least))


if __name__ == "__main__":
    main()
