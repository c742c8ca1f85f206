"""The box that a deck comes in: a flat blank with its lines for the die maker, on its own page.

The box is as deep as the deck is high, computed from the number of cards and their board.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samenspel.boxes import Blank, Edge, Inside, Panel, Seen, pictured, tuck, two_piece
from samenspel.layout import extras_of, verify
from samenspel.layout.fingerprints import known_page
from samenspel.layout.packaging import CREASE, CUT, FlatBox, Side, laid_box
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Path, Turn
from samenspel.model.ordering import Making, writable
from samenspel.model.paths import moved
from samenspel.model.style import Format, Press
from samenspel.products.leaflet import boxed
from samenspel.products.product import (
    Choices,
    Material,
    Pages,
    Piece,
    PrintFile,
    Product,
    no_cards,
    refused,
)
from samenspel.saying import say
from samenspel.units import Size

BOARD = 0.5
"""Thickness in mm of the box's board: folding boxboard of about 350 g/m²."""
AROUND = 12.0
"""From the blank to the page's edge, in mm."""


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for shape in choices.formats:
        yield Piece(product, shape, folder=shape.name, making=choices.making)


def _laid_out(material: Material, piece: Piece) -> Pages:
    """One page for each blank, as large as it is with room around it."""
    if why := no_cards(material.deck, piece):
        return refused(piece, material.deck, why)
    shape, making = piece.shape, piece.making
    inside = Inside(*room_in(material.deck, shape.name, shape.trim, making))
    found, frames = [], []
    for blank in _blanks(piece, inside):
        width, height = (side + 2 * AROUND for side in blank.size)
        page = replace(shape, width=width, height=height, bleed=0.0, safe=0.0, margin=AROUND)
        layout = material.layout(page)
        found.append(laid_box(layout, _flat(blank)))
        frames.append(known_page(found[-1].frame, layout, material.digests))
    problems = [problem for laid in found for problem in laid.problems]
    problems += [problem for frame in frames for problem in verify(frame, material.deck)]
    fits = [fit for laid in found for fit in laid.fits]
    pictures = [picture for laid in found for picture in laid.pictures]
    return Pages(frames, problems, fits, pictures, note=_note(material.deck, shape, making))


def _note(deck: Deck, card: Format, making: Making) -> str:
    """How large the box is inside, and what of the deck does not fit in it."""
    across, up, deep = (f"{one:g}" for one in room_in(deck, card.name, card.trim, making))
    size = say("box of {card}: {across} × {up} × {deep} mm inside", card=card.name, across=across,
               up=up, deep=deep)  # fmt: skip
    if extras_of(deck, "leaflet") and not boxed(deck, card.trim):
        return size + say("; the leaflet (A6) does not fit in it and goes beside it")
    return size


def room_in(deck: Deck, card: str, trim: Size, making: Making) -> tuple[float, float, float]:
    """The least inner size in mm of a box for a deck in a format: width, height, depth."""
    cards = deck.printed_in(card)
    return making.box_inside(trim, len(cards), writable(cards), boxed(deck, trim))


def shown(box: str, inside: Inside) -> tuple[list[tuple[Seen, Box, Path]], tuple[float, float]]:
    """The sides that are seen of a closed box, with where each and its notch stand on the page of
    its blank (of a two-piece box the lid's), and the picture's width and height in mm."""
    blank = two_piece(inside, BOARD)[1] if box == "two-piece" else tuck(inside, BOARD)
    seen, size = pictured(blank)
    return [(one, _placed(one.panel), _shifted(one.panel.hole)) for one in seen], size


def _blanks(piece: Piece, inside: Inside) -> tuple[Blank, ...]:
    if piece.making.box == "two-piece":
        return two_piece(inside, BOARD)
    return (tuck(inside, BOARD),)


def _flat(blank: Blank) -> FlatBox:
    """The blank on its page, with what each panel is for."""
    tucked = blank.name == "tuck"
    fronts = {"tuck": "front", "tray": "base", "lid": "base"}
    spines = ("side", "side-2") if tucked else ("wall-left", "wall-right")
    ends = ("lid-top",) if tucked else ("wall-top", "wall-bottom")
    return FlatBox(
        name="box" if tucked else f"box-{blank.name}",
        front=_side(blank, fronts[blank.name]),
        back=_side(blank, "back") if tucked else None,
        spines=[_beside_notch(blank, name) for name in spines],
        ends=[_beside_notch(blank, name) for name in ends],
        printed=[_placed(panel) for panel in blank.panels if panel.printed],
        bare=[_bare(panel) for panel in blank.panels if not panel.printed],
        cuts=[_shifted(path) for path in blank.cuts],
        creases=[_shifted(path) for path in blank.creases],
    )


def _side(blank: Blank, name: str, turn: Turn = 0) -> Side:
    return Side(_placed(blank.panel(name)), turn)


def _beside_notch(blank: Blank, name: str) -> Side:
    """A low panel, as far as a notch in its free edge leaves it whole."""
    panel = blank.panel(name)
    less = [panel.notch if panel.notched == edge else 0.0 for edge in INSETS]
    return Side(_placed(panel).inset(*less), _reading(name))


def _reading(name: str) -> Turn:
    """Which way a panel is read: spines downwards, a lid from the front, walls from outside."""
    turns: dict[str, Turn] = {
        "side": 90, "side-2": 90, "lid-top": 180, "wall-left": 90, "wall-right": 270,
        "wall-top": 180,
    }  # fmt: skip
    return turns.get(name, 0)


def _placed(panel: Panel) -> Box:
    box = panel.box
    return Box(box.x + AROUND, box.y + AROUND, box.width, box.height)


INSETS: tuple[Edge, ...] = ("left", "top", "right", "bottom")
"""The order in which a box is made smaller."""
GLUED_IN = 3.0
"""Colour runs so far onto a flap that is glued, in mm, so that no white shows at the crease."""


def _bare(panel: Panel) -> Box:
    """Where a flap takes no ink: all of it but a strip along its crease."""
    box, by = _placed(panel), GLUED_IN
    insets = {"left": (0, 0, by, 0), "right": (by, 0, 0, 0), "top": (0, 0, 0, by),
              "bottom": (0, by, 0, 0)}  # fmt: skip
    return box.inset(*insets[panel.edge])


def _shifted(path: Path) -> Path:
    return moved(path, AROUND, AROUND)


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    del faces
    names = [*_file_names(piece, press)]
    for name, frame in zip(names, pages.frames, strict=True):
        closes = name == names[-1]  # of two parts the lid, which is what one sees
        note = pages.note if closes else ""
        yield PrintFile(name, [frame], lines=(CREASE, CUT), note=note, pictured=closes)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del press
    yield from ("box-tray.pdf", "box-lid.pdf") if piece.making.box == "two-piece" else ("box.pdf",)


PRODUCT = Product(
    name="box",
    order=4,
    summary="the box for the cards, flat, with its cuts and creases",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=no_cards,
    previewed=False,
)
