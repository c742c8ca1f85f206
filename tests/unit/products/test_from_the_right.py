"""What goes with the cards, of a deck that is read from right to left: laid out, not drawn."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

import pytest
from tests.decks import ROOT
from tests.projects import change, write

from samenspel import BuildRequest
from samenspel.layout.furniture import SLUG_MARGIN
from samenspel.layout.packaging import CREASE, INSET
from samenspel.model.frame import Frame, Placement, Shape, TextRun
from samenspel.model.paths import bounds
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys

CONDITIONS = {
    "ambitie": "الطموح", "belangen": "المصالح", "organisatie": "التنظيم", "proces": "المسار",
}  # fmt: skip
PAGES = {
    "model": "kind: model\ntitle: النموذج\ncore: خمسة شروط.\ncentre: معًا\n"
    "poster_title: اللعب معًا في منطقتنا\nposter_core: خمسة شروط بعد الاجتماع.\n",
    "blad-1": "kind: leaflet-page\ntitle: من أين جاء هذا\ntext: [في أربع مجموعات.]\n",
    "blad-2": "kind: leaflet-page\ntitle: حين تقود أنت الحديث\ntext: [لست بحاجة إلى دراسة.]\n",
    "uitdeelblad": "kind: handout\ntitle: إلى العمل معًا\ncore: خمسة شروط تساعد.\ncentre: معًا\n"
    "text: [كلها متصلة.]\nnext_title: التذكيرات\nnext: ما يجب أن تقولوه.\n",
}
POINT = 0.3528
"""In mm; tall letters are about as high as their size."""
PRODUCTS = ("sheets", "leaflet", "kit", "box", "poster", "tiles", "handout")


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Survey]:
    """Each piece by its name, with its paper behind it; none has a mistake."""
    folder = tmp_path_factory.mktemp("rechts")
    project = shutil.copytree(ROOT / "tests/languages/arabic", folder / "dek")
    for name, title in CONDITIONS.items():
        said = f"kind: condition\ntitle: {title}\ncondition: {name}\ncore: هنا نبدأ.\n"
        said += "text: نتحدث عنه معًا.\nquestions: [ماذا نفعل؟, ومتى؟]\nwarning: يصمت الجميع.\n"
        write(project, f"cards/ar/{name}.yaml", said)
    for name, said in PAGES.items():
        write(project, f"cards/ar/{name}.yaml", said)
    change(project, "cards/deck.yaml", "relatie,", f"relatie, {', '.join((*CONDITIONS, *PAGES))},")
    wanted = BuildRequest(folder / "out", project, ("basis",), products=PRODUCTS, papers=("a4",))
    edition = prepared(open_build(wanted), EditionName("basis", "ar"))
    found = {}
    for survey in surveys(edition):
        survey.accepted()
        paper = survey.piece.paper
        found[survey.piece.name + (f"-{paper.name}" if paper else "")] = survey
    return found


def runs(frame: Frame) -> list[TextRun]:
    return [item for item in frame.items if isinstance(item, TextRun)]


def run_of(frame: Frame, source: str) -> TextRun:
    """The first words of a field."""
    return next(run for run in runs(frame) if run.source and run.source[-1] == source)


def test_a_box_is_cut_as_any_other_and_its_texts_begin_at_the_right_of_their_panels(
    laid: Mapping[str, Survey],
) -> None:
    (page,) = laid["box"].laid.frames
    title = max(runs(page), key=lambda run: run.size)
    assert title.text == "اللعب معًا"
    (creases,) = [one.path for one in page.items
                  if isinstance(one, Shape) and one.layer == CREASE]  # fmt: skip
    places = [point[0] for _, point in creases if point]
    assert min(abs(title.x + title.width + INSET - place) for place in places) < 0.6
    picture = next(one for one in page.items if isinstance(one, Placement) and one.role == "art")
    assert title.x + title.width > picture.box.right  # above the picture, beyond its right side


def test_sheets_begin_at_the_right(laid: Mapping[str, Survey]) -> None:
    plan = laid["sheets-a4"].laid.plan
    assert plan is not None
    places = {slot.page: slot.box.x for slot in plan.sides[0].slots}
    assert places[0] > places[2]


def test_a_slug_begins_at_the_right_and_keeps_the_order_of_the_code(
    laid: Mapping[str, Survey],
) -> None:
    survey = laid["sheets-a4"]
    plan = survey.laid.plan
    assert plan is not None
    for frame in survey.laid.frames:
        slug = runs(frame)
        right = max(run.x + run.width for run in slug)
        assert right == pytest.approx(max(plan.cuts_x) - SLUG_MARGIN, abs=0.6)
        seen = "".join(run.text for run in sorted(slug, key=lambda run: run.x))
        assert "2026.1-basis-ar" in seen


def test_a_leaflet_has_its_spine_on_the_right(laid: Mapping[str, Survey]) -> None:
    plan = laid["leaflet-a4"].laid.plan
    assert plan is not None and plan.fold_x is not None
    first = next(slot for slot in plan.sides[0].slots if slot.page == 0)
    assert first.box.x < plan.fold_x  # folded, the spine is at the right of the first page
    frames = laid["leaflet"].laid.frames
    feet = {run.text: run.x < frame.width / 2 for frame in frames for run in runs(frame)}
    assert (feet["1"], feet["4"]) == (True, False)  # outside, away from the spine


def test_the_dots_of_a_letter_touch_no_line_below_it(laid: Mapping[str, Survey]) -> None:
    """Below the title of the poster, whose letters reach far down."""
    survey = laid["poster"]
    (page,) = survey.laid.frames
    title, core = run_of(page, "poster_title"), run_of(page, "poster_core")
    assert core.y - POINT * core.size > title.y + 0.3 * POINT * title.size


def test_tiles_are_named_from_the_top_left(laid: Mapping[str, Survey]) -> None:
    plan = laid["tiles-a4"].laid.plan
    assert plan is not None
    first, second = (side.slots[0] for side in plan.sides[:2])
    assert -first.bleed[0] < -second.bleed[0]


def test_pages_of_the_kit_and_the_hand_out_begin_at_the_right(laid: Mapping[str, Survey]) -> None:
    hand_out = laid["handout"].laid.frames[0]
    title, margin = run_of(hand_out, "title"), laid["handout"].piece.shape.margin
    assert title.x + title.width == pytest.approx(hand_out.width - margin, abs=1.0)
    (canvas,) = laid["kit-canvas"].laid.frames
    fields = [bounds(one.path) for one in canvas.items
              if isinstance(one, Shape) and one.role == "field"]  # fmt: skip
    first = fields[0]
    assert first.right > canvas.width / 2 and first.y < canvas.height / 2
