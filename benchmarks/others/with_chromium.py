"""The cards by headless Chromium: ``python with_chromium.py faces.json cards.pdf``.

Its time is that of all its processes, which end before it does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = (
    "--headless", "--disable-gpu", "--disable-extensions", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--allow-file-access-from-files", "--no-pdf-header-footer",
)  # fmt: skip


def browser() -> str | None:
    """The browser on this machine; ``None`` when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def main() -> None:
    """Write the page and have it printed."""
    from as_html import page  # stands beside this file, which the benchmark imports for its name

    found = browser()
    if found is None:
        raise SystemExit("there is no Chromium here")
    source, target = Path(sys.argv[2]).with_suffix(".html").resolve(), Path(sys.argv[2]).resolve()
    source.write_text(page(Path(sys.argv[1])), encoding="utf-8")
    alone = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    subprocess.run(
        [found, *OPTIONS, *alone, f"--user-data-dir={target.parent / 'profile'}",
         f"--print-to-pdf={target}", source.as_uri()],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    if not target.is_file():
        raise SystemExit("Chromium printed nothing")


if __name__ == "__main__":
    main()
