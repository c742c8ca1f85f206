"""Two hundred damaged files; ``make fuzz`` tries ten thousand. And files made to do harm."""

from __future__ import annotations

import struct
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from samenspel.inspecting.inspection import PreflightWishes, preflight_files
from samenspel.inspecting.report import FileReport, Verdict

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounds are set by Linux")

MEGABYTE = 2**20


def test_a_hundred_damaged_files() -> None:
    from tests.fuzz.harness import run
    from tests.fuzz.target_preflight import TARGET

    tally = run(TARGET, 100, seed=2026)
    assert tally.failures == []
    assert tally.outcomes["findings"] > 50
    assert sum(tally.outcomes.values()) == 100


def packed(size: int, piece: bytes = b" ") -> bytes:
    """So many bytes, packed in a thousandth of that.

    One block is packed and repeated. The sum at the end is right for what may be read to its end.
    """
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = piece * (16 * MEGABYTE // len(piece))
    count = size // len(block)
    part = machine.compress(block) + machine.flush(zlib.Z_FULL_FLUSH)
    total = 1
    for _ in range(count if count < 20 else 0):
        total = zlib.adler32(block, total)
    return b"\x78\xda" + part * count + b"\x03\x00" + total.to_bytes(4, "big")


def stream(entries: str, data: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries.encode(), len(data), data)


def pdf(*objects: bytes) -> bytes:
    """A file of these objects; the first is its catalogue."""
    out = b"%PDF-1.6\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    start = out.rindex(b"xref\n0")
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, start)


def page(content: bytes, resources: str = "", *more: bytes, box: str = "[0 0 300 400]") -> bytes:
    entries = f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R/Resources<<{resources}>>>>"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    return pdf(catalogue, tree, entries.encode(), content, *more)


def form(inner: int, content: bytes) -> bytes:
    resources = f"/Resources<</XObject<</F {inner} 0 R>>>>"
    return stream(f"/Type/XObject/Subtype/Form/BBox[0 0 300 400]{resources}", content)


SHOWN = b"0 0 0 1 k BT /F 9 Tf 9 9 Td <0001> Tj ET"


def composite(widths: str, cmap: bytes = b"null") -> bytes:
    """A page with text in a composite font."""
    encoding = "6 0 R" if cmap != b"null" else "/Identity-H"
    return page(
        stream("", SHOWN),
        "/Font<</F 5 0 R>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding {encoding}/DescendantFonts[<<"
        f"/Type/Font/Subtype/CIDFontType2/BaseFont/A{widths}>>]>>".encode(),
        cmap,
    )


def overlapping() -> bytes:
    """A TrueType program whose table of characters has 8000 segments that each hold all."""
    count = 8000
    segments = struct.pack(">HHHHHHH", 4, 0xFFFF, 0, 2 * count, 0, 0, 0)
    segments += b"\xff\xfe" * count + b"\0\0" + b"\0\0" * count + b"\0\1" * count + b"\0\0" * count
    tables = {
        b"cmap": struct.pack(">HHHHL", 0, 1, 3, 1, 12) + segments,
        b"glyf": bytes(4), b"loca": bytes(8), b"hmtx": bytes(8), b"maxp": bytes(4) + b"\0\2",
        b"head": bytes(12) + b"\x5f\x0f\x3c\xf5" + bytes(2) + b"\4\0" + bytes(34),
        b"hhea": bytes(34) + b"\0\1",
    }  # fmt: skip
    start, heads, data = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        heads += struct.pack(">4sLLL", tag, 0, start + len(data), len(table))
        data += table
    return b"\0\1\0\0" + struct.pack(">HHHH", len(tables), 0, 0, 0) + heads + data


FLATE = "/Filter/FlateDecode"
TEN_TIMES = b"q .9 0 0 .9 1 1 cm /F Do Q " * 10
XREF = "/Type/XRef/W[1 4 2]/Size 9/Root 2 0 R"

