"""A panel with an opacity: what lies below is seen through it, and nothing in the file is."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.projects import DECK, write

from samenspel.checking import check_deck
from samenspel.diagnostics import Diagnostic
from samenspel.draw.glimpses import extremes
from samenspel.draw.packing import packed_art
from samenspel.draw.veils import veiled_operators
from samenspel.errors import ContentError
from samenspel.model.ink import Ink
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.separations import PROCESS, plates

KIND = """\
title: Foto
fields:
  title: {}
  foto: {type: picture}
front:
  - ground: paper
  - panel: [0, 80, 0, 0]
    id: half
    top: 0mm
    bottom: 50%
  - picture: foto
    mode: fill
    left: 0mm
    right: 100%
    top: 50%
    bottom: 100%
  - panel: {ink: [100, 0, 0, 0], opacity: 40%}
    id: layer
    left: 0mm
    right: 50%
    top: 20%
    bottom: 80%
  - stack: [title]
    top: 30%
    bottom: 45%
back:
  - ground: paper
"""
CARD = "kind: foto\ntitle: Kijk\nfoto: vlak.tif\n"
DECK_OF_ONE = DECK.replace("[titel, luister-eerst, leeg, leeg]", "[kijk]")
PHOTO = (51, 102, 153, 0)
"""20 % of cyan, 40 % of magenta, 60 % of yellow."""


def folder_of(
    tmp_path: Path, kind: str = KIND, colour: tuple[int, int, int, int] = PHOTO
) -> Path:
    write(tmp_path, "kinds/foto.yaml", kind)
    write(tmp_path, "cards/nl/01-kijk.yaml", CARD)
    write(tmp_path, "cards/deck.yaml", DECK_OF_ONE)
    (tmp_path / "assets").mkdir(exist_ok=True)
    Image.new("CMYK", (1400, 1000), colour).save(tmp_path / "assets" / "vlak.tif")
    return tmp_path


def built(folder: Path, press: str = "coated") -> bytes:
    request = BuildRequest(
        output=folder / "out", project=folder, formats=("a6",), products=("cards",), press=press
    )
    return build_deck(request).files[0].path.read_bytes()


def tints_at(pdf: bytes, across: float, down: float) -> list[int]:
    """What the four plates print at a point of the first page, in percent."""
    found = plates(pdf, 1, dpi=50)
    size = found[PROCESS[0]].tints.size
    at = round(across * size[0]), round(down * size[1])
    levels = [found[plate].tints.getpixel(at) for plate in PROCESS]
    return [round(level / 255 * 100) for level in levels if isinstance(level, int)]


@pytest.mark.parametrize("press", ["coated", "drukwerkgek"])
def test_every_plate_prints_what_a_layer_of_that_opacity_would(tmp_path: Path, press: str) -> None:
    """Also for a press whose standard (PDF/X-3) knows no transparency."""
    pdf = built(folder_of(tmp_path), press)
    assert tints_at(pdf, 0.9, 0.3) == [0, 80, 0, 0]  # beside the layer all is as it was
    assert tints_at(pdf, 0.9, 0.7) == pytest.approx([20, 40, 60, 0], abs=1)
    assert tints_at(pdf, 0.1, 0.25) == pytest.approx([40, 48, 0, 0], abs=1)
    assert tints_at(pdf, 0.1, 0.7) == pytest.approx([52, 24, 36, 0], abs=1)


def test_nothing_in_the_file_is_transparent(tmp_path: Path) -> None:
    target = tmp_path / "kaart.pdf"
    target.write_bytes(built(folder_of(tmp_path)))
    with pikepdf.open(target) as pdf:
        dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        for one in (*dictionaries, *streams):
            assert "/SMask" not in one and "/ca" not in one and "/BM" not in one
            assert one.get("/S") != pikepdf.Name.Transparency


def test_a_layer_on_bare_paper_is_a_tint(tmp_path: Path) -> None:
    bare = KIND.replace("  - picture: foto\n", "  - picture: foto\n    when: title == 'nooit'\n")
    assert tints_at(built(folder_of(tmp_path, bare)), 0.1, 0.7)[0] == pytest.approx(40, abs=1)


def test_a_layer_over_a_layer_is_mixed_in_its_turn(tmp_path: Path) -> None:
    second = """\
  - panel: {ink: [0, 0, 0, 100], opacity: 50%}
    left: 0mm
    right: 25%
    top: 60%
    bottom: 80%
  - stack: [title]"""
    pdf = built(folder_of(tmp_path, KIND.replace("  - stack: [title]", second)))
    assert tints_at(pdf, 0.1, 0.7) == pytest.approx([26, 12, 18, 50], abs=1)


def test_a_layer_over_a_text_is_refused_as_all_that_covers_one(tmp_path: Path) -> None:
    stack = "  - stack: [title]\n    top: 30%\n    bottom: 45%\n"
    over = KIND.replace(stack, "").replace("  - panel: {ink: [100", stack + "  - panel: {ink: [100")
    with pytest.raises(ContentError) as caught:
        built(folder_of(tmp_path, over))
    assert {one.code for one in caught.value.diagnostics} == {"layout-covered"}
    assert {str(one.location) for one in caught.value.diagnostics} == {"cards/nl/01-kijk.yaml:2"}


def test_a_layer_cannot_be_turned_and_its_opacity_is_a_share(tmp_path: Path) -> None:
    for wrong in ("    turn: 90\n    id: layer\n", "    id: layer\n"):
        opacity = "40%" if "turn" in wrong else "140%"
        kind = KIND.replace("    id: layer\n", wrong).replace("40%}", f"{opacity}}}")
        with pytest.raises(ContentError) as caught:
            built(folder_of(tmp_path, kind))
        assert [one.code for one in caught.value.diagnostics] == ["design-value"]
        assert str(caught.value.diagnostics[0].location).startswith("kinds/foto.yaml:")


def test_a_text_on_a_photograph_is_held_against_the_worst_below_it(tmp_path: Path) -> None:
    """Black on a dark picture is told, and a layer of paper under it mends that."""
    on_photo = KIND.replace("    top: 30%\n    bottom: 45%\n", "    top: 85%\n    bottom: 95%\n")
    dark = folder_of(tmp_path, on_photo, (150, 120, 120, 150))
    told = findings(dark)
    assert [(str(one.location), one.key) for one in told] == [("cards/nl/01-kijk.yaml:2", "title")]
    assert "“Kijk” on vlak.tif" in told[0].message
    assert findings(folder_of(tmp_path, on_photo, (20, 10, 10, 0))) == []
    layer = "  - panel: {ink: white, opacity: 80%}\n    top: 82%\n    bottom: 98%\n"
    mended = on_photo.replace("  - stack: [title]", layer + "  - stack: [title]")
    assert findings(folder_of(tmp_path, mended, (150, 120, 120, 150))) == []


def findings(folder: Path) -> list[Diagnostic]:
    request = BuildRequest(output=folder / "out", project=folder, formats=("a6",))
    found = (one.diagnostic for one in check_deck(request).found)
    return [one for one in found if one.code == "contrast-on-picture"]


def test_of_a_picture_only_the_part_below_a_text_counts() -> None:
    picture = Image.new("CMYK", (100, 100), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (50, 0, 100, 100))
    art = packed_art("half.png", picture)
    light, dark = extremes(art, (0.0, 0.0, 0.5, 1.0), (4, 4), ())
    assert light == dark == Ink(0, 0, 0, 0)
    assert extremes(art, (0.0, 0.0, 1.0, 1.0), (4, 4), ())[1] == Ink(0, 0, 0, 100)
    assert extremes(art, (0.5, 0.0, 1.0, 1.0), (4, 4), ((Ink(0, 0, 0, 0), 0.75),))[1] == Ink(
        0, 0, 0, 25
    )


def test_every_colour_of_a_drawing_is_mixed_and_nothing_else_changes() -> None:
    drawing = b"q\n0 1 0 0 k\n1 0 0 1 k 0 m\n0 0 0 1 K\n2 w\n0 0 m\n5 5 l\nS\nQ\n"
    mixed = veiled_operators(drawing, ((Ink(100, 0, 0, 0), 0.25),))
    assert mixed == drawing.replace(b"\n0 1 0 0 k", b"\n0.25 0.75 0 0 k").replace(
        b"0 0 0 1 K", b"0.25 0 0 0.75 K"
    )
