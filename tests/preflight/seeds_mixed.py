"""Faults that show in a mask's pixels, in a gradient's colours and in the mixtures of spots."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from tests.preflight.making import Maker, Seed, drawn, mm, picture, spot, tint, word_at
from tests.preflight.seeds_edges import RIGHT, between, stitched
from tests.preflight.seeds_page import MM

GOLD = {"spots": frozenset({"Gold", "Gold-U", "PANTONE 185 C", "PANTONE 185 U", "black"})}
COARSE = {"severities": {"image-resolution": None}}
CYAN_TO_MAGENTA = between(1, 0, 0, 0, 0, 1, 0, 0)
MIXED = "/C cs 1 scn 60 300 9 9 re f /D cs 0 1 scn 80 300 9 9 re f"


def stencil(rows: list[int], **entries: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A mask of 8 pixels across; a bit that is 0 prints."""
    return raw(bytes(rows), Width=8, Height=len(rows), ImageMask=True, BitsPerComponent=1,
               **entries)  # fmt: skip


def disc(across: int = 64) -> Callable[[Pdf], pikepdf.Object]:
    """A round mask."""
    middle = (across - 1) / 2
    bits = "".join(
        "0" if (x - middle) ** 2 + (y - middle) ** 2 <= across**2 / 4 else "1"
        for y in range(across) for x in range(across)
    )  # fmt: skip
    data = int(bits, 2).to_bytes(across * across // 8, "big")
    return raw(data, Width=across, Height=across, ImageMask=True, BitsPerComponent=1)


def raw(data: bytes, **entries: Any) -> Callable[[Pdf], pikepdf.Object]:
    def make(document: Pdf) -> pikepdf.Object:
        stream = document.make_stream(data)
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        for key, one in entries.items():
            stream[f"/{key}"] = one(document) if callable(one) else one
        return stream

    return make


def placed(made: Any, beyond: float = 0) -> Maker:
    """A square of 40 mm that ends so many mm beyond the right cut."""
    side = 40 * MM
    return drawn(
        f"0 .8 1 0 k q {side:.2f} 0 0 {side:.2f} {RIGHT - side + beyond * MM:.2f} 250 cm /Im Do Q",
        XObject={"Im": made},
    )


def masked(rows: list[int]) -> Callable[[Pdf], pikepdf.Object]:
    """A photograph of which a soft mask of 8 pixels across shows a part; 255 prints."""
    soft = raw(bytes(one for row in rows for one in [row] * 8), Width=8, Height=len(rows),
               ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    return picture(300, 300, Name.DeviceCMYK, SMask=soft)


def gradient(function: Dictionary) -> Callable[[Pdf], Dictionary]:
    return lambda _: Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([60, 0, 160, 0]),
        Extend=Array([True, True]), Function=function,
    )  # fmt: skip


def painted(operators: str, function: Dictionary = CYAN_TO_MAGENTA) -> Maker:
    """Something in a gradient of a pattern."""
    return drawn(f"/Pattern cs /P scn /Pattern CS /P SCN {operators}", Pattern={
        "P": lambda document: Dictionary(PatternType=2, Shading=gradient(function)(document))
    })  # fmt: skip


def mixed(code: str) -> Callable[[Pdf], pikepdf.Object]:
    """Black and gold, with a tint transform from the two of them to CMYK."""

    def make(document: Pdf) -> pikepdf.Object:
        names = Array([Name.Black, Name.Gold])
        return Array([Name.DeviceN, names, Name.DeviceCMYK, tint(document, 4, 2, code)])

    return make


EDGE = mm(RIGHT - 40 * MM, 250 + 40 * MM)
SEEDS = [
    Seed("bleed-filled", "a stencil that stops", placed(stencil([0] * 8)), 1, EDGE),
    Seed("bleed-filled", "a stencil whose pixels stop before its edge does",
         placed(stencil([0b00000001] * 8), 5), 1, mm(RIGHT - 35 * MM, 250 + 40 * MM)),
    Seed("bleed-filled", "a photograph in a soft mask", placed(masked([255] * 8)), 1, EDGE,
         COARSE | {"transparency": True}),
    Seed("text-covered", "by a stencil", drawn(
        "0 1 1 0 k BT /F1+0 20 Tf 60 300 Td (a) Tj ET 1 0 0 0 k q 60 0 0 40 50 290 cm /Im Do Q",
        XObject={"Im": stencil([0] * 8)}), 1, word_at(20)),
    Seed("multi-ink-line", "a gradient of two inks", painted(".2 w 60 300 m 160 300 l S"),
         1, mm(60, 300)),
    Seed("multi-ink-line", "a rectangle in a gradient of three parts", painted(
        "60 300 100 .2 re f", stitched(CYAN_TO_MAGENTA, between(0, 1, 0, 0, 0, 0, 0, 0))),
        1, mm(60, 300)),
    Seed("multi-ink-line", "a gradient in a clip", drawn(
        "q 60 300 100 .2 re W n /Sh sh Q", Shading={"Sh": gradient(CYAN_TO_MAGENTA)}),
        1, mm(60, 300)),
    Seed("text-multi-ink", "in a gradient", painted("BT /F1+0 7.5 Tf 60 300 Td (a) Tj ET"),
         1, word_at(7.5)),
    Seed("spot-conflict", "among other inks", drawn(MIXED, ColorSpace={
        "C": spot(name="Gold", body="0 exch 0 0"), "D": mixed("exch 0 exch 0 exch")}),
        1, mm(60, 309), GOLD),
    Seed("spot-case", "a hyphen", drawn("/C cs 1 scn 70 300 9 9 re f /D cs 1 scn 60 300 9 9 re f",
         ColorSpace={"C": spot(name="Gold-U"), "D": spot(name="GoldU", body="pop 0 0 1 0")}),
         1, mm(60, 309), {"spots": frozenset({"Gold-U", "GoldU"})}),
    Seed("spot-case", "two papers", drawn(
        "/C cs 1 scn 70 300 9 9 re f /D cs 1 scn 60 300 9 9 re f", ColorSpace={
            "C": spot(name="HKS 12 K"), "D": spot(name="HKS 12K", body="pop 0 0 1 0")}),
         1, mm(60, 309), {"spots": frozenset({"HKS 12 K", "HKS 12K"})}),
    Seed("spot-case", "a process ink", drawn("/C cs 1 scn 60 300 9 9 re f", ColorSpace={
        "C": spot(name="black", body="0 exch 0 exch 0 exch")}), 1, mm(60, 309), GOLD),
]  # fmt: skip

GOOD: dict[str, tuple[Maker, dict[str, Any]]] = {
    "a stencil that fills the bleed": (placed(stencil([0] * 8), 3), {}),
    "a stencil that is a round sign at the cut": (
        placed(disc()), COARSE),
    "a stencil whose pixels keep clear of the cut": (placed(stencil([0b00111111] * 8), 3), {}),
    "text beside what a stencil prints": (drawn(
        "0 1 1 0 k BT /F1+0 20 Tf 60 300 Td (a) Tj ET 1 0 0 0 k q 60 0 0 40 50 290 cm /Im Do Q",
        XObject={"Im": stencil([0b11111100] * 8)}), {}),
    "text under a picture that a mask hides": (drawn(
        "0 1 1 0 k BT /F1+0 20 Tf 60 300 Td (a) Tj ET q 60 0 0 40 50 290 cm /Im Do Q",
        XObject={"Im": picture(300, 300, Name.DeviceCMYK, Mask=stencil([255] * 8))}), {}),
    "a thin line in a gradient of one ink": (
        painted(".3 w 60 300 m 160 300 l S", between(1, 0, 0, 0, 0.2, 0, 0, 0)), {}),
    "a gradient in letters beside other text": (drawn(
        "q BT 7 Tr /F1+0 40 Tf 60 300 Td (a) Tj ET /Sh sh Q",
        Shading={"Sh": gradient(CYAN_TO_MAGENTA)}), {}),
    "a thick line in a gradient of two": (painted("2 w 60 300 m 160 300 l S"), {}),
    "small text in a gradient of one ink": (painted(
        "BT /F1+0 7.5 Tf 60 300 Td (a) Tj ET", between(1, 0, 0, 0, 0.6, 0, 0, 0)), {}),
    "a spot that looks alike among other inks": (drawn(MIXED, ColorSpace={
        "C": spot(name="Gold", body="0 exch 0 0"),
        "D": mixed("exch 0 3 1 roll 0 exch")}), GOLD),
}  # fmt: skip
"""Files of the same kinds in which nothing is wrong."""
