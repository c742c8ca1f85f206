"""Each check finds what it is for, only that, and nothing in clean files."""

from __future__ import annotations

import io
import re
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from tests.preflight.making import OVER, PICTURE, form, spot
from tests.unit.preflight.pdfs import (
    EXPECTED,
    card,
    changed,
    clean,
    content,
    finished,
    image,
    pages,
    text,
)

import samenspel
from samenspel.diagnostics import Severity
from samenspel.pdf.colours import BLACK
from samenspel.pdf.geometry import Box
from samenspel.preflight import CHECKS, Check, inspect, profile_named
from samenspel.preflight.check import Problem
from samenspel.preflight.layering import hidden
from samenspel.preflight.marks import FILL, TEXT, Look, Mark, Marks


def test_ids_are_unique_and_explained_in_full() -> None:
    ids = [check.id for check in CHECKS]
    assert len(ids) == len(set(ids))
    for check in CHECKS:
        assert check.rationale.endswith(".") and check.title and check.remedy and check.source


def test_every_check_has_its_paragraph() -> None:
    package = Path(samenspel.__path__[0])
    pages = "".join(file.read_text(encoding="utf-8") for file in (package / "explain").glob("*.md"))
    headings = {line[3:] for line in pages.splitlines() if line.startswith("## ")}
    assert {check.id for check in CHECKS} | {"damaged"} <= headings


def test_every_check_file_is_registered() -> None:
    package = Path(samenspel.__path__[0])
    files = {path.stem for path in (package / "preflight" / "checks").glob("*.py")} - {"__init__"}
    assert files == {check.run.__module__.rpartition(".")[2] for check in CHECKS}


def test_a_problem_is_as_bad_as_its_check_unless_it_or_the_profile_says_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = [Problem("as the check"), Problem("as it says", severity=Severity.ERROR)]
    check = Check(
        id="only-in-a-test",
        title="",
        rationale="",
        remedy="mend it",
        source="",
        run=lambda _document, _expected: said,
        severity=Severity.WARNING,
    )
    monkeypatch.setattr("samenspel.preflight.inspection.CHECKS", [check])
    found = inspect(card(), EXPECTED)
    assert [one.severity for one in found] == [Severity.WARNING, Severity.ERROR]
    strict = replace(EXPECTED, severities={check.id: Severity.INFO})
    assert {one.severity for one in inspect(card(), strict)} == {Severity.INFO}


@pytest.mark.parametrize(
    ("operators", "resources"),
    [
        ("", {}),
        ("1 0 0 0 K 0.25 w 60 300 m 90 300 l S", {}),
        ("0 0 0 1 K 7 w 60 300 m 90 300 l S", {}),  # thick black may knock out
        ("0 0 0 1 k BT /F1+0 12 Tf 60 300 Td (a) Tj ET", {}),
        ("0 0 0 .5 k BT /F1+0 10 Tf 60 300 Td (a) Tj ET", {}),  # grey text does
        ("1 1 1 0 k 60 300 9 9 re f", {}),
        (PICTURE, {"XObject": {"Im": image(225, 225, pikepdf.Name.DeviceCMYK)}}),
        (PICTURE, {"XObject": {"Im": image(16, 16, pikepdf.Name.DeviceCMYK)}}),
        (f"1 0 0 0 k {PICTURE}", {"XObject": {"Im": image(800, 800, None, 1)}}),
        ("q 60 300 9 9 re W n 1 0 0 0 k -99 -99 900 900 re f Q", {}),
        ("q 900 900 9 9 re W n 1 0 0 rg -99 -99 2000 2000 re f Q", {}),  # never shows
        ("1 0 0 rg 3 Tr BT /F1+0 3 Tf 60 300 Td (a) Tj ET", {}),  # invisible text
        ("1 0 0 rg BT /F1+0 3 Tf 60 300 Td () Tj [] TJ ET", {}),  # no text
        ("1 0 0 rg BT /F1+0 3 Tf 60 300 Td (  ) Tj ET", {}),  # spaces
        ("/Fm Do", {"XObject": {"Fm": form(b"/Fm Do", Resources=pikepdf.Dictionary())}}),
        ("1 0 0 rg /Fm Do", {"XObject": {"Fm": form(b"0 1 0 0 k 60 300 9 9 re f")}}),
    ],
)
def test_clean_files_give_no_finding(operators: str, resources: dict) -> None:
    assert inspect(content(operators, resources), EXPECTED) == []


