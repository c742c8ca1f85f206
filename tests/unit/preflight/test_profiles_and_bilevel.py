"""What is known of press profiles and of bilevel pictures: each sign by which they are judged."""

from __future__ import annotations

import pytest
from tests.unit.preflight.pdfs import profile

from samenspel.preflight import profile_fault
from samenspel.preflight.bilevel import SEGMENTS, jbig2_fault

KINDS = (0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 49, 50, 51, 52, 53, 62)
"""Those of ISO/IEC 14492, 7.3."""


def segment(kind: int, data: bytes = b"") -> bytes:
    head = (1).to_bytes(4, "big") + bytes([kind, 0, 1])
    return head + len(data).to_bytes(4, "big") + data


PAGE = segment(48, (64).to_bytes(4, "big") + (32).to_bytes(4, "big") + bytes(11))


@pytest.mark.parametrize("kind", range(64))
def test_segments_of_each_kind_are_known(kind: int) -> None:
    fault = jbig2_fault(PAGE + segment(kind, bytes(19)) + PAGE, (64, 32))
    assert bool(fault) == (kind not in KINDS)
    assert tuple(sorted(SEGMENTS)) == KINDS


@pytest.mark.parametrize(
    ("place", "new", "fault"),
    [
        (0, b"", ""),
        (12, b"mntrCMYK", "is not a CMYK printer profile"),
        (12, b"prtrRGB ", "is not a CMYK printer profile"),
        (36, b"ascp", "is not a CMYK printer profile"),
        (0, (2**31).to_bytes(4, "big"), "is cut off"),
    ],
)
def test_a_press_profile_is_known_by_its_header(place: int, new: bytes, fault: str) -> None:
    data = profile()
    assert profile_fault(data[:place] + new + data[place + len(new) :]) == fault
    assert profile_fault(data[:-1]) == "is cut off"
