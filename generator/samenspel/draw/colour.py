"""Screen colours to press colours: the palette exactly, greys on black alone, the rest by ICC.

Flat colours become :class:`Ink`; bitmaps become CMYK bitmaps. Everything goes through one output
profile with relative colorimetric intent and black point compensation, once. What becomes no
more than a hint of ink is paper (``HINT``), and there is never more ink than the press takes.
Pillow is imported when the first colour needs it: art in palette colours never does.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from samenspel.draw.greys import curve_of_greys, falling, tints_of_greys
from samenspel.draw.tints import HINT, in_strips, limited, paper_kept
from samenspel.draw.tones import (
    GREY_SLACK,
    NEAR_BLACK,
    RGB,
    SOLID,
    from_lightness,
    grey_level,
    parse_hex,
    srgb_of,
)
from samenspel.errors import ContentError
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.saying import say
from samenspel.units import LEVELS_PER_PERCENT

if TYPE_CHECKING:
    from PIL.Image import Image

Lab = tuple[float, float, float]
"""CIE L*a*b* under D50, paper white being 100, 0, 0."""


def _tint(byte: int) -> float:
    """An 8-bit tint as a percentage to a tenth."""
    return round(byte * 100 / 255, 1)


class _Written:
    """A profile that is written out once: Pillow asks for its bytes at every picture, for 10 ms."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def tobytes(self) -> bytes:
        """The profile's bytes."""
        return self._data


