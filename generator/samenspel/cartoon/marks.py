"""Logos of the invented example regions: flat shapes in the palette and words as outlines.

Units: 20 u are 1 mm when the logo is 24 mm wide, the smallest size it is made for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from samenspel.cartoon.geometry import Placement, curve, loop
from samenspel.cartoon.lettering import Lettering
from samenspel.cartoon.palette import colour
from samenspel.cartoon.regions import Region, area_of, ellipse, on_grid, tube, union, union_of
from samenspel.cartoon.svg import path_data

HEAVY: Final = "BricolageGrotesque-ExtraBold.ttf"
LIGHT: Final = "BricolageGrotesque-SemiBold.ttf"


@dataclass(slots=True)
class Mark:
    """A logo in the making: layers of (path data, colour name) on a canvas of this size."""

    fonts: Path
    width: float
    height: float
    layers: list[tuple[str, str]] = field(default_factory=list)

    def fill(self, region: Region, name: str) -> None:
        """Add a flat shape."""
        self.layers.append((path_data(on_grid(region)), name))

    def word(
        self, text: str, font: str, name: str, x: float, baseline: float, width: float
    ) -> None:
        """Add a word that is exactly `width` wide."""
        letters = Lettering(self.fonts / font)
        size = letters.size_for(text, width)
        self.layers.append((letters.path(text, size, x, baseline), name))

    def svg(self) -> str:
        """Return the logo as an SVG document, 20 u to the millimetre."""
        size = f'width="{self.width / 20:g}mm" height="{self.height / 20:g}mm"'
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {self.width:g} {self.height:g}">'
        ]
        lines += [f'<path fill="{colour(name).screen}" d="{data}"/>' for data, name in self.layers]
        return "\n".join([*lines, "</svg>"]) + "\n"


def waddenrand(fonts: Path) -> str:
    """Return the logo of Onderwijsregio Waddenrand: an oystercatcher on the tide line."""
    mark = Mark(fonts, 480, 108)
    body = area_of(loop((22, 44, "c"), (44, 50), (62, 40), (72, 20), (88, 14), (98, 26), (94, 42),
                        (88, 56), (70, 68), (46, 64)))  # fmt: skip
    belly = area_of(loop((40, 54, "c"), (62, 56), (84, 50), (82, 66), (66, 74), (50, 68)))
    bill = area_of(loop((94, 22, "c"), (128, 36, "c"), (94, 33, "c")))
    legs = union(tube(curve((64, 68), (60, 88)), [5, 5]).region,
                 tube(curve((72, 68), (76, 88)), [5, 5]).region)  # fmt: skip
    mark.fill(bill, "coral")
    mark.fill(legs, "coral")
    mark.fill(body.difference(belly), "navy")
    mark.fill(ellipse(87, 25, 3.4), "coral")
    for y, left, right in ((88, 4, 124), (99, 22, 106)):
        tide = curve((left, y), ((left * 3 + right) / 4, y - 4), ((left + right) / 2, y),
                     ((left + right * 3) / 4, y + 4), (right, y))  # fmt: skip
        mark.fill(tube(tide, [5.5, 5.5]).region, "teal")
    mark.word("Onderwijsregio", LIGHT, "teal", 146, 36, 330)
    mark.word("Waddenrand", HEAVY, "navy", 146, 92, 330)
    return mark.svg()


def zevenbergen(fonts: Path) -> str:
    """Return the logo of Zeven Bergen en Omstreken: seven hills over the name."""
    mark = Mark(fonts, 480, 106)
    row = ((50, 30, "teal"), (114, 42, "leaf"), (178, 30, "mustard"), (240, 46, "navy"),
           (302, 32, "leaf"), (366, 43, "teal"), (430, 28, "mustard"))  # fmt: skip
    hills = []
    for x, high, name in row:
        hill = area_of(loop((x - 48, 49, "c"), (x - 25, 49 - high * 0.7), (x, 49 - high),
                            (x + 25, 49 - high * 0.7), (x + 48, 49, "c")))  # fmt: skip
        hills.append((hill, name, high))
    for i, (hill, name, high) in enumerate(hills):
        lower = [h.buffer(4.5) for j, (h, _, other) in enumerate(hills)
                 if abs(i - j) == 1 and other < high]  # fmt: skip
        mark.fill(hill.difference(union_of(lower)), name)
    mark.word("Zeven Bergen e.o.", HEAVY, "navy", 2, 93, 476)
    return mark.svg()


def stroomdal(fonts: Path) -> str:
    """Return the logo of Techniekregio Stroomdal: a cog with a river through it."""
    mark = Mark(fonts, 480, 104)
    x, y = 54.0, 52.0
    teeth = []
    for degrees in np.arange(0, 360, 45) + 22.5:
        at = Placement((x, y), 1, 1, float(degrees))
        teeth.append(area_of(at.loop((34, -10, "c"), (50, -7, "c"), (50, 7, "c"), (34, 10, "c"))))
    wheel = union(ellipse(x, y, 40), union_of(teeth)).buffer(-2).buffer(4).buffer(-2)
    down = np.linspace(-62, 62, 60)
    stream = np.column_stack([x + 13 * np.sin(down / 17 - 1.9), y + down])
    box = area_of([(x - 50, 2), (x + 50, 2), (x + 50, 102), (x - 50, 102)])
    water = tube(stream, [9, 15, 22, 28]).region.intersection(box)
    mark.fill(wheel.difference(water.buffer(5.5)), "navy")
    mark.fill(water, "coral")
    mark.word("Techniekregio", LIGHT, "navy", 122, 43, 352)
    mark.word("Stroomdal", HEAVY, "navy", 122, 98, 270)
    return mark.svg()


MARKS: Final[dict[str, Callable[[Path], str]]] = {
    "waddenrand": waddenrand,
    "zevenbergen": zevenbergen,
    "stroomdal": stroomdal,
}
"""Region -> its logo, drawn with the fonts in a folder."""
