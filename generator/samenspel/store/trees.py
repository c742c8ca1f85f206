"""What something is made with, as one digest: the files of a project, and the program itself."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from samenspel.bounds import ASSET, FILES, TREE
from samenspel.gate import read_given

PACKAGE = Path(__file__).resolve().parent.parent
DECKS = "_builtin"
"""The built-in deck inside an installed package: a project, and looked at as such."""

FOLDERS = ("cards", "assets", "presets", "kinds", "sets", "editions")
"""What a build may read below the root of a project."""


LIBRARIES = (
    "babel", "brotli", "brotlicffi", "coloraide", "cssselect2", "fonttools", "jinja2",
    "markdown_it_py", "pikepdf", "pillow", "pydantic", "pypdfium2", "pyphen", "pyyaml", "reportlab",
    "resvg_py", "tinycss2", "uharfbuzz",
)  # fmt: skip
"""The libraries whose version may change a file's bytes: where a word is broken, what a text means,
which form a letter has.
"""


class Known(NamedTuple):
    """A tree of files by its content."""

    digest: bytes
    """SHA-256 over the names and contents of all files."""
    files: int
    """How many there are."""


def tree(
    root: Path, folders: Sequence[str] = FOLDERS, without: Sequence[str] = ()
) -> Known | None:
    """What stands in these folders below ``root``, hidden files too, but not in those ``without``.

    ``None`` when that cannot be said: a link to a folder, something that is no plain file, a file
    that cannot be read, or more than a deck may hold. A link to a file counts as what it leads to.
    """
    digest, count, size = hashlib.sha256(), 0, 0
    try:
        for folder in folders:
            for name, path, state in _files(str(root / folder), folder, without):
                digest.update(b"%s\0" % os.fsencode(name) + _content(path, state))
                count, size = count + 1, size + state.st_size
                if count > FILES or size > TREE:
                    return None
    except OSError:
        return None
    return Known(digest.digest(), count)


_contents: dict[str, tuple[tuple[int, ...], bytes]] = {}
"""What this process read of each file: as what it stood there, and the SHA-256 of its content."""

SETTLED = 2.0
"""Seconds after which a file that changes again also gets another moment of change, whatever clock
its file system keeps."""


def _content(path: str, state: os.stat_result) -> bytes:
    """The SHA-256 of a file, read once by this process for as long as it stands there unchanged.

    That is told by the moment at which its entry changed, which nobody can set; where a system has
    no such moment the file is read each time. Raises OSError.
    """
    stands = state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
    known = _contents.get(path)
    if known is not None and known[0] == stands:
        return known[1]
    now = time.time()
    digest = hashlib.sha256(read_given(path, ASSET)).digest()
    if os.name == "posix" and 0 < now - state.st_ctime > SETTLED:
        _contents[path] = stands, digest
    return digest


def digest_of(roots: Iterable[Path], *said: str, without: Sequence[str] = ()) -> str:
    """One digest of what stands below these roots, of the program, and of what is ``said`` beside.

    Folders and files ``without`` which it is made do not count. Empty when it cannot be known what
    stands there.
    """
    digest = hashlib.sha256("|".join((program(), *said)).encode())
    for root in dict.fromkeys(roots):
        known = tree(root, without=without)
        if known is None:
            return ""
        digest.update(known.digest)
    return digest.hexdigest()


def _files(
    top: str, name: str, without: Sequence[str] = ()
) -> Iterator[tuple[str, str, os.stat_result]]:
    """All files below a folder, with their names in the tree and what they stand there as.

    Raises OSError for what is neither file nor folder.
    """
    todo = [(top, name)]
    while todo:
        folder, named = todo.pop()
        for one in _entries(folder):
            inner = f"{named}/{one.name}"
            if inner in without:
                continue
            if one.is_dir(follow_symlinks=False):
                todo.append((one.path, inner))
                continue
            state = one.stat()
            if not stat.S_ISREG(state.st_mode):
                raise OSError(f"{inner} is no file")
            yield inner, one.path, state


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda one: one.name)
    except FileNotFoundError:
        return []


@cache
def program() -> str:
    """The program that runs: its modules and presets, its libraries, and Python, as hexadecimal.

    Modules are told apart by size and moment of change, as Python itself does before it takes a
    compiled module; libraries by the versions that are installed.
    """
    digest = hashlib.sha256(f"{sys.version}|{sys.platform}|{PACKAGE}|".encode())
    for line in (*_modules(PACKAGE), *_libraries(sys.path)):
        digest.update(os.fsencode(line) + b"\n")
    return digest.hexdigest()


@cache
def contents() -> str:
    """The program by the content of its files, the same on every machine that has the same."""
    digest = hashlib.sha256(f"{sys.version_info}|".encode())
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE)
        if path.is_file() and name.parts[0] != DECKS and "__pycache__" not in name.parts:
            digest.update(f"{name.as_posix()}|".encode() + path.read_bytes())
    names = {name.partition("-")[0].lower(): name for name in _libraries(sys.path)}
    for library in LIBRARIES:
        digest.update(names.get(library, "").encode() + b"|")
    return digest.hexdigest()


def _modules(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for one in entries:
        if one.is_dir():
            if one.name not in ("__pycache__", DECKS):
                yield from _modules(Path(one.path))
        else:
            state = one.stat()
            yield f"{one.path}|{state.st_size}|{state.st_mtime_ns}"


def _libraries(places: Sequence[str]) -> Iterator[str]:
    """``reportlab-5.1.0.dist-info`` and the like, of each place that modules come from."""
    for place in places:
        with suppress(OSError):
            names = os.listdir(place or ".")  # noqa: PTH208 only the names are wanted
            yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
