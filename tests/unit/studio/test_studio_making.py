"""Files and orders made from the studio: in a process of their own, whole or not at all."""

from __future__ import annotations

import re
import time
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.unit.studio.test_studio_look import sent
from tests.visiting import Answer, Visitor

from samenspel.studio.jobs import Job
from samenspel.studio.maker import Wish

MAKE = "/make/basis/nl/a6"


def ended(studio: Visitor) -> Answer:
    """What the studio says of its job when that has ended."""
    for _ in range(600):
        answer = studio.ask("/job")
        if answer.headers["x-state"] != "running":
            return answer
        time.sleep(0.2)
    pytest.fail("the job does not end")


def test_files_are_made_and_listed(studio: Visitor, deck: Path) -> None:
    page = studio.ask(MAKE).text
    assert "Bestanden maken" in page and 'value="poster"' not in page  # this deck has no model
    answer = studio.send(f"{MAKE}/files", products="cards", press="coated")
    assert (answer.status, answer.headers["location"]) == (303, MAKE)
    told = ended(studio)
    assert told.headers["x-state"] == "made", told.text
    file = deck / "output" / "basis" / "nl" / "a6" / "cards.pdf"
    assert file.read_bytes()[:5] == b"%PDF-" and str(file) in told.text


def test_a_page_and_slides_for_the_screen_are_made(studio: Visitor, deck: Path) -> None:
    form = [("products", "web"), ("products", "slides"), ("press", "coated")]
    studio.ask(f"{MAKE}/files", method="POST", body=urlencode(form).encode())
    told = ended(studio)
    assert told.headers["x-state"] == "made", told.text
    made = deck / "output" / "basis"
    assert "Luister eerst" in (made / "basis.html").read_text("utf-8")
    assert zipfile.is_zipfile(made / "basis-nl.pptx")
    assert sorted(path.name for path in made.iterdir()) == ["basis-nl.pptx", "basis.html"]


def test_files_are_made_for_every_region_but_one_with_mistakes(studio: Visitor, deck: Path) -> None:
    assert 'name="every"' not in studio.ask(MAKE).text  # of one region
    first = deck / "cards/regions/noordkust.yaml"
    text = first.read_text().replace("Noordkust", "Zuidkust")
    for name in ("zuidkust", "oostkust"):
        first.with_name(f"{name}.yaml").write_text(text)
    east = first.with_name("oostkust.yaml")
    east.write_text(text.replace("Wat horen wij", "Wat horen wij " * 60))
    assert 'name="every"' in studio.ask(MAKE).text
    studio.send(f"{MAKE}/files", products="cards", press="coated", every="yes")
    told = ended(studio)
    assert told.headers["x-state"] == "made", told.text
    assert "Oostkust: niets gemaakt" in told.text and "Dit is niet gemaakt" in told.text
    made = {path.parts[-4] for path in (deck / "output").rglob("cards.pdf")}
    assert {"noordkust", "zuidkust"} <= made and "oostkust" not in made


def test_a_card_is_made_for_each_row_of_a_table_and_mistakes_are_told_by_cell(
    studio: Visitor, deck: Path
) -> None:
    page = studio.ask(MAKE).text
    assert "Een kaart op naam" in page and '<option value="luister-eerst">' in page
    to, said = f"{MAKE}/personal", {"card": "luister-eerst", "press": "coated"}
    good = b"title\nAnna\nBram\n"
    assert sent(studio, to, "gasten.csv", good, **said | {"card": "elders"}).status == 400
    assert sent(studio, to, "../Gasten van A.CSV", good, **said).headers["location"] == MAKE
    told, home = ended(studio), deck / "output/basis/nl/a6/personal"
    assert told.headers["x-state"] == "made", told.text
    assert (home / "luister-eerst.pdf").read_bytes()[:5] == b"%PDF-"
    sent(studio, to, "gasten.csv", good, each="1", **said)
    assert "0002-bram.pdf" in ended(studio).text
    assert (home / "luister-eerst/0001-anna.pdf").is_file()
    sent(studio, to, "gasten.csv", b"title\nAnna\n" + b"Bram " * 200 + b"\n", **said)
    told = ended(studio)
    assert told.headers["x-state"] == "refused" and "<strong>A3</strong>" in told.text
    sent(studio, to, "gasten.csv", b"", **said)
    assert ended(studio).headers["x-state"] == "refused"


