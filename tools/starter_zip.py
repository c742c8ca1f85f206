"""A zip with which somebody starts the studio by a double click: make starter.

It holds the starters for Windows, macOS and Linux, samenspel as a wheel, and the exact versions of
its libraries with their hashes, taken from requirements/dev.lock. The same files give the same
bytes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ROOT / "tools" / "starter"
LOCK = ROOT / "requirements" / "dev.lock"
TOP = "samenspel-start"
MOMENT = (1980, 1, 1, 0, 0, 0)
NAMES = {
    "begin-windows.bat": "begin-windows.bat",
    "begin-mac.command": "begin-mac.command",
    "begin-linux.sh": "begin-mac.command",
    "begin-linux.desktop": "begin-linux.desktop",
    "LEESMIJ.txt": "LEESMIJ.txt",
    "samenspel/start.py": "start.py",
}
"""Each file of the zip, and the one it is made of."""
RUN = (".command", ".sh", ".desktop")
DOS = (".bat", ".txt")
"""What Windows opens itself, with its own ends of lines."""


def starter_zip(wheel: Path, out: Path) -> None:
    """Write the zip with this wheel in it."""
    files = {name: (PARTS / part).read_bytes() for name, part in NAMES.items()}
    files = {name: data.replace(b"\n", b"\r\n") if name.endswith(DOS) else data
             for name, data in files.items()}  # fmt: skip
    files[f"samenspel/{wheel.name}"] = wheel.read_bytes()
    files["samenspel/locked.txt"] = "".join(locked()).encode()
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # with the rights of Unix, which say what may be run
            entry.external_attr = (0o755 if name.endswith(RUN) else 0o644) << 16
            archive.writestr(entry, data)


def locked() -> Iterator[str]:
    """The lines of the lock for samenspel with its studio, and for what these need anywhere."""
    text = LOCK.read_text(encoding="utf-8")
    pinned = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?:.*\\\n)*.*\n", re.M)
    entries = {plain(one[1]): one[0] for one in pinned.finditer(text)}
    found, todo = set[str](), ["samenspel"]
    while todo:
        name = todo.pop()
        try:
            needed = requires(name) or []
        except PackageNotFoundError:  # of another system: the lock has it, this environment not
            needed = []
        for line in needed:
            extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)", line)
            other = plain(re.split(r"[\s\[<>=!~;(]", line, maxsplit=1)[0])
            wanted = extra is None or (name == "samenspel" and extra[1] == "studio")
            if wanted and other in entries and other not in found:
                found.add(other)
                todo.append(other)
    return (entries[name] for name in sorted(found))


def plain(name: str) -> str:
    """A package's name as all write it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    """Build the wheel, and put the zip where the command line says."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "output/samenspel-start.zip")
    with tempfile.TemporaryDirectory() as place:
        build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", place]
        subprocess.run([*build, str(ROOT)], check=True, stdout=subprocess.DEVNULL)
        starter_zip(next(Path(place).glob("*.whl")), out)
    sys.stdout.write(f"{out}\n")


if __name__ == "__main__":
    main()
