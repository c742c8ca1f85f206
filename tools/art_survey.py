"""Draws every file in a folder and holds it against independent renderers: ``make art-survey``.

A drawing is compared with the PNG of the same name beside it (as test suites have), else with
resvg; a picture with what Pillow, or a PNG beside it, shows. Both are compared as they print: the
drawing's page is separated by Ghostscript, the reference goes through the same output profile.
What it prints is the table in docs/art.md.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import resource
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageFilter, ImageOps

from samenspel.draw import ColourSpace, draw, prepare_art
from samenspel.draw.art import prepare_here
from samenspel.draw.flats import drawing
from samenspel.errors import ContentError
from samenspel.model.art import Art, PictureArt
from samenspel.model.frame import Box, Frame, Placement
from samenspel.model.ink import PAPER

Prepare = Callable[..., Art]
ROOT = Path(__file__).resolve().parents[1]
PROFILE = ROOT / "assets/icc/ISOcoated_v2_300_bas.icc"
DRAWINGS = (".svg",)
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".avif")
SIDE = 50.0
"""Millimetres that the longer side is printed at."""
CELLS = 200
"""Cells on the longer side whose looks are compared."""
QUICK, CLOSE = 2, 5
"""Pixels on a cell's side: at first, and where that finds a difference. Ghostscript inks every
pixel that is touched, so coarse pixels make all lines bolder.
"""
FAR, VERY_FAR = 20, 55
"""A cell that differs by more than the first in L*, a* or b* is another colour, when those around
it are too: edges differ between renderers. By more than the second in L* it is in any case.
"""
SHIFTS = tuple((x, y) for x in (0, -1, 1) for y in (0, -1, 1))
"""A cell may look like the reference's or one beside it: lines lie half a cell apart."""
MOST = 0.005
"""The share of such cells from which a drawing counts as wrong."""
BOUND = 5.0
"""Seconds of processor time for each file."""
OUTCOMES = ("right", "refused", "wrong", "over bounds", "traceback", "no reference")


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    file: str
    outcome: str
    detail: str = ""
    seconds: float = 0.0


def main() -> None:
    """Survey a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, help="write each file's outcome here")
    parser.add_argument("--every", type=int, default=1, help="one file of so many, as a sample")
    parser.add_argument("--without", default="", help="leave out files with this in their path")
    parser.add_argument("--here", action="store_true", help="in this process, without bounds")
    options = parser.parse_args()
    prepare = prepare_here if options.here else prepare_art
    colours = ColourSpace(PROFILE.read_bytes(), ink_limit=300)
    files = sorted(
        path
        for path in options.folder.rglob("*")
        if path.suffix.lower() in (*DRAWINGS, *PICTURES) and path.is_file()
        and not _is_reference(path)
        and not (options.without and options.without in str(path))
    )
    found = list(_surveyed(files[:: options.every], options.folder, colours, prepare))
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=1))
    _table(found)
    sys.exit(any(one.outcome in ("wrong", "over bounds", "traceback") for one in found))


def _is_reference(path: Path) -> bool:
    return path.suffix.lower() == ".png" and path.with_suffix(".svg").exists()


def _surveyed(
    files: list[Path], folder: Path, colours: ColourSpace, prepare: Prepare
) -> Iterator[Outcome]:
    for place, path in enumerate(files):
        if sys.stderr.isatty():
            print(f"\r{place + 1}/{len(files)} {path.name[:50]:50}", end="", file=sys.stderr)
        outcome, detail, seconds = _outcome(path, colours, prepare)
        found = Outcome(str(path.relative_to(folder)), outcome, detail, round(seconds, 2))
        if not sys.stderr.isatty():
            print(outcome, found.file, detail, file=sys.stderr, flush=True)
        yield found


def _outcome(path: Path, colours: ColourSpace, prepare: Prepare) -> tuple[str, str, float]:
    start = _spent()
    try:
        art = prepare(path.name, path.read_bytes(), colour=colours)
    except ContentError as error:
        codes = {diagnostic.code for diagnostic in error.diagnostics}
        spent = _spent() - start
        heavy = spent > BOUND + 1
        return "over bounds" if heavy else "refused", " ".join(sorted(codes)), spent
    except Exception:
        return "traceback", traceback.format_exc(limit=-1).strip(), _spent() - start
    spent = _spent() - start
    if spent > BOUND + 1:
        return "over bounds", f"{spent:.1f} s", spent
    reference = _reference(path)
    if reference is None:
        return "no reference", "", spent
    share = _differing(art, reference, colours, QUICK)
    if share > MOST:
        share = _differing(art, reference, colours, CLOSE)
    return ("right" if share <= MOST else "wrong"), f"{share:.1%} differs", spent


def _spent() -> float:
    """Processor seconds of this process and those it waited for."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def _printed(art: Art, colours: ColourSpace, pixels: int) -> Image.Image:
    """The art on a page, as Ghostscript separates it."""
    scale = SIDE / max(art.width, art.height)
    box = Box(0, 0, art.width * scale, art.height * scale)
    frame = Frame("art", box.width, box.height, 0, 0, (Placement("art", box, ground=PAPER),))
    pdf = draw([frame], fonts={}, arts={"art": art}, colours=colours)
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "a.pdf", Path(folder) / "a.tif"
        source.write_bytes(pdf)
        command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc"]
        dpi = _across(art, pixels) * 25.4 / SIDE
        subprocess.run([*command, f"-r{dpi}", f"-sOutputFile={out}", str(source)], check=True)
        return Image.open(out).copy()


