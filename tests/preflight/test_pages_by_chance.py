"""Pages by chance: what they paint is read, and found fault with, as it was."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from tests import goldens
from tests.chances import Chance, digest
from tests.preflight.making import devicen, form, icc, indexed, picture, spot, type3
from tests.preflight.test_seeded import shown, told
from tests.unit.preflight.pdfs import EXPECTED, card

from samenspel.preflight import inspect
from samenspel.preflight.document import Document

COUNT = 120
SPACES = {"Spot": spot(), "Gold": spot(name="Gold"), "Two": devicen("Cyan", "Gold"), "Icc": icc,
          "Table": indexed(Name.DeviceCMYK)}
STATES = {
    "A": Dictionary(op=True, OP=True, OPM=1), "B": Dictionary(op=True, OPM=0),
    "C": Dictionary(LW=2.5),
    "D": Dictionary(OP=False, op=False), "E": Dictionary(ca=0.5, CA=0.25),
    "F": Dictionary(D=Array([Array([3, 2]), 0])),
    "G": Dictionary(BM=Name.Multiply), "H": Dictionary(RI=Name.Saturation),
    "I": Dictionary(LC=1, LJ=1, ML=4),
}
FORMS = {
    "Small": form(b"0 0 1 0 k 10 10 60 40 re f 1 0 0 0 K 4 w 0 0 m 80 60 l S",
                  BBox=Array([0, 0, 70, 50])),
    "Turned": form(b"0.3 g 0 0 30 30 re f", Matrix=Array([0.7, 0.7, -0.7, 0.7, 20, 5])),
    "Group": form(b"0 .5 .5 0 k 5 5 40 40 re f*", Group=Dictionary(S=Name.Transparency, I=True)),
}
PICTURES = {
    "Coarse": picture(20, 30, Name.DeviceCMYK), "Fine": picture(300, 200, Name.DeviceGray),
    "Line": picture(400, 400, Name.DeviceGray, 1), "Mask": picture(64, 64, None, 1),
    "Spotted": picture(50, 60, spot()), "Table": picture(40, 40, indexed(Name.DeviceCMYK)),
}


def shading(kind: int, coords: list[float], end: list[float]) -> pikepdf.Object:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1,
                          C0=Array([0, 0, 0, 0]), C1=Array(end))
    return Dictionary(ShadingType=kind, ColorSpace=Name.DeviceCMYK, Coords=Array(coords),
                      Function=function, Extend=Array([True, False]))


def cell(document: Pdf, paint: int, step: float) -> pikepdf.Object:
    stream = document.make_stream(b"0 1 0 0 k 1 1 6 6 re f" if paint == 1 else b"1 1 6 6 re f")
    stream.PatternType, stream.PaintType, stream.TilingType = 1, paint, 1
    stream.BBox, stream.XStep, stream.YStep = Array([0, 0, step, step]), step, step
    stream.Resources = Dictionary()
    return stream


def resources(document: Pdf) -> pikepdf.Object:
    """All that the pages may name."""
    own = document.pages[0].obj.Resources
    made = {
        "ColorSpace": SPACES, "ExtGState": STATES, "XObject": {**FORMS, **PICTURES},
        "Font": {"T3": type3(b"600 0 d0 0 0 500 700 re f"),
                 "T4": type3(b"600 0 0 0 500 700 d1 0 0 500 700 re f")},
        "Shading": {"S2": lambda _: shading(2, [0, 0, 200, 0], [0, 1, 1, 0]),
                    "S3": lambda _: shading(3, [100, 100, 0, 100, 100, 60], [1, 1, 1, 0.5])},
        "Pattern": {
            "P1": lambda d: cell(d, 1, 8), "P2": lambda d: cell(d, 2, 12),
            "P3": lambda _: Dictionary(PatternType=2, Shading=shading(2, [0, 0, 90, 90], [0,
                0.2, 1, 0]),
                                       Matrix=Array([1, 0, 0, 1, 20, 30])),
        },
    }
    for group, members in made.items():
        if f"/{group}" not in own:
            own[f"/{group}"] = Dictionary()
        for name, value in members.items():  # type: ignore[attr-defined]
            own[f"/{group}"][f"/{name}"] = value(document) if callable(value) else value
    own["/ColorSpace"]["/Pat"] = Array([Name.Pattern, Name.DeviceCMYK])
    return own


def tints(chance: Chance, count: int) -> str:
    return " ".join(chance.of(("0", "0", "1", ".5", ".25", "1", ".85")) for _ in range(count))


def colour(chance: Chance) -> str:
    end = chance.of(("", "", "s"))
    said = chance.of((
        f"{tints(chance, 4)} k", f"{tints(chance, 4)} K", f"{tints(chance, 1)} g",
        f"{tints(chance, 1)} G",
        "0 0 0 1 k", "0 0 0 1 K", f"{tints(chance, 3)} rg", f"/Spot cs {tints(chance, 1)} scn",
        f"/Gold CS {tints(chance, 1)} SCN", f"/Two cs {tints(chance, 2)} sc",
        f"/Icc cs {tints(chance, 4)} sc",
        "/Pattern cs /P1 scn", f"/Pat cs {tints(chance, 4)} /P2 scn", "/Pattern CS /P3 SCN",
        "/Table cs 1 sc",
        "/Pattern cs /P3 scn", f"/DeviceCMYK cs {tints(chance, 4)} scn",
    ))
    return said + (f" /{chance.of([*STATES])} gs" if end else "")


def at(chance: Chance) -> str:
    return f"{chance.number(-10, 330, 1):g} {chance.number(-10, 450, 1):g}"


def path(chance: Chance) -> str:
    said = []
    for _ in range(int(chance.number(1, 3.2))):
        kind = chance.of(("re", "re", "re", "line", "curve", "thin", "round"))
        if kind == "re":
            size = f"{chance.number(-90, 200, 1):g} {chance.number(-90, 200, 1):g}"
            said.append(f"{at(chance)} {size} re")
        elif kind == "thin":
            said.append(f"{at(chance)} {chance.of(('120 .3', '.2 90', '3 3', '0 50', '9 9'))} re")
        elif kind == "line":
            ends = " ".join(f"{at(chance)} l" for _ in range(int(chance.number(1, 4.5))))
            said.append(f"{at(chance)} m {ends}{chance.of(('', ' h'))}")
        elif kind == "round":
            x, y, r = chance.number(20, 250), chance.number(20, 350), chance.number(2, 40)
            k = r * 0.5523
            said.append(
                f"{x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c "
                f"{x - k} {y + r} {x - r} {y + k} {x - r} {y} c {x - r} {y - k} {x - k} {y - r} "
                f"{x} {y - r} c {x + k} {y - r} {x + r} {y - k} {x + r} {y} c h"
            )
        else:
            how = chance.of(("c", "v", "y"))
            points = " ".join(at(chance) for _ in range(3 if how == "c" else 2))
            said.append(f"{at(chance)} m {points} {how}")
    return " ".join(said)


def painted(chance: Chance) -> str:
    kind = chance.of(("path",) * 6 + ("words",) * 3 + ("object",) * 2 + ("shading", "inline"))
    if kind == "path":
        width = f"{chance.of(('.1', '.25', '1', '3', '12', '0'))} w "
        end = chance.of(("f", "f", "f*", "S", "s", "B", "b*", "n", "W n", "W* n"))
        return (width if chance.maybe(0.4) else "") + f"{path(chance)} {end}"
    if kind == "words":
        font = chance.of(("/F1+0", "/F1+0", "/F1+0", "/T3", "/T4"))
        size, mode = chance.of((5, 7.5, 10, 24, -12)), chance.of((0, 0, 0, 0, 1, 2, 3, 7))
        more = chance.of(("", "", "3 Tc", "5 Tw", "70 Tz", "4 Ts", "12 TL"))
        move = chance.of((f"{at(chance)} Td", f"1 0 .2 1 {at(chance)} Tm",
                          f"0 1 -1 0 {at(chance)} Tm"))
        show = chance.of(("(aa a) Tj", "[(a) -400 (a)] TJ", "(a) ' (a) '", "(a) Tj T* (aa) Tj"))
        return f"BT {font} {size} Tf {mode} Tr {more} {move} {show} ET"
    if kind == "object":
        name = chance.of([*FORMS, *PICTURES])
        size = chance.of((1, 1, 0.4)) if name in FORMS else chance.number(20, 200)
        turn = chance.of((f"{size} 0 0 {size}", f"0 {size} {-size} 0", f"{size} 3 5 {size}"))
        return f"q {turn} {at(chance)} cm /{name} Do Q"
    if kind == "shading":
        return f"q {at(chance)} 90 70 re W n /{chance.of(('S2', 'S3'))} sh Q"
    return f"q 50 0 0 40 {at(chance)} cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q"


def page(chance: Chance) -> str:
    ground = ".1 .05 0 0 k -9 -9 400 500 re f" if chance.maybe(0.6) else ""
    said = [ground]
    for _ in range(int(chance.number(1, 6.5))):
        one = painted(chance)
        if chance.maybe(0.6):
            one = f"{colour(chance)} {one}"
        if chance.maybe(0.25):
            matrix = chance.of(("1 0 0 1 9 -4", ".5 0 0 2 0 0", ".8 .6 -.6 .8 30 9",
                                "0 1 -1 0 300 0"))
            one = f"q {matrix} cm {one} Q"
        if chance.maybe(0.1):
            one = f"q {path(chance)} W n {one} Q"
        said.append(one)
    return "\n".join(said)


@cache
def every() -> bytes:
    """A file with all pages."""
    with pikepdf.open(io.BytesIO(card())) as document:
        first = document.pages[0]
        first.obj.Resources = resources(document)
        for _ in range(1, COUNT):
            document.pages.append(first)
        for number, one in enumerate(document.pages):
            one.obj.Contents = document.make_stream(page(Chance(number)).encode())
        out = io.BytesIO()
        document.save(out, force_version="1.6", fix_metadata_version=False)
        return out.getvalue()


@pytest.mark.parametrize("exact", [True, False], ids=["closely", "at a glance"])
def test_what_pages_by_chance_paint_is_read_as_it_was(exact: bool) -> None:
    lines = []
    with pikepdf.open(io.BytesIO(every())) as opened:
        for number, one in enumerate(Document(opened, exact=exact).pages, 1):
            marks = [shown(mark) for mark in (*one.marks, *one.unseen)]
            lines.append(f"{number:3} {digest(''.join(marks))} {len(marks)} marks\n")
    goldens.section("chance-pages", f"marks, exact {exact}", "".join(lines))


def test_what_is_wrong_with_pages_by_chance_is_told_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the plates, which take a second for a dozen pages and have tests of their own."""
    monkeypatch.setattr(Document, "_measure", lambda *_: None)
    expected = replace(EXPECTED, pages=COUNT, safe=4.0, radius=4.0)
    found = defaultdict(list)
    for one in inspect(every(), expected):
        found[one.page or 0].append(f"{told(one)}\n")
    lines = [f"{number:3} {digest(''.join(sorted(said)))} {len(said)} findings\n"
             for number, said in sorted(found.items())]
    goldens.section("chance-pages", "findings", "".join(lines))
