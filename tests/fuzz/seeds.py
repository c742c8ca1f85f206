"""Sound files to begin with: small, of several makers, readable and packed."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from tests.preflight import seeds_colour, seeds_file, seeds_page, seeds_text
from tests.preflight.making import form, spot
from tests.unit.preflight.pdfs import card, clean, content, image

GOOD = Path(__file__).parents[1] / "preflight_good" / "files"
OPERATORS = """\
/Fm Do /Cut CS 1 SCN 60 300 m 90 300 l S q 9 0 0 9 60 60 cm /Im Do Q /Gs gs
BI /W 2 /H 1 /BPC 8 /CS /G ID xx EI [3 1] 0 d /Span <</A [1 2]>> BDC (a(b)c) ' EMC
/Pattern cs /Pt scn 0 0 50 50 re f /Sh sh
"""


def _rich() -> bytes:
    """One page with a bit of everything."""
    space = spot(Name.DeviceCMYK)
    inner = Dictionary(XObject=Dictionary())
    return content(
        OPERATORS,
        {
            "XObject": {
                "Fm": form(b"q 0 1 0 0 k 0 0 9 9 re W n f Q", Resources=inner),
                "Im": image(8, 8, Name.DeviceCMYK, SMask=image(8, 8, Name.DeviceGray)),
            },
            "ColorSpace": {"Cut": space},
            "ExtGState": {"Gs": Dictionary(OP=True, OPM=1, ca=0.5, BM=Name.Multiply)},
            "Pattern": {"Pt": form(b"1 0 0 rg 0 0 1 1 re f", PatternType=1, PaintType=1)},
            "Shading": {"Sh": Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB)},
        },
    )


def _light(pdf: bytes) -> pikepdf.Pdf:
    """Without its profile's megabyte, in which a changed byte changes nothing."""
    document = pikepdf.open(io.BytesIO(pdf))
    for intent in document.Root.get("/OutputIntents", []):
        intent.DestOutputProfile = document.make_stream(b"\0" * 12 + b"prtrCMYK" + b"\0" * 108, N=4)
    return document


def _forms(pdf: bytes) -> list[bytes]:
    """The file readable, packed, in object streams, and locked."""
    found = []
    owner = pikepdf.Encryption(owner="o", user="")
    apart = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}
    settings: list[dict[str, object]] = [
        {"qdf": True, **apart},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True, **apart},
        {"encryption": owner, **apart},
    ]
    for options in settings:
        out = io.BytesIO()
        with _light(pdf) as document:
            document.save(out, **{"static_id": "encryption" not in options, **options})
        found.append(out.getvalue())
    return found


def seeds() -> list[bytes]:
    """All of them, always in the same order."""
    every = seeds_colour.SEEDS + seeds_file.SEEDS + seeds_page.SEEDS + seeds_text.SEEDS
    bad = [seed.make() for seed in every[::24]]
    files = [_rich(), card(clean, clean), *bad]
    made = [made for file in files[:2] for made in _forms(file)]
    made += [_forms(file)[0] for file in files[2:]]
    return made + [path.read_bytes() for path in sorted(GOOD.glob("*.pdf"))]
