"""What preflight says of a finished file: which rule, how bad, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule.

    ``check`` is the check's permanent id (``text-size``). ``page`` counts from 1; 0 means the whole
    file. ``position`` is (x, y) in millimetres from the top left corner of the page's **trim**, y
    down, or ``None`` where a place makes no sense; ``extent`` is the width and height of what is
    there, in millimetres. ``subject`` names the object in the file (a font, a picture, a colour).
    """

    check: str
    severity: Severity
    message: str
    page: int = 0
    position: tuple[float, float] | None = None
    remedy: str = ""
    subject: str = ""
    extent: tuple[float, float] | None = None

    def __str__(self) -> str:
        place = f"page {self.page}" if self.page else "file"
        if self.position is not None:
            place += f" at {self.position[0]:.1f}, {self.position[1]:.1f} mm"
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: {self.message}{remedy} [{self.check}]"
