"""Pictures of one's own are judged at their printed size, each once, before anything is drawn."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from tests.projects import change, tiny_project, write

from samenspel import BuildRequest, build_deck
from samenspel.diagnostics import Severity
from samenspel.errors import ContentError

CARD = "cards/nl/01-luister-eerst.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tiny_project(tmp_path / "deck")
    change(root, CARD, "conditions:", "cartoon: foto\nfocus: centre\nconditions:")
    return root


def photo(project: Path, width: int, height: int, name: str = "foto") -> None:
    data = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(data, "JPEG")
    write(project, f"assets/cartoons/{name}.jpg", data.getvalue())


def built(project: Path, tmp_path: Path, **wanted: object):  # type: ignore[no-untyped-def]
    wanted = {"products": ("cards",), **wanted}
    return build_deck(BuildRequest(project=project, output=tmp_path / "out", **wanted))


def needed(message: str) -> list[tuple[int, int]]:
    """The sizes in pixels that a message asks for: at least, and to be sharp."""
    _, _, asked = message.partition("it needs")
    return [(int(w), int(h)) for w, h in re.findall(r"(\d+) × (\d+)", asked)]


def test_a_coarse_photo_is_told_once_for_all_formats_at_its_worst(project, tmp_path) -> None:
    photo(project, 300, 200)
    with pytest.raises(ContentError) as caught:
        built(project, tmp_path, formats=("poker", "a6", "tarot"), products=("cards", "sheets"))
    (problem,) = caught.value.diagnostics
    assert problem.code == "picture-too-coarse"
    assert problem.location is not None and problem.location.file == CARD
    assert problem.key == "cartoon"
    assert "cartoons/foto.jpg has 300 × 200 pixels" in problem.message
    assert "format a6" in problem.message and "cut to fill its panel" in problem.message
    assert not (tmp_path / "out").exists()


def test_what_the_message_asks_for_is_what_is_needed(project, tmp_path) -> None:
    photo(project, 300, 200)
    with pytest.raises(ContentError) as caught:
        built(project, tmp_path)
    least, _ = needed(caught.value.diagnostics[0].message)
    photo(project, least[0] - 3, least[1] - 2)
    with pytest.raises(ContentError):
        built(project, tmp_path)
    photo(project, *least)
    warnings = built(project, tmp_path).warnings
    assert [one.code for one in warnings] == ["picture-coarse"]
    assert warnings[0].severity is Severity.WARNING
    _, sharp = needed(warnings[0].message)
    photo(project, *sharp)
    assert built(project, tmp_path).warnings == ()


def test_what_is_cut_off_unasked_is_reported_once_where_it_is_most(project, tmp_path) -> None:
    photo(project, 1600, 1200)
    change(project, CARD, "focus: centre\n", "")
    (warning,) = built(project, tmp_path, formats=("a6", "tarot")).warnings
    assert (warning.code, warning.key) == ("picture-cut", "cartoon")
    assert "cartoons/foto.jpg" in warning.message and "format tarot" in warning.message
    assert "focus:" in warning.remedy


def test_a_code_in_pixels_stands_whole(project, tmp_path) -> None:
    change(project, CARD, "focus: centre\n", "")
    data = io.BytesIO()
    dots = Image.effect_noise((29, 29), 99).point([0] * 128 + [255] * 128)
    dots.resize((1160, 1160), Image.Resampling.NEAREST).save(data, "PNG")
    write(project, "assets/cartoons/foto.png", data.getvalue())
    assert built(project, tmp_path).warnings == ()


def test_a_region_puts_its_own_photo_in_place_of_a_cartoon(project, tmp_path) -> None:
    photo(project, 1600, 1200)
    photo(project, 240, 180, "wad")
    change(
        project,
        "cards/regions/noordkust.yaml",
        "      questions:",
        "      cartoon: wad\n      questions:",
    )
    assert built(project, tmp_path).warnings == ()
    with pytest.raises(ContentError) as caught:
        built(project, tmp_path, regions=("noordkust",))
    (problem,) = caught.value.diagnostics
    assert "cartoons/wad.jpg" in problem.message
    assert problem.location is not None
    assert problem.location.file == "cards/regions/noordkust.yaml"
