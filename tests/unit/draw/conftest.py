"""For the tests of drawing: pixels are fewer than in print, which changes no colour of them."""

from __future__ import annotations

import pytest

from samenspel.draw.svg import rendering

PRINTED = rendering.LONG_SIDE


@pytest.fixture(autouse=True)
def fewer_pixels(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Renders drawings at a quarter of the size, unless a test is marked ``as_printed``."""
    if not request.node.get_closest_marker("as_printed"):
        monkeypatch.setattr(rendering, "LONG_SIDE", PRINTED // 4)
