"""Looking at a cartoon while drawing it (needs the development tool resvg_py).

``python -m samenspel_drawing.look SLUG OUT.png [PIXELS]`` draws a scene and renders it.
"""

import sys
from pathlib import Path
from typing import Final

PRINT_SIZE_PIXELS: Final = 591
"""50 mm at 300 dpi: what the card's reader sees."""


def render_png(svg: str, path: Path, pixels: int = 1400) -> Path:
    """Render an SVG document on white paper, `pixels` wide."""
    import resvg_py  # a development tool, not a dependency of the package

    data = resvg_py.svg_to_bytes(svg_string=svg, width=pixels, dpi=96.0, background="#ffffff")
    path.write_bytes(bytes(data))
    return path


if __name__ == "__main__":
    from samenspel_drawing.scenes import draw_scene

    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 1400
    render_png(draw_scene(sys.argv[1]).svg(), Path(sys.argv[2]), size)