@pytest.mark.parametrize(("side", "judged"), [(16, False), (17, True)])
def test_a_picture_of_a_few_pixels_is_a_flat_colour(side: int, judged: bool) -> None:
    picture = {"XObject": {"Im": image(side, side, pikepdf.Name.DeviceCMYK)}}
    found = [one.check for one in inspect(content(PICTURE, picture), EXPECTED)]
    assert ("image-resolution" in found) is judged


def test_an_expected_spot_is_no_finding() -> None:
    file = content(
        "/T gs /Cut CS 1 SCN 60 300 m 90 300 l S",
        {"ColorSpace": {"Cut": spot(pikepdf.Name.DeviceCMYK)}, "ExtGState": OVER},
    )
    assert inspect(file, replace(EXPECTED, spots=frozenset({"CutContour"}))) == []


def test_a_finding_tells_page_and_place() -> None:
    def painter(canvas) -> None:
        clean(canvas)
        text(canvas, "klein", size=5, cmyk=(1, 0, 0, 0), y=300)

    (finding,) = inspect(card(clean, painter), replace(EXPECTED, pages=2))
    assert finding.page == 2
    # 60 pt from the left of the bleed, and cap height above 300 pt from its foot, in mm of the trim
    assert finding.position == pytest.approx(
        (60 / 72 * 25.4 - 3, 151 - 303.5 / 72 * 25.4), abs=0.01
    )
    assert str(finding).startswith("page 2 at 18.2, 43.9 mm: text of 5 pt")


def test_a_waived_check_is_told_with_its_reason() -> None:
    expected = replace(EXPECTED, waived={"ink-coverage": "the shop prints up to 330 %"})
    (finding,) = inspect(content("1 1 1 .1 k 60 300 9 9 re f"), expected)
    assert finding.severity is Severity.INFO
    assert "the shop prints up to 330 %" in finding.message
    with pytest.raises(ValueError, match="ink-coverage"):
        inspect(card(), replace(EXPECTED, waived={"ink-covrage": "typo"}))


def test_what_is_no_pdf_is_damaged() -> None:
    assert [finding.check for finding in inspect(b"no pdf", EXPECTED)] == ["damaged"]
    for operators in ("1 2 k 3 w (x) Tf 1.2.3 w 1 re", "1 0 0 cm", "/Fm Do"):
        file = content(operators, {"XObject": {"Fm": form(b"q (a stream")}})
        found = inspect(file, EXPECTED)
        assert {finding.check for finding in found} == {"damaged"}, operators
    truncated = card()[:-2000]
    assert "damaged" in {finding.check for finding in inspect(truncated, EXPECTED)}


@pytest.mark.parametrize(("side", "told"), [(14.9, []), (15.1, ["ink-coverage"])])
def test_a_ground_of_15_mm_is_held_to_the_limit_of_means(side: float, told: list[str]) -> None:
    points = side * 72 / 25.4
    fill = f"q .7 .7 .7 .7 k 60 60 {points:.3f} {points:.3f} re f Q"
    wanted = replace(EXPECTED, ink_limit=300.0, ink_mean_limit=270.0)
    found = inspect(content(fill), wanted)
    assert [one.check for one in found if one.check == "ink-coverage"] == told


@pytest.mark.parametrize("key", ["AA", "AF"])
def test_what_acts_on_a_page_is_named_by_its_key(key: str) -> None:
    def add(document: pikepdf.Pdf) -> None:
        document.pages[0].obj[f"/{key}"] = pikepdf.Dictionary()

    (found,) = inspect(changed(card(), add), EXPECTED)
    assert (found.check, found.subject) == ("javascript", key)


@pytest.mark.parametrize(
    ("box", "places"),
    [
        ((60, 100, 90, 110), 1),  # 10 points to the right of it: of the same text
        ((0, 100, 10, 110), 1),
        ((20, 75, 50, 88), 1),  # the line below
        ((20, 122, 50, 132), 1),
        ((64, 100, 90, 110), 2),
        ((0, 100, 6, 110), 2),
        ((20, 70, 50, 84), 2),
        ((20, 126, 50, 136), 2),
    ],
)
def test_words_within_a_letters_height_are_of_one_text(box: Box, places: int) -> None:
    marks = Marks(apart=True)
    place = (20, 100, 50, 112)
    first = Mark(TEXT, Look(BLACK), (12, 0, 0, 12, 0, 0), place, place)
    marks.add(first)
    marks.add(first.moved_to(box))
    assert len(marks.all()) == places


