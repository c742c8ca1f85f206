"""Values of functions (ISO 32000-1, 7.10): tint transforms, and the colours of gradients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pikepdf

from samenspel.pdf.calculator import calculated
from samenspel.pdf.limits import BAD, MAX_SPACES, content
from samenspel.pdf.values import entry, listed, numbers, real, whole

SAMPLED, BETWEEN, STITCHED, CALCULATED = 0, 2, 3, 4
PLACES = 33, 9
"""At so many places a function of one number, and of each of two, is looked at."""
MOST_SAMPLES = 1024
"""Samples of a function that are looked at."""

Values = tuple[float, ...]


def value(function: pikepdf.Object | None, inputs: Sequence[float], depth: int = 0) -> Values:
    """What a function, or several that give one number each, make of some numbers.

    Raises one of ``BAD`` for what is damaged, or lies deeper in each other than functions do.
    """
    if depth > MAX_SPACES:
        raise ValueError("functions lie too deep in each other")
    if isinstance(function, pikepdf.Array):
        return tuple(part for one in listed(function) for part in value(one, inputs, depth + 1))
    if not isinstance(function, (pikepdf.Dictionary, pikepdf.Stream)):
        raise ValueError("a function is missing")
    taken = _held(inputs, numbers(entry(function, "/Domain")))
    found = _ACTIONS[whole(function, "/FunctionType", -1)](function, taken, depth)
    return _held(found, numbers(entry(function, "/Range")))


def values(function: pikepdf.Object | None, depth: int = 0) -> Iterator[Values]:
    """Values of a function of one or two numbers: all that it states, else those at many places.

    Of several functions that give one number each, the least and the most. Raises one of ``BAD``.
    """
    if depth > MAX_SPACES:
        return
    if isinstance(function, pikepdf.Array):
        parts = [[one[0] for one in values(part, depth + 1)] for part in listed(function)]
        yield from (tuple(map(min, parts)), tuple(map(max, parts)))
    elif isinstance(function, (pikepdf.Dictionary, pikepdf.Stream)):
        kind = whole(function, "/FunctionType", -1)
        if kind == STITCHED:
            for one in listed(entry(function, "/Functions")):
                yield from values(one, depth + 1)
        elif kind == BETWEEN:
            yield from _ends(function)
        else:
            yield from (value(function, place) for place in _places(function, kind))


def most(function: pikepdf.Object | None) -> Values:
    """The most of each number that a function gives; none where it is damaged or has none."""
    try:
        return tuple(map(max, zip(*values(function), strict=True)))
    except BAD:
        return ()


def _places(function: pikepdf.Object, kind: int) -> Iterator[Sequence[float]]:
    """Where a function is looked at; a sampled one at its samples."""
    domain = numbers(entry(function, "/Domain"))
    sizes = numbers(entry(function, "/Size")) if kind == SAMPLED else []
    most = PLACES[0] if len(domain) == 2 else PLACES[1]
    counts = [min(max(int(one), 2), MOST_SAMPLES) for one in sizes] or [most] * (len(domain) // 2)
    if len(counts) > 2:
        return iter(())
    steps = [
        [low + (high - low) * n / (count - 1) for n in range(count)]
        for low, high, count in zip(domain[::2], domain[1::2], counts, strict=True)
    ]
    return iter(list(product(*steps))[: MOST_SAMPLES * 4])


def _held(found: Sequence[float], bounds: Sequence[float]) -> Values:
    """Numbers held to their bounds, of which there may be none."""
    if not bounds:
        return tuple(found)
    pairs = zip(found, bounds[::2], bounds[1::2], strict=False)
    return tuple(min(max(one, low), high) for one, low, high in pairs)


def _ends(function: pikepdf.Object) -> tuple[Values, Values]:
    first, last = (numbers(entry(function, name)) for name in ("/C0", "/C1"))
    return tuple(first or [0.0]), tuple(last or [1.0])


def _between(function: pikepdf.Object, taken: Sequence[float], _: int) -> Values:
    first, last = _ends(function)
    share = taken[0] ** real(function, "/N", 1.0)
    return tuple(low + share * (high - low) for low, high in zip(first, last, strict=True))


def _stitched(function: pikepdf.Object, taken: Sequence[float], depth: int) -> Values:
    at, bounds = taken[0], numbers(entry(function, "/Bounds"))
    place = sum(bound <= at for bound in bounds)
    low, high = numbers(entry(function, "/Domain"))[:2]
    edges = [low, *bounds, high]
    first, last = numbers(entry(function, "/Encode"))[2 * place : 2 * place + 2]
    if place == len(bounds) + 1 or edges[place + 1] == edges[place]:
        inner = first
    else:
        share = (at - edges[place]) / (edges[place + 1] - edges[place])
        inner = first + share * (last - first)
    return value(listed(entry(function, "/Functions"))[place], [inner], depth + 1)


def _sampled(function: pikepdf.Object, taken: Sequence[float], _: int) -> Values:
    """Between the samples around a place, in as many directions as there are numbers."""
    sizes = [int(one) for one in numbers(entry(function, "/Size"))]
    domain = numbers(entry(function, "/Domain"))
    ranges = numbers(entry(function, "/Range"))
    decode = numbers(entry(function, "/Decode")) or ranges
    bits, parts = whole(function, "/BitsPerSample", 8), len(ranges) // 2
    encode = numbers(entry(function, "/Encode"))
    if not encode:
        encode = [number for size in sizes for number in (0.0, size - 1.0)]
    corners: list[list[tuple[int, float]]] = []
    for n, size in enumerate(sizes):
        low, high, first, last = (*domain[2 * n : 2 * n + 2], *encode[2 * n : 2 * n + 2])
        at = first + (taken[n] - low) / (high - low) * (last - first) if high > low else first
        at = min(max(at, 0.0), size - 1.0)
        floor = min(int(at), max(size - 2, 0))
        corners.append([(floor, 1 - at + floor), (min(floor + 1, size - 1), at - floor)])
    data, found = content(function), [0.0] * parts
    for corner in product(*corners):
        place, step, weight = 0, 1, 1.0
        for (index, share), size in zip(corner, sizes, strict=True):
            place, step, weight = place + index * step, step * size, weight * share
        for part in range(parts) if weight else ():
            found[part] += weight * _sample(data, (place * parts + part) * bits, bits)
    lows, highs = decode[::2], decode[1::2]
    full = float(2**bits - 1)
    return tuple(
        low + (high - low) * one / full for one, low, high in zip(found, lows, highs, strict=True)
    )


def _sample(data: bytes, start: int, bits: int) -> int:
    """The number of so many bits that begins at a bit."""
    first, last = start // 8, (start + bits + 7) // 8
    if last > len(data):
        raise ValueError("a function has fewer samples than it says")
    whole_bytes = int.from_bytes(data[first:last], "big")
    return (whole_bytes >> (last * 8 - start - bits)) & ((1 << bits) - 1)


def _calculated(function: pikepdf.Object, taken: Sequence[float], _: int) -> Values:
    return tuple(calculated(content(function), taken))


_ACTIONS = {
    SAMPLED: _sampled, BETWEEN: _between, STITCHED: _stitched, CALCULATED: _calculated
}  # fmt: skip
