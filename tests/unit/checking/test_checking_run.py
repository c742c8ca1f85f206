"""The check as a whole: it never disagrees with a build, and its reports hold what it found."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.projects import change, tiny_project, write

from samenspel.checking import CheckReport, as_html, as_json, check_deck, grouped, worst
from samenspel.checking import run as running
from samenspel.checking.report import RANK
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.errors import SamenspelError
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest, build_deck

FORMAT = """\
title: Een eigen formaat
width: {width}
height: {height}
bleed: 3
safe: 4
radius: 3
margin: 6
type:
  title: [{title}, 11, 1.04]
  core: [10, 8, 1.22]
  question: [{question}, 8.5, 1.17]
  text: [9, 8, 1.25]
  label: [7.5, 7, 1.2]
  furniture: [7, 7, 1.2]
"""
WORDS = [
    "wij", "samen", "de", "regio", "verantwoordelijkheid", "afspraak", "om", "po-vo", "‘zeker’",
    "medezeggenschapsraadsvergadering", "Tryntsjes", "…", "1", "ondersteunings\u00adplan",
]  # fmt: skip


def texts(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=most).map(" ".join)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(
    title=texts(10),
    core=texts(30),
    text=texts(90),
    question=texts(30),
    contact=texts(20),
    odd=st.sampled_from(["", "", "", " →"]),
    size=st.tuples(st.integers(55, 110), st.integers(80, 150)),
    type_=st.tuples(st.integers(11, 26), st.floats(8.5, 14)),
    product=st.sampled_from(["cards", "sheets"]),
)
def test_what_check_accepts_is_built_and_what_it_refuses_is_not(
    title: str,
    core: str,
    text: str,
    question: str,
    contact: str,
    odd: str,
    size: tuple[int, int],
    type_: tuple[int, float],
    product: str,
) -> None:
    """For any texts and any format: no errors means that a build succeeds, and the reverse."""
    with TemporaryDirectory() as name:
        folder = tiny_project(Path(name) / "deck")
        path = "cards/nl/01-luister-eerst.yaml"
        change(folder, path, "title: Luister eerst", f'title: "{title}"')
        change(folder, path, "core: Wie luistert, hoort meer.", f'core: "{core}{odd}"')
        change(folder, path, "en de derde niets.", f"en de derde niets. {text}")
        change(folder, path, "- Wat hoor jij?", f'- "{question}?"')
        change(folder, "cards/regions/noordkust.yaml", "Bureau, bureau@noordkust.example", contact)
        shape = FORMAT.format(width=size[0], height=size[1], title=type_[0], question=type_[1])
        write(folder, "presets/formats/eigen.yaml", shape)
        request = BuildRequest(
            project=folder, output=folder / "out", regions=("noordkust",), formats=("eigen",),
            products=(product,),
        )  # fmt: skip
        try:
            found = {said(one.diagnostic) for one in check_deck(request).errors}
        except SamenspelError as error:  # a paper that cannot hold the format
            found = {said(one) for one in error.diagnostics}
        try:
            build_deck(request)
        except SamenspelError as error:
            assert found == {said(one) for one in error.diagnostics}
        else:
            assert not found


def said(one: Diagnostic) -> tuple[object, ...]:
    """A message without its remedy, to which a check adds proposals."""
    return one.code, one.location, one.key, one.message


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project with a text that is too long on every format, and a closed question."""
    folder = tiny_project(tmp_path_factory.mktemp("check") / "deck")
    path = "cards/nl/01-luister-eerst.yaml"
    change(folder, path, "Wat hoor jij?", "Hoor jij " + "verantwoordelijkheid " * 40 + "<b>&?")
    return folder


@pytest.fixture(scope="module")
def report(project: Path) -> CheckReport:
    request = BuildRequest(
        project=project, output=project / "out", regions=("all",), formats=("a6", "poker"),
        products=("cards", "sheets"),
    )  # fmt: skip
    return check_deck(request, pictures=True)


def test_every_text_of_every_edition_and_format_has_a_row(report: CheckReport) -> None:
    assert report.editions == (EditionName("basis", "nl"), EditionName("noordkust", "nl"))
    seen = {(row.edition.region, row.format, row.fit.card, row.field) for row in report.rows}
    for region in ("basis", "noordkust"):
        for shape in ("a6", "poker"):
            for place in (1, 2, 3):
                assert (region, shape, "luister-eerst", f"questions[{place}]") in seen
    assert ("basis", "a6", "luister-eerst", "text") in seen
    assert ("basis", "poker", "luister-eerst", "text") not in seen  # this format leaves it out
    sides = {row.fit.side for row in report.rows if row.fit.card == "luister-eerst"}
    assert sides == {"front", "back"}


def test_what_does_not_fit_comes_with_the_words_to_cut_and_comes_first(
    report: CheckReport,
) -> None:
    groups = grouped(report.rows)
    first = groups[0]
    assert (first.row.verdict, first.row.field) == ("fails", "questions[1]")
    assert first.row.fit.cut > 5
    assert len(first.editions) == 2
    ranks = [RANK[group.row.verdict] for group in groups]
    assert ranks == sorted(ranks)
    cells = dict(worst(report.rows))["luister-eerst"]
    assert cells["poker"].fit.cut > cells["a6"].fit.cut > 0
    for row in report.rows:
        assert row.fit.minimum <= row.fit.size <= row.fit.design + 0.13
        assert 0 <= row.fit.left <= row.fit.room


