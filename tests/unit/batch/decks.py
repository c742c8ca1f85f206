"""A deck with two regions, and what is asked of a batch of it."""

from __future__ import annotations

from pathlib import Path

from tests.projects import REGION, tiny_project, write

from samenspel.pipeline import BuildRequest

Bytes = dict[str, bytes]


def deck(folder: Path) -> Path:
    """Two regions beside the deck without one."""
    tiny_project(folder)
    second = REGION.replace("Noordkust", "Zuidkust")
    write(folder, "cards/regions/zuidkust.yaml", second)
    return folder


def wanted(tmp_path: Path, output: str = "out", **more: object) -> BuildRequest:
    project = tmp_path / "deck"
    if not project.exists():
        deck(project)
    return BuildRequest(
        output=tmp_path / output, project=project, regions=("all",), formats=("a6", "poker"),
        products=("cards",), cache=tmp_path / "store", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def standing(folder: Path) -> Bytes:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".samenspel" not in path.parts  # by part, where there are parts
    }
