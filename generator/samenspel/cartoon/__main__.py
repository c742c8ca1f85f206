"""Draws the art again: ``python -m samenspel.cartoon ASSETS [SLUG ...]``.

Without slugs all of it: cartoons, pictograms and logos, each into its subfolder of ASSETS.
"""

import sys
from pathlib import Path

from samenspel.cartoon.gallery import chosen, pictures, write

if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    if folder.name == "cartoons":  # the folder of the cartoons themselves, or the one above it
        folder = folder.parent
    wanted = chosen(pictures(folder / "fonts"), sys.argv[2:])
    write({path: draw() for path, draw in wanted.items()}, folder)
