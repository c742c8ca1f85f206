"""Gradients in inks: the colours between two stops as a screen mixes them, each as it prints.

Stops print as even areas of their colour do (the palette's own builds, near-blacks on the black
plate), greys between greys on the black plate alone. What an exact build differs from the profile's
own inks fades out beside it, so that nothing jumps and no hue shifts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from samenspel.draw.colour import ColourSpace
from samenspel.draw.flats import slack_at
from samenspel.draw.tones import RGB, grey_level
from samenspel.model.ink import Ink

Stops = Sequence[tuple[float, RGB]]
"""Colours at places, from the lowest place up; two at one place are a hard edge."""

Steps = tuple[tuple[float, Ink], ...]
"""As ``Stops``, in inks, between which tints change evenly."""

MOST_SAMPLES = 64
"""Colours that are looked at between two stops: at most a step of four 8-bit levels apart."""

FADE = 24
"""8-bit levels from a stop at which its exact build has given way to the profile's own inks."""

EDGE = 0.0001
"""How far within a gradient's end a hard edge is put: a thousandth of what can be seen."""

SLACK = 0.6
"""Percent that a tint may differ from what was looked at: less than a step of L*."""

_Tints = tuple[float, ...]


def ramp(stops: Stops, colours: ColourSpace) -> Steps:
    """A gradient's inks from place 0 to 1, with as few steps as show it."""
    stops = _with_edges_inside(stops)
    first, last = stops[0], stops[-1]
    found = [(0.0, colours.ink(first[1]))] if first[0] > 0 else []
    found.append((first[0], colours.ink(first[1])))
    for (start, one), (end, other) in pairwise(stops):
        if end > start:
            found += _between(start, one, end, other, colours)
        found.append((end, colours.ink(other)))
    if last[0] < 1:
        found.append((1.0, colours.ink(last[1])))
    return tuple(found)


def _with_edges_inside(stops: Stops) -> Stops:
    """Stops of which hard edges at either end lie just within, so that what is beyond is seen."""
    if len(stops) < 2:
        return stops
    low, high = EDGE, 1 - EDGE
    (start, first), *inner, (end, last) = stops
    within = ((min(max(place, low), high), colour) for place, colour in inner)
    return [(min(start, high), first), *within, (max(end, low), last)]


def _between(
    start: float, one: RGB, end: float, other: RGB, colours: ColourSpace
) -> Iterator[tuple[float, Ink]]:
    """The steps that are needed between two stops, without the stops themselves."""
    levels = max(abs(a - b) for a, b in zip(one, other, strict=True))
    count = min(levels, MOST_SAMPLES)
    if count < 2:
        return
    seen = [_mixed(one, other, place / count) for place in range(count + 1)]
    own = _by_profile(seen, colours)
    amiss = [
        [wanted - got for wanted, got in zip(colours.ink(colour).tints, inks, strict=True)]
        for colour, inks in ((one, own[0]), (other, own[-1]))
    ]
    tints = []
    for place, inks in enumerate(own):
        gone = (levels * far / count / FADE for far in (place, count - place))
        after, before = (max(0.0, 1 - share) for share in gone)
        mended = (
            tint + after * first + before * last
            for tint, first, last in zip(inks, *amiss, strict=True)
        )
        tints.append(_allowed(mended, colours.ink_limit))
    for place in _needed(tints, 0, count):
        yield start + (end - start) * place / count, Ink(*(round(t, 2) for t in tints[place]))


def _mixed(one: RGB, other: RGB, share: float) -> RGB:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _by_profile(seen: Sequence[RGB], colours: ColourSpace) -> list[_Tints]:
    """Colours in inks, all of them by the same rule."""
    if all(max(rgb) - min(rgb) <= slack_at(max(rgb)) for rgb in seen):
        return [(0.0, 0.0, 0.0, colours.grey_tints[grey_level(rgb)]) for rgb in seen]
    from PIL import Image

    row = Image.new("RGB", (len(seen), 1))
    row.putdata(seen)
    levels = colours.picture(row).tobytes()
    return [
        tuple(level * 100 / 255 for level in levels[at : at + 4]) for at in range(0, len(levels), 4)
    ]


def _allowed(tints: Iterable[float], limit: float) -> _Tints:
    """Tints within a plate and, together, within a press's limit; black stays."""
    *colours, black = (min(max(tint, 0.0), 100.0) for tint in tints)
    room, asked = limit - black, sum(colours)
    share = room / asked if asked > room else 1.0
    return (*(tint * share for tint in colours), black)


def _needed(tints: Sequence[_Tints], first: int, last: int) -> Iterator[int]:
    """The places between two at which a straight line through those that are kept goes amiss."""
    worst, most = 0, SLACK
    for place in range(first + 1, last):
        share = (place - first) / (last - first)
        line = (a + (b - a) * share for a, b in zip(tints[first], tints[last], strict=True))
        amiss = max(abs(a - b) for a, b in zip(line, tints[place], strict=True))
        if amiss > most:
            worst, most = place, amiss
    if worst:
        yield from _needed(tints, first, worst)
        yield worst
        yield from _needed(tints, worst, last)