class ColourSpace:
    """One printing condition: an output profile and the palette's own builds.

    ``profile`` is a CMYK ICC profile; ``palette`` maps screen colours (``#e9674d``) to inks.
    Raises ContentError (``profile-unreadable``, ``profile-not-cmyk``) when colour is first needed.
    """

    def __init__(
        self,
        profile: bytes,
        palette: Mapping[str, Ink] | None = None,
        ink_limit: float = 400,
    ) -> None:
        self._profile = profile
        self.ink_limit = ink_limit
        self._palette = {parse_hex(name): ink for name, ink in (palette or {}).items()}
        self._inks: dict[RGB, Ink] = {}
        self._labs: dict[Ink, Lab] = {}

    def __reduce__(self) -> tuple[type[ColourSpace], tuple[bytes, dict[str, Ink], float]]:
        """What another process makes the same colour space of."""
        named = {"#" + bytes(rgb).hex(): ink for rgb, ink in self._palette.items()}
        return ColourSpace, (self._profile, named, self.ink_limit)

    @cached_property
    def key(self) -> str:
        """A digest of profile and palette, for caches."""
        digest = hashlib.sha256(self._profile)
        digest.update(f"{self.ink_limit:g};".encode())
        for rgb, ink in sorted(self._palette.items()):
            digest.update(f"{rgb}={ink.c!r}/{ink.m!r}/{ink.y!r}/{ink.k!r};".encode())
        return digest.hexdigest()

    def is_output(self, profile: bytes) -> bool:
        """Whether a profile is the output profile itself, byte for byte."""
        return profile == self._profile

    @property
    def named(self) -> tuple[RGB, ...]:
        """The palette's screen colours."""
        return tuple(self._palette)

    def ink(self, rgb: RGB) -> Ink:
        """The press colour of an 8-bit sRGB colour."""
        known = self._inks.get(rgb)
        if known is None:
            known = self._inks[rgb] = self._convert(rgb)
        return known

    def _convert(self, rgb: RGB) -> Ink:
        if rgb in self._palette:
            return self._palette[rgb]
        if rgb == (0, 0, 0):
            return BLACK
        if rgb == (255, 255, 255):
            return PAPER
        spread = max(rgb) - min(rgb)
        if GREY_SLACK < spread <= NEAR_BLACK.spread and max(rgb) <= NEAR_BLACK.level:
            level = grey_level(rgb)
            return BLACK if level <= SOLID else Ink(0, 0, 0, self.grey_tints[level])
        if spread <= GREY_SLACK:
            tint = self.grey_tints[sorted(rgb)[1]]
            return Ink(0, 0, 0, tint) if tint > HINT * 100 / 255 else PAPER
        from PIL import Image

        cmyk = self.picture(Image.new("RGB", (1, 1), rgb)).tobytes()
        return Ink(*(_tint(byte) for byte in cmyk))

    def ink_of_lab(self, lab: Lab) -> Ink:
        """The press colour that looks like a Lab colour, as spots are described."""
        from PIL import Image

        light, a, b = lab
        signed = (max(-128, min(127, round(value))) & 255 for value in (a, b))
        levels = bytes((max(0, min(255, round(light * 2.55))), *signed))
        cmyk = self.picture(Image.frombytes("LAB", (1, 1), levels)).tobytes()
        return Ink(*(_tint(byte) for byte in cmyk))

    # -- how inks look --------------------------------------------------------------------------

    def labs(self, inks: Sequence[Ink]) -> list[Lab]:
        """What inks look like on this press's own paper (relative colorimetric), in 8-bit steps."""
        new = [ink for ink in dict.fromkeys(inks) if ink not in self._labs]
        if new:
            from PIL import Image

            row = Image.new("CMYK", (len(new), 1))
            builds = [(ink.c, ink.m, ink.y, ink.k) for ink in new]
            row.putdata([tuple(round(t * LEVELS_PER_PERCENT) for t in tints) for tints in builds])
            measured = self.lab_picture(row).tobytes()
            for place, ink in enumerate(new):
                light, a, b = measured[3 * place : 3 * place + 3]
                self._labs[ink] = light * 100 / 255, (a ^ 128) - 128.0, (b ^ 128) - 128.0
        return [self._labs[ink] for ink in inks]

    def lab_picture(self, image: Image) -> Image:
        """A CMYK bitmap as it looks: Pillow's LAB, a* and b* as signed bytes."""
        from PIL import ImageCms

        converted = ImageCms.applyTransform(image, self._to_lab)
        assert converted is not None
        return converted

    def contrast(self, first: Ink, second: Ink) -> float:
        """The contrast of two inks, 1 (none) to about 20, by the formula of WCAG 2.2."""
        light, dark = sorted(
            (from_lightness(each) for each, _, _ in self.labs((first, second))), reverse=True
        )
        return (light + 0.05) / (dark + 0.05)

    @cached_property
    def _to_lab(self) -> Any:
        from PIL import ImageCms

        return ImageCms.buildTransform(
            self.output,
            ImageCms.createProfile("LAB"),
            "CMYK",
            "LAB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        )

    def on_screen(self, ink: Ink) -> RGB:
        """The sRGB colour that an ink stands for: the palette's own, or how it looks."""
        for rgb, named in self._palette.items():
            if named == ink:
                return rgb
        if ink == PAPER:
            return 255, 255, 255
        if ink.black_only:
            greys = self.grey_tints
            level = min(range(256), key=lambda level: (abs(greys[level] - ink.k), level))
            return level, level, level
        return srgb_of(ink, self.output)

    # -- greys on the black plate -------------------------------------------------------------

    @cached_property
    def _black_ramp(self) -> list[float]:
        """L* of K 0 to 255 (8-bit tints, nothing else printed), paper white as L* 100."""
        blacks = [Ink(0, 0, 0, level * 100 / 255) for level in range(256)]
        return falling([light for light, _, _ in self.labs(blacks)])

    @cached_property
    def grey_tints(self) -> list[float]:
        """K percentage for each sRGB grey level 0 to 255, equal in L*."""
        return tints_of_greys(self._black_ramp)

    @cached_property
    def _grey_curve(self) -> list[int]:
        return curve_of_greys(self._black_ramp)

    # -- bitmaps ------------------------------------------------------------------------------

    @cached_property
    def output(self) -> Any:
        """The output profile, as ImageCms holds one."""
        from PIL import ImageCms

        try:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(self._profile))
        except (OSError, ImageCms.PyCMSError) as error:
            raise ContentError.of(
                "profile-unreadable",
                say("the output profile is no ICC profile: {error}", error=error),
                remedy="choose a press whose profile is a CMYK .icc file",
            ) from error
        space = profile.profile.xcolor_space.strip()
        if space != "CMYK":
            raise ContentError.of(
                "profile-not-cmyk",
                say("the output profile is for {space}, not for CMYK", space=space),
                remedy="choose the profile that your print shop names",
            )
        return profile

    @cached_property
    def _from_srgb(self) -> Any:
        from PIL import ImageCms

        return self._transform(ImageCms.createProfile("sRGB"), "RGB")

    def _transform(self, source: Any, mode: str) -> Any:
        from PIL import ImageCms

        made = ImageCms.buildTransform(
            source,
            self.output,
            mode,
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        made.output_profile = self._written
        return made

    @cached_property
    def _written(self) -> Any:
        return _Written(self.output.tobytes())

    def picture(self, image: Image, source: Any = None) -> Image:
        """An RGB or LAB bitmap as CMYK; ``source`` is its ImageCms profile (sRGB without one)."""
        from PIL import ImageCms

        if source is None and image.mode == "LAB":
            source = ImageCms.createProfile("LAB")
        transform = self._from_srgb if source is None else self._transform(source, image.mode)
        return in_strips(image, lambda strip: self._inked(strip, transform))

    def _inked(self, strip: Image, transform: Any) -> Image:
        from PIL import ImageCms

        converted = ImageCms.applyTransform(strip, transform)
        assert converted is not None
        return limited(converted, self.ink_limit) if self._over else paper_kept(converted)

    @cached_property
    def _over(self) -> bool:
        """Whether the profile itself may give more ink than the limit: seen on its corners."""
        from PIL import Image, ImageCms

        levels = (0, 64, 128, 192, 255)
        corners = Image.new("RGB", (len(levels) ** 3, 1))
        corners.putdata([(r, g, b) for r in levels for g in levels for b in levels])
        inks = ImageCms.applyTransform(corners, self._from_srgb)
        assert inks is not None
        tints = inks.tobytes()
        most = max(sum(tints[at : at + 4]) for at in range(0, len(tints), 4))
        return most * 100 / 255 > self.ink_limit

    def grey_picture(self, image: Image) -> Image:
        """An ``L`` bitmap (sRGB greys) as CMYK with ink on the black plate only."""
        from PIL import Image as Pillow

        blank = Pillow.new("L", image.size, 0)
        return Pillow.merge("CMYK", (blank, blank, blank, image.point(self._grey_curve)))