def test_people_are_told_once_of_a_text_that_is_too_long_in_several_formats(
    report: CheckReport,
) -> None:
    (diagnostic,) = [o.diagnostic for o in report.brief if o.diagnostic.code == "text-too-long"]
    most = max(row.fit.cut for row in report.rows)
    assert f"about {most} words too long" in diagnostic.message
    assert diagnostic.message.endswith("and less so in 3 more")


def test_a_letter_that_looks_like_another_is_told_once_with_its_own_remedy(tmp_path: Path) -> None:
    """No font has the Cyrillic а; another font would be no help."""
    folder = tiny_project(tmp_path / "deck")
    change(folder, "cards/nl/01-luister-eerst.yaml", "Wie luistert", "W\u0456e luistert")
    request = BuildRequest(project=folder, output=tmp_path / "out", regions=("noordkust",))
    found = [one.diagnostic for one in check_deck(request).found]
    told = [one for one in found if "\u0456" in one.message]
    assert [(one.code, one.severity) for one in told] == [("text-look-alike", Severity.ERROR)]
    assert told[0].remedy == "type the word again"
    with pytest.raises(SamenspelError) as refused:
        build_deck(request)
    assert [one.code for one in refused.value.diagnostics] == ["text-look-alike"]


def test_json_holds_the_whole_report(report: CheckReport) -> None:
    data = json.loads(as_json(report))
    assert data["schema"] == "samenspel-check/1"
    assert data["editions"] == ["basis/nl", "noordkust/nl"]
    assert len(data["fit"]) == len(report.rows)
    assert data["errors"] == len(report.errors) == 4  # two editions in two formats
    worst_row = max(data["fit"], key=lambda row: row["words_too_many"])
    assert worst_row["verdict"] == "fails"
    assert (worst_row["card"], worst_row["field"]) == ("luister-eerst", "questions[1]")
    assert worst_row["left_mm"] == 0
    errors = [one for one in data["findings"] if one["severity"] == "error"]
    assert {one["code"] for one in errors} == {"text-too-long"}
    assert errors[0]["file"] == "cards/nl/01-luister-eerst.yaml"
    assert {one["sight"] for one in data["accents"]} == {"normal", "protan", "deutan", "tritan"}


class Page(HTMLParser):
    """What an HTML page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_one_page_with_pictures_and_nothing_from_elsewhere(report: CheckReport) -> None:
    text = as_html(report)
    page = Page(text)
    assert page.open == []
    rows = [attrs for tag, attrs in page.tags if tag == "tr" and "data-verdict" in attrs]
    assert len(rows) == len(report.rows)
    sources = [attrs["src"] or "" for tag, attrs in page.tags if tag == "img"]
    assert len(sources) == len(report.pictures) > 12
    for source in sources:
        head, _, data = source.partition(",")
        assert head == "data:image/jpeg;base64"
        assert Image.open(BytesIO(b64decode(data))).width == 190
    assert not re.search(r"https?://|<link|src=\"(?!data:)|@import|url\(", text)
    assert "<b>&" not in text


def test_pictures_of_other_formats_are_those_of_tight_cards(report: CheckReport) -> None:
    shown = {(name.format, name.page.rpartition("-")[0]) for name in report.pictures}
    assert {card for shape, card in shown if shape == "a6"} == {"titel", "luister-eerst", "leeg"}
    assert ("poker", "luister-eerst") in shown
    assert ("poker", "titel") not in shown


def test_the_same_check_gives_the_same_page(project: Path, report: CheckReport) -> None:
    request = BuildRequest(
        project=project, output=project / "out", regions=("all",), formats=("a6", "poker"),
        products=("cards", "sheets"),
    )  # fmt: skip
    assert as_html(check_deck(request, pictures=True)) == as_html(report)


def test_a_check_writes_nothing(project: Path, report: CheckReport) -> None:
    del report
    assert not (project / "out").exists()


def test_texts_that_cannot_be_read_are_told_and_the_other_editions_are_checked(
    project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "deck"
    shutil.copytree(project, folder)
    wrong = "Wat {{ regoi.plek"
    change(folder, "cards/regions/noordkust.yaml", "Wat horen wij {{ regio.plek", wrong)
    found = check_deck(BuildRequest(project=folder, output=folder / "out", regions=("all",)))
    codes = {(one.diagnostic.code, one.editions) for one in found.errors}
    assert ("template-unknown-variable", (EditionName("noordkust", "nl"),)) in codes
    assert {row.edition.region for row in found.rows} == {"basis"}


def test_every_source_of_findings_is_asked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a region, once a language; what they find is reported beside the rest."""
    asked: list[str] = []

    def source(_: object, name: str, _cards: object = ()) -> list[Diagnostic]:
        asked.append(name)
        return [Diagnostic("override-stale", f"about {name}", severity=Severity.WARNING)]

    monkeypatch.setattr(running, "REGION_SOURCES", (source,))
    monkeypatch.setattr(running, "LANGUAGE_SOURCES", (source,))
    request = BuildRequest(project=project, output=project / "out", regions=("all",))
    messages = [one.diagnostic.message for one in check_deck(request).warnings]
    assert asked == ["basis", "noordkust", "nl"]
    assert {"about basis", "about noordkust", "about nl"} <= set(messages)
