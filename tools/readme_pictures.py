"""Renders the pictures of README.md into docs/pictures/: ``make readme-pictures``.

Made from a real build, in a size for a screen. The same deck gives the same pictures.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from samenspel import BuildRequest, preview_deck

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
SIDES = ("front", "back")
CARD = "dubbele-loyaliteit-is-realiteit"
GROUND, GAP = (232, 231, 228), 24


def save(picture: Image.Image, name: str, width: int) -> None:
    """Write a picture ``width`` pixels wide, in a palette, as small as PNG gets."""
    height = round(picture.height * width / picture.width)
    small = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    small.quantize(256, dither=Image.Dither.NONE).save(TARGET / name, optimize=True)


def in_a_row(paths: list[Path]) -> Image.Image:
    """Pages side by side on a light ground."""
    pages = [Image.open(path).convert("RGB") for path in paths]
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
    for path in sorted(TARGET.glob("*.png")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
