"""A finished file as a whole: every entry that finishing writes, as people read it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from tests import goldens
from tests.entries import shown
from tests.unit.preflight.pdfs import METADATA, PRESS, clean, finished, pages, profile

from samenspel.finish import finish
from samenspel.model.style import StandardName


def told(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        packet = pdf.Root.get("/Metadata")
        xmp = packet.read_bytes().decode() if packet is not None else ""
        xmp = re.sub(r"\s*<\?xpacket.*?\?>\s*", "\n", xmp)
        ids = [len(bytes(one)) for one in pdf.trailer.ID]
        info = shown(pdf.trailer.get("/Info"))
        head = f"version {pdf.pdf_version} ids {ids}\ninfo{info}\nroot{shown(pdf.Root)}\n"
    return f"{head}{xmp}"


@pytest.mark.parametrize("standard", ["PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002"])
def test_a_finished_card_has_the_entries_that_it_had(standard: StandardName) -> None:
    made = finish(
        pages(clean, clean),
        press=replace(PRESS, standard=standard),
        profile=profile(),
        trim_inset=3.0,
        bleed_inset=0.0,
        metadata=METADATA,
    )
    goldens.compare(f"finished-{standard[4:].replace(':', '-').lower()}", told(made))


def test_boxes_are_as_far_in_as_is_asked() -> None:
    for trim, bleed in ((3.0, 0.0), (10.0, 7.0), (0.0, 0.0)):
        made = finished(pages(clean), trim_inset=trim, bleed_inset=bleed)
        with pikepdf.open(io.BytesIO(made)) as pdf:
            page = pdf.pages[0].obj
            media = [float(one) for one in page.MediaBox]
            for name, inset in (("TrimBox", trim), ("BleedBox", bleed)):
                box = [float(one) for one in page[f"/{name}"]]
                far = inset * 72 / 25.4
                assert box == pytest.approx(
                    [media[0] + far, media[1] + far, media[2] - far, media[3] - far], abs=0.001
                )
