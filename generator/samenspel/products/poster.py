"""The model on one large page, to hang up: from A4 to A0, on its side or upright.

It is designed once, at A3; every other size is that page made smaller or larger, type and all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samenspel.diagnostics import near_match
from samenspel.errors import UsageError
from samenspel.layout import (
    enlarged,
    enlarged_fit,
    enlarged_picture,
    laid_poster,
    poster_format,
    whole_model,
)
from samenspel.layout.fingerprints import known_page
from samenspel.model.deck import Deck
from samenspel.model.style import Format, Press, TypeSize
from samenspel.products.product import NO_MODEL, Choices, Material, Pages, Piece, PrintFile, Product
from samenspel.saying import say

SIZES = {"a3": 1.0, "a4": 2**-0.5, "a2": 2**0.5, "a1": 2.0, "a0": 2**1.5}
"""How much larger than A3 each size is: each next one has twice the area (ISO 216)."""
SIDES = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841), "a0": (841, 1189)}
"""Short and long side in whole mm, as ISO 216 states them."""
ORIENTATIONS = ("landscape", "portrait")
SMALLEST = 7.05
"""The smallest type in points: our preflight asks for 7, and reducing must not round below it."""
LARGE_BLEED = 5.0
"""What shops ask around posters above A3, in mm."""


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for size in _known("size", choices.sizes, product.sizes):
        for orientation in _known("orientation", choices.orientations, ORIENTATIONS):
            yield Piece(product, choices.fitted(_shape(size, orientation)))


def _known(what: str, wanted: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    """What is wanted, ``all`` written out; the first that is known when nothing is."""
    for name in wanted:
        if name not in (*known, "all"):
            remedy = near_match(name, known)
            raise UsageError.of(
                f"{what}-unknown",
                say('there is no {what} "{name}"', what=say(what), name=name),
                remedy=remedy,
            )
    names = [n for name in wanted for n in (known if name == "all" else (name,))]
    return tuple(dict.fromkeys(names)) or known[:1]


def _shape(size: str, orientation: str) -> Format:
    """The poster's format; one of its own choice is called as the product alone."""
    design = poster_format(orientation == "portrait")
    by = SIZES[size]
    short, long = SIDES[size]
    named = [size] if (size, orientation) != ("a3", "landscape") else []
    named += [orientation] if orientation == "portrait" else []
    return replace(
        design,
        name="-".join(["poster", *named]),
        title=f"{size.upper()} poster, {orientation}",
        width=short if orientation == "portrait" else long,
        height=long if orientation == "portrait" else short,
        bleed=LARGE_BLEED if by > 1 else design.bleed,
        margin=design.margin * by,
        type={role: _larger(type_, by) for role, type_ in design.type.items()},
    )


def _larger(type_: TypeSize, by: float) -> TypeSize:
    legible = _legible(type_, by)
    return TypeSize(legible.design * by, legible.minimum * by, type_.leading)


def _legible(type_: TypeSize, by: float) -> TypeSize:
    """The type at the size of the design, large enough that it can be read when it is reduced."""
    least = SMALLEST / by
    return TypeSize(max(type_.design, least), max(type_.minimum, least), type_.leading)


def _laid_out(material: Material, piece: Piece) -> Pages:
    """Laid out at about the size of its design, then enlarged to the size that is wanted.

    Paper sizes are rounded to whole mm, so the page that is laid out may be half a mm wider or
    higher than the design; then the enlarged page is exactly as large as its paper.
    """
    shape = piece.shape
    design = poster_format(shape.height > shape.width)
    by = min(shape.width / design.width, shape.height / design.height)
    layout = material.layout(
        replace(
            design,
            name=shape.name,
            width=shape.width / by,
            height=shape.height / by,
            bleed=shape.bleed / by,
            safe=shape.safe / by,
            type={role: _legible(type_, by) for role, type_ in design.type.items()},
        )
    )
    laid = laid_poster(layout)
    return Pages(
        [known_page(enlarged(frame, by, shape), layout, material.digests) for frame in laid.frames],
        laid.problems,
        tuple(enlarged_fit(fit, by) for fit in laid.fits),
        tuple(enlarged_picture(picture, by) for picture in laid.pictures),
    )


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    del faces
    for name in _file_names(piece, press):
        yield PrintFile(name, pages.frames)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del press
    yield f"{piece.shape.name}.pdf"


def _lacking(deck: Deck, piece: Piece) -> str:
    del piece
    if deck.model is None:
        return NO_MODEL
    return "" if whole_model(deck) else say("its model lacks cards")


PRODUCT = Product(
    name="poster",
    order=3,
    summary="the model on one page to hang up, from A4 to A0",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    sizes=tuple(SIZES),
    lacking=_lacking,
)
