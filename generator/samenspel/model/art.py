"""Art that is ready for the press: vectors as CMYK operators, CMYK pixels, pages of PDFs."""

from __future__ import annotations

from dataclasses import dataclass, field

from samenspel.model.frame import Box
from samenspel.model.ink import Ink
from samenspel.saying import say

ART_REMEDY = say("save it as SVG (drawings) or as PNG, TIFF or JPEG (photographs)")
"""What to do with a file that is no art."""

PLACED_ENDINGS = (".pdf", ".ai")
"""What files are mostly called that are placed as they are."""

OTHER_REMEDIES = {
    ".eps": say(
        "ask its maker for a PDF/X-4 or an SVG (Illustrator, Affinity and Inkscape save both)"
    ),
    ".heic": say("export it as JPEG (on an iPhone: Settings › Camera › Formats › Most Compatible)"),
    ".jxl": say("export it as PNG or JPEG"),
}
"""What to do with files that makers really get, by their ending."""


def remedy_for(ending: str) -> str:
    """What to do with a file of another kind; ``ending`` is with its dot, in lower case."""
    ending = {".heif": ".heic", ".ps": ".eps"}.get(ending, ending)
    return OTHER_REMEDIES.get(ending, ART_REMEDY)


@dataclass(frozen=True, slots=True)
class ArtSize:
    """What layout needs to know of art: its canvas and its kind."""

    name: str
    """Its file below ``assets/``."""
    width: float
    """Of the canvas, in its own units (px)."""
    height: float
    """Likewise."""
    vector: bool
    """Whether it is a drawing."""
    photo: bool = False
    """A bitmap that may be cut to fill an area: no drawing or code, and nowhere see-through."""
    pixels: float | None = None
    """How many its coarsest part has across the whole width; ``None`` without pixels."""
    seen: Box | None = None
    """How far it reaches on its canvas, from the upper left corner; ``None`` for all of it."""
    placed: bool = False
    """Whether it is a page of a PDF, whose colours stay as they are."""

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Shading:
    """A gradient in inks: along a line or between two circles, and even beyond its ends."""

    matrix: tuple[float, float, float, float, float, float]
    """From the gradient's own coordinates to the canvas of its drawing."""
    coords: tuple[float, ...]
    """x and y of both ends; or x, y and radius of both circles, of which the second holds the
    first.
    """
    steps: tuple[tuple[float, Ink], ...]
    """Inks at places from 0 to 1, between which tints change evenly; two at one place are a hard
    edge.
    """


@dataclass(frozen=True, slots=True)
class VectorArt:
    """A drawing as PDF operators, on a canvas whose origin is at the **lower** left (PDF's way up).

    The operators use DeviceCMYK only (``k``, ``K``), so they need no resources (ISO 32000-1,
    8.6.8) but pictures and gradients, and leave the graphics state as they found it.
    """

    name: str
    """Its file below ``assets/``."""
    width: float
    """Of the canvas, in art units."""
    height: float
    """Likewise."""
    operators: bytes
    """What paints it."""
    notes: tuple[str, ...] = ()
    """What was mended in it, for its maker."""
    packed: bytes = field(default=b"", compare=False, repr=False)
    """The operators deflated, when that has been done (art out of the cache); not its identity."""
    insets: tuple[PictureArt, ...] = ()
    """What only pixels can show; operators call them ``/I0 Do`` …, each as a unit square."""
    pixels: float | None = None
    """How many the coarsest inset would have across the whole canvas; ``None`` without any."""
    white_is_ground: bool = False
    """Whether what is white in it takes the colour of the placement's ground."""
    seen: Box | None = None
    """How far it reaches on its canvas, from the **upper** left corner; ``None`` for all of it."""
    shadings: tuple[Shading, ...] = ()
    """Its gradients; operators choose them by ``/Pattern cs`` and ``/H0 scn`` …"""


@dataclass(frozen=True, slots=True)
class PictureArt:
    """A picture as CMYK samples.

    One with see-through parts is ``FlateDecode`` and not inverted.
    """

    name: str
    """Its file below ``assets/``."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    data: bytes
    """The samples, encoded."""
    encoding: str
    """``DCTDecode`` (JPEG bytes passed through) or ``FlateDecode``."""
    inverted: bool = False
    """Whether samples are stored as in Adobe's JPEGs (0 is solid ink)."""
    notes: tuple[str, ...] = ()
    """What was mended in it, for its maker."""
    alpha: bytes | None = None
    """A deflated 8-bit sample a pixel (255 is opaque), laid on the ground when a page is drawn."""
    screen: bytes | None = None
    """Deflated 8-bit RGB, where see-through areas are to mix as on a screen."""
    cover: bytes | None = None
    """A deflated bit a pixel (1 is printed), where the rest is not printed at all."""
    detail: float | None = None
    """Of a rendered drawing: how many pixels the pictures in it have across its width."""
    few_colours: bool = False
    """Whether it is a drawing or a code (a QR), and no photograph."""
    white_is_ground: bool = False
    """Whether what is white in it takes the colour of the placement's ground."""

    @property
    def pixels(self) -> float:
        """Pixels across the whole width."""
        return self.width if self.detail is None else min(self.width, self.detail)

    seen: Box | None = None
    """What is not wholly clear of it, from the upper left corner; ``None`` for all of it."""


@dataclass(frozen=True, slots=True)
class PlacedArt:
    """A page of a PDF, placed as it is. It may have its own inks, fonts, spots and pictures."""

    name: str
    """Its file below ``assets/``."""
    width: float
    """Of its canvas, in points."""
    height: float
    """Of its canvas, in points."""
    data: bytes
    """A PDF of one page; its form XObject ``/Art`` paints the canvas from its lower left corner."""
    notes: tuple[str, ...] = ()
    """What its maker should know."""
    fonts: tuple[str, ...] = ()
    """Fonts that show text in it."""
    spots: tuple[tuple[str, bytes], ...] = ()
    """Spot colours, each with what stands for it; nothing where it is met among others only."""
    modern: tuple[str, ...] = ()
    """What PDF/X-1a and X-3 do not know (``transparency``)."""
    overprints: bool = False
    """Whether it sets overprint itself."""
    white_is_ground: bool = False
    """Asked for by the region; what is white in a PDF stays as it is."""
    pixels: None = None
    """``None``: its pictures are judged by preflight."""
    seen: None = None
    """``None``: all of its canvas counts."""


Art = VectorArt | PictureArt | PlacedArt
