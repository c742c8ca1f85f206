"""What preflight says of a finished file: which rule, how bad, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from samenspel.diagnostics import Severity
from samenspel.saying import packed, unpacked
from samenspel.units import Point, Size


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule."""

    check: str
    """The check's permanent id (``text-size``)."""
    severity: Severity
    """How bad it is for this press or profile."""
    message: str
    """What is wrong."""
    page: int = 0
    """From 1; 0 for the whole file."""
    position: Point | None = None
    """(x, y) in mm from the **trim's** top left corner, y down; ``None`` for no place."""
    remedy: str = ""
    """How to mend it."""
    subject: str = ""
    """What in the file it is about: a font, a picture, a colour."""
    extent: Size | None = None
    """The width and height in mm of what is there."""
    subject_named: bool = True
    """Whether the message names the subject; a report puts it beside a message that does not."""

    @classmethod
    def of_plain(cls, data: Mapping[str, Any]) -> Finding:
        """The finding of which ``plain`` made this."""
        pairs = {
            "position": Point(*data["position"]) if data["position"] else None,
            "extent": Size(*data["extent"]) if data["extent"] else None,
        }
        said = {key: unpacked(data[key]) for key in ("message", "remedy")}
        return cls(**{**data, **pairs, **said, "severity": Severity(data["severity"])})

    @property
    def plain(self) -> dict[str, Any]:
        """The finding as JSON has it, its texts with what they were made of."""
        said = {"message": packed(self.message), "remedy": packed(self.remedy)}
        return {**asdict(self), **said, "severity": self.severity.value}

    def __str__(self) -> str:
        place = f"page {self.page}" if self.page else "file"
        if self.position is not None:
            place += f" at {self.position.x:.1f}, {self.position.y:.1f} mm"
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: {self.message}{remedy} [{self.check}]"
