"""Makes the built-in deck's drawings ready for the press, for a wheel to bring: ``press-art/``.

    make wheel                 runs this first
    python tools/ship_art.py   writes the folder anew

They are the store's own entries (``draw/cache.py``), by the digest of the drawing, its colours and
the converter's version, so that one that no longer fits is never looked up. Of the deck without a
region alone: each region has colours of its own, and all of them are ten times as much.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from samenspel.draw.cache import KIND
from samenspel.draw.shipped import FOLDER
from samenspel.layers.names import BASE
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import BuildRequest
from samenspel.store import Store

ROOT = Path(__file__).resolve().parent.parent


def main(target: Path = ROOT / FOLDER) -> None:
    """Prepare what the deck needs, and put it there."""
    shutil.rmtree(target, ignore_errors=True)  # or what stands there is taken, and not made
    with tempfile.TemporaryDirectory() as name:
        cache = Path(name) / "store"
        build = open_build(
            BuildRequest(output=Path(name), project=ROOT, regions=(BASE,), cache=cache, drafts=True)
        )
        for edition in build.editions:
            prepared(build, edition)
        target.mkdir()
        count = size = 0
        for key, entry in sorted(Store(cache).all(KIND)):
            (target / key).write_bytes(entry)
            count, size = count + 1, size + len(entry)
    print(f"{count} drawings, {size / 1e6:.1f} MB, in {target}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
