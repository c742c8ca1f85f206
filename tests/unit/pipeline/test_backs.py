"""One back for all cards: what stands on the fronts, how many cards there are, which files."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from tests.decks import A6, ROOT, layout_of
from tests.projects import change, tiny_project, write
from tests.real_cards import HOWTO, REMINDER

from samenspel import BuildRequest, ContentError, UsageError
from samenspel.layout.cards import laid_cards
from samenspel.model.backs import Backs
from samenspel.model.frame import Frame, Placement, Shape, TextRun, one_back
from samenspel.model.style import Press
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.presets import format_named, press_named
from samenspel.products.cards import PRODUCT
from samenspel.products.product import Pages, Piece
from samenspel.project import Project


def built_in(backs: Backs | None, shape: str, **wanted: object) -> list[Frame]:
    """All pages of the built-in deck's cards in one format, judged."""
    request = BuildRequest(
        Path("nowhere"), ROOT, formats=(shape,), products=("cards",), backs=backs,
        **wanted,  # type: ignore[arg-type]
    )  # fmt: skip
    build = open_build(request)
    (survey,) = surveys(prepared(build, build.editions[0]))
    return survey.accepted()


def sources(frame: Frame) -> set[str]:
    """The fields whose texts stand on a page, with the places of those of a list."""
    runs = [item for item in frame.items if isinstance(item, TextRun)]
    return {"/".join(map(str, run.source[1:])) for run in runs if run.source}


def test_a_reminder_of_a_deck_with_one_back_has_all_on_its_front() -> None:
    frames = built_in("shared", "a6")
    assert one_back(frames)
    fronts = {frame.name: frame for frame in frames if frame.side == "front"}
    assert len(frames) == 2 * 28  # cover, how-to, model and background are pairs
    reminder = fronts["blijf-balanceren-front"]
    assert {"title", "questions/0", "questions/1", "questions/2"} <= sources(reminder)
    art = [item.art for item in reminder.items if isinstance(item, Placement)]
    assert "cartoons/blijf-balanceren.svg" in art
    assert "blijf-balanceren-2-front" not in fronts


def test_where_a_format_has_no_room_a_reminder_is_a_pair() -> None:
    frames = built_in("shared", "poker")
    fronts = {frame.name: sources(frame) for frame in frames if frame.side == "front"}
    assert "questions/0" not in fronts["blijf-balanceren-front"]
    assert {"questions/0", "questions/1", "questions/2"} <= fronts["blijf-balanceren-2-front"]


def test_a_blank_square_card_has_places_for_a_reminder_and_three_questions() -> None:
    frames = built_in("shared", "square")
    front = next(frame for frame in frames if frame.name == "leeg-front")
    assert {"questions_hint/0", "questions_hint/1", "questions_hint/2"} <= sources(front)
    lines = [item for item in front.items if isinstance(item, Shape)
             and item.role in ("writing-line", "rule")]  # fmt: skip
    assert len(lines) == 4


@pytest.fixture(scope="module")
def tarot() -> list[Frame]:
    return built_in("suit", "tarot")


def test_questions_stand_further_apart_than_their_lines(tarot: list[Frame]) -> None:
    """Also where three of them take all the room of a narrow front."""
    for frame in tarot:
        if frame.side == "back" or "questions/2" not in sources(frame):
            continue
        places: dict[str, list[float]] = {}
        for run in frame.items:
            if isinstance(run, TextRun) and run.source and run.source[1] == "questions":
                places.setdefault(str(run.source[2]), []).append(run.y)
        lines = sorted({y for found in places.values() for y in found})
        within = min(b - a for a, b in pairwise(lines))
        for one, other in pairwise(places.values()):
            assert min(other) - max(one) > 1.25 * within, frame.name


def test_backs_of_suits_are_alike_within_a_suit_and_differ_between_them(
    tarot: list[Frame],
) -> None:
    backs = {frame.card: frame for frame in tarot if frame.side == "back"}

    def alike(*cards: str) -> bool:
        return one_back([backs[card] for card in cards])

    assert alike("ambitie", "ga-verder-dan-jubeltaal")
    assert alike("titel", "leeg")
    assert not alike("ambitie", "belangen")
    assert not alike("ambitie", "titel")


