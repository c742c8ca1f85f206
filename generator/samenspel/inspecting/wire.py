"""Between the worker and whoever asks it: plain JSON, for a worker may have gone wrong."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from samenspel.preflight import Overview, PageSize

if TYPE_CHECKING:
    from samenspel.proofing import PagePicture


def overview_in(data: dict[str, Any]) -> Overview:
    """The overview again."""
    return Overview(**(data | {"sizes": tuple(PageSize(**size) for size in data["sizes"])}))


def picture_out(picture: PagePicture) -> dict[str, Any]:
    """A picture as JSON has it."""
    return asdict(picture) | {"webp": base64.b64encode(picture.webp).decode("ascii")}


def picture_in(data: dict[str, Any]) -> PagePicture:
    """The picture again."""
    from samenspel.proofing import PagePicture

    boxes = {key: tuple(data[key]) if data[key] else None for key in ("trim", "bleed")}
    return PagePicture(**(data | boxes | {"webp": base64.b64decode(data["webp"])}))
