"""Any file is read by itself, and what is found is reported in every form."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.unit.preflight.pdfs import card, changed, clean, content

from samenspel import PreflightWishes, UsageError, preflight_files
from samenspel.diagnostics import Severity
from samenspel.inspecting.data import as_json
from samenspel.inspecting.drawing import drawing
from samenspel.inspecting.inspection import expectation
from samenspel.inspecting.markdown import as_markdown
from samenspel.inspecting.page import as_html
from samenspel.inspecting.report import (
    FileReport,
    PreflightReport,
    Verdict,
    places,
    verdict_line,
)
from samenspel.model.finding import Finding
from samenspel.preflight import Expectation
from samenspel.printable import ranges
from samenspel.proofing import PagePicture, page_picture
from samenspel.saying import say
from samenspel.speaking import spoken
from samenspel.units import Point, Size

SMALL_TEXT = "BT 1 0 0 0 k /F1+0 2 Tf 60 300 Td (a) Tj ET"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean file, a bad one (page 2), one behind a password, one that is none."""
    home = tmp_path_factory.mktemp("files")
    (home / "clean.pdf").write_bytes(card())
    (home / "bad.pdf").write_bytes(_second_page_bad())
    locked = pikepdf.Encryption(owner="o", user="u", R=4)
    (home / "locked.pdf").write_bytes(changed(card(), lambda _: None, encryption=locked))
    owned = pikepdf.Encryption(owner="o", user="", R=4)
    (home / "owned.pdf").write_bytes(changed(card(), lambda _: None, encryption=owned))
    (home / "note.pdf").write_text("no PDF at all")
    (home / "cut.pdf").write_bytes(card()[:-20])
    (home / "signed.pdf").write_bytes(_signed())
    return home


def _second_page_bad() -> bytes:
    def swap(document: pikepdf.Pdf) -> None:
        document.pages.reverse()

    operators = SMALL_TEXT + " 1 0 0 rg 60 200 80 40 re f"
    return changed(content(operators, base=card(clean, clean)), swap)


def _signed() -> bytes:
    def sign(document: pikepdf.Pdf) -> None:
        value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"))
        field = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig,
                T=pikepdf.String("handtekening"), V=value, Rect=[0, 0, 0, 0],
            )
        )  # fmt: skip
        document.pages[0].obj.Annots = pikepdf.Array([field])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)

    return changed(card(), sign)


@pytest.fixture(scope="module")
def report(folder: Path) -> PreflightReport:
    names = ("clean", "bad", "locked", "owned", "note", "cut", "signed", "gone")
    return preflight_files([folder / f"{name}.pdf" for name in names], PreflightWishes())


def of(report: PreflightReport, name: str) -> FileReport:
    return next(file for file in report.files if Path(file.file).stem == name)


@pytest.mark.parametrize(
    ("name", "verdict", "codes"),
    [
        ("clean", Verdict.PASSED, set()),
        ("bad", Verdict.REJECTED, {"colour-rgb"}),
        ("locked", Verdict.UNREADABLE, {"pdf-locked"}),
        ("owned", Verdict.REJECTED, {"encryption"}),
        ("note", Verdict.UNREADABLE, {"pdf-unreadable"}),
        ("cut", Verdict.REJECTED, {"damaged"}),
        ("signed", Verdict.REJECTED, {"annotations"}),
        ("gone", Verdict.UNREADABLE, {"file-access"}),
    ],
)
def test_every_file_gets_its_verdict(
    report: PreflightReport, name: str, verdict: Verdict, codes: set[str]
) -> None:
    file = of(report, name)
    assert file.verdict is verdict
    reported = {finding.check for finding in file.findings if finding.severity is Severity.ERROR}
    reported |= {file.unreadable.code} if file.unreadable else set()
    assert reported >= codes if name == "cut" else reported == codes


def test_the_worst_decides_how_it_ends(report: PreflightReport) -> None:
    def code(*names: str, strict: bool = False) -> int:
        files = tuple(of(report, name) for name in names)
        return replace(report, files=files).exit_code(strict=strict)

    assert code("clean") == 0
    assert code("clean", strict=True) == 0
    bad = of(report, "bad")
    warned = [one for one in bad.findings if one.severity is Severity.WARNING]
    questions = replace(report, files=(replace(bad, findings=tuple(warned)),))
    assert questions.files[0].verdict is Verdict.WARNINGS
    assert (questions.exit_code(), questions.exit_code(strict=True)) == (0, 4)
    assert code("clean", "bad") == 4
    assert code("bad", "note") == 5


