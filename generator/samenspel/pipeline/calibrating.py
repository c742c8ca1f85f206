"""The test sheet of a printer as a file, made like any sheet."""

from __future__ import annotations

from pathlib import Path

from samenspel.draw import draw
from samenspel.finish import finish
from samenspel.layout.calibration import calibration_sheet
from samenspel.model.sheet import Flip
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import BuildRequest
from samenspel.presets import paper_named


def printer_test(
    project: Path | None, paper: str, landscape: bool, flip: Flip, language: str | None = None
) -> bytes:
    """The PDF. Raises UsageError for names that do not exist."""
    languages = (language,) if language else ()
    build = open_build(BuildRequest(Path(), project, languages=languages, flip=flip))
    first = build.editions[0]
    edition = prepared(build, EditionName(first.region, first.language))
    stock = paper_named(build.project, paper)
    frames = calibration_sheet(stock, landscape, flip, edition.face, edition.deck.labels)
    fonts = build.fonts(first.language)
    pdf = draw(frames, fonts=fonts, arts={}, press=build.press)
    return finish(
        pdf, press=build.press, profile=build.profile, trim_inset=0,
        metadata=edition.metadata("printer.pdf"),
    )  # fmt: skip