@pytest.mark.parametrize(
    ("backs", "shape", "said"),
    [
        ("own", "a6", "Pak zomaar"),
        ("shared", "a6", "Trek blind één"),
        ("shared", "poker", "tekening"),
    ],
)
def test_the_how_to_says_how_one_draws(backs: Backs, shape: str, said: str) -> None:
    build = open_build(BuildRequest(Path("x"), ROOT, formats=(shape,), backs=backs))
    edition = prepared(build, EditionName("basis", "nl")).in_format(build.formats[0])
    howto = next(card for card in edition.deck.cards if card.kind == "howto")
    assert said in howto.ways[0].steps[0]


def test_the_choice_is_the_deck_s_the_region_s_or_the_command_s(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    change(folder, "cards/deck.yaml", "products:", "backs: suit\nproducts:")
    assert chosen(folder) == "suit"
    change(folder, "cards/regions/noordkust.yaml", "name:", "backs: shared\nname:")
    assert chosen(folder) == "shared"
    assert chosen(folder, backs="own") == "own"
    with pytest.raises(UsageError, match="backs-unknown"):
        chosen(folder, backs="none")


def chosen(folder: Path, **wanted: object) -> str:
    request = BuildRequest(folder / "out", folder, regions=("noordkust",), **wanted)  # type: ignore[arg-type]
    build = open_build(request)
    return prepared(build, EditionName("noordkust", "nl")).deck.backs


def test_a_kind_that_says_something_else_of_its_front_is_told(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    write(folder, "kinds/los.yaml",
          "title: Los\nfields: {title: {}}\nfront: [{ground: paper}]\nback: [{ground: paper}]\n"
          "alone: both\n")  # fmt: skip
    with pytest.raises(ContentError, match='"both" does not say'):
        open_build(BuildRequest(folder / "out", folder))


def test_cards_without_items_of_their_own_become_pairs_and_text_runs_on() -> None:
    layout = layout_of(HOWTO, REMINDER)
    layout = replace(layout, deck=replace(layout.deck, backs="shared"))
    names = [page.frame.name for page in laid_cards(layout, [HOWTO.id, REMINDER.id]).pages]
    assert names == [
        f"{HOWTO.id}-front", f"{HOWTO.id}-back", f"{HOWTO.id}-2-front", f"{HOWTO.id}-2-back",
        f"{REMINDER.id}-front", f"{REMINDER.id}-back",
    ]  # fmt: skip
    assert len(layout.deck.printed_in("a6")) == 3 + 5


@pytest.mark.parametrize(
    ("press", "files"),
    [
        ("longpack", {"cards.pdf": ["front"] * 3 + ["back"]}),
        ("puzzlefactory", {"cards-fronts.pdf": ["front"] * 3, "cards-back.pdf": ["back"]}),
        ("meinspiel", {"cards-fronts.pdf": ["front"] * 3, "cards-backs.pdf": ["back"] * 3}),
        ("coated", {"cards.pdf": ["front", "back"] * 3}),
    ],
)
def test_a_shop_gets_the_one_back_as_it_takes_it(press: str, files: dict[str, list[str]]) -> None:
    frames = [
        Frame(f"{card}-{side}", 105, 148, 3, 4, (), str(card), side)
        for card in range(3)
        for side in ("front", "back")
    ]
    made = list(PRODUCT.files(Piece(PRODUCT, A6), Pages(frames), None, named(press)))
    assert {file.name: [one.side for one in file.frames] for file in made} == files


def named(press: str) -> Press:
    return press_named(project(), press)


def project() -> Project:
    return open_build(BuildRequest(Path("x"), ROOT)).project


def test_every_format_has_fewer_or_as_many_reminders_as_pairs() -> None:
    deck = prepared(open_build(BuildRequest(Path("x"), ROOT, backs="shared")),
                    EditionName("basis", "nl")).deck  # fmt: skip
    counts = {name: len(deck.printed_in(format_named(project(), name).name))
              for name in ("a6", "groot", "tarot", "square", "poker")}  # fmt: skip
    assert counts == {"a6": 28, "groot": 28, "tarot": 28, "square": 28, "poker": 47}
