"""The small pictures that parts name: of choices, or files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samenspel.layout.discs import small_picture
from samenspel.layout.knowing import Chosen
from samenspel.layout.scene import Scene
from samenspel.model.design import ArtRef
from samenspel.model.ink import PAPER, Ink
from samenspel.saying import say


def small_art(scene: Scene, value: Any, ground: Ink = PAPER) -> str | None:
    """The small picture of a choice on a ground, or a picture that is named itself."""
    if isinstance(value, Chosen):
        name = small_picture(value.choice, value.style, ground)
    else:
        name = str(value)
    if name and name not in scene.page.layout.art:
        scene.say(
            "design-art-missing",
            say('there is no picture "{name}"', name=name),
            "put it under assets/, and name it from there on",
        )
        return None
    return name or None


def icon(scene: Scene, ref: ArtRef, ground: Ink) -> str | None:
    """The small picture that a reference gives; a choice has one for dark grounds too."""
    value = scene.value(ref.expression) if ref.expression else None
    if isinstance(value, Chosen):
        return small_art(scene, value, ground)
    found = scene.art([ref])
    return found[0] if found else None


def listed(value: Any) -> Sequence[Any]:
    """A value that may be a list, as one."""
    if value is None:
        return ()
    return value if isinstance(value, (list, tuple)) else [value]