def test_a_form_shared_by_pages_is_judged_at_each_place() -> None:
    """The same form is fine at one scale and too small at the other."""
    marks = form(b"1 0 0 0 K 1 w 60 300 m 90 300 l S")

    def add(document: pikepdf.Pdf) -> None:
        form = document.make_indirect(marks(document))
        for page, scale in zip(document.pages, ("1", ".2"), strict=True):
            page.obj.Resources.XObject = pikepdf.Dictionary(Fm=form)
            data = page.obj.Contents.read_bytes() + f" {scale} 0 0 {scale} 0 0 cm /Fm Do".encode()
            page.obj.Contents = document.make_stream(data)

    found = inspect(changed(card(clean, clean), add), replace(EXPECTED, pages=2))
    assert [(finding.check, finding.page) for finding in found] == [("line-width", 2)]


def test_exactness_is_asked_for_only_where_it_matters() -> None:
    """Two fills in a form whose BBox, unlike the fills, leaves the bleed."""
    data = b"1 0 0 0 k 60 60 9 9 re f 1 0 0 0 k 80 80 9 9 re f"
    room = finished(pages(lambda _: None, size=(125.0, 168.0)), trim_inset=10, bleed_inset=7)
    assert inspect(content("/Fm Do", {"XObject": {"Fm": form(data)}}, base=room), EXPECTED) == []


def test_a_sheet_is_not_held_to_a_bleed() -> None:
    """Sheets carry their own marks, and nothing of them lies at the edge of the paper."""
    page = changed(card(), lambda document: _without_bleed(document, b"0 1 0 0 k 90 90 99 99 re f"))
    (found,) = inspect(page, EXPECTED)
    assert (found.check, found.severity) == ("bleed-size", Severity.INFO)
    assert found.message.endswith("not 3 mm, but nothing is printed near the cut")


def test_colour_at_the_cut_without_any_bleed_is_an_error_for_everybody() -> None:
    page = changed(card(), lambda document: _without_bleed(document, b"0 1 0 0 k 0 0 99 900 re f"))
    found = inspect(page, profile_named("gwg2022-sheetcmyk").expected)
    assert {(one.check, one.severity) for one in found} >= {("bleed-filled", Severity.ERROR)}


def test_a_side_longer_than_any_sheet_is_looked_at_in_bounded_memory() -> None:
    """A damaged box may be 2 × 10¹¹ points wide: places every 1.5 mm would fill the memory."""

    def enormous(document: pikepdf.Pdf) -> None:
        wide = 2 * 10**11
        page = document.pages[0]
        page.MediaBox = page.BleedBox = pikepdf.Array([-9, -9, wide + 9, 909])
        page.TrimBox = pikepdf.Array([0, 0, wide, 900])
        page.Contents = document.make_stream(b"0 1 0 0 k 0 0 %d 900 re f" % wide)

    tracemalloc.start()
    found = inspect(changed(card(), enormous), profile_named("gwg2022-sheetcmyk").expected)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {one.check for one in found} >= {"bleed-filled"}
    assert most < 50 * 2**20


