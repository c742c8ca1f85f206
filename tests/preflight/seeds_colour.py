"""Faults of colour: RGB in every hiding place, spots, ink, overprint, transparency."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name
from tests.preflight.making import (
    AT,
    BOX,
    OVER,
    PICTURE,
    PICTURE_AT,
    Seed,
    devicen,
    drawn,
    edited,
    form,
    icc,
    indexed,
    mm,
    page_set,
    pattern,
    picture,
    resources,
    shading,
    spot,
    state,
    type3,
    word,
    word_at,
)

ANY = {"transparency": True}
SPOT = {"spots": frozenset({"CutContour", "Gold", "gold", "Goud", "PANTONE 871 CVC"})}
LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
RED = b"1 0 0 rg 60 300 9 9 re f"


def _rgb(name: str, operators: str, at: tuple[float, float] = AT, **found: object) -> Seed:
    return Seed("colour-rgb", name, drawn(operators, **found), 1, at)


def nested(document: object) -> object:
    """A form in a form in a form, moved and scaled on its way."""
    inner = form(b"1 0 0 rg 0 0 3 3 re f")(document)
    middle = form(b"q 1 0 0 1 5 5 cm /A Do Q", Resources=resources(XObject={"A": inner}))(document)
    middle.Matrix = Array([1, 0, 0, 1, 5, 5])
    outer = form(b"q 3 0 0 3 0 0 cm /B Do Q", Resources=resources(XObject={"B": middle}))
    return outer(document)


def _tree_resources(document: object) -> None:
    """The page's resources stand in the page tree, with an RGB picture."""
    page = document.pages[0].obj
    page.Resources.XObject = Dictionary(Im=picture(300, 300, Name.DeviceRGB)(document))
    page.Parent.Resources = page.Resources
    del page["/Resources"]
    page.Contents = document.make_stream(page.Contents.read_bytes() + b" " + PICTURE.encode())


def _split(document: object) -> None:
    """The content in three streams, which break an operation apart."""
    page = document.pages[0].obj
    parts = [page.Contents.read_bytes(), b" 1 0 0", b"rg 60 300", b"9 9 re f"]
    page.Contents = Array([document.make_stream(part) for part in parts])


def _mask_with(data: bytes) -> object:
    def make(document: object) -> object:
        group = form(data, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))(document)
        group = document.make_indirect(group)
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))

    return make


def _faded(name: str, power: int) -> Array:
    """A spot whose tints follow a power; at full tint it is the same."""
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=power, C0=Array([0] * 4), C1=Array([0, 0.3, 1, 0])
    )
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, function])


