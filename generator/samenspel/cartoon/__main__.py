"""Draws the art again.

``python -m samenspel.cartoon FOLDER [SLUG ...]`` draws the cartoons into FOLDER;
``python -m samenspel.cartoon --all ASSETS`` also pictograms and logos, into its subfolders.
"""

import sys
from pathlib import Path

from samenspel.cartoon import redraw, redraw_all

if __name__ == "__main__":
    if len(sys.argv) < 2 or (sys.argv[1] == "--all" and len(sys.argv) != 3):
        raise SystemExit(__doc__)
    if sys.argv[1] == "--all":
        redraw_all(Path(sys.argv[2]))
    else:
        redraw(Path(sys.argv[1]), sys.argv[2:] or None)
