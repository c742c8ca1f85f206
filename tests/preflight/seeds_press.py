"""Faults by the rules of print shops and standards: order, die line, profile, what is forbidden."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from typing import Any

from pikepdf import Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas
from tests.preflight.making import (
    AT,
    BOX,
    OVER,
    Maker,
    Seed,
    devicen,
    drawn,
    edited,
    form,
    mm,
    root_set,
    spot,
    state,
)
from tests.preflight.seeds_file import X1A, x1a
from tests.preflight.seeds_page import HIGH, MM, WIDE
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import card, clean, profile, text

CUT = f"{3 * MM:.3f} {3 * MM:.3f} {WIDE - 6 * MM:.3f} {HIGH - 6 * MM:.3f} re S"
"""A rectangle on the trim."""
LEFT, LOW, RIGHT, TOP = 3 * MM, 3 * MM, WIDE - 3 * MM, HIGH - 3 * MM
DIE = {"ColorSpace": {"S": spot()}, "ExtGState": OVER}
SPOT = {"spots": frozenset({"CutContour"})}


def front(words: str) -> Callable[[Canvas], None]:
    """A page that is like no other."""

    def painter(canvas: Canvas) -> None:
        clean(canvas)
        text(canvas, words, size=20, cmyk=(0, 1, 0.5, 0), y=320)

    return painter


ANNA, BEP, COR = map(front, ("Anna", "Bep", "Cor"))


def order(wanted: str, count: int = 6) -> dict[str, Any]:
    return {"pages": count, "page_order": wanted}


def die(line: str, width: float = 0.3) -> Maker:
    return drawn(f"/T gs /S CS 1 SCN {width} w {line}", **DIE)


def _lined(*pages: int, count: int = 2) -> Maker:
    """A die line on these pages alone, counted from 0."""

    def change(document: Pdf) -> None:
        for number in pages:
            page = document.pages[number].obj
            page.Resources.ColorSpace = Dictionary(S=spot()(document))
            page.Resources.ExtGState.T = OVER["T"]
            data = b"q " + page.Contents.read_bytes() + b" Q /T gs /S CS 1 SCN .3 w " + CUT.encode()
            page.Contents = document.make_stream(data)

    return lambda: pdfs.changed(card(*[clean, ANNA, BEP, COR][:count]), change)


def with_profile(data: bytes, condition: str = "FOGRA39") -> Maker:
    def change(document: Pdf) -> None:
        intent = document.Root.OutputIntents[0]
        intent.DestOutputProfile = document.make_stream(data, N=4)
        intent.OutputConditionIdentifier = String(condition)

    return edited(change)


def tag(name: bytes) -> tuple[int, int]:
    """Where a tag's data lies in the profile, and how long it is."""
    data = profile()
    for n in range(struct.unpack(">L", data[128:132])[0]):
        found, start, size = struct.unpack(">4sLL", data[132 + 12 * n : 144 + 12 * n])
        if found == name:
            return start, size
    raise KeyError(name)


def patched(*parts: tuple[int, bytes], anonymous: bool = True) -> bytes:
    """The profile with other bytes in places; without its ID, nothing gives it away."""
    data = bytearray(profile())
    for at, new in parts:
        data[at : at + len(new)] = new
    if anonymous:
        data[84:100] = bytes(16)
    return bytes(data)


def table(name: bytes, fill: Callable[[int], bytes]) -> tuple[int, bytes]:
    """Other values in a table, behind its head and curves."""
    start, size = tag(name)
    return start + size // 3, fill(size - size // 3 - 3000)


def noise(size: int) -> bytes:
    return random.Random(5).randbytes(size)


def unnamed_uncoated() -> bytes:
    """The profile for uncoated paper, which does not say so."""
    data = (pdfs.ASSETS / "icc" / "FOGRA47L_uncoated.icc").read_bytes()
    wide = "FOGRA47L".encode("utf-16-be")
    data = data.replace(b"FOGRA47L", b"Some CMY").replace(wide, "Some CMY".encode("utf-16-be"))
    return data.replace(b"FOGRA47", b"Some CM")