def _across(art: Art, pixels: int) -> int:
    """Pixels on the longer side; of a small picture as many for each of its own."""
    wanted = pixels * CELLS
    own = max(art.width, art.height)
    if isinstance(art, PictureArt) and own < wanted:
        return round(own) * math.ceil(wanted / own)
    return wanted


def _reference(path: Path) -> Image.Image | None:
    """What an independent renderer shows, on white."""
    beside = path.with_suffix(".png")
    try:
        if path.suffix.lower() in DRAWINGS and not beside.exists():
            import resvg_py

            png = resvg_py.svg_to_bytes(svg_string=path.read_text("utf-8"), width=1600, dpi=96)
            image = Image.open(io.BytesIO(png))
        elif path.suffix.lower() in DRAWINGS:
            image = Image.open(beside)
        else:
            image = Image.open(path)
            keyed = image.mode.startswith("I") and "transparency" in image.info
            if image.mode in ("CMYK", "LAB") or keyed:
                return None  # for which Pillow shows something else
            image = _as_seen(image)
        image = image.convert("RGBA")
    except BaseException:  # a Rust panic arrives as one; no picture to compare with then
        return None
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")


def _as_seen(image: Image.Image) -> Image.Image:
    """A picture upright, in 8 bits, through its profile or by its ``gAMA`` (PNG, 13.13): Pillow
    does none of these by itself.
    """
    if image.format != "TIFF":  # of which Pillow does that by itself
        image = ImageOps.exif_transpose(image) or image
    info = image.info
    if image.mode.startswith("I"):
        negative = getattr(image, "tag_v2", {}).get(262) == 0
        image = image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
        image = ImageChops.invert(image) if negative else image
    if info.get("icc_profile") and image.mode in ("L", "RGB"):
        source = ImageCms.ImageCmsProfile(io.BytesIO(info["icc_profile"]))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, screen, outputMode="RGB") or image
    gamma = info.get("gamma")
    if gamma is None or any(name in info for name in ("srgb", "icc_profile")):
        return image
    image = image.convert("RGBA")
    curve = [round(255 * _encoded((level / 255) ** (1 / gamma))) for level in range(256)]
    return image.point([*curve * 3, *range(256)])


def _encoded(light: float) -> float:
    """sRGB's curve (IEC 61966-2-1)."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _differing(art: Art, reference: Image.Image, colours: ColourSpace, pixels: int) -> float:
    """The share of cells that are another colour, both as they print."""
    cmyk = _printed(art, colours, pixels)
    rgb = reference.resize(cmyk.size, _resampling(art, reference, cmyk))
    ways = [drawing(rgb, colours)]
    if isinstance(art, PictureArt):  # a photograph's blacks are four inks
        ways.append(colours.picture(rgb))
    return min(_apart(cmyk, wanted, colours, pixels) for wanted in ways)


def _apart(
    cmyk: Image.Image, wanted: Image.Image, colours: ColourSpace, pixels: int
) -> float:
    first, second = (_looks(image, colours, pixels) for image in (cmyk, wanted))
    worst = dark = None
    for across, down in SHIFTS:
        shifted = ImageChops.offset(second, across, down)
        bands = zip(first.split(), shifted.split(), strict=True)
        light, a, b = (ImageChops.difference(one, other) for one, other in bands)
        # L* counts 2.55 steps a unit; a* and b* one
        light = light.point(lambda step: int(step / 2.55))
        found = ImageChops.lighter(light, ImageChops.lighter(a, b))
        dark = light if dark is None else ImageChops.darker(dark, light)
        worst = found if worst is None else ImageChops.darker(worst, found)
    assert worst is not None and dark is not None
    far = worst.point([0] * FAR + [255] * (256 - FAR)).filter(ImageFilter.MinFilter(3))
    far = far.filter(ImageFilter.MaxFilter(3))
    very = dark.point([0] * VERY_FAR + [255] * (256 - VERY_FAR))
    return ImageChops.lighter(far, very).histogram()[255] / (far.width * far.height)


def _resampling(art: Art, reference: Image.Image, printed: Image.Image) -> Image.Resampling:
    """How a reference is brought to the printed size; pixels that are enlarged stay squares."""
    enlarged = isinstance(art, PictureArt) and reference.width < printed.width
    return Image.Resampling.NEAREST if enlarged else Image.Resampling.LANCZOS


def _looks(image: Image.Image, colours: ColourSpace, pixels: int) -> Image.Image:
    """A CMYK bitmap's look as three bands of unsigned steps, averaged over cells.

    Pillow counts a* and b* from 128 in its bands (as signed bytes only when it writes them out).
    """
    return Image.merge("RGB", colours.lab_picture(image).split()).reduce(pixels)


def _table(found: list[Outcome]) -> None:
    print("| kind | files | " + " | ".join(OUTCOMES) + " |")
    print("|---|---|" + "---|" * len(OUTCOMES))
    for kind, endings in (("drawings", DRAWINGS), ("pictures", PICTURES)):
        own = [one for one in found if Path(one.file).suffix.lower() in endings]
        counts = Counter(one.outcome for one in own)
        if own:
            numbers = " | ".join(str(counts[name]) for name in OUTCOMES)
            print(f"| {kind} | {len(own)} | {numbers} |")
    for one in found:
        if one.outcome in ("wrong", "over bounds", "traceback"):
            print(f"{one.outcome}: {one.file} {one.detail}")


if __name__ == "__main__":
    main()
