"""The cards by fullbleed: ``python with_fullbleed.py faces.json cards.pdf``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import fullbleed
from as_html import FACES, FONTS, styled


def main() -> None:
    """Fonts and drawings in a bundle, and the page."""
    faces = Path(sys.argv[1])
    body, style = styled(faces)
    bundle = fullbleed.AssetBundle()
    for file in FACES.values():
        bundle.add_file(str(FONTS / file), "font")
    cards = json.loads(faces.read_text(encoding="utf-8"))
    for picture in {one["picture"] for one in cards if one["picture"]}:
        bundle.add_file(picture, "svg", name=picture)
        body = body.replace(f"file://{picture}", picture)
    engine = fullbleed.PdfEngine(page_width="111mm", page_height="154mm", margin="0mm")
    engine.register_bundle(bundle)
    engine.render_pdf_to_file(body, style, sys.argv[2])


if __name__ == "__main__":
    main()
