"""What preflight says of a finished file: which rule, how bad, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Severity


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
    position: tuple[float, float] | None = None
    """(x, y) in mm from the **trim's** top left corner, y down; ``None`` for no place."""
    remedy: str = ""
    """How to mend it."""
    subject: str = ""
    """What in the file it is about: a font, a picture, a colour."""
    extent: tuple[float, float] | None = None
    """The width and height in mm of what is there."""

    def __str__(self) -> str:
        place = f"page {self.page}" if self.page else "file"
        if self.position is not None:
            place += f" at {self.position[0]:.1f}, {self.position[1]:.1f} mm"
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: {self.message}{remedy} [{self.check}]"
