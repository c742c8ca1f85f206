"""What the files of an edition are made with beside its texts: presets, kinds, fonts, profile, art.

Each with its SHA-256, and whether it stands in the place of one of samenspel's own: a project may
have a press called ``coated`` or a profile under a shipped name, and whoever orders should know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from samenspel.gate import file_exists, folder_names, read_bytes
from samenspel.model.sheet import Paper
from samenspel.model.style import Format
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.request import Input
from samenspel.presets.looking_up import SHIPPED, Kind, preset_files
from samenspel.project import Project
from samenspel.project.project import ASSETS
from samenspel.project.reserved import ART_ENDINGS


def inputs_of(edition: Edition, shape: Format, papers: Iterable[Paper | None]) -> tuple[Input, ...]:
    """All of them for one format and these papers, by name."""
    build = edition.build
    project = build.project
    presets: list[tuple[Kind, str]] = [
        ("formats", shape.name),
        ("themes", build.theme.name),
        ("presses", build.press.name),
        *(("papers", paper.name) for paper in papers if paper is not None),
    ]
    files = [one for kind, name in presets for one in preset_files(project.root, kind, name)]
    found = {_file(root, file, SHIPPED) for root, file in files}
    library = project.sources.library
    for file, root in library.files_of({card.kind for card in edition.deck.every}).items():
        found.add(_file(root, file, library.roots[-1]))
    found |= {_asset(project, name, digest) for name, digest in edition.digests.items()}
    return tuple(sorted(found))


def _file(root: Path, file: str, shipped: Path) -> Input:
    """A file that stands below ``root``, where samenspel's own stands below ``shipped``."""
    data = read_bytes(root, file)
    own = root != shipped
    other = own and file_exists(shipped, file) and read_bytes(shipped, file) != data
    return Input(file, hashlib.sha256(data).hexdigest(), own, other)


def _asset(project: Project, name: str, digest: str) -> Input:
    root, stored = next(project.asset_homes(name))
    shipped, file = project.builtin, f"{ASSETS}/{stored}"
    own = root == project.root != shipped
    others = _called_alike(shipped, file) if own else []
    other = any(hashlib.sha256(read_bytes(shipped, one)).hexdigest() != digest for one in others)
    return Input(file, digest, own, other)


def _called_alike(folder: Path, name: str) -> list[str]:
    """The file of this name below a folder, and every picture that differs in its ending alone."""
    path = PurePosixPath(name)
    if not path.name.lower().endswith(ART_ENDINGS):
        return [name] if file_exists(folder, name) else []
    return [
        str(path.with_name(one))
        for one in folder_names(folder, str(path.parent))
        if one.lower().endswith(ART_ENDINGS) and PurePosixPath(one).stem == path.stem
    ]