def test_a_proof_is_made_and_shown(studio: Visitor, deck: Path) -> None:
    studio.send(f"{MAKE}/proof", products="cards", press="coated")
    told = ended(studio)
    assert told.headers["x-state"] == "made", told.text
    shown = studio.ask("/made/0.png")
    assert shown.status == 200 and shown.body[:4] == b"\x89PNG"
    assert told.text.count("<figure>") == len(list((deck / "output").rglob("*.png")))
    for path in ("/made/9999.png", "/made/-1.png", "/made/x.png"):
        assert studio.ask(path).status == 404


def test_an_order_holds_what_a_shop_needs(studio: Visitor, deck: Path) -> None:
    studio.send(f"{MAKE}/order", press="coated", copies="25", reference="Najaar <1>")
    told = ended(studio)
    assert told.headers["x-state"] == "made", told.text
    names = {path.name for path in (deck / "output" / "order" / "coated").rglob("*")}
    assert "ticket.xjdf" in names and "SHA256SUMS" in names


def test_what_stands_in_the_way_is_told_and_nothing_is_written(studio: Visitor, deck: Path) -> None:
    file = next((deck / "cards" / "nl").glob("*luister-eerst.yaml"))
    file.write_text(file.read_text().replace("Wat hoor jij?", "Wat hoor jij " * 60))
    studio.send(f"{MAKE}/files", products="cards", press="coated")
    told = ended(studio)
    assert told.headers["x-state"] == "refused"
    assert re.search(r"Haal er \d+ woorden uit", told.text)
    assert not (deck / "output").exists()


def test_a_job_is_stopped_and_leaves_nothing(studio: Visitor, deck: Path) -> None:
    studio.send(f"{MAKE}/files", products="cards", press="coated")
    assert studio.ask("/job").headers["x-state"] == "running"
    assert studio.send("/stop").headers["location"] == MAKE
    assert studio.ask("/job").headers["x-state"] == "stopped"
    left = [path.name for path in deck.iterdir() if path.name.startswith(".samenspel-")]
    assert left == [] and not (deck / "output" / "basis").exists()


def test_one_job_runs_at_a_time(studio: Visitor, deck: Path) -> None:
    studio.send(f"{MAKE}/files", products="cards", press="coated")
    studio.send(f"{MAKE}/order", press="coated", copies="25")
    assert ended(studio).headers["x-state"] == "made"
    assert not (deck / "output" / "order").exists()


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("files", {"press": "../../x"}),
        ("files", {"press": "coated", "products": "../x"}),
        ("files", {"press": "coated", "copies": "5"}),
        ("order", {"press": "coated"}),
        ("order", {"press": "coated", "copies": "0"}),
        ("order", {"press": "coated", "copies": "-3"}),
        ("order", {"press": "coated", "copies": "9999999999"}),
        ("other", {"press": "coated"}),
    ],
)
def test_nothing_is_begun_for_what_there_is_not(
    studio: Visitor, what: str, values: dict[str, str]
) -> None:
    assert studio.send(f"{MAKE}/{what}", **values).status == 400
    assert studio.ask("/job").headers["x-state"] == ""


def test_a_process_that_breaks_down_is_told(tmp_path: Path) -> None:
    wish = Wish(str(tmp_path), str(tmp_path), "basis", "nl", "a6", "coated")
    job = Job(wish)
    job.begin()
    assert job._process is not None
    job._process.kill()
    for _ in range(200):
        if job.state != "running":
            break
        time.sleep(0.05)
    assert job.state == "refused" and job.problems[0].code == "job-broken"
