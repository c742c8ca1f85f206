"""What a standard of the PDF/X family asks of a file that holds flat CMYK already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from samenspel.finish.standards.faults import Part

Fault = Callable[[Sequence[Part]], list[str]]
"""Looks in all parts of a document for what a standard forbids, and names it."""


@dataclass(frozen=True, slots=True)
class Standard:
    """Marks and syntax. The art is the same in all: DeviceCMYK and spots, nothing transparent."""

    name: str
    """As the standard spells it: ``PDF/X-4``."""
    version: str
    """The PDF version that the file gets."""
    source: str
    """The standard's number and year."""
    info: Mapping[str, str] = field(default_factory=dict)
    """Its marks in the Info dictionary."""
    xmp: Mapping[str, str] = field(default_factory=dict)
    """Its marks in the XMP packet, by prefix and name."""
    packet: bool = True
    """False for PDF versions without metadata streams."""
    compact: bool = False
    """Whether object and cross-reference streams (PDF 1.5) are allowed."""
    tagged: bool = False
    """Whether a file may be PDF/UA-1 as well, which builds on later versions than 1.4."""
    newer: frozenset[str] = frozenset()
    """Catalog entries that came after the version, and go."""
    profile_version: int = 2
    """The highest major version of an ICC profile."""
    faults: Fault = lambda parts: []  # noqa: ARG005
    """Finds what may not be in such a file."""
