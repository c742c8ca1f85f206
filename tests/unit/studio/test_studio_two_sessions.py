"""Two studios on one folder: whatever one saves over what the other saw differently is refused.

``ROUTES`` names every address to which a page sends something, with how that is tried. An address
that is not in it fails, so a new one that saves has its case here before it has users.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from tests.projects import change, tiny_project, write
from tests.unit.studio.test_studio_exchange import edited
from tests.unit.studio.test_studio_look import LOGO, sent
from tests.unit.studio.test_studio_review import about, answer
from tests.unit.studio.test_studio_row import KIND
from tests.visiting import Answer, Visitor, opened

from samenspel.builtin import builtin_deck
from samenspel.loading import open_project
from samenspel.staging import Staging, held, is_held
from samenspel.studio import changing
from samenspel.studio.app import application
from samenspel.studio.desk import Desk
from samenspel.upkeep import accepted_overrides
from samenspel.upkeep.history import change_files

EDITION = "/noordkust/nl/a6"
CARD, LOOK, ROW = f"/deck{EDITION}/luister-eerst", f"/look{EDITION}", f"/row{EDITION}"
FACTS, SHEET, TEXTS = f"/facts{EDITION}", f"/sheet{EDITION}", f"/texts{EDITION}/luister-eerst"
KEY = "noordkust:luister-eerst.questions.2"
SOUP = {"soort": "soep", "minuten": "40", "stappen.0.wat": "Snij de ui."}
RED = LOGO.replace(b"<svg", b"<svg id='rood'")


def form(studio: Visitor, page: str, action: str, **wanted: str) -> dict[str, str]:
    """What a form of a page sends when nothing is filled in."""
    forms = re.findall(rf'<form[^>]*action="{action}".*?</form>', studio.ask(page).text, re.S)
    for found in forms:
        fields = r'name="([^"]*)"(?: type="\w+" maxlength="\d+")? value="([^"]*)"'
        said = {name: unescape(value) for name, value in re.findall(fields, found)}
        if wanted.items() <= said.items():
            return said
    raise AssertionError((page, action))


def text(studio: Visitor, words: str) -> Callable[[], Answer]:
    page = studio.ask(CARD).text
    seen = re.findall(rf'data-key="{KEY}" data-seen="(\w+)"', page)[0]
    return lambda: studio.send(f"{CARD}/save", key=KEY, seen=seen, text=words)


def plain(page: str, action: str, **values: str) -> Callable[[Visitor], Callable[[], Answer]]:
    """A form of a page, ready to be sent with something filled in."""

    def ready(studio: Visitor) -> Callable[[], Answer]:
        said = form(studio, page, action)
        return lambda: studio.send(action, **said | values)

    return ready


def with_file(page: str, action: str, data: bytes) -> Callable[[Visitor], Callable[[], Answer]]:
    def ready(studio: Visitor) -> Callable[[], Answer]:
        said = form(studio, page, action)
        return lambda: sent(studio, action, "x.svg", data, **said)

    return ready


def table(studio: Visitor) -> Callable[[], Answer]:
    book = studio.ask(f"{SHEET}/teksten.xlsx").body
    data = edited(book, "Wat horen wij {{ regio.plek }}?", "Wat?")
    page = sent(studio, f"{SHEET}/in", "teksten.xlsx", data).text
    token = re.findall(r'name="token" value="(\w+)"', page)[0]
    return lambda: studio.send(f"{SHEET}/take", token=token)


def undone(page: str, action: str) -> Callable[[Visitor], Callable[[], Answer]]:
    def ready(studio: Visitor) -> Callable[[], Answer]:
        assert text(studio, "Wat horen wij nog?")().status == 200
        return plain(page, action)(studio)

    return ready


def reviewed(studio: Visitor) -> Callable[[], Answer]:
    data = answer(about(studio))
    return lambda: sent(studio, f"/review{EDITION}/in", "antwoord.json", data)


def again(studio: Visitor) -> Callable[[], Answer]:
    values = {"by": "Jan Tak", "why": "Een fout."}
    return lambda: studio.send(f"/review{EDITION}/again", **values)


Ready = Callable[[Visitor], Callable[[], Answer]]
E = "/{region}/{language}/{format}"
ROUTES: dict[str, tuple[Ready, Ready] | str] = {
    # what this session sends, over what the other one saves first
    f"/deck{E}/{{card}}/save": (
        lambda one: text(one, "Wat hoort zij?"), lambda one: text(one, "Wat hoort hij?")),
    f"/deck{E}/{{card}}/undo": (
        undone(CARD, f"{CARD}/undo"), plain(ROW, f"{ROW}/up", card="leeg")),
    f"/undo{E}/{{room}}": (
        undone(ROW, f"/undo{EDITION}/row"), plain(ROW, f"{ROW}/up", card="leeg")),
    f"/texts{E}/{{part}}/settle": (
        plain(TEXTS, f"{TEXTS}/settle", act="theirs"), lambda one: text(one, "Wat hoort hij?")),
    f"/row{E}/{{act}}": (
        plain(ROW, f"{ROW}/drop", card="leeg"), plain(ROW, f"{ROW}/copy", card="leeg")),
    f"/look{E}/logo": (
        with_file(LOOK, f"{LOOK}/logo", RED), with_file(LOOK, f"{LOOK}/logo", LOGO)),
    f"/look{E}/white": (
        plain(LOOK, f"{LOOK}/white", ground="1"), with_file(LOOK, f"{LOOK}/logo", RED)),
    f"/look{E}/colour": (
        plain(LOOK, f"{LOOK}/colour", name="coral", value="#b03a48"),
        plain(LOOK, f"{LOOK}/colour", name="coral", value="#a04858")),
    f"/deck{E}/{{card}}/picture": (
        with_file(CARD, f"{CARD}/picture", RED), with_file(CARD, f"{CARD}/picture", LOGO)),
    f"/facts{E}/save": (
        plain(FACTS, f"{FACTS}/save", issue="het lerarentekort"),
        plain(FACTS, f"{FACTS}/save", issue="de krimp")),
    f"/sheet{E}/take": (table, lambda one: text(one, "Wat hoort hij?")),
    f"/review{E}/again": (again, again),
    # beside what the other one saves
    f"/deck{E}/{{card}}/word": "adds", f"/row{E}/new": "adds", f"/review{E}/in": "adds",
    # writes nothing in a deck that is open
    **dict.fromkeys(
        ("/open", "/new", "/zip", "/close", "/stop", "/folder", f"/deck{E}/{{card}}/try",
         f"/deck{E}/{{card}}/near", f"/look{E}/ink", f"/sheet{E}/in", f"/make{E}/{{what}}",
         f"/make{E}/personal",
         f"/preflight{E}/in"), "keeps nothing"),
}  # fmt: skip
ADDS: dict[str, tuple[Ready, Ready]] = {
    f"/deck{E}/{{card}}/word": (
        lambda one: lambda: one.send(f"{CARD}/word", word="kwaardse"),
        lambda one: lambda: one.send(f"{CARD}/word", word="ziltige")),
    f"/row{E}/new": (
        plain(f"{ROW}/new?kind=recept&after=leeg", f"{ROW}/new", title="Van ons", **SOUP),
        plain(f"{ROW}/new?kind=recept&after=leeg", f"{ROW}/new", title="Van hen", **SOUP)),
    f"/review{E}/in": (reviewed, lambda one: lambda: one.send(f"{CARD}/word", word="ziltige")),
}  # fmt: skip
OVER = [name for name, how in ROUTES.items() if not isinstance(how, str)]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck with a logo, whose base changed under a text of the region's own."""
    folder = tiny_project(tmp_path / "klein")
    records = accepted_overrides(open_project(folder, builtin_deck()), "noordkust")
    change_files(folder, "accept", records)
    change(folder, "cards/nl/01-luister-eerst.yaml", "Wat horen wij?", "Wat horen wij samen?")
    write(folder, "kinds/recept.yaml", KIND)
    logo = folder / "assets/logos/zilt.svg"
    logo.parent.mkdir(parents=True)
    logo.write_bytes(LOGO)
    region = folder / "cards/regions/noordkust.yaml"
    region.write_text(region.read_text() + "logo: logos/zilt.svg\n")
    return folder


