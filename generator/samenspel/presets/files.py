"""Where presets stand: a project's own folder first, then samenspel's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from samenspel.gate import folder_names
from samenspel.presets.presses import press_files

Kind = Literal["formats", "themes", "presses", "papers"]
KINDS: tuple[Kind, ...] = ("formats", "themes", "presses", "papers")
SHIPPED = Path(__file__).resolve().parent.parent


def preset_names(root: Path, kind: Kind) -> dict[str, str]:
    """Name to path below ``root`` of the presets of a kind."""
    folder = f"presets/{kind}"
    found = folder_names(root, folder)
    return {
        name.removesuffix(".yaml"): f"{folder}/{name}" for name in found if name.endswith(".yaml")
    }


def homes(own: Path, kind: Kind, name: str) -> Iterator[tuple[Path, str]]:
    """Where presets of a name stand, the one that serves first."""
    for root in (own, SHIPPED):
        file = preset_names(root, kind).get(name)
        if file:
            yield root, file


def press_places(root: Path) -> dict[str, tuple[Path, str]]:
    """Where each press stands that one below ``root`` may extend; its own come first."""
    places = (root, SHIPPED)
    return {
        name: (place, file)
        for place in reversed(places)
        for name, file in preset_names(place, "presses").items()
    }


def preset_files(root: Path, kind: Kind, name: str) -> list[tuple[Path, str]]:
    """The files of a preset, each with its root: of a press, those that it extends too."""
    if kind == "presses":
        return list(press_files(press_places(root), name))
    return list(homes(root, kind, name))[:1]