def test_json_is_complete_and_numbered(report: PreflightReport) -> None:
    data = json.loads(as_json(report))
    assert data["preflight"] == 1
    assert data["exit_code"] == 5
    bad = data["files"][1]
    assert bad["verdict"] == "rejected"
    assert bad["overview"]["pages"] == 2
    assert bad["overview"]["sizes"] == [{"trim_mm": [105.0, 148.0], "bleed_mm": 3.0, "pages": 2}]
    (small,) = [one for one in bad["findings"] if one["check"] == "text-size"]
    assert small["page"] == 2
    assert small["position_mm"] == pytest.approx([60 / 72 * 25.4 - 3, 44.67], abs=0.2)
    assert small["size_mm"][1] > 0
    assert "text-size" in data["checks"]
    assert data["files"][2]["unreadable"]["code"] == "pdf-locked"


def test_markdown_tells_each_file_and_rule(report: PreflightReport) -> None:
    text = as_markdown(report)
    assert text.count("\n## ") == len(report.files)
    assert "(`text-size`)" in text
    assert "page 2, at 18.2 ×" in text


class Tags(HTMLParser):
    """The ids, links and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "image", "rect", "path", "circle"):
            self.open.append(tag)
        for key, value in attrs:
            if key == "id":
                self.ids.append(str(value))
            if key in ("href", "src"):
                self.links.append(str(value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_needs_nothing_else_and_its_links_lead_somewhere(folder: Path) -> None:
    wishes = PreflightWishes(pictures=True)
    page = as_html(preflight_files([folder / "bad.pdf", folder / "note.pdf"], wishes))
    tags = Tags()
    tags.feed(page.replace("<!doctype html>", ""))
    assert tags.open == []
    assert len(tags.ids) == len(set(tags.ids))
    inside = [link[1:] for link in tags.links if link.startswith("#")]
    assert inside
    assert set(inside) <= set(tags.ids)
    outside = [link for link in tags.links if not link.startswith(("#", "data:"))]
    assert outside == []
    assert "http" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", page)
    assert "Not ready for the press" in page
    assert "Cannot be read" in page


def test_reports_are_in_the_reader_s_language_and_json_is_not(report: PreflightReport) -> None:
    file = of(report, "bad")
    bad = replace(report, files=(file,))
    page = as_html(bad, "nl")
    assert '<html lang="nl">' in page and '<html lang="en">' in as_html(bad)
    assert "Niet klaar voor de pers" in page and "Ready" not in page and "Page by page" not in page
    assert "pagina 2, op 18,2\u00a0×\u00a0" in page
    assert "Getoetst aan gwg2022-sheetcmyk." in as_markdown(bad, "nl")
    assert spoken(verdict_line(file), "nl").startswith("1 fout en ")
    assert json.loads(as_json(bad))["files"][0]["findings"][0]["message"] in as_html(bad)


def test_what_is_wrong_with_cut_files_and_no_files_is_said_in_our_words(
    report: PreflightReport,
) -> None:
    page = as_html(report, "nl")
    assert "Dit is niet als pdf te lezen (de trailer ontbreekt, waarmee elke pdf eindigt)." in page
    assert "het eind is afgekapt of beschadigd (geen startxref)" in page
    assert not any(words in page for words in ("unable to", "find startxref", "Attempting"))


def test_what_a_worker_says_keeps_what_it_was_made_of() -> None:
    message = say("{front} fronts in {file} and {back} backs here", front=3, file="a.pdf", back=2)
    sent = json.loads(json.dumps(Finding("a", Severity.ERROR, message).plain))
    dutch = spoken(Finding.of_plain(sent).message, "nl")
    assert dutch == "3 voorkanten in a.pdf en 2 achterkanten hier"
    report = PreflightReport((FileReport("a.pdf", (Finding.of_plain(sent),)),), "b", Expectation())
    (found,) = json.loads(as_json(report))["files"][0]["findings"]
    assert found["message"] == "3 fronts in a.pdf and 2 backs here"
    assert found["values"] == {"front": 3, "file": "a.pdf", "back": 2}


def test_a_files_own_words_never_become_markup() -> None:
    evil = Finding("colour-rgb", Severity.ERROR, "<script>x</script> *a*", 1, Point(1.0, 1.0))
    file = FileReport("<b>.pdf", (evil,), pictures={1: PagePicture(10, 10, b"")})
    report = PreflightReport((file,), "<i>", Expectation())
    assert "<script>" not in as_html(report)
    assert "<b>.pdf" not in as_html(report)
    assert "\\<script\\>x\\</script\\> \\*a\\*" in as_markdown(report)


def test_a_picture_shows_the_whole_page_unturned() -> None:
    def turn(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Rotate = 90
        document.pages[0].obj.CropBox = pikepdf.Array([50, 50, 100, 100])

    picture = page_picture(changed(card(), turn), 1, longest=400)
    assert (picture.width, picture.height) == pytest.approx((111, 154), abs=0.01)
    assert picture.trim == pytest.approx((3, 3, 105, 148), abs=0.01)
    opened = Image.open(io.BytesIO(picture.webp))
    assert opened.size == (288, 400) or opened.size == (289, 400)
    assert opened.convert("RGB").getpixel((2, 2)) != (255, 255, 255)
    with pytest.raises(ValueError, match="page 7"):
        page_picture(card(), 7)


def test_markers_lie_where_findings_are_and_never_on_each_other() -> None:
    picture = PagePicture(111, 154, b"x", (3, 3, 105, 148), (0, 0, 111, 154))
    one = Finding("a", Severity.ERROR, "m", 1, Point(10.0, 20.0), extent=Size(30.0, 5.0))
    off = replace(one, position=Point(-9.0, 900.0))
    svg = drawing(picture, [(1, one), (2, one), (3, off)], "f")
    assert 'x="13.00" y="23.00" width="30.00" height="5.00"' in svg
    found = re.findall(r'circle cx="([\d.]+)" cy="([\d.]+)"', svg)
    dots = [tuple(map(float, dot)) for dot in found]
    assert len(set(dots)) == 3
    assert all(0 < x < 111 and 0 < y < 154 for x, y in dots)
    assert base64.b64encode(b"x").decode() in svg


def test_what_is_asked_for_beside_a_profile() -> None:
    asked = expectation(PreflightWishes(trim=(63, 88), bleed=3, pages=54, spots=("CutContour",)))
    assert (asked.trim, asked.bleed, asked.pages) == ((63, 88), 3, 54)
    assert "CutContour" in asked.spots
    assert expectation(PreflightWishes(press="coated")).output_condition == "FOGRA39"
    for wrong in ({"profile": "gwg"}, {"press": "nope"}):
        with pytest.raises(UsageError):
            expectation(PreflightWishes(**wrong))


def test_places_in_words() -> None:
    assert ranges([1, 2, 3, 7]) == "1–3, 7"
    here = Finding("a", Severity.ERROR, "m", 4, Point(1.0, 2.0))
    assert places([here]) == "page 4, at 1.0 × 2.0 mm"
    assert places([here, replace(here, page=5)]) == "pages 4–5; 2 places, the first at 1.0 × 2.0 mm"
    assert places([replace(here, page=0, position=None)]) == "the file"
    unnamed = replace(here, subject_named=False)
    fonts = [replace(unnamed, subject=name) for name in ("Aap", "Aap", "Noot", "Mies", "Wim")]
    assert places(fonts).endswith("; Aap; Noot; Mies; 1 more")
    assert places([replace(here, subject="Noot")]) == places([here])


def test_a_fault_at_many_places_counts_once() -> None:
    here = Finding("a", Severity.ERROR, "m", 4)
    file = FileReport("a.pdf", (here, replace(here, page=5), replace(here, message="n")))
    assert (file.count(Severity.ERROR), file.faults(Severity.ERROR)) == (3, 2)
    assert verdict_line(file).startswith("2 errors: ")


def test_files_of_fronts_and_backs_are_compared(tmp_path: Path) -> None:
    names = {"kaarten-fronts.pdf": 3, "kaarten-backs.pdf": 2, "feedback.pdf": 1}
    for name, count in names.items():
        (tmp_path / name).write_bytes(card(*[clean] * count))
    report = preflight_files([tmp_path / name for name in names], PreflightWishes())
    fronts, backs, other = (
        [str(one) for one in file.findings if one.check == "page-sides"] for file in report.files
    )
    assert not fronts and not other
    assert len(backs) == 1 and "3 fronts in kaarten-fronts.pdf and 2 backs here" in backs[0]
