"""Files that come from elsewhere: a deck in a zip, and a PDF to look at as a print shop does."""

from __future__ import annotations

import io
import stat
import threading
import time
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.projects import FILES
from tests.unit.studio.test_studio_look import sent
from tests.visiting import Answer, Visitor

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.studio import looking

PREFLIGHT = "/preflight/noordkust/nl/a6"


def zipped(names: dict[str, str | bytes], linked: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in names.items():
            archive.writestr(name, text)
        if linked:
            link = zipfile.ZipInfo(linked)
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, "/etc")
    return out.getvalue()


def given(studio: Visitor, data: bytes, name: str = "Dek van Jan.zip") -> Answer:
    form = studio.ask("/").text.split('action="/zip"')[1]
    place = form.split('name="place" value="')[1].split('"')[0]
    return sent(studio, "/zip", name, data, place=place)


def decks(here: Path) -> list[str]:
    return sorted(str(path.relative_to(here)) for path in here.rglob("deck.yaml"))


def test_a_deck_in_a_zip_gets_a_folder_of_its_own_and_opens(studio: Visitor) -> None:
    data = zipped({f"map/{name}": text for name, text in FILES.items()} | {"map/x.exe": b"MZ"})
    assert given(studio, data).headers["location"] == "/deck"
    assert decks(studio.here) == ["dek-van-jan/cards/deck.yaml", "klein/cards/deck.yaml"]
    assert not list(studio.here.rglob("x.exe"))
    assert given(studio, data, "../../Dek van Jan.zip").status == 303  # beside the first one
    assert (studio.here / "dek-van-jan-2" / "cards" / "deck.yaml").is_file()
    assert [path.name for path in studio.here.iterdir() if path.name[0] == "."] == []


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK\x03\x04rommel", zipped({}), zipped({"cards/nl/x.yaml": "a: 1"}),
        zipped({"cards/deck.yaml": "title: ["}), zipped({"../cards/deck.yaml": "title: x"}),
        zipped({"/cards/deck.yaml": "title: x"}), zipped({"C:/cards/deck.yaml": "title: x"}),
        zipped({"x/y": "z"}, linked="cards"), zipped({"a/b/c/d/e/f/cards/deck.yaml": "title: x"}),
    ],
)  # fmt: skip
def test_nothing_stays_of_a_zip_without_a_deck(studio: Visitor, data: bytes) -> None:
    before = sorted(studio.here.iterdir())
    assert given(studio, data).status == 409
    assert sorted(studio.here.iterdir()) == before
    assert not (studio.here.parent / "cards").exists()


def test_a_zip_that_grows_without_end_is_refused_before_it_is_unpacked(
    studio: Visitor,
) -> None:
    large = zipped({f"cards/nl/{one}.yaml": bytes(8_000_000) for one in range(40)})
    assert len(large) < 1_000_000
    assert "meer in dan een dek" in given(studio, large).text
    bomb = {"cards/deck.yaml": FILES["cards/deck.yaml"], "assets/x.svg": bytes(240_000_000)}
    assert given(studio, zipped(bomb)).status == 409  # 246 kB
    many = zipped({f"cards/nl/{one}.yaml": b"" for one in range(5001)})
    assert given(studio, many).status == 409
    assert decks(studio.here) == ["klein/cards/deck.yaml"]


def test_a_zip_needs_a_place_that_was_shown(studio: Visitor) -> None:
    assert sent(studio, "/zip", "a.zip", zipped(dict(FILES)), place="/etc").status == 404


def a_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 400))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    return out.getvalue()


def looked(studio: Visitor, name: str, data: bytes) -> str:
    """The page with what was found in a file, which is read beside the studio's other work."""
    begun = sent(studio, f"{PREFLIGHT}/in", name, data, press="coated")
    assert (begun.status, begun.headers["location"]) == (303, PREFLIGHT)
    now = studio.ask(f"{PREFLIGHT}/now")
    assert now.headers["x-state"] in ("running", "done")
    for _ in range(600):
        if studio.ask(f"{PREFLIGHT}/now").headers["x-state"] != "running":
            return studio.ask(PREFLIGHT).text
        time.sleep(0.1)
    pytest.fail("the file is looked at without end")


def test_a_strangers_file_is_looked_at_as_a_shop_does(studio: Visitor) -> None:
    assert studio.ask(f"{PREFLIGHT}/report.html").status == 404
    page = looked(studio, "../<b>a.pdf", a_pdf())
    assert "&lt;b&gt;a.pdf" in page and 'class="bad"' in page
    report = studio.ask(f"{PREFLIGHT}/report.html")
    assert "attachment" in report.headers["content-disposition"] and "&lt;b&gt;a.pdf" in report.text


def test_what_is_no_pdf_is_told(studio: Visitor) -> None:
    assert "niet als pdf" in looked(studio, "a.pdf", b"%PDF-1.7 rommel").lower()


def test_while_a_file_is_looked_at_the_page_says_so(
    studio: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def slow(files: list[Path], wishes: object) -> object:
        del files, wishes
        go.wait(60)
        raise ContentError([Diagnostic("pdf-too-heavy", "dit is te veel")])

    monkeypatch.setattr(looking, "preflight_files", slow)
    sent(studio, f"{PREFLIGHT}/in", "groot.pdf", a_pdf(), press="coated")
    page = studio.ask(PREFLIGHT).text
    assert "Het bestand wordt bekeken" in page and "groot.pdf" in page and "disabled" in page
    sent(studio, f"{PREFLIGHT}/in", "ander.pdf", a_pdf(), press="coated")
    assert "ander.pdf" not in studio.ask(f"{PREFLIGHT}/now").text  # one at a time
    go.set()
    for _ in range(100):
        if (now := studio.ask(f"{PREFLIGHT}/now")).headers["x-state"] == "refused":
            break
        time.sleep(0.05)
    assert "Dit is te veel" in now.text


@pytest.mark.parametrize(
    "values", [{"press": "../x"}, {"press": "coated"}, {"press": "coated", "made": "0"},
               {"press": "coated", "made": "-1"}, {"press": "coated", "made": "../../etc/passwd"}],
)  # fmt: skip
def test_no_file_is_named_by_the_browser(studio: Visitor, values: dict[str, str]) -> None:
    assert sent(studio, f"{PREFLIGHT}/in", "", b"", **values).status == 400
