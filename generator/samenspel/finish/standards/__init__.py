"""The standards that a press file can be built to: one module each, and this table."""

from __future__ import annotations

from samenspel.finish.standards import x1a_2003, x3_2002, x4
from samenspel.finish.standards.standard import Standard

STANDARDS: dict[str, Standard] = {
    standard.name: standard for standard in (x4.STANDARD, x1a_2003.STANDARD, x3_2002.STANDARD)
}

__all__ = ["STANDARDS", "Standard"]
