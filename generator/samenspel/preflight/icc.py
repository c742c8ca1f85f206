"""An output profile by its own words and by what it does with colours (ICC.1:2010)."""

from __future__ import annotations

import hashlib
import io
import math
import re
import struct
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageCms

from samenspel.saying import say

HEADER, ID = 128, slice(84, 100)
"""Bytes of the header, and where the profile's ID stands in it (7.2.18)."""
ZEROED = (slice(44, 48), slice(64, 68), ID)
"""Flags, rendering intent and ID, which the ID is not made from."""
TABLES = (b"A2B1", b"B2A1")
"""The tables that a printer's profile cannot do without: to Lab, and back."""
WORDS = (b"desc", b"targ", b"dmdd", b"cprt", b"meta")
"""Tags in which a profile says what it was made for."""

SPELLED = re.compile(r"FOGRA ?\d\d|CGATS[ .]?TR[ _]?00\d|CGATS21[-_ ]?\d?[-_ ]?CRPC\d|JC200\d\d\d")
"""Printing conditions as the ICC's register spells them."""
MEANT = (
    ("iso coated v2", "FOGRA39"), ("pso coated v3", "FOGRA51"), ("pso uncoated v3", "FOGRA52"),
    ("pso uncoated iso12647", "FOGRA47"), ("pso lwc improved", "FOGRA45"),
    ("pso lwc standard", "FOGRA46"), ("iso web coated", "FOGRA28"),
    ("web coated (swop) v2", "CGATSTR001"), ("swop2006_coated3", "CGATSTR003"),
    ("swop2006_coated5", "CGATSTR005"), ("gracol2006_coated1", "CGATSTR006"),
    ("gracol2013_crpc6", "CGATS21CRPC6"), ("japan color 2001 coated", "JC200103"),
)  # fmt: skip
"""Names of well-known profiles, and the condition that each is for."""

Lab = tuple[float, float, float]
COATED = {"FOGRA27", "FOGRA39", "FOGRA51"}
UNCOATED = {"FOGRA29", "FOGRA47", "FOGRA52"}
BLACK_COATED, BLACK_UNCOATED = 16.0, 32.0
"""L* of a solid black on both kinds of paper (ISO 12647-2)."""
UNLIKE = 9.0
"""L* by which a black may differ from its kind of paper's."""
PATCHES = (
    (0, 0, 0, 0), (255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255), (90, 60, 60, 0),
    (128, 0, 64, 0), (0, 128, 128, 0), (20, 40, 60, 30), (60, 10, 120, 20), (30, 24, 24, 60),
)  # fmt: skip
"""Paper, the four solids, and colours that every press can print, in 255ths."""
PLAIN = ImageCms.Flags.NOOPTIMIZE
"""No tables are made beforehand, which takes longer than the few colours do."""
SOLIDS = slice(0, 5)
AWAY = 10.0
"""ΔE*ab of a colour that was sent to Lab, to inks and to Lab again: good profiles stay under 3."""


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What is known of a profile."""

    header: bytes
    length: int
    conditions: frozenset[str] = frozenset()
    """The printing conditions that it names, spelled without spaces."""
    fault: str = ""
    """What is wrong with its tables, or an empty text."""
    black: float | None = None
    """L* of a solid black, absolute; ``None`` where it cannot be used."""

    @property
    def version(self) -> int:
        """The major version."""
        return self.header[8] if len(self.header) > 8 else 0


def spelled(condition: str) -> str:
    """A condition's name as it can be compared."""
    return re.sub(r"[\s._-]|(?<=CGATS21)[-_ ]?2(?=[-_ ]?CRPC)", "", condition.upper())


@lru_cache(maxsize=4)
def facts(data: bytes) -> ProfileFacts:
    """All that is judged of a profile; a CMYK printer's is tried out, once."""
    header = data[:HEADER]
    known = ProfileFacts(header, len(data))
    if header[12:20] != b"prtrCMYK" or header[36:40] != b"acsp":
        return known
    if int.from_bytes(header[:4]) > len(data):
        return known
    try:
        tags = _tags(data)
    except struct.error:
        return ProfileFacts(header, len(data), fault="is cut off")
    names = _conditions(tags)
    if fault := _table_fault(data, tags):
        return ProfileFacts(header, len(data), names, fault)
    try:
        return _tried(data, names)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return ProfileFacts(header, len(data), names, "cannot be used by a colour engine")


