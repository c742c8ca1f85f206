"""The file of a digital edition: whole in itself, safe, and the same each time."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.decks import ROOT
from tests.projects import REGION, REMINDER, change, tiny_project, write

from samenspel.cli.main import run
from samenspel.digital.looks import svg_address
from samenspel.digital.markup_html import flow, inline, linked
from samenspel.digital.views import ONCE
from samenspel.draw.web_fonts import woff2

VOID = {"meta", "img", "input", "br", "link", "hr"}
SIZE = 2_500_000


class Nesting(HTMLParser):
    """Whether every element that opens closes, and what each has."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("web")
    assert run(["web", str(ROOT), "-r", "basis", "-o", str(folder)]) == 0
    return (folder / "basis" / "basis.html").read_bytes()


def test_it_is_one_well_formed_file_of_less_than_2_5_mb(basis: bytes) -> None:
    assert len(basis) <= SIZE
    page = Nesting()
    page.feed(basis.decode("utf-8"))
    assert page.wrong == [] and page.open == []
    ids = [one["id"] for _, one in page.seen if "id" in one]
    assert len(ids) == len(set(ids))
    assert all("alt" in one for tag, one in page.seen if tag == "img")


def test_it_asks_for_nothing_elsewhere(basis: bytes) -> None:
    page = Nesting()
    page.feed(basis.decode("utf-8"))
    addresses = [one.get(key) for _, one in page.seen for key in ("src", "href") if one.get(key)]
    assert addresses
    assert [one for one in addresses if one and not one.startswith(("data:", "#"))] == []
    style = basis.decode("utf-8").partition("<style>")[2].partition("</style>")[0]
    inside = re.findall(r"url\(([^)]{0,40})", style)
    assert [one for one in inside if not one.startswith("data:")] == []


def test_its_policy_lets_its_own_style_and_script_run_and_nothing_else(basis: bytes) -> None:
    text = basis.decode("utf-8")
    style = text.partition("<style>")[2].partition("</style>")[0]
    script = text.rpartition("<script>")[2].partition("</script>")[0]
    for part in (style, script):
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    page = Nesting()
    page.feed(text)
    keys = {key for _, one in page.seen for key in one}
    assert not [key for key in keys if key.startswith("on") or key == "style"]


def test_it_speaks_all_languages_that_are_no_drafts(basis: bytes) -> None:
    page = Nesting()
    page.feed(basis.decode("utf-8"))
    assert {one["data-lang"] for _, one in page.seen if "data-lang" in one} == {"nl", "en", "de"}


def test_the_same_deck_gives_the_same_bytes(basis: bytes, tmp_path: Path) -> None:
    assert run(["web", str(ROOT), "-r", "basis", "-o", str(tmp_path)]) == 0
    assert (tmp_path / "basis" / "basis.html").read_bytes() == basis


def test_a_deck_without_a_model_lays_nothing_out(tmp_path: Path) -> None:
    project = ROOT / "examples/zestig-zinnen"
    assert run(["web", str(project), "-o", str(tmp_path)]) == 0
    page = Nesting()
    page.feed((tmp_path / "basis" / "basis.html").read_text("utf-8"))
    views = [one["data-view"] for _, one in page.seen if "data-view" in one]
    assert views == ["cards", "draw", "agree"]
    assert not [one for _, one in page.seen if one.get("id") == "view-sort"]


