"""From an empty folder to the pages of a deck, as a browser asks for them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.projects import tiny_project
from tests.visiting import Visitor, opened

from samenspel.errors import FileAccessError
from samenspel.studio.server import serve

PICTURE = re.compile(r"/picture/(?:small|large)/[0-9a-f]{32}\.jpg")


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Visitor]:
    """A studio on an empty folder."""
    yield from opened(tmp_path)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A studio with a small project open."""
    folder = tmp_path_factory.mktemp("deck")
    yield from opened(folder, tiny_project(folder / "klein"))


def place_in(page: str, label: str) -> str:
    """The id of the folder on the form whose button says so."""
    form = next(part for part in page.split("<form")[1:] if label in part.split("</form>")[0])
    found = re.search(r'name="place" value="(\w+)"', form)
    assert found
    return found[1]


def test_a_new_region_is_made_and_opened(studio: Visitor, tmp_path: Path) -> None:
    page = studio.ask("/").text
    assert "Maak je eigen kaartendek" in page
    place = place_in(page, "Maak dit dek")
    answer = studio.send(
        "/new", place=place, name="Onderwijsregio Duinvoet", short="Duinvoet", languages="nl"
    )
    assert (answer.status, answer.headers["location"]) == (303, "/deck")
    region = tmp_path / "duinvoet" / "cards" / "regions" / "duinvoet.yaml"
    assert "Onderwijsregio Duinvoet" in region.read_text()
    assert studio.ask("/deck").headers["location"] == "/deck/duinvoet/nl/a6"


def test_what_cannot_be_made_is_said_and_what_was_typed_stays(
    studio: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "duinvoet").mkdir()
    (tmp_path / "duinvoet" / "iets.txt").write_text("van mij")
    place = place_in(studio.ask("/").text, "Maak dit dek")
    answer = studio.send("/new", place=place, name="Duinvoet & <b>zee</b>", short="Duinvoet")
    assert answer.status == 409
    assert "Deze map is niet leeg." in answer.text
    assert 'value="Duinvoet &amp; &lt;b&gt;zee&lt;/b&gt;"' in answer.text
    assert [path.name for path in (tmp_path / "duinvoet").iterdir()] == ["iets.txt"]


def test_decks_in_a_folder_are_offered_and_opened(studio: Visitor, tmp_path: Path) -> None:
    tiny_project(tmp_path / "klein")
    page = studio.ask("/").text
    answer = studio.send("/open", place=place_in(page, "klein"))
    assert answer.headers["location"] == "/deck"


def test_a_broken_deck_says_what_is_wrong(studio: Visitor, tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "klein")
    (deck / "cards" / "deck.yaml").write_text("cards: [a, a\n")
    answer = studio.send("/open", place=place_in(studio.ask("/").text, "klein"))
    assert answer.status == 409
    assert "cards/deck.yaml" not in answer.headers
    assert 'role="alert"' in answer.text


def test_the_cards_are_there_and_each_has_its_pages(tiny: Visitor) -> None:
    page = tiny.ask(tiny.ask("/deck").headers["location"]).text
    assert "Luister eerst" in page
    assert len(PICTURE.findall(page)) == 6
    card = tiny.ask("/deck/basis/nl/a6/luister-eerst").text
    assert "Wat hoor jij?" in card  # what is read on a page is its alternative


def test_a_page_is_shown_at_its_trim_and_asked_for_once(tiny: Visitor) -> None:
    card = tiny.ask("/deck/basis/nl/a6/luister-eerst").text
    address = PICTURE.findall(card)[0]
    answer = tiny.ask(address)
    assert answer.headers["content-type"] == "image/jpeg"
    assert "immutable" in answer.headers["cache-control"]
    picture = Image.open(io.BytesIO(answer.body))
    assert picture.size == (620, 874)  # 105 x 148 mm at 150 dpi
    assert PICTURE.findall(tiny.ask("/deck/basis/nl/a6/luister-eerst").text)[0] == address


def test_a_text_that_is_changed_in_the_file_gives_other_pictures(
    tmp_path: Path, studio: Visitor
) -> None:
    deck = tiny_project(tmp_path / "klein")
    studio.send("/open", place=place_in(studio.ask("/").text, "klein"))
    before = PICTURE.findall(studio.ask("/deck/basis/nl/a6/luister-eerst").text)
    file = next((deck / "cards" / "nl").glob("*luister-eerst.yaml"))
    file.write_text(file.read_text().replace("Wat hoor jij?", "Wat hoor jij nu?"))
    after = PICTURE.findall(studio.ask("/deck/basis/nl/a6/luister-eerst").text)
    assert after[0] == before[0] and after[1] != before[1]  # front as it was, back anew


@pytest.mark.parametrize(
    "path",
    ["/deck/elders/nl/a6", "/deck/basis/xx/a6", "/deck/basis/nl/a9", "/deck/basis/nl/a6/geen-kaart",
     "/picture/small/" + "0" * 32 + ".jpg", "/picture/huge/x.jpg"],
)  # fmt: skip
def test_what_is_not_there_is_told_in_words(tiny: Visitor, path: str) -> None:
    answer = tiny.ask(path)
    assert answer.status == 404
    assert "Deze pagina bestaat niet" in answer.text


def test_another_choice_leads_to_the_nearest_that_there_is(tiny: Visitor) -> None:
    answer = tiny.ask("/choose?region=basis&language=fr&format=poker")
    assert answer.headers["location"] == "/deck/basis/nl/poker"


def test_a_port_that_is_taken_is_told(tiny: Visitor, tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="port"):
        serve(tmp_path, None, "nl", port=tiny.port, browser=False, tell=print)


def test_closing_ends_the_server(tmp_path: Path) -> None:
    before = threading.active_count()
    for visitor in opened(tmp_path):
        assert visitor.ask("/").status == 200
    assert threading.active_count() <= before + 40  # the pool's own threads may linger
    with pytest.raises(OSError):
        visitor.ask("/")


def test_the_address_is_told_before_the_engine_is_loaded(tmp_path: Path) -> None:
    """Who starts the studio sees at once that it does something; the door holds who knocks."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from samenspel.studio.server import serve\n"
        "def tell(address):\n"
        "    loaded = [name for name in sys.modules if name.startswith('samenspel.')]\n"
        "    print(address.startswith('http://127.0.0.1:'), 'samenspel.studio.engine' in loaded,\n"
        "          'samenspel.layout' in loaded)\n"
        "    sys.exit()\n"
        f"serve(Path({str(tmp_path)!r}), None, 'nl', browser=False, tell=tell)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.split() == ["True", "False", "False"], done.stderr
