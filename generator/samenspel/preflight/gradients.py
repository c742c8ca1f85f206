"""The most ink that a gradient states: a first look that tells which pages must be measured.

Functions of type 2 (between two colours), 3 (several of those) and 0 (samples of 8 bits) are read
(ISO 32000-1, 7.10). Of others, and of meshes, only the plates tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

from samenspel.pdf.limits import BAD, MAX_SPACES, content
from samenspel.pdf.values import entry, listed, whole
from samenspel.preflight.document import Document, Resource

_SAMPLED, _BETWEEN, _STITCHED = 0, 2, 3
_SHADED = 2
"""The type of a pattern that is a gradient."""


def heavy_pages(document: Document, limit: float) -> frozenset[int]:
    """Pages that lead to a gradient with more ink than ``limit``, in percent.

    Of a gradient that several pages share, all are taken.
    """
    heavy = {item.page for item in document.resources if _ink(item) > limit}
    if not heavy:
        return frozenset()
    first = min(heavy)
    return frozenset(page.number for page in document.pages if page.number >= first)


def _ink(item: Resource) -> float:
    """The most ink that a resource's gradient states; 0 for what is none."""
    try:
        shading = item.value if item.group == "Shading" else _of_pattern(item)
        if shading is None or not _press(entry(shading, "/ColorSpace")):
            return 0.0
        return 100 * _most(entry(shading, "/Function"), 0)
    except BAD:
        return 0.0  # what is damaged is reported elsewhere


def _of_pattern(item: Resource) -> pikepdf.Object | None:
    if item.group != "Pattern" or whole(item.value, "/PatternType", 0) != _SHADED:
        return None
    return entry(item.value, "/Shading")


def _press(space: pikepdf.Object | None) -> bool:
    """Whether a colour's numbers are tints of inks, which add up."""
    if isinstance(space, pikepdf.Array) and len(space):
        return str(space[0]) == "/DeviceN"
    return str(space) == "/DeviceCMYK"


def _most(function: pikepdf.Object | None, depth: int) -> float:
    """The largest sum of what a function gives, or of several that give one part each."""
    if function is None or depth > MAX_SPACES:
        return 0.0
    if isinstance(function, pikepdf.Array):
        return sum(_most(one, depth + 1) for one in list(function))
    kind = whole(function, "/FunctionType", -1)
    if kind == _BETWEEN:
        ends = (_numbers(function, name, start) for name, start in (("/C0", 0.0), ("/C1", 1.0)))
        return max(sum(end) for end in ends)
    if kind == _STITCHED:
        return max((_most(one, depth + 1) for one in listed(entry(function, "/Functions"))),
                   default=0.0)  # fmt: skip
    return max(_sampled(function), default=0.0) if kind == _SAMPLED else 0.0


def _numbers(function: pikepdf.Object, name: str, otherwise: float) -> list[float]:
    found = listed(entry(function, name))
    return [float(one) for one in found] if found else [otherwise]


def _sampled(function: pikepdf.Object) -> Iterator[float]:
    """The sums of samples of 8 bits."""
    ranges = [float(one) for one in listed(entry(function, "/Range"))]
    decode = [float(one) for one in listed(entry(function, "/Decode"))] or ranges
    parts = len(ranges) // 2
    if whole(function, "/BitsPerSample", 0) != 8 or not parts or len(decode) != len(ranges):
        return
    data = content(function)
    for place in range(0, len(data) - parts + 1, parts):
        yield _decoded(data[place : place + parts], decode)


def _decoded(samples: Sequence[int], decode: Sequence[float]) -> float:
    lows, highs = decode[::2], decode[1::2]
    return sum(
        low + (high - low) * sample / 255
        for sample, low, high in zip(samples, lows, highs, strict=True)
    )
