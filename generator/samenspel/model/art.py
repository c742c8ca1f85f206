"""Art that is ready for the press: vectors as CMYK operators, CMYK pixels, pages of PDFs."""

from __future__ import annotations

from dataclasses import dataclass, field

from samenspel.model.frame import Box

ART_REMEDY = "save it as SVG (drawings) or as PNG, TIFF or JPEG (photographs)"
"""What to do with a file that is no art."""

PLACED_ENDINGS = (".pdf", ".ai")
"""What files are mostly called that are placed as they are."""

OTHER_REMEDIES = {
    ".eps": "ask its maker for a PDF/X-4 or an SVG (Illustrator, Affinity and Inkscape save both)",
    ".heic": "export it as JPEG (on an iPhone: Settings › Camera › Formats › Most Compatible)",
    ".jxl": "export it as PNG or JPEG",
}
"""What to do with files that makers really get, by their ending."""


def remedy_for(ending: str) -> str:
    """What to do with a file of another kind; ``ending`` is with its dot, in lower case."""
    ending = {".heif": ".heic", ".ps": ".eps"}.get(ending, ending)
    return OTHER_REMEDIES.get(ending, ART_REMEDY)


@dataclass(frozen=True, slots=True)
class ArtSize:
    """What layout needs to know of art: its canvas in its own units (px) and its kind.

    A ``photo`` is a bitmap without see-through parts that is no drawing or code: it may be cut to
    fill an area, while all else stands whole. ``pixels``
    is how many its coarsest part has across the whole width; None for a drawing without any.
    """

    name: str
    width: float
    height: float
    vector: bool
    photo: bool = False
    pixels: float | None = None
    seen: Box | None = None
    """How far it reaches on its canvas, from the upper left corner; ``None`` for all of it."""

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class VectorArt:
    """A drawing as PDF operators.

    ``operators`` paint a canvas of ``width`` x ``height`` art units whose origin is at the **lower
    left** (PDF's own way up). They use DeviceCMYK only (``k``, ``K``), so they need no resources
    (ISO 32000-1, 8.6.8), and leave the graphics state as they found it. ``packed`` is the same
    deflated, when that has been done already (art out of the cache); it is no part of its identity.

    What only pixels can show stands in ``insets``, which the operators call ``/I0 Do``, ``/I1 Do``
    and so on, each as a unit square. ``pixels`` is how many pixels the coarsest of them would have
    across the whole canvas; None without any. Where ``white_is_ground``, what is white in it takes
    the colour of the placement's ground.
    """

    name: str
    width: float
    height: float
    operators: bytes
    notes: tuple[str, ...] = ()
    packed: bytes = field(default=b"", compare=False, repr=False)
    insets: tuple[PictureArt, ...] = ()
    pixels: float | None = None
    white_is_ground: bool = False
    seen: Box | None = None
    """How far it reaches on its canvas, from the **upper** left corner; ``None`` for all of it."""


@dataclass(frozen=True, slots=True)
class PictureArt:
    """A picture as CMYK samples.

    ``encoding`` is ``DCTDecode`` (JPEG bytes passed through) or ``FlateDecode``; ``inverted`` tells
    that the samples are stored as Adobe's JPEGs do (0 is solid ink). ``alpha`` holds a deflated
    8-bit sample a pixel (255 is opaque) for pictures with see-through parts; they are laid on the
    placement's ground when the page is drawn. Such pictures are ``FlateDecode`` and not inverted.
    ``screen`` holds their deflated 8-bit RGB when see-through areas are to mix as on a screen,
    ``cover`` a deflated bit a pixel (1 is printed) when the rest is not printed at all. A rendered
    drawing shows no more ``detail`` than the pictures in it have pixels across its width.
    ``few_colours`` tells a drawing or a code (a QR) from a photograph.
    """

    name: str
    width: int
    height: int
    data: bytes
    encoding: str
    inverted: bool = False
    notes: tuple[str, ...] = ()
    alpha: bytes | None = None
    screen: bytes | None = None
    cover: bytes | None = None
    detail: float | None = None
    few_colours: bool = False
    white_is_ground: bool = False

    @property
    def pixels(self) -> float:
        """Pixels across the whole width."""
        return self.width if self.detail is None else min(self.width, self.detail)
    seen: Box | None = None
    """What is not wholly clear of it, from the upper left corner; ``None`` for all of it."""


@dataclass(frozen=True, slots=True)
class PlacedArt:
    """A page of a PDF, placed as it is.

    ``width`` and ``height`` are those of its canvas in points. ``data`` is a PDF of one page, on
    which the form XObject ``/Art`` paints that canvas with its lower left corner at the origin;
    nothing is in it but what paints. It may have its own inks, fonts, spots and pictures.
    """

    name: str
    width: float
    height: float
    data: bytes
    notes: tuple[str, ...] = ()
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
    seen: None = None


Art = VectorArt | PictureArt | PlacedArt
