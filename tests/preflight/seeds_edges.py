"""Faults at the cut and on top of text that show in a path's own shape, not in its box."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from tests.preflight.making import (
    BOX,
    Maker,
    Seed,
    drawn,
    edited,
    mm,
    page_set,
    pattern,
    picture,
    root_set,
    word,
    word_at,
)
from tests.preflight.seeds_eye import under
from tests.preflight.seeds_page import HIGH, MM, WIDE
from tests.preflight.seeds_press import SPOT, die
from tests.preflight.seeds_reading import add

LEFT, LOW, RIGHT, TOP = 3 * MM, 3 * MM, WIDE - 3 * MM, HIGH - 3 * MM
FILLED = pattern(b"0 .8 1 0 k 0 0 5 5 re f")
DOTTED = pattern(b"0 .8 1 0 k 1 1 2 2 re f")
APART = pattern(b"0 .8 1 0 k 0 0 5 5 re f", XStep=9)
HEXAGON = "30 310 m 50 345 l 90 345 l 110 310 l 90 275 l 50 275 l h f"
UNBALANCED = {"severities": {"missing-resource": None}}
SIDE = {"severities": {"outside-bleed": None, "safe-zone": None, "black-line-overprint": None}}


TURNED = ".94 .34 -.34 .94 60 280 cm"
SHADED = "q 60 250 100 90 re W n /Sh sh Q"


def axial(function: Callable[[Pdf], pikepdf.Object]) -> Callable[[Pdf], Dictionary]:
    """A gradient across 100 points, of which the first has most ink."""
    return lambda document: Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([60, 0, 160, 0]),
        Extend=Array([True, True]), Function=function(document),
    )  # fmt: skip


def between(*colours: float) -> Dictionary:
    return Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array(colours[:4]), C1=Array(colours[4:])
    )


def stitched(*functions: Dictionary) -> Dictionary:
    return Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=Array(functions),
                      Bounds=Array([0.5]), Encode=Array([0, 1] * 2))  # fmt: skip


def sampled(document: Pdf) -> pikepdf.Object:
    samples = bytes([255, 255, 255, 128, 0, 0, 0, 0])
    return document.make_stream(samples, FunctionType=0, Domain=Array([0, 1]), Size=Array([2]),
                                Range=Array([0, 1] * 4), BitsPerSample=8)  # fmt: skip


HEAVY: dict[str, Callable[[Pdf], pikepdf.Object]] = {
    "two colours": lambda _: between(1, 1, 1, 0.5, 0, 0, 0, 0),
    "three colours": lambda _: stitched(
        between(1, 1, 1, 0.5, 0, 1, 0, 0), between(0, 1, 0, 0, 0, 0, 0, 0)
    ),
    "samples": sampled,
}


def rounded(left: float, low: float, wide: float, high: float, radius: float = 8) -> str:
    """A panel with round corners at its right."""
    right, top, knee = left + wide, low + high, radius * 0.45
    return (
        f"{left:.2f} {low:.2f} m {right - radius:.2f} {low:.2f} l "
        f"{right - knee:.2f} {low:.2f} {right:.2f} {low + knee:.2f} {right:.2f} {low + radius:.2f} "
        f"c {right:.2f} {top - radius:.2f} l {right:.2f} {top - knee:.2f} {right - knee:.2f} "
        f"{top:.2f} {right - radius:.2f} {top:.2f} c {left:.2f} {top:.2f} l h"
    )


def tiled(cell: object, place: str) -> Maker:
    """A panel with a pattern."""
    return drawn(f"/Pattern cs /P scn {place} re f", Pattern={"P": cell})


def photograph(beyond: float) -> Maker:
    """One that ends so many mm beyond the cut."""
    place = f"q 113 0 0 113 {RIGHT - 113 + beyond * MM:.2f} 250 cm /Im Do Q"
    return drawn(place, XObject={"Im": picture(400, 400, Name.DeviceCMYK)})


def marked() -> Maker:
    """Crop marks that are rectangles, from 4 points beside the cut."""

    def change(document: Pdf) -> None:
        page = document.pages[0].obj
        _, _, wide, high = map(float, page.MediaBox)
        page.MediaBox = Array([-30, -30, wide + 30, high + 30])
        places = [(x, y) for x in (LEFT - 24, RIGHT + 4) for y in (LOW, TOP)]
        add(document, b"0 0 0 1 k " + b" ".join(
            b"%.2f %.2f 20 .5 re f" % (x, y - 0.25) for x, y in places))  # fmt: skip

    return edited(change)


SEEDS = [
    Seed("bleed-filled", "a panel with a pattern that stops",
         tiled(FILLED, f"{RIGHT - 90:.2f} 262 90 110"), 1, mm(RIGHT - 90, 372)),
    Seed("bleed-filled", "a panel with a pattern of dots that stops",
         tiled(DOTTED, f"{RIGHT - 90:.2f} 262 90 110"), 1, mm(RIGHT - 90, 372)),
    Seed("bleed-filled", "a panel with round corners that stops", drawn(
        f"0 .8 1 0 k {rounded(RIGHT - 80, 262, 80, 88)} f"), 1, mm(RIGHT - 80, 350)),
    Seed("bleed-filled", "a photograph with round corners that stops", drawn(
        f"q {rounded(RIGHT - 110, 262, 110, 110)} W n 110 0 0 110 {RIGHT - 110:.2f} 262 cm /Im Do "
        "Q", XObject={"Im": picture(400, 400, Name.DeviceCMYK)}), 1, mm(RIGHT - 110, 372)),
    Seed("bleed-filled", "a thick line that stops", drawn(
        f"0 .8 1 0 K 40 w {RIGHT - 100:.2f} 320 m {RIGHT:.2f} 320 l S"), 1, mm(RIGHT - 100, 340)),
    Seed("bleed-filled", "a photograph that stops 1 mm beyond the cut", photograph(1), 1,
         mm(RIGHT - 113 + MM, 363)),
    Seed("die-line", "without its top, in one path", die(
        f"{LEFT} {TOP} m {LEFT} {LOW} l {RIGHT} {LOW} l {RIGHT} {TOP} l S"), 1, None, SPOT),
    Seed("die-line", "three of four lines", die(
        f"{LEFT} {TOP} m {LEFT} {LOW} l S {LEFT} {LOW} m {RIGHT} {LOW} l S "
        f"{RIGHT} {LOW} m {RIGHT} {TOP} l S"), 1, None, SPOT),
    Seed("marks-in-bleed", "as narrow rectangles", marked(), 1, None, SIDE),
    Seed("text-covered", "by a panel with a pattern", under(
        "/Pattern cs /P scn 50 290 60 40 re f", Pattern={"P": FILLED}), 1, word_at(20)),
    Seed("text-covered", "by a hexagon", under(f"1 0 0 0 k {HEXAGON}"), 1, word_at(20)),
    Seed("text-covered", "by a photograph with round corners", under(
        f"q {rounded(40, 280, 80, 80)} W n 80 0 0 80 40 280 cm /Im Do Q",
        XObject={"Im": picture(300, 300, Name.DeviceCMYK)}), 1, word_at(20)),
    Seed("text-covered", "by a rectangle on a turned page", drawn(
        word(20, "0 1 1 0 k") + f" 1 0 0 0 k q {TURNED} -30 -30 120 90 re f Q"), 1, word_at(20)),
    *(
        Seed("ink-point", f"a gradient of {called} without --thorough", drawn(
            SHADED, Shading={"Sh": axial(function)}), 1, mm(60, 340))
        for called, function in HEAVY.items()
    ),
    Seed("ink-point", "a pattern of a gradient without --thorough", drawn(
        "/Pattern cs /P scn 60 250 100 90 re f", Pattern={"P": lambda d: Dictionary(
            PatternType=2, Shading=axial(HEAVY["two colours"])(d))}), 1, mm(60, 340)),
    Seed("text-multi-ink", "letters filled in one ink and outlined in another", drawn(
        "1 0 0 0 k 0 1 0 0 K .5 w BT 2 Tr /F1+0 7.5 Tf 60 300 Td (a) Tj ET"), 1, word_at(7.5)),
    Seed("box-missing", "a trim of no area", page_set(TrimBox=Array([20, 20, 20, 20])), 1, None,
         {"trim": None}),
    Seed("state-balance", "an EX without BX", drawn(f"EX 1 0 0 0 k {BOX}")),
    Seed("state-balance", "a BX without EX", drawn(f"BX 1 0 0 0 k {BOX}"), 1, None, UNBALANCED),
]  # fmt: skip

GOOD = {
    "a gradient under the limit": (drawn(SHADED, Shading={
        "Sh": axial(lambda _: between(1, 1, 0.8, 0, 0, 0, 0, 0))}), {}),
    "a gradient whose heavy end is clipped away": (drawn(
        "q 135 250 25 90 re W n /Sh sh Q", Shading={"Sh": axial(HEAVY["two colours"])}), {}),
    "text beside a rectangle on a turned page": (drawn(
        word(20, "0 1 1 0 k") + f" 1 0 0 0 k q {TURNED} 9 -30 80 90 re f Q"), {}),
    "dots over text": (under("/Pattern cs /P scn 50 290 60 40 re f", Pattern={"P": DOTTED}), {}),
    "cells that lie apart over text": (
        under("/Pattern cs /P scn 50 290 60 40 re f", Pattern={"P": APART}), {}),
    "a panel with a pattern that runs on": (tiled(FILLED, f"{RIGHT - 90:.2f} 262 99 110"), {}),
    "a photograph that fills the bleed": (photograph(3), {}),
    "text outside a hexagon's slanted side": (
        drawn(word(20, "0 1 1 0 k") + f" 1 0 0 0 k 1 0 0 1 38 0 cm {HEXAGON}"), {}),
    "text in the corner of a photograph with round corners": (
        under(f"q {rounded(-29, 299, 100, 100, 40)} W n 100 0 0 100 -29 299 cm /Im Do Q",
              XObject={"Im": picture(400, 400, Name.DeviceCMYK)}), {}),
    "a die line with round corners": (
        die(f"{rounded(LEFT, LOW, RIGHT - LEFT, TOP - LOW)} S"), SPOT),
    "a die line of four lines": (
        die(f"{LEFT} {TOP} m {LEFT} {LOW} l S {LEFT} {LOW} m {RIGHT} {LOW} l S "
            f"{RIGHT} {LOW} m {RIGHT} {TOP} l S {RIGHT} {TOP} m {LEFT} {TOP} l S"), SPOT),
    "a die line that is closed by its operator": (
        die(f"{LEFT} {TOP} m {LEFT} {LOW} l {RIGHT} {LOW} l {RIGHT} {TOP} l s"), SPOT),
    "a form without fields": (root_set(AcroForm=lambda _: Dictionary(Fields=Array([]))), {}),
    "unknown operators between BX and EX": (drawn(f"BX 1 0 0 0 k {BOX} foo EX"), {}),
}  # fmt: skip
"""Files of the same kinds in which nothing is wrong."""
