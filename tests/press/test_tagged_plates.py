"""A marked page prints as the same page without marks: Ghostscript's plates, pixel by pixel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.decks import ROOT
from tests.press.plates import plates

from samenspel.draw import draw, drawn
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import _Made, files_of, prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys
from samenspel.tagging import read

NAMES = ("titel-back", "blijf-onbevangen-front", "blijf-onbevangen-back", "poster-front")


def test_marks_change_no_plate(tmp_path: Path) -> None:
    request = BuildRequest(output=tmp_path, project=ROOT, products=("cards", "poster"),
                           formats=("a6",), regions=("basis",))  # fmt: skip
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    frames = [frame for one in surveys(edition) for frame in one.frames if frame.name in NAMES]
    assert len(frames) == len(NAMES)
    reading = read(frames, edition.deck)
    assert [frame.items for frame in reading.frames] != [frame.items for frame in frames]
    made = {
        "fonts": build.fonts("nl"), "arts": edition.arts, "press": build.press,
        "colours": build.colour_space(edition.theme),
    }  # fmt: skip
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    before.write_bytes(draw(frames, **made))
    after.write_bytes(drawn(reading.frames, **made, marks=reading.marks).pdf())
    for number in range(1, len(frames) + 1):
        found = [
            {ink: plate.tobytes() for ink, plate in plates(one, number, tmp_path, dpi=72).items()}
            for one in (before, after)
        ]
        assert found[0] == found[1], frames[number - 1].name


def untagged(edition: Edition, wanted: Sequence[Survey]) -> list[bytes]:
    """The same files as :func:`files_of` makes, without tags."""
    made = _Made(edition, wanted, None)
    made._tagged = False
    return [one.pdf for one in made.files()]


def inks_of(pdf: bytes, page: int, folder: Path) -> dict[str, bytes]:
    path = folder / "one.pdf"
    path.write_bytes(pdf)
    return {ink: plate.tobytes() for ink, plate in plates(path, page, folder, dpi=72).items()}


def test_tags_change_no_plate_of_what_is_imposed(tmp_path: Path) -> None:
    request = BuildRequest(output=tmp_path, project=ROOT, products=("sheets", "leaflet"),
                           formats=("a6",), regions=("basis",))  # fmt: skip
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    wanted = [one for one in surveys(edition) if one.piece in edition.pieces]
    pairs = zip(files_of(edition, wanted), untagged(edition, wanted), strict=True)
    imposed = [(one, plain) for one, plain in pairs if one.file.plan is not None]
    assert len(imposed) > 2
    for one, plain in imposed:
        assert len(plain) < len(one.pdf)
        assert inks_of(plain, 2, tmp_path) == inks_of(one.pdf, 2, tmp_path), one.file.name
