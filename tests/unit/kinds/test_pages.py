"""Pages as data: what a kind's file may say of them, what comes out, and what is refused."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from tests.decks import REMINDER, layout_of
from tests.projects import DECK, ROOT, write

from samenspel.errors import ContentError
from samenspel.layout import Laid, LaidPages, laid_cards
from samenspel.layout.focus import focus_point, is_focus
from samenspel.layout.parts import DRAWN
from samenspel.layout.verify import run_box
from samenspel.loading import open_project, select
from samenspel.model.art import ArtSize
from samenspel.model.design import PARTS
from samenspel.model.frame import Frame, Placement, Shape, TextRun
from samenspel.model.paths import bounds
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build

KIND = """\
title: Casus
fields:
  title: {}
  text: {optional: true}
  steps: {list: {what: text, minutes: number}, count: 1-4, optional: true}
  roles: {list: text, count: 1-4, optional: true}
labels:
  roles_head: Wie er zijn
front:
  - ground: paper
  - panel: navy 20%
    id: head
    top: 0mm
    bottom: 30%
  - stack: [title]
    in: head
    inset: margin
  - stack:
      - {text: text, when: text}
      - {say: "{{ label.roles_head }}", when: roles}
      - {bullets: roles, gap: 2}
      - {for: step in steps, say: "{{ at }}. {{ step.what }} ({{ step.minutes }})", type: text}
    top: head.bottom + 6
back:
  - ground: navy
"""
CARD = """\
kind: casus
title: De laatste groep
text: Twee scholen in één dorp.
roles: [de wethouder, een ouder]
steps:
  - {what: Lees, minutes: 3}
  - {what: Praat, minutes: 10}
