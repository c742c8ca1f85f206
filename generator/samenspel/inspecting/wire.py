"""Between the worker and whoever asks it: plain JSON, for a worker may have gone wrong."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from samenspel.diagnostics import Severity
from samenspel.model.finding import Finding
from samenspel.preflight import Overview, PageSize

if TYPE_CHECKING:
    from samenspel.proofing import PagePicture


def finding_out(finding: Finding) -> dict[str, Any]:
    """A finding as JSON has it."""
    return asdict(finding) | {"severity": finding.severity.value}


def finding_in(data: dict[str, Any]) -> Finding:
    """The finding again."""
    pairs = {key: tuple(data[key]) if data[key] else None for key in ("position", "extent")}
    return Finding(**(data | pairs | {"severity": Severity(data["severity"])}))


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