def test_remarks_of_the_reader_are_no_errors() -> None:
    """A count of objects that is wrong, and a page that is said to be something else."""
    with pikepdf.open(io.BytesIO(card())) as document:
        out = io.BytesIO()
        document.save(
            out,
            force_version="1.6",
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    size = re.compile(rb"/Size (\d+)")
    plain = out.getvalue()
    odd = size.sub(lambda found: b"/Size %d" % (int(found[1]) + 9), plain)
    assert odd != plain
    assert {(one.check, one.severity) for one in inspect(odd, EXPECTED)} <= {
        ("damaged", Severity.INFO)
    }
    lost = re.sub(rb"startxref\n\d+", b"startxref\n9", plain)
    assert ("damaged", Severity.ERROR) in {
        (one.check, one.severity) for one in inspect(lost, EXPECTED)
    }


def _without_bleed(document: pikepdf.Pdf, data: bytes) -> None:
    page = document.pages[0].obj
    page.MediaBox = page.BleedBox = page.TrimBox
    page.Contents = document.make_stream(data)


@pytest.mark.parametrize(
    ("date", "same"),
    [
        ("D:20260102030405Z", True),
        ("D:20260102030405Z00'00'", True),
        ("D:20260102030405", True),  # without a zone it is universal time, as ours are
        ("D:20260102040405+01'00'", True),
        ("D:20260101220405-05'00", True),
        ("D:20260102083405+0530", True),
        ("D:20260102030405+01'00'", False),
        ("D:20260102040405-01'00'", False),
        ("D:20260102080405+05'30'", False),
        ("D:20260102030406Z", False),
        ("2026-01-02T03:04:05Z", False),
        ("D:20261302030405Z", False),
    ],
)
def test_a_date_is_the_same_moment_in_any_time_zone(date: str, same: bool) -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.trailer.Info.ModDate = pikepdf.String(date)

    found = inspect(changed(card(), change), EXPECTED)
    assert [one.subject for one in found] == ([] if same else ["ModDate"])


@pytest.mark.parametrize(
    ("date", "same"),
    [("2026-01-02T03:04:05", True), ("2026-01-02T04:04:05+01:00", True),
     ("2026-01-02T03:04:06", False), ("2026-01-02T03:04:05+01:00", False)],
)  # fmt: skip
def test_a_date_in_xmp_without_a_zone_is_universal_time(date: str, same: bool) -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.trailer.Info.ModDate = pikepdf.String("D:20260102030405Z")
        data = document.Root.Metadata.read_bytes()
        tag = rb"(<xmp:ModifyDate>)[^<]*"
        document.Root.Metadata.write(re.sub(tag, rb"\g<1>" + date.encode(), data))

    found = inspect(changed(card(), change), EXPECTED)
    assert [one.subject for one in found] == ([] if same else ["ModDate"])


@pytest.mark.parametrize(
    ("bleed", "message"),
    [
        (0.0, "no bleed on one side or more, not 3 mm"),
        (0.005, "no bleed on one side or more, not 3 mm"),
        (0.02, "0.02 mm bleed, not 3 mm"),
        (2.5, "2.50 mm bleed, not 3 mm"),
        (2.98, "2.98 mm bleed, not 3 mm"),
    ],
)
def test_the_message_names_the_bleed_that_is_there(bleed: float, message: str) -> None:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        left, bottom, right, top = (float(side) for side in page.TrimBox)
        by = bleed / 25.4 * 72
        page.BleedBox = pikepdf.Array([left - by, bottom - 20, right + 20, top + 20])

    expected = replace(EXPECTED, severities={"outside-bleed": None, "box-order": None})
    (finding,) = inspect(changed(card(), change), expected)
    assert (finding.check, finding.message) == ("bleed-size", message)
    assert finding.severity is Severity.ERROR


def test_the_message_names_the_trim_that_is_there_and_the_one_that_was_asked_for() -> None:
    found = inspect(card(), replace(EXPECTED, trim=(93.0, 130.5)))
    assert [one.message for one in found if one.check == "box-size"] == [
        "the trim is 105.00 × 148.00 mm, not 93 × 130.5 mm"
    ]


def test_no_message_holds_words_of_python() -> None:
    """Damaged operands, dictionaries and entries of all sorts."""
    operators = (
        "1 2 k 3 w (x) Tf 1.2.3 w 1 re", "1 0 0 cm", "/F1+0 Tf", "/Nix /Nix gs", "[1 2 Tj", "1 Do",
        "(a) (b) (c) \"", "/Pattern cs 1 scn /X scn", "/C cs 1 scn", "/C CS SCN", "/Im Do", "/T gs",
    )  # fmt: skip
    odd = {
        "ColorSpace": {"C": pikepdf.Array([pikepdf.Name.Separation])},
        "XObject": {"Im": image(3, 3, pikepdf.Array([pikepdf.Name.Indexed]), Width=pikepdf.Name.X)},
        "ExtGState": {"T": pikepdf.Dictionary(BM=pikepdf.Array([]), Font=1, LW=pikepdf.Name.X)},
    }
    words = re.compile(r"None|object|attribute|unpack|convert|subscript|NoneType|0x|<_io|argument")
    for one in operators:
        for finding in inspect(content(one, odd), EXPECTED, thorough=True):
            assert not words.search(finding.message), finding.message


WIDE, HIGH = 297.6, 419.5
"""An A6 page in points."""


def without_bleed(box: tuple[float, float, float, float]) -> bytes:
    """A page whose trim is the medium, with one black box on it (left, bottom, width, height)."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(WIDE, HIGH)).obj
        page.TrimBox = page.BleedBox = pikepdf.Array([0, 0, WIDE, HIGH])
        painted = " ".join(f"{number:g}" for number in box)
        page.Contents = document.make_stream(f"0 0 0 1 k {painted} re f".encode())
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("box", "severity"),
    [
        ((100, 200, 20, 20), Severity.INFO),
        ((9, 9, WIDE - 18, HIGH - 18), Severity.INFO),  # 9 points are more than 3 mm
        ((2, 200, 20, 20), Severity.ERROR),
        ((WIDE - 22, 200, 20, 20), Severity.ERROR),
        ((100, 2, 20, 20), Severity.ERROR),
        ((100, HIGH - 22, 20, 20), Severity.ERROR),
    ],
)
def test_no_bleed_is_no_fault_where_nothing_is_printed_near_any_side(
    box: tuple[float, float, float, float], severity: Severity
) -> None:
    expected = replace(EXPECTED, bleed=3.0)
    found = [one for one in inspect(without_bleed(box), expected) if one.check == "bleed-size"]
    assert [one.severity for one in found] == [severity]


@pytest.mark.parametrize(
    ("side", "tints", "severity"),
    [
        (3, "1 1 1 .25", None),  # 325 % on a small shape: under the limit at a point
        (200, "1 1 1 .25", Severity.WARNING),  # but a large ground must stay under the mean's
        (3, "1 1 1 .4", Severity.ERROR),
        (200, "1 1 1 .4", Severity.ERROR),
    ],
)
def test_a_large_ground_has_the_limit_of_means_too(
    side: int, tints: str, severity: Severity | None
) -> None:
    expected = replace(EXPECTED, ink_limit=330.0, ink_mean_limit=320.0)
    file = content(f"{tints} k 60 150 {side} {side} re f")
    found = [one.severity for one in inspect(file, expected) if one.check == "ink-coverage"]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("file", "asked", "said"),
    [
        (card(clean), "PDF/X-1a:2003", "claims PDF/X-4, not PDF/X-1a:2003"),
        (without_bleed((100, 200, 20, 20)), "PDF/X-3:2002", "claims no standard, not PDF/X-3:2002"),
    ],
)
def test_what_a_file_claims_is_said(file: bytes, asked: str, said: str) -> None:
    found = inspect(file, replace(EXPECTED, standard=asked))
    assert [one.message for one in found if one.check == "standard"] == [f"the file {said}"]


@pytest.mark.parametrize(
    ("grounds", "seen"),
    [
        ([(0, 0, 100, 20)], False),
        ([(0, 0, 60, 20), (60, 0, 100, 20)], False),
        ([(0, 0, 50, 20), (60, 0, 100, 20)], True),  # a gap as wide as a letter
        ([(0, 0, 90, 20)], True),
        ([(10, 0, 100, 20)], True),
        ([(0, 0, 100, 12)], True),
        ([(0, 6, 100, 20)], True),
    ],
)
def test_words_are_hidden_by_what_covers_all_of_them(grounds: list[Box], seen: bool) -> None:
    marks = [
        Mark(FILL, Look(BLACK), (1, 0, 0, 1, 0, 0), place, place, core=place) for place in grounds
    ]
    assert (hidden((0, 0, 100, 20), marks) is None) == seen


@pytest.mark.parametrize(("side", "told"), [(8, True), (16, False), (40, False)])
def test_black_shapes_in_a_row_are_letters_only_when_they_are_small(side: int, told: bool) -> None:
    row = " ".join(f"{10 + n * side * 1.2} 300 {side} {side} re f" for n in range(6))
    found = inspect(content(f"1 0 0 0 k 0 290 320 90 re f 0 0 0 1 k {row}"), EXPECTED)
    assert ("black-outline-overprint" in {one.check for one in found}) == told
