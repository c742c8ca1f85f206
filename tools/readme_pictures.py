"""Renders the pictures of README.md into docs/pictures/: ``make readme-pictures``.

Made from a real build, in a size for a screen. The same deck gives the same pictures.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from samenspel import BuildRequest, build_deck, preview_deck
from samenspel.separations.rendering import render

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
SIDES = ("front", "back")
CARD = "dubbele-loyaliteit-is-realiteit"
GROUND, GAP = (232, 231, 228), 24
PER_MM, BLEED, HIGH = 4.0, 3.0, 600
"""Pixels a mm of what is rendered, the bleed that is cut off in mm, and how high all is shown."""


def save(picture: Image.Image, name: str, width: int) -> None:
    """Write a picture ``width`` pixels wide, in a palette, as small as PNG gets."""
    height = round(picture.height * width / picture.width)
    small = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    small.quantize(256, dither=Image.Dither.NONE).save(TARGET / name, optimize=True)


def on_the_table(home: Path) -> Image.Image:
    """The box, two pages of the leaflet as it lies open, the canvas and a tent, equally high."""
    leaflet = render((home / "leaflet.pdf").read_bytes(), PER_MM)
    left, right = map(_inside, leaflet[3:5])
    spread = Image.new("RGB", (left.width + right.width, left.height))
    spread.paste(left, (0, 0))
    spread.paste(right, (left.width, 0))
    flat = [_inside(render((home / f"kit-{name}.pdf").read_bytes(), PER_MM)[0])
            for name in ("canvas", "tents")]  # fmt: skip
    pictures = [Image.open(home / "box.png").convert("RGB"), spread, *flat]
    return beside([one.resize((round(one.width * HIGH / one.height), HIGH),
                              Image.Resampling.LANCZOS) for one in pictures])  # fmt: skip


def _inside(page: Image.Image) -> Image.Image:
    """A page without its bleed."""
    edge = round(BLEED * PER_MM)
    return page.crop((edge, edge, page.width - edge, page.height - edge)).convert("RGB")


def in_a_row(paths: list[Path]) -> Image.Image:
    """Pages side by side on a light ground."""
    return beside([Image.open(path).convert("RGB") for path in paths])


def beside(pages: list[Image.Image]) -> Image.Image:
    """Pictures of one height side by side on a light ground."""
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    row = Image.new("RGB", (width, pages[0].height + 2 * GAP), GROUND)
    x = GAP
    for page in pages:
        row.paste(page, (x, GAP))
        x += page.width + GAP
    return row


def main() -> None:
    """Build, render, shrink."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        output = Path(folder)
        request = BuildRequest(output=output, products=("cards", "poster"))
        preview_deck(request, lossless=True)
        home = output / "basis/nl/a6/preview"
        pages = [next(home.glob(f"*-{CARD}-{side}.png")) for side in SIDES]
        save(Image.open(home / "contact-sheet.png"), "deck.png", 1600)
        save(in_a_row(pages), "card.png", 800)
        save(Image.open(home / "poster-front.png"), "poster.png", 1000)
        build_deck(BuildRequest(output=output, products=("box", "leaflet", "kit")))
        save(on_the_table(output / "basis/nl/a6"), "table.png", 1600)
    for path in sorted(TARGET.glob("*.png")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
