"""A face's fingerprint: a digest of all that is seen on it, whatever fields it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from samenspel.layout.format_layout import FormatLayout
from samenspel.model.frame import Frame, Item, Placement, Shape, TextRun
from samenspel.model.sheet import SheetPlan, SheetSide


def fingerprint(frame: Frame, known: Mapping[str, str]) -> str:
    """SHA-256 in hex of all that is seen on a page, whatever fields it comes from."""
    seen = (_seen(item, known) for item in frame.items)
    size = _numbers(frame.width, frame.height, frame.bleed)
    return hashlib.sha256("\n".join((size, *seen)).encode()).hexdigest()


def known_page(frame: Frame, layout: FormatLayout, digests: Mapping[str, str]) -> Frame:
    """The page with its fingerprint; ``digests`` are the SHA-256 of files below ``assets/``."""
    return replace(frame, fingerprint=fingerprint(frame, known_by(layout, digests)))


def known_sheets(sheets: Sequence[Frame], plan: SheetPlan, faces: Sequence[Frame]) -> list[Frame]:
    """The sheets of a plan, each with a fingerprint of which pages lie on it, and of these.

    Where a printer wants them, marks and the slug, which names the edition, are no part of it.
    """
    return [
        replace(sheet, fingerprint=_lying(side, faces))
        for sheet, side in zip(sheets, plan.sides, strict=True)
    ]


def _lying(side: SheetSide, faces: Sequence[Frame]) -> str:
    said = (f"{side.number} {side.side}",
            *(f"{faces[slot.page].fingerprint} {slot.turned}" for slot in side.slots))  # fmt: skip
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def known_by(layout: FormatLayout, digests: Mapping[str, str]) -> dict[str, str]:
    """What drawings and letters are made of, by the names under which pages ask for them."""
    theme = layout.theme
    fonts = {
        role: "+".join(digests.get(f"fonts/{font.file}", font.file) for font in chain)
        for role, chain in theme.fonts.items()
    }
    palette = " ".join(f"{name} {ink}" for name, ink in sorted(theme.palette.items()))
    profile = "+".join(digest for name, digest in sorted(digests.items()) if name[:4] == "icc/")
    return {**digests, **fonts, "": f"{palette} {profile}"}


def _seen(item: Item, known: Mapping[str, str]) -> str:
    match item:
        case TextRun():
            glyphs = " ".join(f"{one.gid} {_numbers(one.x, one.y)}" for one in item.glyphs)
            place = _numbers(item.size, item.x, item.y, item.turn)
            return f"text {known.get(item.font, item.font)} {place} {item.ink} {glyphs}"
        case Placement():
            box = item.box
            place = _numbers(box.x, box.y, box.width, box.height, item.turn)
            veils = [(_path(veil.path), veil.ink, veil.share) for veil in item.veils]
            return f"art {known.get(item.art, item.art)} {known['']} {place} {item.ground} " \
                f"{_path(item.clip or ())} {veils}"
        case Shape():
            clips = " ".join(map(_path, item.clips))
            return f"shape {_path(item.path)} {item.fill} {item.stroke} " \
                f"{_numbers(item.line_width, *item.dash)} {item.even_odd} {item.spot} {clips}"


def _path(path: Sequence[tuple[str, tuple[float, ...]]]) -> str:
    return " ".join(f"{letter}{_numbers(*numbers)}" for letter, numbers in path)


def _numbers(*numbers: float) -> str:
    """Lengths to a thousandth of a mm: what is nearer nobody sees."""
    return ",".join(f"{round(number, 3) + 0.0:g}" for number in numbers)
