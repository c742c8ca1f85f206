"""Art that is not where a deck names it: where it lies, and how to write or move it."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from pathlib import PurePosixPath

from samenspel.diagnostics import Diagnostic, Location, did_you_mean, files_meant, stem_of
from samenspel.errors import ContentError
from samenspel.gate import file_exists, folder_names
from samenspel.project.project import ASSETS, Project
from samenspel.project.reserved import ART_ENDINGS
from samenspel.saying import say

LOOKED_AT = 5000
"""How many names of a project are looked at for art that is not where it is named."""

BUILT = "output"
"""The folder of what was made; no art of a maker's is there."""


def missing_asset(
    project: Project, named: str, folder: str, place: Location | None, key: str
) -> Diagnostic:
    """The message (``asset-missing``) for art that is not there, with what its maker may mean.

    ``folder`` is where it belongs below ``assets/``. No file is proposed that a region names: it is
    that region's own.
    """
    kind = key.rpartition(".")[2]
    return Diagnostic(
        "asset-missing",
        say('there is no {kind} "{named}"', kind=say(kind), named=named),
        place,
        key,
        _remedy(project, named, folder, kind),
    )


def _remedy(project: Project, named: str, folder: str, kind: str) -> str:
    logos = _named_logos(project)
    files = [file for file in _own_files(project) if _may_be_art(file)]
    inside = [
        name
        for file in files
        if file.startswith(f"{ASSETS}/") and (name := file.removeprefix(f"{ASSETS}/")) not in logos
    ]
    others = [] if kind == "logo" else [name for name in project.drawings() if name not in logos]
    meant = files_meant(named, [*inside, *others])
    outside = [file for file in files if not file.startswith(f"{ASSETS}/")]
    stem = stem_of(named)
    if not any(stem_of(name) == stem for name in meant):
        for file in outside:
            if stem_of(file) == stem:
                return _to_move(file, named, folder)
    bare = "/" not in named and "." not in named and kind != "logo"
    in_folder = bare and all(name.startswith(f"{folder}/") for name in meant)
    proposed = [PurePosixPath(name).stem if in_folder else name for name in meant]
    return did_you_mean(dict.fromkeys(proposed)) or say(
        "put it in assets/{folder}, or take this line away", folder=folder
    )


def _to_move(file: str, named: str, folder: str) -> str:
    """What to do with a file that lies outside ``assets/``."""
    name = PurePosixPath(file).name
    target = PurePosixPath(folder, name).as_posix()
    fits = {target.lower(), target.lower().removesuffix(PurePosixPath(target).suffix.lower())}
    if folder == "cartoons":
        fits |= {PurePosixPath(one).name for one in fits}
    if named.lower() in fits:
        return say("it lies in {file}: move it to assets/{target}", file=file, target=target)
    return say(
        'it lies in {file}: move it to assets/{target}, and write "{target}" here',
        file=file,
        target=target,
    )


def _own_files(project: Project) -> list[str]:
    """The files that lie in a project, by name from its root; those nearest to it come first.

    Hidden ones and what was built are not among them.
    """
    found: list[str] = []
    todo = deque(name for name in folder_names(project.root, ".") if name != BUILT)
    for _ in range(LOOKED_AT):
        if not todo:
            break
        name = todo.popleft()
        with suppress(ContentError):  # a link that leads out of the project
            if file_exists(project.root, name):
                found.append(name)
            else:
                todo += [f"{name}/{entry}" for entry in folder_names(project.root, name)]
    return found


def _may_be_art(file: str) -> bool:
    """True for art by its ending, and for a file that lost its ending."""
    return PurePosixPath(file).suffix.lower() in ("", *ART_ENDINGS)


def _named_logos(project: Project) -> set[str]:
    """The logos that regions name, as their files are called."""
    said = (region.get("logo") for region in project.sources.regions.values() if region)
    found: set[str] = set()
    for node in said:
        with suppress(ContentError):  # a name that leads out is reported at its region
            found |= {stored for _, stored in project.asset_homes(node.text if node else "")}
    return found
