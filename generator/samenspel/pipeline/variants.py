"""The product cards as a shop wants it: page order, files by side, with and without a die line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspel.draw import die_lined
from samenspel.model.frame import Frame
from samenspel.model.style import PageOrder, Press

FRONT, BACK = "front", "back"


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of cards; ``die_line`` names the plate of its die line, if it has one."""

    file: str
    frames: Sequence[Frame]
    radius: float
    die_line: str = ""


def variants(frames: Sequence[Frame], press: Press, radius: float) -> Iterator[Variant]:
    """The files that the press asks for. ``frames`` are front, back, front, back …

    ``radius`` is the format's; with a die line it is at least what the shop can cut.
    """
    line = press.die_line
    for name, faces in ordered(frames, press.pages).items():
        if line is None:
            yield Variant(f"{name}.pdf", faces, radius)
        else:
            cut = max(radius, line.radius)
            yield Variant(f"{name}.pdf", faces, cut)
            lined = [die_lined(frame, line, cut) for frame in faces]
            yield Variant(f"{name}-dieline.pdf", lined, cut, line.name)


def ordered(frames: Sequence[Frame], order: PageOrder) -> dict[str, list[Frame]]:
    """Files by name, with their pages. Raises ValueError (a bug) when a face has no other side."""
    fronts = [frame for frame in frames if frame.side == FRONT]
    backs = [frame for frame in frames if frame.side == BACK]
    if len(fronts) != len(backs) or len(frames) != 2 * len(fronts):
        raise ValueError(f"{len(fronts)} fronts and {len(backs)} backs on {len(frames)} pages")
    if order == "separate":
        return {"cards-fronts": fronts, "cards-backs": backs}
    pairs = zip(fronts, backs, strict=True)
    if order == "back-front":
        return {"cards": [face for front, back in pairs for face in (back, front)]}
    return {"cards": [face for front, back in pairs for face in (front, back)]}
