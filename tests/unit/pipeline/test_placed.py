"""PDFs as art in a build: placed where the press takes them, and what it cannot take is told."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.projects import change, tiny_project, write

from samenspel import BuildRequest, build_deck
from samenspel.errors import ContentError, PreflightError

CARD = "cards/nl/01-luister-eerst.yaml"
INKS = b"0.6 0 0.1 0 k 0 0 200 160 re f "


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tiny_project(tmp_path / "deck")
    change(root, CARD, "conditions:", "cartoon: bureau\nconditions:")
    return root


def spot(name: str, magenta: float = 1.0) -> Array:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[0, magenta, 0, 0], N=1)
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])


def art(
    project: Path, content: bytes, name: str = "cartoons/bureau.pdf", **resources: object
) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 160))
    page = document.pages[0].obj
    page.Contents = document.make_stream(INKS + content)
    page.Resources = Dictionary({"/" + key: value for key, value in resources.items()})
    out = io.BytesIO()
    document.save(out)
    write(project, f"assets/{name}", out.getvalue())


def built(project: Path, tmp_path: Path, **wanted: object):  # type: ignore[no-untyped-def]
    """A build in a folder of its own for each press."""
    wanted = {"products": ("cards", "sheets"), **wanted}
    output = tmp_path / f"out-{wanted.get('press', '')}"
    return build_deck(BuildRequest(project=project, output=output, **wanted))


def refused(project: Path, tmp_path: Path, **wanted: object) -> list[str]:
    with pytest.raises(ContentError) as caught:
        built(project, tmp_path, **wanted)
    assert {str(one.location.file) for one in caught.value.diagnostics if one.location} == {
        "assets/cartoons/bureau.pdf"
    }
    return [one.code for one in caught.value.diagnostics]


def half() -> Dictionary:
    return Dictionary(G=Dictionary(ca=0.5))


def test_a_pdf_is_placed_on_cards_and_sheets_in_every_standard(project, tmp_path) -> None:
    art(project, b"0 0 0 1 k 20 20 50 50 re f")
    for standard in ("PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002"):
        report = built(project, tmp_path, standard=standard)
        assert report.warnings == ()


def test_transparency_is_for_x4_and_its_pages_mix_in_inks(project, tmp_path) -> None:
    art(project, b"/G gs 0 0 0 1 k 20 20 50 50 re f", ExtGState=half())
    report = built(project, tmp_path)
    for file in report.files:
        with pikepdf.open(file.path) as document:
            groups = [page.Group.CS for page in document.pages if "/Group" in page]
        assert groups == [Name.DeviceCMYK], file.path
    assert refused(project, tmp_path, standard="PDF/X-1a:2003") == ["art-pdf-transparency"]
    assert refused(project, tmp_path, press="mbprint") == ["art-pdf-transparency"]


def test_spots_are_kept_and_told(project, tmp_path) -> None:
    art(project, b"/S cs 1 scn 20 20 50 50 re f", ColorSpace=Dictionary(S=spot("Huiskleur")))
    (warning,) = built(project, tmp_path).warnings
    assert warning.code == "art-pdf-spot" and '"Huiskleur"' in warning.message
    with pikepdf.open(tmp_path / "out-/basis/nl/a6/cards.pdf") as document:
        out = io.BytesIO()
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"/Separation /Huiskleur /DeviceCMYK" in out.getvalue()


def test_a_spot_named_like_the_die_line_is_refused(project, tmp_path) -> None:
    art(project, b"/S cs 1 scn 20 20 50 50 re f", ColorSpace=Dictionary(S=spot("cut contour")))
    assert refused(project, tmp_path, press="onlineprinters") == ["art-pdf-spot"]


def test_two_files_that_describe_a_spot_differently_are_refused(project, tmp_path) -> None:
    change(project, "cards/nl/00-titel.yaml", "core:", "cartoon: ander\ncore:")
    art(project, b"/S cs 1 scn 20 20 50 50 re f", "cartoons/ander.pdf",
        ColorSpace=Dictionary(S=spot("Huiskleur", 0.5)))  # fmt: skip
    art(project, b"/S cs 1 scn 20 20 50 50 re f", ColorSpace=Dictionary(S=spot("Huiskleur")))
    assert refused(project, tmp_path) == ["art-pdf-spot"]


def test_what_a_press_wants_and_a_pdf_keeps_is_told(project, tmp_path) -> None:
    over = Dictionary(G=Dictionary(OP=True, op=True))
    art(project, b"/G gs 0 0 0 1 k 20 20 50 50 re f", ExtGState=over)
    (warning,) = built(project, tmp_path, press="longpack").warnings
    assert "rich black" in warning.message
    warnings = built(project, tmp_path, press="wimjonkers").warnings
    assert [one for one in warnings if "sets overprint itself" in one.message]


def test_a_picture_in_a_pdf_is_judged_in_the_finished_file(project, tmp_path) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 160))
    picture = document.make_stream(
        bytes(range(256)) * 4, Type=Name.XObject, Subtype=Name.Image, Width=32, Height=32,
        BitsPerComponent=8, ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    page = document.pages[0].obj
    page.Contents = document.make_stream(b"200 0 0 160 0 0 cm /I Do")
    page.Resources = Dictionary(XObject=Dictionary(I=picture))
    out = io.BytesIO()
    document.save(out)
    write(project, "assets/cartoons/bureau.pdf", out.getvalue())
    with pytest.raises(PreflightError) as caught:
        built(project, tmp_path)
    (problem,) = caught.value.diagnostics
    assert problem.code == "image-resolution"
    assert problem.location.file == "assets/cartoons/bureau.pdf"