def profile_fault(data: bytes) -> str:
    """Why a profile cannot be that of a press, as words behind its name; empty when it can."""
    header = data[:HEADER]
    if header[12:20] != b"prtrCMYK" or header[36:40] != b"acsp":
        return "is not a CMYK printer profile"
    if int.from_bytes(header[:4]) > len(data):
        return "is cut off"
    return facts(data).fault


def _tags(data: bytes) -> dict[bytes, bytes]:
    count = struct.unpack(">L", data[128:132])[0]
    found = {}
    for n in range(min(count, 200)):
        tag, start, size = struct.unpack(">4sLL", data[132 + 12 * n : 144 + 12 * n])
        found[tag] = data[start : start + size] if start + size <= len(data) else b""
    return found


def _conditions(tags: dict[bytes, bytes]) -> frozenset[str]:
    """From the tag that is meant for it; the others are asked where that says nothing."""
    for tag in WORDS:
        held = tags.get(tag, b"")
        text = held.decode("latin-1") + held.decode("utf-16-be", "replace")
        found = {spelled(name) for name in SPELLED.findall(text)}
        plain = " ".join(text.lower().split())
        found |= {condition for name, condition in MEANT if name in plain}
        if found:
            return frozenset(found)
    return frozenset()


def _table_fault(data: bytes, tags: dict[bytes, bytes]) -> str:
    for tag in TABLES:
        if not tags.get(tag):
            return say("has no table {table}", table=tag.decode("ascii"))
    stated = data[ID]
    if any(stated):
        plain = bytearray(data)
        for part in ZEROED:
            plain[part] = bytes(part.stop - part.start)
        if hashlib.md5(plain, usedforsecurity=False).digest() != stated:
            return "was changed after it was made: its ID is another"
    return ""


def _tried(data: bytes, names: frozenset[str]) -> ProfileFacts:
    """The profile after its test patches went through it."""
    printer = ImageCms.ImageCmsProfile(io.BytesIO(data))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    patches = Image.new("CMYK", (len(PATCHES), 1))
    patches.putdata(PATCHES)
    relative, absolute = (
        ImageCms.buildTransform(printer, lab, "CMYK", "LAB", intent, PLAIN)
        for intent in (ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Intent.ABSOLUTE_COLORIMETRIC)
    )
    back = ImageCms.buildTransform(
        lab, printer, "LAB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC, PLAIN
    )
    shown = _applied(patches, relative)
    again = _applied(_applied(shown, back), relative)
    fault = _behaviour(_values(shown), _values(again))
    black = _values(_applied(patches, absolute))[PATCHES.index((0, 0, 0, 255))][0]
    return ProfileFacts(data[:HEADER], len(data), names, fault, black)


def _applied(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    found = ImageCms.applyTransform(picture, transform)
    assert found is not None  # it is, unless the transform is carried out in place
    return found


def _values(picture: Image.Image) -> list[Lab]:
    """L*, a* and b*; Pillow keeps the last two with 128 for none."""
    light, red, yellow = (band.tobytes() for band in picture.split())
    return [
        (one / 2.55, two - 128.0, three - 128.0)
        for one, two, three in zip(light, red, yellow, strict=True)
    ]


def _behaviour(shown: list[Lab], again: list[Lab]) -> str:
    """What no press prints: paper that is dark, solids of another hue, tables that disagree."""
    paper, cyan, magenta, yellow, black = shown[SOLIDS]
    plausible = (
        paper[0] > 75 and black[0] < 50 and cyan[2] < -15 and magenta[1] > 30 and yellow[2] > 35
    )
    if not plausible:
        return "prints other colours than ink does"
    if max(math.dist(one, other) for one, other in zip(shown, again, strict=True)) > AWAY:
        return "leads colours from Lab to other inks than it came from"
    return ""


def black_of_another_paper(condition: str, black: float | None) -> bool:
    """True when a profile's black cannot be that of the paper of a condition that is known."""
    name = spelled(condition)
    usual = BLACK_COATED if name in COATED else BLACK_UNCOATED if name in UNCOATED else None
    return usual is not None and black is not None and abs(black - usual) > UNLIKE