def test_words_that_a_language_lacks_are_said_in_english(tmp_path: Path) -> None:
    assert run(["web", str(ROOT / "tests/languages/arabic"), "-o", str(tmp_path)]) == 0
    text = (tmp_path / "basis" / "basis.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in text
    assert '"spoken": {"ar": "en"}' in text


def test_a_deck_of_strangers_brings_no_tag(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    project = tiny_project(tmp_path / "deck", region=("Regio Noordkust", f"Noord {evil[9:30]}"))
    card = next((project / "cards" / "nl").glob("*luister*"))
    card.write_text(card.read_text("utf-8").replace("core: ", "core: <b onclick=x>", 1), "utf-8")
    code = run(["web", str(project), "-r", "noordkust", "-o", str(tmp_path / "out")])
    if code == 0:
        page = Nesting()
        page.feed((tmp_path / "out" / "noordkust" / "noordkust.html").read_text("utf-8"))
        assert not [one for _, one in page.seen if "onclick" in one or "onerror" in one]
        assert [tag for tag, _ in page.seen].count("script") == 2
    else:
        assert not (tmp_path / "out").exists()


def test_what_nobody_sees_in_a_text_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tiny_project(tmp_path / "deck", reminder=("Luister eerst", "Luister\u2067 eerst"))
    assert run(["web", str(project), "-r", "noordkust", "-o", str(tmp_path / "out")]) == 0
    assert "text-invisible" in capsys.readouterr().err
    assert (tmp_path / "out" / "noordkust" / "noordkust.html").is_file()


def test_what_does_not_fit_a_card_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tiny_project(tmp_path / "deck", reminder=("Luister eerst", "Luister " * 60))
    assert run(["web", str(project), "-r", "noordkust", "-o", str(tmp_path / "out")]) == 3
    assert "text-too-long" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_markup_becomes_html_and_tags_stay_text() -> None:
    assert inline("een **vet** <b>") == "een <strong>vet</strong> &lt;b&gt;"
    assert flow("a\n- b\n- c\nd") == "<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>"
    assert flow("1. b\n2. c") == "<ol><li>b</li><li>c</li></ol>"
    assert inline("zacht\u00adafbreken") == "zachtafbreken"


def test_a_drawing_is_an_address_in_an_attribute() -> None:
    address = svg_address('<?xml version="1.0"?><!-- x -->\n<svg a="1">\n <g id="#a&b%"/></svg>')
    assert address == "data:image/svg+xml,%3Csvg a='1'%3E%3Cg id='%23a%26b%25'/%3E%3C/svg%3E"


def test_only_fonts_that_may_be_passed_on_go_along() -> None:
    font = (ROOT / "assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()
    free = woff2(font, "abc")
    assert free[:4] == b"wOF2" and len(free) < len(font) / 5
    sold = font
    for said in ("openfontlicense", "SIL Open Font", "scripts.sil.org"):
        for code in ("ascii", "utf-16-be"):
            sold = sold.replace(said.encode(code), ("x" * len(said)).encode(code))
    assert woff2(sold, "abc") == b""


def test_a_mistake_in_a_region_stops_that_region(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tiny_project(tmp_path / "deck")
    broken = REGION.replace("kind: onderwijsregio", "kind: onderwijsregio\nlogo: logos/weg.svg")
    write(project, "cards/regions/zuidkust.yaml", broken)
    asked = ["-r", "zuidkust,noordkust", "-p", "web", "-p", "slides", "-o", str(tmp_path / "out")]
    assert run(["build", str(project), *asked]) == 3
    found = {str(one.relative_to(tmp_path / "out")) for one in (tmp_path / "out").rglob("n*.*")}
    assert found == {"noordkust/noordkust.html", "noordkust/noordkust-nl.pptx"}
    assert not (tmp_path / "out" / "zuidkust").exists()
    told = capsys.readouterr().err
    assert "nothing was written for zuidkust; the others were made" in told


def test_a_picture_that_many_cards_show_stands_in_the_file_once(tmp_path: Path) -> None:
    names = [f"kaart-{number}" for number in range(30)]
    project = tiny_project(tmp_path / "deck", deck=("luister-eerst", ", ".join(names)))
    for number, name in enumerate(names):
        text = REMINDER.replace("Luister eerst", f"Kaart {number}")
        write(project, f"cards/nl/{number + 20}-{name}.yaml", text)
    (project / "cards" / "nl" / "01-luister-eerst.yaml").unlink()
    change(project, "cards/regions/noordkust.yaml", "luister-eerst", names[0])
    assert run(["web", str(project), "-o", str(tmp_path / "out")]) == 0
    page = Nesting()
    [path] = (tmp_path / "out").rglob("*.html")
    page.feed(path.read_text("utf-8"))
    shown: dict[str, list[str]] = {}
    for _, one in page.seen:
        if one.get("data-art"):
            shown.setdefault(str(one["data-art"]), []).append(str(one["src"]))
    many = {name: row for name, row in shown.items() if len(row[0]) > ONCE}
    assert max(map(len, many.values())) == len(names)
    assert {src for row in many.values() for src in row[1:]} == {"data:,"}


def test_headings_of_rows_stand_below_the_heading_above_them(basis: bytes) -> None:
    headings = re.findall(r"<h(\d)[^>]*>([^<]+)<", basis.decode("utf-8"))
    found = {text: level for level, text in headings}
    row = ("Zo gebruik je de kaarten", "Een kwartier", "Elke kaart in vier tellen", "Stil", "Tafel")
    assert [found[one] for one in row] == ["2", "3", "3", "4", "4"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bureau, bureau@kust.example.",
         'Bureau, <a href="mailto:bureau@kust.example">bureau@kust.example</a>.'),
        ("Zie https://kust.example/dek?a=1&b=2.",
         'Zie <a href="https://kust.example/dek?a=1&amp;b=2">https://kust.example/dek?a=1&amp;b=2</a>.'),
        ('https://x.example/"onclick="a', '<a href="https://x.example/">https://x.example/</a>&quot;onclick=&quot;a'),
        ("javascript:alert(1) en geen@adres", "javascript:alert(1) en geen@adres"),
    ],
)  # fmt: skip
def test_an_address_is_a_link_and_nothing_else_is(text: str, html: str) -> None:
    assert linked(inline(text)) == html