SEEDS = [
    _rgb("operator", "1 0 0 rg " + BOX),
    _rgb("line", "1 0 0 RG 1 w 60 300 m 69 300 l 69 309 l S", mm(59.5, 309.5)),
    _rgb("text", word(10, "1 0 0 rg"), word_at(10)),
    _rgb("picture", PICTURE, PICTURE_AT, XObject={"Im": picture(300, 300, Name.DeviceRGB)}),
    _rgb("palette", PICTURE, PICTURE_AT,
         XObject={"Im": picture(300, 300, indexed(Name.DeviceRGB))}),
    _rgb("palette of spots over RGB", PICTURE, PICTURE_AT, XObject={
        "Im": picture(300, 300, indexed(spot(Name.DeviceRGB, "Black")))}),
    _rgb("inline picture", "q 9 0 0 9 60 300 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
    _rgb("inline palette",
         "q 9 0 0 9 60 300 cm BI /W 1 /H 1 /BPC 8 /CS [/I /RGB 1 <000000ffffff>] ID a EI Q"),
    _rgb("ICC", "/Icc cs 0 0 0 1 scn " + BOX, ColorSpace={"Icc": icc}),
    _rgb("ICC picture", PICTURE, PICTURE_AT, XObject={"Im": picture(300, 300, icc)}),
    _rgb("Lab", "/Lab cs 50 0 0 scn " + BOX, ColorSpace={"Lab": LAB}),
    _rgb("stencil", f"1 0 0 rg {PICTURE}", PICTURE_AT,
         XObject={"Im": picture(800, 800, None, 1)}),
    _rgb("space by the name of a short one", "/G cs 0 0 0 1 scn " + BOX, ColorSpace={"G": icc}),
    Seed("colour-rgb", "default space in a form", drawn("/Fm Do", XObject={"Fm": form(
        b"1 0 0 0 k 60 300 9 9 re f", Resources=resources(ColorSpace={"DefaultCMYK": icc}))})),
    _rgb("picture in a Type 3 glyph", "0 0 0 0 k BT /T3 12 Tf 60 300 Td (a) Tj ET", mm(60, 306),
         Font={"T3": type3(b"600 0 d0 500 0 0 500 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")}),
    Seed("colour-rgb", "default space", drawn("", ColorSpace={"DefaultCMYK": icc})),
    _rgb("pattern", "/Pattern cs /P scn " + BOX,
         Pattern={"P": pattern(b"1 0 0 rg 0 0 5 5 re f")}),
    _rgb("pattern without a colour of its own", "/Cs cs 1 0 0 /P scn " + BOX,
         ColorSpace={"Cs": Array([Name.Pattern, Name.DeviceRGB])},
         Pattern={"P": pattern(b"0 0 5 5 re f", PaintType=2)}),
    _rgb("line in a pattern", "/Pattern CS /P SCN 3 w 60 300 m 69 300 l S", mm(58.5, 301.5),
         Pattern={"P": pattern(b"1 0 0 rg 0 0 5 5 re f")}),
    _rgb("shading", "q 60 300 9 9 re W n /Sh sh Q", Shading={"Sh": shading(Name.DeviceRGB)}),
    _rgb("shading of a spot over RGB", "q 60 300 9 9 re W n /Sh sh Q",
         Shading={"Sh": shading(spot(Name.DeviceRGB, "Black"))}),
    _rgb("shading pattern", "/Pattern cs /P scn " + BOX, Pattern={
        "P": lambda d: Dictionary(PatternType=2, Shading=shading(Name.DeviceRGB)(d))}),
    _rgb("forms in forms", "q 1 0 0 1 30 270 cm /Fm Do Q", XObject={"Fm": nested}),
    _rgb("inherited by a form", "1 0 0 rg /Fm Do", XObject={"Fm": form(BOX.encode())}),
    _rgb("spot's alternate", "/C cs 1 scn " + BOX,
         ColorSpace={"C": spot(Name.DeviceRGB, "Black")}),
    _rgb("DeviceN's alternate", "/C cs 1 0 scn " + BOX,
         ColorSpace={"C": devicen("Cyan", "Black", alternate=Name.DeviceRGB)}),
    _rgb("Type 3 glyph", "0 0 0 0 k BT /T3 12 Tf 60 300 Td (a) Tj ET", mm(60, 306),
         Font={"T3": type3(b"600 0 d0 1 0 0 rg 0 0 500 500 re f")}),
    Seed("colour-rgb", "inherited resources", edited(_tree_resources), 1, PICTURE_AT),
    Seed("colour-rgb", "content in pieces", edited(_split), 1, AT),
    Seed("colour-rgb", "soft mask",
         drawn("/T gs 1 0 0 0 k " + BOX, ExtGState={"T": _mask_with(RED)}), expected=ANY),
    Seed("blend-space", "page", page_set(Group=Dictionary(
        S=Name.Transparency, CS=Name.DeviceRGB))),
    Seed("blend-space", "form", drawn("/Fm Do", XObject={"Fm": form(
        b"1 0 0 0 k 60 300 9 9 re f",
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))}), expected=ANY),
    Seed("blend-space", "a form in gray", drawn("/Fm Do", XObject={"Fm": form(
        b"1 0 0 0 k 60 300 9 9 re f",
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))}), expected=ANY),
    Seed("blend-space", "a soft mask in RGB", drawn("/T gs 1 0 0 0 k " + BOX, ExtGState={
        "T": lambda d: Dictionary(SMask=Dictionary(S=Name.Luminosity, G=d.make_indirect(form(
            b"1 0 0 0 k 0 0 900 900 re f", Group=Dictionary(
                S=Name.Transparency, CS=Name.DeviceRGB))(d))))}), expected=ANY),
    Seed("blend-mode", "no such mode",
         drawn("/T gs 1 0 0 0 k " + BOX, ExtGState=state(BM=Name.Glow)), 1, AT, ANY),
    Seed("transparency", "opacity",
         drawn("/T gs 1 0 0 0 k " + BOX, ExtGState=state(ca=0.5)), 1, AT),
    Seed("transparency", "line", drawn("/T gs 1 0 0 0 K 1 w 60 300 m 90 300 l S",
         ExtGState=state(CA=0.5)), 1, mm(59.5, 300.5)),
    Seed("transparency", "blend mode", drawn("/T gs 1 0 0 0 k " + BOX,
         ExtGState=state(BM=Name.Multiply)), 1, AT),
    Seed("transparency", "picture's mask", drawn(PICTURE, XObject={"Im": picture(
        300, 300, Name.DeviceCMYK, SMask=picture(300, 300, Name.DeviceGray))}), 1, PICTURE_AT),
    Seed("transparency", "soft mask", drawn("/T gs 1 0 0 0 k " + BOX,
         ExtGState={"T": _mask_with(b"0 0 0 0 k 0 0 900 900 re f")}), 1, AT),
    Seed("transparency", "first of several blend modes", drawn("/T gs 1 0 0 0 k " + BOX,
         ExtGState=state(BM=Array([Name.Multiply, Name.Normal]))), 1, AT),
    Seed("transparency", "in a pattern", drawn("/Pattern cs /P scn " + BOX, Pattern={
        "P": pattern(b"/G gs 1 0 0 0 k 0 0 5 5 re f", Resources=resources(
            ExtGState={"G": Dictionary(ca=0.5)}))}), 1, AT),
    Seed("transparency", "set outside a form", drawn("/T gs /Fm Do", ExtGState=state(ca=0.5),
         XObject={"Fm": form(b"1 0 0 0 k 60 300 9 9 re f")}), 1, AT),
    Seed("spot-colour", "fill", drawn("/C cs 1 scn " + BOX,
         ColorSpace={"C": spot(name="Gold")}), 1, AT),
    Seed("spot-colour", "in a DeviceN", drawn("/C cs 1 1 scn " + BOX,
         ColorSpace={"C": devicen("Black", "Gold")}), 1, AT),
    Seed("spot-colour", "in a palette", drawn(PICTURE, XObject={
        "Im": picture(300, 300, indexed(spot(name="Gold")))}), 1, PICTURE_AT),
    Seed("spot-all", "fill", drawn("/C cs .5 scn " + BOX,
         ColorSpace={"C": spot(name="All")}), 1, AT),
    Seed("spot-all", "a short line on a ground", drawn("/C CS 1 SCN .3 w 60 300 m 72 300 l S",
         ColorSpace={"C": spot(name="All")}), 1, mm(60, 300)),
    Seed("spot-suffix", "CVC", drawn("/C cs 1 scn " + BOX,
         ColorSpace={"C": spot(name="PANTONE 871 CVC")}), 1, AT, SPOT),
    Seed("spot-case", "two writings", drawn(
        "/C cs 1 scn 70 300 9 9 re f /D cs 1 scn " + BOX,
        ColorSpace={"C": spot(name="Gold"), "D": spot(name="gold")}), 1, AT, SPOT),
    Seed("spot-twins", "two names", drawn(
        "/C cs 1 scn 70 300 9 9 re f /D cs 1 scn " + BOX,
        ColorSpace={"C": spot(name="Gold"), "D": spot(name="Goud")}), 1, AT, SPOT),
    Seed("spot-twins", "one colour, two tint transforms", drawn(
        "/C cs 1 scn 70 300 9 9 re f /D cs 1 scn " + BOX,
        ColorSpace={"C": _faded("Gold", 1), "D": _faded("Goud", 2)}), 1, AT, SPOT),
    Seed("spot-conflict", "two looks", drawn(
        "/C cs 1 scn 60 300 9 9 re f /D cs 1 scn 70 300 9 9 re f", ColorSpace={
            "C": spot(name="Gold"), "D": spot(name="Gold", body="pop 0 1 0 0")}), 1, AT, SPOT),
    Seed("ink-coverage", "fill", drawn("1 1 1 .1 k " + BOX), 1, AT),
    Seed("ink-coverage", "large ground", drawn("1 1 1 .25 k 60 200 120 120 re f"), 1,
         mm(60, 320), {"ink_limit": 330.0, "severities": {"text-covered": None}}),
    Seed("ink-coverage", "line", drawn("1 1 1 .1 K 1 w 60 300 m 90 300 l S"), 1,
         mm(59.5, 300.5)),
    Seed("ink-coverage", "palest of a DeviceN", drawn("/C cs 1 1 1 .1 scn " + BOX, ColorSpace={
        "C": devicen("Cyan", "Magenta", "Yellow", "Black")}), 1, AT),
    Seed("ink-point", "black on a picture's ground", drawn(
        f"/T gs 1 1 1 0 k {BOX} 0 0 0 1 k 61 301 7 7 re f", ExtGState=OVER), 1,
        mm(64, 307), thorough=True),
    Seed("ink-window", "two inks on each other", drawn(
        "/T gs 1 0 0 .6 k 60 200 120 120 re f 0 1 1 0 k 60 200 120 120 re f", ExtGState=OVER),
        1, mm(60, 320), {"ink_limit": 400.0, "severities": {"colour-overprint": None}},
        thorough=True),
    Seed("gray-overprint", "large text", drawn("/T gs" + word(20, ".5 g"), ExtGState=OVER), 1,
         word_at(20)),
    Seed("gray-overprint", "fill", drawn("/T gs .5 g " + BOX, ExtGState=OVER), 1, AT),
    Seed("white-path-overprint", "fill", drawn("/T gs 0 0 0 0 k " + BOX, ExtGState=OVER), 1, AT),
    Seed("white-path-overprint", "no tint of a spot", drawn("/T gs /C cs 0 scn " + BOX,
         ExtGState=OVER, ColorSpace={"C": spot(name="Gold")}), 1, AT, SPOT),
    Seed("white-path-overprint", "in a form that takes it over", drawn("/T gs /Fm Do",
         ExtGState=OVER, XObject={"Fm": form(b"0 0 0 0 k 60 300 9 9 re f")}), 1, AT),
    Seed("white-path-overprint", "no tint of a DeviceN", drawn("/T gs /D cs 0 0 scn " + BOX,
         ExtGState=OVER, ColorSpace={"D": devicen("Cyan", "Black")}), 1, AT),
    Seed("white-path-overprint", "stencil", drawn(f"/T gs 0 0 0 0 k {PICTURE}", ExtGState=OVER,
         XObject={"Im": picture(800, 800, None, 1)}), 1, PICTURE_AT),
    Seed("image-resolution", "149", drawn(PICTURE, XObject={
        "Im": picture(149, 300, Name.DeviceCMYK)}), 1, PICTURE_AT),
    Seed("image-resolution", "224", drawn(PICTURE, XObject={
        "Im": picture(300, 224, Name.DeviceCMYK)}), 1, PICTURE_AT),
    Seed("image-resolution", "bitmap", drawn(f"0 1 0 0 k {PICTURE}", XObject={
        "Im": picture(500, 500, None, 1)}), 1, PICTURE_AT),
    Seed("image-resolution", "gray of one bit", drawn(PICTURE, XObject={
        "Im": picture(300, 300, Name.DeviceGray, 1)}), 1, PICTURE_AT),
    Seed("image-resolution", "turned", drawn("q 0 72 -72 0 132 300 cm /Im Do Q", XObject={
        "Im": picture(140, 300, Name.DeviceCMYK)}), 1, PICTURE_AT),
    Seed("image-resolution", "in a scaled form", drawn("q 3 0 0 3 60 300 cm /Fm Do Q", XObject={
        "Fm": form(b"q 24 0 0 24 0 0 cm /Im Do Q", Resources=resources(
            XObject={"Im": picture(140, 300, Name.DeviceCMYK)}))}), 1, PICTURE_AT),
    Seed("image-resolution", "in a scaled pattern", drawn(
        "/Pattern cs /P scn 60 300 72 72 re f", Pattern={"P": pattern(
            b"q 5 0 0 5 0 0 cm /Im Do Q", Matrix=Array([10, 0, 0, 10, 0, 0]),
            Resources=resources(XObject={"Im": picture(50, 50, Name.DeviceCMYK)}))}),
        1, PICTURE_AT),
    Seed("image-resolution", "inline", drawn(
        "q 72 0 0 72 60 300 cm BI /W 20 /H 20 /BPC 8 /CS /G /F /AHx ID " + "00" * 400 + "> EI Q"),
        1, PICTURE_AT),
]  # fmt: skip