SEEDS = [
    Seed("page-order", "backs first", lambda: card(clean, ANNA, clean, BEP, clean, COR), 0,
         expected=order("front-back")),
    Seed("page-order", "fronts first", lambda: card(ANNA, clean, BEP, clean, COR, clean), 0,
         expected=order("back-front")),
    Seed("page-order", "all fronts, then all backs", lambda: card(ANNA, BEP, COR, *[clean] * 3), 0,
         expected=order("front-back")),
    Seed("page-order", "one file where two are asked", lambda: card(ANNA, clean, BEP, clean), 0,
         expected=order("separate", 4)),
    Seed("die-line", "on the front alone", _lined(0), 2, expected={**SPOT, "pages": 2}),
    Seed("die-line", "not on the last back", _lined(0, 1, 2, count=4), 4,
         expected={**SPOT, "pages": 4}),
    Seed("die-line", "asked for on every page", _lined(0, 2, count=4), 2,
         expected={"pages": 4, "die_line": "CutContour"}),
    Seed("die-line", "beside the cut", die(f"q 1 0 0 1 {2 * MM:.2f} 0 cm {CUT} Q"), 1,
         expected=SPOT),
    Seed("die-line", "on the edge of the bleed", die(f"0 0 {WIDE:.3f} {HIGH:.3f} re S"), 1,
         expected=SPOT),
    Seed("die-line", "of four lines, one of them 2 mm off", die(
        f"{LEFT} {LOW} m {RIGHT} {LOW} l S {LEFT} {LOW} m {LEFT} {TOP} l S "
        f"{RIGHT - 2 * MM} {LOW} m {RIGHT - 2 * MM} {TOP} l S {LEFT} {TOP} m {RIGHT} {TOP} l S"),
        1, expected=SPOT),
    Seed("die-line", "thick", die(CUT, 3), 1, expected=SPOT),
    Seed("die-line", "printed in magenta", drawn(f"0 1 0 0 K .3 w {CUT}"), 1),
    Seed("white-line", "a white rectangle that stands for a line", drawn(
        "0 0 0 0 k 60 300 90 .1 re f"), 1, mm(60, 300)),
    Seed("multi-ink-line", "a rectangle that stands for a line", drawn(
        "1 .5 0 0 k 60 300 90 .1 re f"), 1, mm(60, 300)),
    Seed("output-intent", "the profile of another condition",
         with_profile(profile(), "FOGRA51"), 0, expected={"output_condition": "FOGRA51"}),
    Seed("output-intent", "a profile for other paper that does not say so",
         with_profile(unnamed_uncoated()), 0),
    Seed("output-intent", "noise for inks", with_profile(patched(table(b"B2A1", noise))), 0),
    Seed("output-intent", "zeros for inks", with_profile(patched(table(b"B2A1", bytes))), 0),
    Seed("output-intent", "noise for colours", with_profile(patched(table(b"A2B1", noise))), 0),
    Seed("output-intent", "zeros for colours", with_profile(patched(table(b"A2B1", bytes))), 0),
    Seed("output-intent", "one byte that its ID does not know",
         with_profile(patched((50_000, b"\x7f\x80"), anonymous=False)), 0),
    Seed("output-intent", "no table for inks",
         with_profile(patched().replace(b"B2A1", b"B2X1", 1)), 0),
    Seed("output-intent", "ICC version 4 in PDF/X-1a", x1a(lambda d: d.Root.OutputIntents[
        0].__setitem__("/DestOutputProfile", d.make_stream(patched((8, b"\4")), N=4))), 0,
        expected=X1A),
    Seed("transparency", "a page's group in PDF/X-1a", x1a(lambda d: d.pages[0].obj.__setitem__(
        "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))), 1, expected=X1A),
    Seed("transparency", "a form's group in PDF/X-1a", x1a(lambda d: d.pages[0].obj.Resources
        .__setitem__("/XObject", Dictionary(Fm=form(b"", Group=Dictionary(
            S=Name.Transparency, CS=Name.DeviceCMYK))(d)))), 1, expected=X1A),
    Seed("forbidden-feature", "transfer that changes nothing", drawn(
        "", ExtGState=state(TR=Name.Identity))),
    Seed("forbidden-feature", "a halftone by name", drawn("", ExtGState=state(HT=Name.Round))),
    Seed("forbidden-feature", "a halftone with a name", drawn("", ExtGState=state(HT=Dictionary(
        Type=Name.Halftone, HalftoneType=1, HalftoneName=String("Round"), Frequency=60, Angle=45,
        SpotFunction=Name.Round)))),
    Seed("forbidden-feature", "a halftone of thresholds", drawn("", ExtGState={
        "T": lambda d: Dictionary(HT=d.make_stream(
            bytes(4), Type=Name.Halftone, HalftoneType=6, Width=2, Height=2))})),
    Seed("view-area", "the trim is shown", root_set(
        ViewerPreferences=Dictionary(ViewArea=Name.TrimBox)), 0),
    Seed("view-area", "the crop is printed", root_set(
        ViewerPreferences=Dictionary(PrintClip=Name.CropBox)), 0),
    Seed("spot-conflict", "one name twice in a DeviceN", drawn("/C cs 1 1 scn " + BOX,
         ColorSpace={"C": devicen("Gold", "Gold")}), 1, AT, {"spots": frozenset({"Gold"})}),
    Seed("spot-conflict", "a process ink twice", drawn("/C cs 1 0 scn " + BOX,
         ColorSpace={"C": devicen("Black", "Black")}), 1, AT),
]  # fmt: skip


GOOD: dict[str, tuple[Maker, dict[str, Any]]] = {
    "fronts and backs": (lambda: card(ANNA, clean, BEP, clean), order("front-back", 4)),
    "backs and fronts": (lambda: card(clean, ANNA, clean, BEP), order("back-front", 4)),
    "fronts alone": (lambda: card(ANNA, BEP, COR, clean), order("separate", 4)),
    "one poster": (card, {"duplex": True, "page_order": "front-back"}),
    "a die line on the cut": (die(CUT), SPOT),
    "a die line of four": (
        die(
            f"{LEFT} {LOW} m {RIGHT} {LOW} l S {LEFT} {LOW} m {LEFT} {TOP} l S "
            f"{RIGHT} {LOW} m {RIGHT} {TOP} l S {LEFT} {TOP} m {RIGHT} {TOP} l S"
        ),
        SPOT,
    ),
    "a die line on all fronts": (_lined(0, 2, count=4), {**SPOT, "pages": 4}),
    "the press's own halftone": (drawn("", ExtGState=state(HT=Name.Default)), {}),
    "the bleed is shown": (
        root_set(ViewerPreferences=Dictionary(ViewArea=Name.BleedBox, PrintClip=Name.MediaBox)),
        {},
    ),
    "two inks that are none": (
        drawn(
            "/C cs 1 1 0 scn " + BOX,
            ColorSpace={"C": devicen("None", "Black", "None")},
        ),
        {},
    ),
}
"""Files of the same kinds in which nothing is wrong."""
