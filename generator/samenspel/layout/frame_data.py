"""Laid-out pages as plain data, and back: lists, texts and numbers, as JSON has them.

What comes back equals what went in, to the last bit of each number. What is no such data raises
one of ``BROKEN``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import Any

from samenspel.layout.laid import Laid, PrintedPicture
from samenspel.layout.record import TextFit
from samenspel.model.frame import (
    Box,
    Frame,
    Glyph,
    Item,
    Path,
    Placement,
    Shape,
    TextRun,
    Veil,
)
from samenspel.model.ink import Ink

BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)
"""What reading raises of data that is none of ours."""

_FITS = tuple(one.name for one in fields(TextFit))


def page_data(page: Laid) -> list[Any]:
    """A page that nothing is wrong with; of its pictures without the lines that name them."""
    frame = page.frame
    return [
        [frame.name, frame.width, frame.height, frame.bleed, frame.safe],
        [frame.card, frame.side, frame.fingerprint, frame.code],
        [_item_data(item) for item in frame.items],
        [[getattr(fit, name) for name in _FITS] for fit in page.fits],
        [
            [one.art, one.card, one.format, one.width, one.height, one.ppi, one.cut, one.lost,
             one.source]
            for one in page.pictures
        ],
    ]  # fmt: skip


def page_of(data: Sequence[Any]) -> Laid:
    """The page that was such data."""
    (name, width, height, bleed, safe), about, items, fits, pictures = data
    card, side, fingerprint, code = about
    made = tuple(map(_item, items))
    frame = Frame(name, width, height, bleed, safe, made, card, side, fingerprint, code)
    return Laid(
        frame,
        tuple(TextFit(card, tuple(path), *rest) for card, path, *rest in fits),
        pictures=tuple(
            PrintedPicture(
                art, card, shape, wide, high, ppi, cut, None, "", lost, tuple(source)
            )
            for art, card, shape, wide, high, ppi, cut, lost, source in pictures
        ),
        sound=True,
    )


def _item_data(item: Item) -> list[Any]:
    match item:
        case TextRun():
            glyphs = item.glyphs
            rises = [one.y for one in glyphs]
            return [
                "text", item.font, item.size, item.x, item.y, item.width, item.text,
                [one.gid for one in glyphs], [one.x for one in glyphs],
                rises if any(rises) else 0, [one.text for one in glyphs],
                _ink_data(item.ink), item.role, item.source, item.turn, item.others,
                item.spot,
            ]  # fmt: skip
        case Shape():
            return [
                "shape", item.path, _ink_data(item.fill), _ink_data(item.stroke), item.line_width,
                item.even_odd, item.dash, item.role, item.spot, item.layer, item.clips,
            ]  # fmt: skip
        case Placement():
            seen = None if item.seen is None else astuple(item.seen)
            veils = [(veil.path, _ink_data(veil.ink), veil.share) for veil in item.veils]
            return [
                "art", item.art, astuple(item.box), item.clip, _ink_data(item.ground), item.role,
                item.alt, seen, item.source, item.turn, veils,
            ]  # fmt: skip


def _item(data: Sequence[Any]) -> Item:
    kind, *rest = data
    if kind == "text":
        return _text(rest)
    if kind == "shape":
        path, fill, stroke, width, even_odd, dash, role, spot, layer, clips = rest
        return Shape(
            _path(path), _maybe_ink(fill), _maybe_ink(stroke), width, even_odd, tuple(dash), role,
            spot, layer, tuple(map(_path, clips)),
        )  # fmt: skip
    if kind != "art":
        raise ValueError(kind)
    art, box, clip, ground, role, alt, seen, source, turn, veils = rest
    return Placement(
        art, Box(*box), None if clip is None else _path(clip), Ink(*ground), role, alt,
        None if seen is None else Box(*seen), tuple(source), turn,
        tuple(Veil(_path(path), Ink(*ink), share) for path, ink, share in veils),
    )  # fmt: skip


def _text(data: Sequence[Any]) -> TextRun:
    font, size, x, y, width, text, gids, across, rises, chars, *rest = data
    ink, role, source, turn, others, spot = rest
    rises = rises or [0.0] * len(gids)
    if not len(gids) == len(across) == len(rises) == len(chars):
        raise ValueError("glyphs without their places")
    return TextRun(
        font, size, x, y, width, text, tuple(map(Glyph, gids, across, rises, chars)), Ink(*ink),
        role, tuple(source), turn, tuple((start, tuple(path)) for start, path in others), spot,
    )  # fmt: skip


def _ink_data(ink: Ink | None) -> list[float] | None:
    return None if ink is None else [ink.c, ink.m, ink.y, ink.k]


def _maybe_ink(data: Sequence[float] | None) -> Ink | None:
    return None if data is None else Ink(*data)


def _path(data: Sequence[Any]) -> Path:
    return tuple((letter, tuple(numbers)) for letter, numbers in data)
