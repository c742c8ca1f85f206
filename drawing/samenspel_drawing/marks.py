"""Logos of the invented example regions: flat shapes in the palette and words as outlines.

Units: 20 u are 1 mm when the logo is 24 mm wide, the smallest size it is made for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.lettering import Lettering
from samenspel_drawing.palette import colour
from samenspel_drawing.regions import Region, area_of, ellipse, on_grid, tube, union, union_of
from samenspel_drawing.svg import path_data

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


def grensland(fonts: Path) -> str:
    """Return the Dutch logo of Grensland: two banks and the bridge that is also a smile."""
    return _border(fonts, "Grensland", "leren over de grens")


def grenzland(fonts: Path) -> str:
    """Return the German logo of Grensland."""
    return _border(fonts, "Grenzland", "Lernen ohne Grenzen")


def _border(fonts: Path, name: str, line: str) -> str:
    mark = Mark(fonts, 480, 106)
    left = area_of([(4, 6), (46, 6), (38, 40), (46, 70), (40, 100), (4, 100)])
    right = area_of([(116, 6), (64, 6), (56, 40), (64, 70), (58, 100), (116, 100)])
    bridge = tube(curve((14, 44), (60, 78), (106, 44)), [13, 13]).region
    mark.fill(left.difference(bridge.buffer(5)), "navy")
    mark.fill(right.difference(bridge.buffer(5)), "teal")
    mark.fill(bridge, "coral")
    mark.word(name, HEAVY, "navy", 138, 60, 340)
    mark.word(line, LIGHT, "teal", 138, 97, 340)
    return mark.svg()


def havenstad(fonts: Path) -> str:
    """Return the logo of Havenstad Leert: a harbour crane that lifts a book."""
    mark = Mark(fonts, 480, 104)
    legs = union(
        area_of([(14, 100), (26, 100), (36, 24), (26, 24)]),
        area_of([(58, 100), (70, 100), (54, 24), (44, 24)]),
        area_of([(19, 66), (64, 66), (64, 75), (19, 75)]),
        area_of([(6, 16), (118, 16), (118, 26), (6, 26)]),
        area_of([(38, 2), (48, 2), (50, 26), (36, 26)]),
        area_of([(91, 22), (97, 22), (97, 48), (91, 48)]),
    )
    mark.fill(legs, "navy")
    cover = area_of([(72, 50), (94, 57), (116, 50), (116, 76), (94, 84), (72, 76)])
    fold = area_of([(92, 58), (96, 58), (96, 82), (92, 82)])
    mark.fill(cover.difference(fold), "coral")
    mark.word("Havenstad", HEAVY, "navy", 138, 62, 340)
    mark.word("leert.", HEAVY, "coral", 138, 101, 104)
    return mark.svg()


def polderland(fonts: Path) -> str:
    """Return the logo of Polderland Samen: five plots along one ditch, for its five schools."""
    mark = Mark(fonts, 480, 100)
    plots = ("leaf", "teal", "mustard", "teal", "leaf")
    for i, name in enumerate(plots):
        top, foot = 30 + i * 13.5, 6 + i * 23.0
        shape = [(top, 26), (top + 9.5, 26), (foot + 18, 78), (foot, 78)]
        mark.fill(area_of(shape), name)
    mark.fill(area_of([(2, 84), (124, 84), (124, 94), (2, 94)]), "navy")
    mark.fill(ellipse(63, 12, 9), "coral")
    mark.word("Polderland", HEAVY, "navy", 142, 58, 336)
    mark.word("samen", LIGHT, "teal", 142, 93, 128)
    return mark.svg()


def eilanden(fonts: Path) -> str:
    """Return the logo of Eilandenonderwijs Overzee: two islands and the boat between them."""
    mark = Mark(fonts, 480, 104)
    for x, base, wide, high in ((26, 52, 24, 22), (104, 44, 20, 30)):
        hill = area_of(loop((x - wide, base, "c"), (x - wide / 2, base - high * 0.8),
                            (x, base - high), (x + wide / 2, base - high * 0.8),
                            (x + wide, base, "c")))  # fmt: skip
        mark.fill(hill, "leaf")
    hull = area_of(loop((36, 66, "c"), (92, 66, "c"), (84, 82), (64, 85), (46, 82)))
    mark.fill(hull, "coral")
    mark.fill(area_of([(61, 20), (67, 20), (67, 62), (61, 62)]), "navy")
    mark.fill(area_of(loop((70, 24, "c"), (90, 44), (92, 60, "c"), (70, 60, "c"))), "navy")
    tide = curve((4, 95), (34, 91), (64, 95), (94, 99), (124, 95))
    mark.fill(tube(tide, [7, 7]).region, "teal")
    mark.word("Overzee", HEAVY, "navy", 142, 56, 336)
    mark.word("eilandenonderwijs", LIGHT, "teal", 142, 92, 336)
    return mark.svg()


MARKS: Final[dict[str, Callable[[Path], str]]] = {
    "waddenrand": waddenrand,
    "zevenbergen": zevenbergen,
    "stroomdal": stroomdal,
    "grensland": grensland,
    "grenzland": grenzland,
    "havenstad": havenstad,
    "polderland": polderland,
    "eilanden": eilanden,
}
"""File -> the logo of an example region, drawn with the fonts in a folder."""
