"""``python -m samenspel.cartoon FOLDER [SLUG ...]`` draws the cartoons again into FOLDER."""

import sys
from pathlib import Path

from samenspel.cartoon import redraw

if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    redraw(Path(sys.argv[1]), sys.argv[2:] or None)
