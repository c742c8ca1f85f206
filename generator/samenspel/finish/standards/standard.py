"""What a standard of the PDF/X family asks of a file that holds flat CMYK already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pikepdf

Fault = Callable[[pikepdf.Pdf], list[str]]
"""Looks for what a standard forbids, and names it."""


@dataclass(frozen=True, slots=True)
class Standard:
    """Marks and syntax. The art is the same in all: DeviceCMYK and spots, nothing transparent.

    ``info`` are its marks in the Info dictionary, ``xmp`` those in the XMP packet (by prefix and
    name); ``packet`` is False for PDF versions without metadata streams. ``compact`` allows object
    and cross-reference streams (PDF 1.5). ``newer`` are catalog entries that came after the
    version, ``profile_version`` is the highest major version of an ICC profile. ``faults`` looks
    for what may not be in the file.
    """

    name: str
    version: str
    source: str
    info: Mapping[str, str] = field(default_factory=dict)
    xmp: Mapping[str, str] = field(default_factory=dict)
    packet: bool = True
    compact: bool = False
    newer: frozenset[str] = frozenset()
    profile_version: int = 2
    faults: Fault = lambda document: []  # noqa: ARG005