@pytest.fixture
def other(deck: Path) -> Iterator[Visitor]:
    yield from opened(deck.parent, deck)


def files(deck: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in deck.rglob("*") if path.is_file()}


def refused(said: Answer) -> bool:
    if said.status == 200:  # a text's answer holds both
        return bool(json.loads(said.text)["theirs"] or json.loads(said.text).get("refused"))
    return said.status == 409


@pytest.fixture
def unheld(deck: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where something was written in the deck without holding it from before it was read."""
    found: list[Path] = []
    enter = Staging.__enter__

    def watched(self: Staging) -> Staging:
        if self.destination == deck and not is_held(deck):
            found.append(self.destination)
        return enter(self)

    monkeypatch.setattr(Staging, "__enter__", watched)
    return found


def test_every_address_that_takes_something_is_in_the_table() -> None:
    routes = application(Desk(Path(), None, "nl", None)).routes
    asked = {one.path for one in routes if "POST" in (getattr(one, "methods", None) or ())}
    assert asked == set(ROUTES)
    assert {name for name, how in ROUTES.items() if how == "adds"} == set(ADDS)


@pytest.mark.parametrize("route", OVER)
def test_what_somebody_else_saved_is_not_saved_over(
    route: str, studio: Visitor, other: Visitor, deck: Path, unheld: list[Path]
) -> None:
    mine, theirs = ROUTES[route]
    assert callable(mine) and callable(theirs)
    if route.endswith("again"):
        assert reviewed(studio)().status == 303
    send = mine(studio)
    assert theirs(other)().status in (200, 303)
    before = files(deck)
    said = send()
    stays = route == f"/sheet{E}/take"  # the others of the table are taken
    assert refused(said) or stays, (said.status, said.text[:400])
    assert files(deck) == before
    if not any(one in route for one in ("again", "undo", "settle", "take")):
        assert not refused(mine(studio)()), "who saw it may save"
    assert unheld == []


@pytest.mark.parametrize("route", list(ADDS))
def test_what_takes_nothing_s_place_comes_beside_it(
    route: str, studio: Visitor, other: Visitor, deck: Path, unheld: list[Path]
) -> None:
    mine, theirs = ADDS[route]
    send = mine(studio)
    assert theirs(other)().status in (200, 303)
    before = files(deck)
    assert send().status in (200, 303)
    held_now = b"\n".join(files(deck).values())
    assert any(one in held_now for one in (b"kwaardse", b"Van ons", b"Jan Tak"))
    assert (b"ziltige" in held_now or b"Van hen" in held_now) and len(files(deck)) > len(before)
    assert unheld == []


def test_what_was_not_touched_on_a_form_is_not_saved(
    studio: Visitor, other: Visitor, deck: Path
) -> None:
    """Of the facts each value has its own mark: two people may fill in one form."""
    mine = plain(FACTS, f"{FACTS}/save", example="de bakker")(studio)
    theirs = plain(FACTS, f"{FACTS}/save", **{"issue": "de krimp", "partners.3.name": "Wad"})
    assert theirs(other)().status == 303 and mine().status == 303
    told = (deck / "cards/regions/noordkust.yaml").read_text()
    assert all(one in told for one in ("de bakker", "de krimp", "Wad"))
    stale = plain(FACTS, f"{FACTS}/save", issue="het tekort", territory="de kust")(studio)
    assert plain(FACTS, f"{FACTS}/save", issue="de groei")(other)().status == 303
    page = stale()
    assert page.status == 409 and ": de groei</span>" in page.text  # theirs, beside mine
    assert 'value="het tekort"' in page.text and 'value="de kust"' in page.text
    assert studio.send(f"{FACTS}/save", seen="", issue="x").status == 409


def test_who_comes_while_another_process_writes_waits_or_is_told(
    studio: Visitor, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "PATIENCE", 0.0)
    ready, go = threading.Event(), threading.Event()

    def write() -> None:
        with held(deck):
            ready.set()
            go.wait(60)

    writer = threading.Thread(target=write)
    writer.start()
    ready.wait(60)
    before = files(deck)
    sends = [text(studio, "Wat nu?"), plain(LOOK, f"{LOOK}/logo")(studio)]
    assert all(refused(send()) for send in sends) and files(deck) == before
    monkeypatch.setattr(changing, "PATIENCE", 60.0)
    threading.Timer(0.2, go.set).start()
    assert not refused(sends[0]())
    writer.join()