HARMFUL: dict[str, Callable[[], bytes]] = {
    "1 GB in a stream": lambda: page(stream(FLATE, packed(1024 * MEGABYTE))),
    "10 GB packed twice": lambda: page(
        stream("/Filter[/FlateDecode/FlateDecode]", zlib.compress(packed(10_240 * MEGABYTE)))
    ),
    "1 GB of references": lambda: (
        b"%PDF-1.6\n1 0 obj"
        + stream(XREF + FLATE, packed(1024 * MEGABYTE))
        + b"endobj\nstartxref\n9\n%%EOF"
    ),
    "states without end": lambda: page(stream(FLATE, packed(32 * MEGABYTE, b"q "))),
    "a picture of ten billion pixels": lambda: page(
        stream("", b"q 99 0 0 99 0 0 cm /F Do Q"),
        "/XObject<</F 5 0 R>>",
        stream(
            "/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceCMYK"
            + FLATE,
            packed(256 * MEGABYTE),
        ),
    ),
    "an enormous page": lambda: page(
        stream("", b"0 0 0 1 k 0 0 9 9 re f"), box="[0 0 100000000 100000000]"
    ),
    "forms of forms of forms": lambda: page(
        stream("", b"/F Do"),
        "/XObject<</F 5 0 R>>",
        *(form(number + 6, TEN_TIMES) for number in range(14)),
        stream("/Subtype/Form/BBox[0 0 9 9]", b"0 0 9 9 re f"),
    ),
    "a form in itself": lambda: page(
        stream("", b"/F Do"), "/XObject<</F 5 0 R>>", form(5, b"/F Do /F Do")
    ),
    "a chain of forms": lambda: page(
        stream("", b"/F Do"), "/XObject<</F 5 0 R>>", *(form(n + 6, b"/F Do") for n in range(3000))
    ),
    "arrays 100,000 deep": lambda: page(stream("", b"[" * 100_000 + b"]" * 100_000 + b" TJ")),
    "arrays 100,000 deep in a dictionary": lambda: page(
        stream("", b"q Q"), "/X " + "[" * 100_000 + "]" * 100_000
    ),
    "a page tree in itself": lambda: pdf(
        b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>"
    ),
    "a page tree 20,000 deep": lambda: pdf(
        b"<</Pages 2 0 R>>",
        *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(20_000)),
    ),
    "widths without end": lambda: composite("/W[" + "0 65535 500 " * 100_000 + "]"),
    "a CMap of millions of lines": lambda: composite(
        "/DW 500",
        stream(FLATE, packed(48 * MEGABYTE, b"1 begincidrange <00> <ff> 0 endcidrange ")),
    ),
    "a font whose characters overlap": lambda: page(
        stream("", SHOWN),
        "/Font<</F 5 0 R>>",
        b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 1/Widths[500]/FontDescriptor 6 0 R>>",
        b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>",
        stream("", overlapping()),
    ),
    "a million glyphs in a Type 1 font": lambda: page(
        stream("", SHOWN),
        "/Font<</F 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 1/Widths[500]/FontDescriptor 6 0 R>>",
        b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile 7 0 R>>",
        stream(FLATE, zlib.compress(b"%!PS eexec " + packed(60 * MEGABYTE, b"\x80") * 9)),
    ),
    "parents in a circle": lambda: pdf(
        b"<</Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 4 0 R>>",
        b"<</Type/Page/Parent 4 0 R>>",
        b"<</Type/Pages/Parent 2 0 R>>",
    ),
}


def examined(path: Path, data: bytes) -> FileReport:
    path.write_bytes(data)
    (report,) = preflight_files([path], PreflightWishes()).files
    return report


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_made_to_do_harm_is_told_in_time(name: str, tmp_path: Path) -> None:
    data = HARMFUL[name]()
    began = time.monotonic()
    report = examined(tmp_path / "harm.pdf", data)
    assert time.monotonic() - began < 60
    assert report.verdict in (Verdict.REJECTED, Verdict.UNREADABLE)
    messages = [finding.message for finding in report.findings]
    messages += [report.unreadable.message] if report.unreadable else []
    assert messages and all(message.isprintable() for message in messages)
    assert "BytesIO" not in " ".join(messages)


@pytest.mark.parametrize("bound", ["PATIENCE", "SECONDS"])
def test_a_worker_that_breaks_down_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    from samenspel.inspecting import isolation

    monkeypatch.setattr(isolation, bound, 0.01 if bound == "PATIENCE" else 0)
    report = examined(tmp_path / "a.pdf", HARMFUL["forms of forms of forms"]())
    assert report.unreadable is not None
    assert report.unreadable.code == "pdf-too-heavy"
