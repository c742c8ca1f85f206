"""What leads a card back to its build: a fingerprint of each face, and a short code in the foot.

The fingerprint is taken of all that is seen on a face, so that a card that did not change keeps its
code from one edition to the next, and one that did gets another.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from samenspel.layout.cards import LaidPages
from samenspel.layout.fingerprints import fingerprint, known_by
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.grounds import LOGO_CLEAR, apart, ground_at
from samenspel.layout.laid import Laid
from samenspel.layout.outlines import crosses
from samenspel.layout.roles import FREE
from samenspel.layout.verify import run_box
from samenspel.layout.wording import Wording
from samenspel.model.edition_code import card_code
from samenspel.model.frame import Box, Frame, Item, Placement, TextRun
from samenspel.model.ink import BLACK, PAPER, Ink, readable_on
from samenspel.model.writing import is_right_to_left

CLEAR = 0.9
"""So far a code keeps from all else, in mm."""
BESIDE = 3.0
"""So far a code stands behind a text on its line, in mm on A6."""
WITHIN = 0.1
"""So far within the safe zone a code stands at the top and at the bottom, in mm: files round."""
REVERSED_SIZE = 8.0
"""A code on a dark ground is so large, in points: thin white lines fill up with ink."""


def traced(laid: LaidPages, layout: FormatLayout, digests: Mapping[str, str]) -> LaidPages:
    """The pages with a fingerprint each, and on each card its code.

    The code stands on the back, or on the front where the back has no room for it; never on a back
    that other cards have too. A card without any room goes without.
    ``digests`` are the SHA-256 of drawings and fonts by their files below ``assets/``, whatever
    else is printed with among them.
    """
    known = known_by(layout, digests)
    looks = [page.frame.fingerprint or fingerprint(page.frame, known) for page in laid.pages]
    alike = Counter(looks[1::2])
    made: list[Laid] = []
    for place in range(0, len(looks), 2):
        faces = laid.pages[place : place + 2]
        name = faces[0].frame.name.rpartition("-")[0]
        code = card_code(_digest(_deck_name(layout), name, *looks[place : place + 2]))
        shared = layout.deck.backs != "own" or alike[looks[place + 1]] > 1
        frames = [
            replace(page.frame, fingerprint=look, code=code)
            for page, look in zip(faces, looks[place:], strict=False)
        ]
        for side in (0,) if shared else (1, 0):
            frames[side], done = _marked(frames[side], layout), frames[side]
            if frames[side] is not done:
                break
        made += [replace(page, frame=one) for page, one in zip(faces, frames, strict=True)]
    return replace(laid, pages=tuple(made))


def fingerprinted(
    laid: LaidPages, layout: FormatLayout, digests: Mapping[str, str]
) -> LaidPages:
    """Pages of no card with a fingerprint each, and no code: what is printed beside the cards.

    The edition's own code does not count, which changes with whatever else in the deck does.
    """
    known, code = known_by(layout, digests), layout.deck.edition_code
    made = []
    for page in laid.pages:
        seen = tuple(one for one in page.frame.items
                     if not (isinstance(one, TextRun) and code and code in one.text))  # fmt: skip
        look = fingerprint(replace(page.frame, items=seen), known)
        made.append(replace(page, frame=replace(page.frame, fingerprint=look)))
    return replace(laid, pages=tuple(made))


def _deck_name(layout: FormatLayout) -> str:
    deck = layout.deck
    return f"{deck.title}/{deck.region.id}/{deck.language}/{layout.format.name}"


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\n".join(parts).encode()).digest()


def _marked(frame: Frame, layout: FormatLayout) -> Frame:
    """A page with its code where there is room for it; without such a place, the page as it is.

    Without its hyphen where lines begin at the right: there its two halves would change places.
    """
    code = frame.code.replace("-", "") if is_right_to_left(layout.deck.language) else frame.code
    for size, ink in ((layout.type("furniture").minimum, BLACK), (REVERSED_SIZE, PAPER)):
        wording = Wording(code, ((0, ("@deck", "edition")),))
        word = layout.word(wording, size, "text", ink)
        for x, baseline in _code_places(frame, layout, word.width, word.cap):
            runs = [one for one in word.at(x, baseline - word.cap) if isinstance(one, TextRun)]
            if runs and all(_is_free(frame, run_box(one), ink) for one in runs):
                return replace(frame, items=(*frame.items, *runs))
    return frame


def _code_places(
    frame: Frame, layout: FormatLayout, width: float, cap: float
) -> Iterator[tuple[float, float]]:
    """Where a code may begin: on the foot line at its right, behind its text, at its left; then
    below that line, and last at the top."""
    scale, margin = layout.scale, layout.format.margin
    foot = frame.height - frame.safe - 2.4 * scale
    right = frame.width - margin - width
    yield right, foot
    for run in frame.items:
        if isinstance(run, TextRun) and abs(run.y - foot) < CLEAR and not run.turn:
            yield run.x + run.width + BESIDE * scale, foot
    yield margin, foot
    lowest = frame.height - frame.safe - WITHIN
    yield right, lowest
    yield margin, lowest
    highest = frame.safe + cap + WITHIN
    yield right, highest
    yield margin, highest


def _is_free(frame: Frame, box: Box, ink: Ink) -> bool:
    """Whether nothing stands in a box or near it, and it has one ground on which ``ink`` reads."""
    around = box.inset(-CLEAR, -CLEAR / 2, -CLEAR, -CLEAR / 2)
    if not frame.safe_box.contains(box) or any(_stands(item, around, box) for item in frame.items):
        return False
    corners = [(x, y) for x in (around.x, around.right) for y in (around.y, around.bottom)]
    grounds = {ground_at(frame.items, point) for point in corners}
    return len(grounds) == 1 and None not in grounds and readable_on(*filter(None, grounds)) == ink


def _stands(item: Item, around: Box, box: Box) -> bool:
    if isinstance(item, TextRun):
        return bool(item.text.strip()) and run_box(item).overlaps(around)
    if isinstance(item, Placement) and item.role == "logo":
        near = apart(item.box, box) < LOGO_CLEAR * item.box.height
        return near or item.visible.overlaps(around)
    if isinstance(item, Placement):
        return item.role not in FREE and item.clip is None and item.visible.overlaps(around)
    return item.stroke is not None and crosses(item.path, item.line_width, around)
