"""Art that would take long or much ends with one message, in a process of its own."""

from __future__ import annotations

import pickle
import resource
import time

import pytest
from PIL import Image
from tests.unit.draw.helpers import COLOURS, codes, encoded, svg
from tests.unit.draw.test_draw_svg_refusals import png_header

from samenspel.diagnostics import Location
from samenspel.draw import isolation, prepare_art
from samenspel.draw.art import prepare_here
from samenspel.errors import ContentError

RECT = '<rect width="90" height="90"/>'
GLASS = '<circle cx="50" cy="55" r="6" fill="#2f8a8f" opacity=".5"/>'


def used() -> float:
    """Processor seconds of the processes that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


BLUR = '<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>'
TURBULENCE = '<filter id="f"><feTurbulence baseFrequency=".1" numOctaves="1000000"/></filter>'
HUGE = "data:image/png;base64,"


@pytest.mark.parametrize(
    "body",
    [
        '<g opacity=".9">' * 95 + RECT + "</g>" * 95,
        BLUR + '<rect width="90" height="90" filter="url(#f)"/>' * 2000,
        TURBULENCE + '<rect width="90" height="90" filter="url(#f)"/>',
        "<style>" + ".a:not(.b){fill:red}" * 20000 + "</style>" + '<rect class="a"/>' * 20000,
        "<style>" + "*{fill:red}" * 5000 + "</style>" + '<rect class="a"/>' * 20000,
        "<style>" + "rect ~ rect{fill:red}" * 9 + "</style>" + '<rect class="a"/>' * 30000,
    ],
)
def test_heavy_drawings_end_with_one_message(body: str) -> None:
    before, start = used(), time.monotonic()
    with pytest.raises(ContentError) as raised:
        prepare_art("art.svg", svg(body), colour=COLOURS)
    assert codes(raised.value) in (["art-too-heavy"], ["svg-too-complex"])
    assert used() - before < isolation.SECONDS + 5
    assert time.monotonic() - start < isolation.SECONDS * isolation.PATIENCE


@pytest.mark.parametrize("text", ["1" * 400_000 + "!", "url(" * 200_000, "a" * 400_000])
@pytest.mark.parametrize("name", ["width", "transform", "fill", "style", "points"])
def test_long_values_take_no_more_than_their_time(name: str, text: str) -> None:
    start = time.process_time()
    with pytest.raises(ContentError):
        prepare_here(
            "art.svg",
            svg(f'<polygon {name}="{text}" stroke="red"/><rect width="{text}"/>'),
            colour=COLOURS,
        )
    assert time.process_time() - start < 10  # what looks twice takes minutes


@pytest.mark.as_printed
def test_what_is_prepared_apart_is_the_same() -> None:
    data = svg(f'<rect width="40" height="40" fill="#e9674d"/>{GLASS}')
    assert prepare_art("a.svg", data, colour=COLOURS) == prepare_here("a.svg", data, colour=COLOURS)


def test_mistakes_come_back_whole() -> None:
    data = svg(f'{GLASS}<text>x</text><image href="x.png"/>')
    place = Location("assets/a.svg")
    with pytest.raises(ContentError) as apart:
        prepare_art("a.svg", data, colour=COLOURS, location=place)
    with pytest.raises(ContentError) as here:
        prepare_here("a.svg", data, colour=COLOURS, location=place)
    assert apart.value.diagnostics == here.value.diagnostics


def test_large_pictures_are_prepared_apart() -> None:
    picture = encoded(Image.effect_noise((2100, 2000), 40), "JPEG")
    assert prepare_art("a.jpg", picture, colour=COLOURS) == prepare_here(
        "a.jpg", picture, colour=COLOURS
    )
    with pytest.raises(ContentError) as raised:
        prepare_art("a.png", png_header(8000, 8000), colour=COLOURS)
    assert codes(raised.value) == ["picture-unreadable"]


def test_a_worker_that_breaks_down_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "MEMORY", 1_000_000)
    with pytest.raises(ContentError) as raised:
        prepare_art("a.svg", svg(RECT + GLASS), colour=COLOURS)
    assert codes(raised.value) == ["art-too-heavy"]


def test_a_colour_space_goes_to_another_process() -> None:
    copy = pickle.loads(pickle.dumps(COLOURS))
    assert copy.key == COLOURS.key and copy.ink((1, 2, 200)) == COLOURS.ink((1, 2, 200))


def test_a_picture_of_more_pixels_than_there_are_buys_no_time() -> None:
    """A bound of time that its header sets is none: one of 2³¹ by 2³¹ pixels ran into a bug."""
    data = png_header(2**31 - 1, 2**31 - 1)
    with pytest.raises(ContentError) as caught:
        isolation.prepare_apart("x.png", data, COLOURS)
    assert caught.value.diagnostics[0].code in ("picture-too-large", "picture-unreadable")
