"""Texts whose room follows from other texts: sections, room in a stack, paragraphs that run on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import DECK, ROOT, write
from tests.unit.kinds.test_pages import frames_of

from samenspel.errors import ContentError
from samenspel.loading import open_project
from samenspel.model.frame import Frame, Placement, Shape, TextRun
from samenspel.model.ink import Ink
from samenspel.model.paths import bounds

KIND = """\
title: Verhaal
fields:
  title: {}
  story: {list: text}
  notes: {list: text, optional: true}
  ways: {list: {name: text, what: text, icon: {type: picture, optional: true}}, optional: true}
front:
  - ground: paper
  - stack: [title]
    id: head
    height: 20%
  - stack: [{paragraphs: story, size: 1.4, between: 4}, {room: open}]
    id: story
    runs_on: true
    top: head.bottom + 6
  - panel: navy
    id: emblem
    in: open
    top: open.top + 5
    room: 30mm
back:
  - ground: paper
  - stack:
      - {rest: story, between: 4}
      - {room: open}
      - {paragraphs: notes, type: label}
    in: safe
  - panel: navy
    in: open
    room: 30mm
    when: "'emblem' not in shown"
"""
SENTENCE = "Iemand zegt wat iedereen dacht, en dan is het even stil aan tafel."


def card_of(paragraphs: int, more: str = "") -> str:
    """A card with a story of so many paragraphs of five sentences."""
    story = "".join(f"  - {number}. {' '.join([SENTENCE] * 5)}\n" for number in range(paragraphs))
    return f"kind: casus\ntitle: Het verhaal\nstory:\n{story}{more}"


ALONE = DECK.replace("[titel, luister-eerst, leeg, leeg]", "[groep]")


def folder_of(tmp_path: Path, kind: str, card: str) -> Path:
    write(tmp_path, "kinds/casus.yaml", kind)
    write(tmp_path, "cards/nl/01-groep.yaml", card)
    write(tmp_path, "cards/deck.yaml", ALONE)
    return tmp_path


def texts(frame: Frame) -> list[TextRun]:
    return [item for item in frame.items if isinstance(item, TextRun)]


def panels(frame: Frame) -> list[Shape]:
    return [item for item in frame.items if isinstance(item, Shape) and item.role == "panel"]


def paragraphs_on(frame: Frame) -> set[str | int]:
    return {run.source[2] for run in texts(frame) if run.source[1:2] == ("story",)}


def test_paragraphs_without_room_go_on_at_the_back_and_keep_their_own_field(tmp_path: Path) -> None:
    front, back = frames_of(folder_of(tmp_path, KIND, card_of(6)))
    ahead, behind = paragraphs_on(front), paragraphs_on(back)
    assert ahead
    assert behind
    assert ahead | behind == set(range(6))
    assert max(ahead) < min(behind)  # type: ignore[type-var]


def test_a_story_that_fits_stays_in_front_as_large_as_it_fits(tmp_path: Path) -> None:
    front, back = frames_of(folder_of(tmp_path, KIND, card_of(1)))
    assert paragraphs_on(front) == {0}
    assert not paragraphs_on(back)
    assert max(run.size for run in texts(front) if run.source[1] == "story") == 14  # 1.4 × 10


def test_a_paragraph_that_is_too_long_alone_is_refused_not_moved(tmp_path: Path) -> None:
    long = card_of(1).replace(SENTENCE, f"{SENTENCE} " * 9)
    with pytest.raises(ContentError) as stopped:
        frames_of(folder_of(tmp_path, KIND, long))
    (problem,) = stopped.value.diagnostics
    assert (problem.code, problem.key) == ("text-too-long", "story[1]")


def test_room_in_a_stack_is_an_area_and_what_needs_more_stands_elsewhere(tmp_path: Path) -> None:
    notes = "notes: [Eerste regel., Tweede regel.]\n"
    front, back = frames_of(folder_of(tmp_path, KIND, card_of(1, notes)))
    (emblem,) = panels(front)
    lowest = max(run.y for run in texts(front))
    assert bounds(emblem.path).y > lowest + 4
    assert not panels(back)  # it stands in front already
    last = max(run.y for run in texts(back))
    assert back.safe_box.bottom - last < 1  # the notes stand at the foot
    front, back = frames_of(folder_of(tmp_path, KIND, card_of(4, notes)))
    assert not panels(front)
    (emblem,) = panels(back)
    first_note = min(run.y for run in texts(back) if run.source[1] == "notes")
    assert bounds(emblem.path).bottom < first_note


SECTIONS = """\
  - sections:
      for: way in ways
      fill: navy 20%
      pad: 3
      gap: 2
      after: 14
      lowest: 12
      beside: way.icon
      texts: [{text: way.name, type: core}, {text: way.what, gap: 1}]
      items:
        - {picture: way.icon, when: way.icon, left: cell.right - 14, width: 12, top: cell.top + 2, height: 12}
        - {badge: {text: "{{ at }}", x: cell.left + 20, y: head.middle, radius: 3, ink: navy}, when: not way.icon}
    top: head.bottom + 6