"""


def folder_of(tmp_path: Path, kind: str = KIND, card: str = CARD) -> Path:
    write(tmp_path, "kinds/casus.yaml", kind)
    write(tmp_path, "cards/nl/01-groep.yaml", card)
    deck = DECK.replace("[titel, luister-eerst, leeg, leeg]", "[groep]")
    write(tmp_path, "cards/deck.yaml", deck)
    return tmp_path


def frames_of(folder: Path, shape: str = "a6") -> list[Frame]:
    return pages_of(folder, shape).accepted()


def laid_of(folder: Path, shape: str) -> tuple[Laid, ...]:
    pages = pages_of(folder, shape)
    assert pages.problems == ()
    return pages.pages


def pages_of(folder: Path, shape: str) -> LaidPages:
    build = open_build(BuildRequest(output=folder / "out", project=folder, formats=(shape,)))
    edition = prepared(build, EditionName("basis", "nl"))
    return laid_cards(edition.layout(build.fitted(build.formats[0])))


def words_of(frame: Frame) -> list[str]:
    return [item.text for item in frame.items if isinstance(item, TextRun)]


def findings(tmp_path: Path, kind: str = KIND, card: str = CARD) -> list[tuple[str, str, str]]:
    folder = folder_of(tmp_path, kind, card)
    with pytest.raises(ContentError) as caught:
        frames_of(folder)
    return [(one.code, str(one.location), str(one)) for one in caught.value.diagnostics]


def test_every_part_is_drawn_by_one_function() -> None:
    assert set(PARTS.values()) == set(DRAWN)


def test_a_kind_of_ones_own_becomes_pages(tmp_path: Path) -> None:
    front, back = frames_of(folder_of(tmp_path))
    assert words_of(front) == [
        "De laatste groep", "Twee scholen in één dorp.", "Wie er zijn", "de wethouder", "een ouder",
        "1. Lees (3)", "2. Praat (10)",
    ]  # fmt: skip
    panel = next(i for i in front.items if isinstance(i, Shape) and i.role == "panel")
    assert min(y for _, n in panel.path for y in n[1::2]) == -3  # it runs into the bleed
    assert words_of(back) == []


def test_every_text_leads_back_to_its_file_and_line(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    deck = select(open_project(folder, ROOT), "basis", "nl")
    runs = [item for item in frames_of(folder)[0].items if isinstance(item, TextRun)]
    places = [str(deck.where(*run.source)) for run in runs]
    card = "cards/nl/01-groep.yaml"
    assert places == [
        f"{card}:2", f"{card}:3", "kinds/casus.yaml:8", f"{card}:4", f"{card}:4",
        f"{card}:6", f"{card}:7",
    ]  # fmt: skip


def test_what_is_not_there_leaves_no_gap(tmp_path: Path) -> None:
    front = frames_of(folder_of(tmp_path, card="kind: casus\ntitle: De laatste groep\n"))[0]
    assert words_of(front) == ["De laatste groep"]


def test_a_text_that_is_too_long_names_card_field_and_words(tmp_path: Path) -> None:
    found = findings(tmp_path, card=CARD.replace("Twee scholen", "Twee scholen " * 120))
    assert [(code, place) for code, place, _ in found] == [
        ("text-too-long", "cards/nl/01-groep.yaml:3")
    ]
    assert "words too long" in found[0][2]
    assert "cards/regions" not in found[0][2]  # the text is the deck's own: it is mended there


def test_a_format_a_card_and_a_kind_may_change_an_item(tmp_path: Path) -> None:
    kind = KIND + "formats:\n  poker: {front: {head: {bottom: 50%}}}\n"
    low = frames_of(folder_of(tmp_path, kind), "poker")[0]
    bottom = max(y for _, n in low.items[1].path for y in n[1::2])  # type: ignore[union-attr]
    assert bottom == pytest.approx(44)
    own = CARD + "layout: {front: {head: null, stack: null}}\n"
    kind = KIND.replace("  - stack:\n      - {text: text", "  - stack:\n      - {text: text")
    found = findings(tmp_path, kind, own)
    assert found[0][0] == "design-item-unknown"  # two stacks, so it has to be an id
    folder = folder_of(tmp_path, KIND.replace("    in: head\n", "    id: name\n    in: head\n"))
    write(folder, "cards/nl/01-groep.yaml", CARD + "layout: {front: {name: null}}\n")
    assert "De laatste groep" not in words_of(frames_of(folder)[0])
    write(folder, "kinds/kort.yaml",
          "title: Kort\nextends: casus\nchange: {front: {name: {bottom: 28%}}}\n")  # fmt: skip
    write(folder, "cards/nl/01-groep.yaml", CARD.replace("kind: casus", "kind: kort"))
    assert "De laatste groep" in words_of(frames_of(folder)[0])


def test_stacks_with_one_name_shrink_together(tmp_path: Path) -> None:
    kind = KIND.replace(
        "back:\n  - ground: navy\n",
        """back:
  - ground: paper
  - columns: {left: 50%, right: rest}
    gap: 4
    in: inner
  - {stack: [text], in: left, fit: both}
  - {stack: [title], in: right, height: 30, fit: both}
