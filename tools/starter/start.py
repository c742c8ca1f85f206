"""Opens the studio; the first time it sets up an environment of its own, beside this file.

Run by the starters in the folder above, with any Python from 3.11 on and nothing installed. What it
tells stands in Dutch and English: nothing that could choose between them is there yet.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / "omgeving"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MARK = ENVIRONMENT / "klaar.txt"
DECKS = HERE.parent / "mijn-dekken"
LOCKED = HERE / "locked.txt"


def tell(*lines: str) -> None:
    """Show lines, whatever the console can show."""
    text = "\n".join(lines) + "\n"
    sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "ascii", "replace"))
    sys.stdout.flush()


def fingerprint(wheel: Path) -> str:
    """What tells this samenspel with its libraries from another one."""
    return hashlib.sha256(wheel.read_bytes() + LOCKED.read_bytes()).hexdigest()


def set_up(wheel: Path) -> None:
    """Make the environment, with the locked libraries. Raises CalledProcessError and OSError."""
    tell(
        "Eenmalig klaarzetten: dit duurt een paar minuten en vraagt internet.",
        "Setting up, once: this takes a few minutes and needs the internet.",
    )
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--only-binary=:all:", "--require-hashes", "-r", str(LOCKED)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", "--force-reinstall", str(wheel)], check=True)
    MARK.write_text(fingerprint(wheel), encoding="ascii")


def main() -> int:
    """Set up what is not there yet, and open the studio; its exit code."""
    wheel = next(HERE.glob("samenspel-*.whl"))
    try:
        known = MARK.read_text(encoding="ascii") if MARK.exists() else ""
        if known != fingerprint(wheel):
            set_up(wheel)
    except (subprocess.CalledProcessError, OSError) as error:
        tell(
            f"({error})",
            "Het klaarzetten lukte niet. Heb je internet? Op Debian en Ubuntu: sudo apt install "
            "python3-venv",
            "Setting up failed. Is there a connection? On Debian and Ubuntu: sudo apt install "
            "python3-venv",
        )
        return 1
    DECKS.mkdir(exist_ok=True)
    try:
        command = [str(PYTHON), "-P", "-m", "samenspel", "studio", *sys.argv[1:]]
        return subprocess.run(command, cwd=DECKS, check=False).returncode
    except KeyboardInterrupt:  # Ctrl-C, which the studio heard too
        return 0


if __name__ == "__main__":
    sys.exit(main())