"""  # noqa: E501
WAYS = f"""\
ways:
  - {{name: Kort, what: Een zin., icon: pictograms/ambitie.svg}}
  - {{name: Lang, what: "{" ".join([SENTENCE] * 3)}"}}
"""


def with_sections(more: str = "") -> str:
    start = KIND.index("  - stack: [{paragraphs: story")
    made = KIND[:start] + SECTIONS.replace("      gap: 2\n", f"      gap: 2\n{more}")
    return made + "back:\n  - ground: navy\n"


def test_each_section_is_as_high_as_its_texts_and_all_stand_in_one_size(tmp_path: Path) -> None:
    front, _ = frames_of(folder_of(tmp_path, with_sections(), card_of(1, WAYS)))
    short, long = (bounds(panel.path) for panel in panels(front))
    assert long.y == pytest.approx(short.bottom + 2)
    assert short.height == pytest.approx(2 * 3 + 12 - 3, abs=0.01)  # as high as its picture asks
    assert long.height > short.height
    names = [run for run in texts(front) if run.source[-1] == "name"]
    assert len({run.size for run in names}) == 1
    (picture,) = [item for item in front.items if isinstance(item, Placement)]
    assert short.contains(picture.box)
    wide = [run for run in texts(front) if run.source[-3:] == ("ways", 1, "what")]
    assert max(run.x + run.width for run in wide) > picture.box.x  # it has all the width


def test_sections_that_grow_fill_their_area_and_others_spread(tmp_path: Path) -> None:
    front, _ = frames_of(folder_of(tmp_path, with_sections("      grow: true\n"), card_of(1, WAYS)))
    first, second = (bounds(panel.path) for panel in panels(front))
    assert second.bottom == pytest.approx(front.height - 8)
    front, _ = frames_of(
        folder_of(tmp_path, with_sections("      spread: 50%\n"), card_of(1, WAYS))
    )
    first, second = (bounds(panel.path) for panel in panels(front))
    assert second.y - first.bottom > 10
    assert second.bottom < front.height - 12


def test_the_number_of_a_section_leads_to_its_place_in_the_list(tmp_path: Path) -> None:
    front, _ = frames_of(folder_of(tmp_path, with_sections(), card_of(1, WAYS)))
    (number,) = [run for run in texts(front) if run.text == "2"]
    assert number.source == ("groep", "ways", 1)


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("runs_on: true", "runs_on: false", "design-area-unknown"),
        ("{rest: story,", "{rest: storys,", "design-area-unknown"),
        ("in: open\n    top", "in: opn\n    top", "design-area-unknown"),
        ("{paragraphs: story,", "{paragraphs: story, sentences: story,", "design-value"),
        ("{paragraphs: story,", "{paragraphs: story, leading: 20%,", "design-value"),
        ("      - {rest: story", "      - {room: other}\n      - {rest: story", "design-value"),
        ("    runs_on: true", "    runs_on: true\n    fit: samen", "design-value"),
    ],
)
def test_what_cannot_flow_is_refused_where_it_stands(
    tmp_path: Path, wrong: str, right: str, code: str
) -> None:
    assert wrong in KIND
    folder = folder_of(tmp_path, KIND.replace(wrong, right), card_of(1))
    with pytest.raises(ContentError) as stopped:
        open_project(folder, ROOT)
    (problem,) = stopped.value.diagnostics
    assert problem.code == code
    assert str(problem.location).startswith("kinds/casus.yaml:")


def test_every_kind_lets_a_card_change_its_pages(tmp_path: Path) -> None:
    write(tmp_path, "cards/nl/01-groep.yaml", """\
        kind: background
        title: Waar het vandaan komt
        text: [Een verhaal.]
        source: Een boek
        colophon: [Een regel.]
        layout: {back: {band: {ink: [0, 40, 90, 0]}}}
    """)
    write(tmp_path, "cards/deck.yaml", ALONE)
    _, back = frames_of(tmp_path)
    bands = [item for item in back.items if isinstance(item, Shape) and item.role == "band"]
    assert [band.fill for band in bands] == [Ink(0, 40, 90, 0)]