""",
    )
    card = CARD.replace("De laatste groep", "De laatste groep in het dorp")
    back = frames_of(folder_of(tmp_path, kind, card))[1]
    sizes = {item.role: item.size for item in back.items if isinstance(item, TextRun)}
    assert sizes["title"] < 25 and sizes["text"] < 10


@pytest.mark.parametrize(
    "areas",
    [
        "{left: 50, right: 39.2}",
        "{left: 50, middle: 39, right: rest}",
        "{left: 50, middle: 40, right: rest}",
    ],
)
def test_areas_that_need_more_than_there_is_are_told(tmp_path: Path, areas: str) -> None:
    """Between the margins there are 89 mm."""
    columns = f"- ground: navy\n  - columns: {areas}\n    gap: 0\n"
    found = findings(tmp_path, KIND.replace("- ground: navy\n", columns, 1))
    assert [code for code, _, _ in found] == ["design-area-empty"]
    columns = columns.replace(areas, "{left: 50, right: 39}")
    assert (
        len(frames_of(folder_of(tmp_path / "fits", KIND.replace("- ground: navy\n", columns, 1))))
        == 2
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "remedy"),
    [
        ("  - panel: navy 20%", "  - pannel: navy 20%", "design-part-unknown", '"panel"'),
        ("top: head.bottom", "top: heat.bottom", "design-area-unknown", '"head"'),
        ("top: head.bottom + 6", "top: head.bottom +", "design-value", "no length"),
        ("bottom: 30%", "bottom: 30 percent", "design-value", "no length"),
        ("when: roles}", "when: rolen}", "design-field-unknown", '"roles"'),
        ("when: roles}", "when: open('x')}", "design-value", "cannot do"),
        ("in: head\n", "in: foot\n", "design-area-unknown", '"foot"'),
        ("navy 20%", "navi 20%", "design-ink-unknown", '"navy"'),
        ("navy 20%", "navy tint", "design-value", "navy 30%"),
        ("    inset: margin", "    insets: margin", "field-unknown", '"inset"'),
        ("bottom: 30%", "bottom: 0mm", "design-area-empty", "formats:"),
        ("back:\n  - ground: navy\n", "", "field-missing", "back: shared-back"),
        ("back:\n  - ground: navy\n", "back: rug\n", "design-part-unknown", "rug"),
        ("- ground: paper", "- picture: cartoons/nergens.svg", "asset-missing", "nergens"),
        *(
            ("- ground: paper", f"- ground: paper\n  - lines: [{{{wrong}}}]", "design-value", why)
            for wrong, why in (
                ("label: Naam, lines: 0", "1 to 6"),
                ("label: Naam, lines: 3e+07", "1 to 6"),
                ("label: Naam, lines: 0.003", "1 to 6"),
                ("label: Naam, lines: [2]", "1 to 6"),
                ("label: [Naam]", "one value"),
                ("naam: Naam", "a label and lines"),
            )
        ),
        ("- ground: paper", "- ground: paper\n  - lines: [Naam]", "design-value", "a label"),
    ],
)
def test_a_mistake_in_pages_is_told_with_a_remedy(
    tmp_path: Path, old: str, new: str, code: str, remedy: str
) -> None:
    assert old in KIND
    found = findings(tmp_path, KIND.replace(old, new, 1))
    assert any(one == code and remedy in words for one, _, words in found), found


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ("  - panel: navy tint\n    id: a\n  - rule: navy\n    in: a\n", "design-value"),
        ("  - rows: {a: 20, b: rest}\n    gapp: 3\n  - rule: navy\n    in: a\n", "field-unknown"),
    ],
)
def test_an_item_with_a_mistake_still_names_its_areas(
    tmp_path: Path, items: str, code: str
) -> None:
    """Else whoever stands in them would be told to be wrong too."""
    ground = "  - ground: paper\n"
    found = findings(tmp_path, KIND.replace(ground, ground + items, 1))
    assert [one for one, _, _ in found] == [code]


def test_the_letters_of_fixed_words_must_be_in_the_fonts(tmp_path: Path) -> None:
    found = findings(tmp_path, KIND.replace("Wie er zijn", "Wie er zijn 😀"))
    assert [code for code, _, _ in found] == ["glyph-missing"]


def test_rich_texts_are_bold_and_italic_where_their_marks_say(tmp_path: Path) -> None:
    card = CARD.replace("Twee scholen in één dorp.", "Twee **oude scholen** in *één* dorp, 2 * 3.")
    front = frames_of(folder_of(tmp_path, KIND, card))[0]
    runs = [i for i in front.items if isinstance(i, TextRun) and i.role == "text" and i.size == 10]
    line = [(run.font, run.text) for run in runs if run.y == runs[0].y]
    assert [text.strip() for font, text in line if font == "text-bold"] == ["oude", "scholen"]
    assert [text.strip() for font, text in line if font == "text-italic"] == ["één"]
    assert "".join(text for _, text in line) == "Twee oude scholen in één dorp, 2 * 3."
    assert all(a.x + a.width <= b.x + 0.01 for a, b in itertools.pairwise(runs[: len(line)]))


@pytest.mark.parametrize(
    ("text", "font"),
    [("Twee *oude* scholen.", "text-italic"), ("Twee **oude** scholen.", "text-bold")],
)
def test_one_sort_of_mark_is_enough(tmp_path: Path, text: str, font: str) -> None:
    card = CARD.replace("Twee scholen in één dorp.", text)
    front = frames_of(folder_of(tmp_path, KIND, card))[0]
    marked = [i for i in front.items if isinstance(i, TextRun) and i.font == font]
    assert marked[0].text.strip() == "oude"


def test_an_index_in_the_other_corner_stands_there_upside_down(tmp_path: Path) -> None:
    index = '  - index: {text: "{{ n }}", corner: bottom right}\n    turn: 180\n'
    front = frames_of(folder_of(tmp_path, KIND.replace("back:\n", f"{index}back:\n")))[0]
    (number,) = [item for item in front.items if isinstance(item, TextRun) and item.turn == 180]
    box = run_box(number)
    assert front.width - box.right < 10
    assert front.height - box.bottom < 10


@pytest.mark.parametrize(
    "item",
    [
        "  - ground: navy\n    turn: 180\n",
        '  - foot: "{{ title }}"\n    turn: 180\n',
        "  - stack: [title]\n    fit: samen\n    turn: 90\n",
        "  - stack: [title, {room: open}]\n    turn: 90\n",
    ],
)
def test_what_cannot_be_turned_is_refused_by_name(tmp_path: Path, item: str) -> None:
    folder = folder_of(tmp_path, KIND.replace("back:\n", f"{item}back:\n"))
    with pytest.raises(ContentError) as stopped:
        open_project(folder, ROOT)
    (problem,) = stopped.value.diagnostics
    assert problem.code == "design-value"
    assert "cannot be turned" in problem.message


def test_texts_that_are_no_lines_get_a_line_each(tmp_path: Path) -> None:
    kind = KIND.replace("back:\n", "  - lines: '[title, title]'\n    top: 60%\nback:\n")
    front = frames_of(folder_of(tmp_path, kind))[0]
    texts = [one.text for one in front.items if isinstance(one, TextRun)]
    assert texts[-2:] == ["De laatste groep", "De laatste groep"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_what_touches_the_cut_bleeds_however_it_is_turned(tmp_path: Path, turn: int) -> None:
    words = "  - stack: [title]\n    in: head\n    inset: margin\n"
    panel = f"  - panel: navy\n    top: 90%\n    turn: {turn}\n"
    front = frames_of(folder_of(tmp_path, KIND.replace(words, words + panel)))[0]
    strip = bounds([item for item in front.items if isinstance(item, Shape)][2].path)
    assert (strip.x, strip.right, strip.bottom) == pytest.approx((-3, 108, 151))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_what_is_turned_stays_in_its_area(tmp_path: Path, turn: int) -> None:
    words = "  - stack: [title]\n    in: head\n    inset: margin\n"
    panel = "  - panel: navy\n    id: strip\n    top: 90%\n    turn: 180\n"
    kind = KIND.replace(words, f"{words}    turn: {turn}\n{panel}")
    front = frames_of(folder_of(tmp_path, kind))[0]
    turned = [item for item in front.items if isinstance(item, TextRun) and item.turn]
    assert " ".join(run.text for run in turned) == "De laatste groep"
    assert {run.turn for run in turned} == {turn}
    for box in map(run_box, turned):
        assert box.x >= 0 and box.right <= front.width
        assert box.y >= 0 and box.bottom <= 0.3 * front.height
    strip = bounds([item for item in front.items if isinstance(item, Shape)][2].path)
    assert (strip.x, strip.right, strip.bottom) == pytest.approx((-3, 108, 151))
    request = BuildRequest(output=tmp_path / "out", project=tmp_path, products=("cards",))
    assert build_deck(request).files
    found = findings(tmp_path, kind.replace(f"turn: {turn}", "turn: 45"))
    assert found[0][0] == "value-form" and "known: 180, 270, 90" in found[0][2]


def test_a_corner_can_be_turned_to_the_other_end(tmp_path: Path) -> None:
    index = "  - index: {text: A}\n    id: one\n"
    kind = KIND.replace("  - stack: [title]\n    in: head\n    inset: margin\n",
                        f"{index}{index.replace('one', 'two')}    turn: 180\n")  # fmt: skip
    front = frames_of(folder_of(tmp_path, kind))[0]
    one, two = (run for run in front.items if isinstance(run, TextRun) and run.text == "A")
    assert (one.x + two.x, one.y + two.y) == pytest.approx((front.width, front.height))


@pytest.mark.parametrize(
    ("focus", "left"), [("", 0.5), ("left top", 0.0), ("centre", 0.5), ("100% 20%", 1.0)]
)
def test_what_stays_in_sight_may_be_said_by_the_card(focus: str, left: float) -> None:
    photo = ArtSize("cartoons/proef.jpg", 800, 200, vector=False, photo=True, pixels=800)
    chosen = {"focus": focus} if focus in ("left top", "centre") else {}
    layout = layout_of(REMINDER.with_values(cartoon=photo.name, **chosen))
    layout = replace(layout, art={**layout.art, photo.name: photo})
    (placed,) = [
        item for item in laid_cards(layout).accepted()[0].items
        if isinstance(item, Placement) and item.art == photo.name and item.clip
    ]  # fmt: skip
    clip = bounds(placed.clip or ())
    if focus != "100% 20%":
        assert placed.box.x == pytest.approx(clip.x + (clip.width - placed.box.width) * left)
    assert is_focus(focus) and not is_focus("boven")
    assert (focus_point(focus) or (0.5, 0.5))[0] == left


@pytest.mark.parametrize("is_photo", [True, False])
@pytest.mark.parametrize("show", [None, "fill", "whole"])
def test_a_card_says_whether_its_picture_fills_or_stands_whole(
    is_photo: bool, show: str | None
) -> None:
    size = ArtSize("cartoons/proef.png", 800, 200, vector=False, photo=is_photo, pixels=800)
    layout = layout_of(REMINDER.with_values(cartoon=size.name, **({"show": show} if show else {})))
    layout = replace(layout, art={**layout.art, size.name: size})
    (placed,) = [
        item for item in laid_cards(layout).accepted()[0].items
        if isinstance(item, Placement) and item.art == size.name
    ]  # fmt: skip
    fills = show == "fill" or (is_photo and show is None)
    assert (placed.clip is not None) is fills
    width = layout.format.width
    assert (placed.box.width > width) is fills
    middle = placed.box.x + placed.box.width / 2
    if is_photo and show == "whole":  # its edges show, so that it stands in the middle
        assert middle == pytest.approx(width / 2)
    elif not fills:  # a drawing without edges stands beside the number, and as large as it can
        assert middle > width / 2


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("{{ step.what }}", "{{ step.wat }}", "design-field-unknown", '"step" has no "wat"'),
        ("type: text}\n", "type: tekst}\n", "design-type-unknown", 'no type "tekst"'),
        ("  - ground: paper\n", "  - ground\n", "design-part-unknown", "- ground: …"),
    ],
)
def test_what_is_not_there_is_told(
    tmp_path: Path, old: str, new: str, code: str, message: str
) -> None:
    assert old in KIND
    folder = folder_of(tmp_path, KIND.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        frames_of(folder)
    assert caught.value.diagnostics[0].code == code
    assert message in str(caught.value.diagnostics[0])


@pytest.mark.parametrize("radius", [4, 8, 14])
@pytest.mark.parametrize("text", ["5", "25", "1.250"])
def test_a_word_in_a_badge_stays_well_inside_its_disc(
    tmp_path: Path, radius: int, text: str
) -> None:
    badge = f"  - badge: {{text: '{text}', x: 50%, y: 60%, radius: {radius}, ink: accent}}\n"
    back = frames_of(folder_of(tmp_path, KIND + badge))[1]
    word = next(i for i in back.items if isinstance(i, TextRun) and i.text == text)
    assert word.width <= 1.7 * radius
    assert word.width >= (1.5 * radius if len(text) > 2 else 0.4 * radius)
