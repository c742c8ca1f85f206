"""A colour space for shadings that picks the plates out of a colour: the shading stays as it is."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Name

from samenspel.pdf.colours import Space
from samenspel.separations import images
from samenspel.separations.images import Group, device


def selecting(target: pikepdf.Pdf, space: Space, group: Group) -> pikepdf.Object:
    """DeviceN with as many components as ``space`` that picks the group's."""
    if space.base is not None:
        last = len(space.table) // max(space.base.count, 1) - 1
        lookup = pikepdf.String(images.table(space, group, last + 1, (0, last)))
        return Array([Name.Indexed, device(group), last, lookup])
    count = max(space.count, 1)
    function = pikepdf.Stream(
        target,
        _selector(space, group, count),
        FunctionType=4,
        Domain=Array([0, 1] * count),
        Range=Array([0, 1] * (1 if len(group) == 1 else 3)),
    )
    names = Array([Name(f"/C{index}") for index in range(count)])
    return Array([Name.DeviceN, names, device(group), target.make_indirect(function)])


def _selector(space: Space, group: Group, count: int) -> bytes:
    """A calculator function (7.10.5) from a colour to the lights of the group's plates."""
    inks: list[str | None] = [*group] if len(group) == 1 else [*group, None, None][:3]
    code = []
    for place, ink in enumerate(inks):
        index = space.channel(ink) if ink else None
        if index is None:
            code.append("1")
        else:
            depth = count - 1 - index + place
            code.append(f"{depth} index" if space.inverted else f"1 {depth + 1} index sub")
    code.append(f"{count + len(inks)} {len(inks)} roll")
    code += ["pop"] * count
    return ("{ " + " ".join(code) + " }").encode()
