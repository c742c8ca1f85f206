"""From plates to what a screen shows: through the press's profile, with spots laid over it."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping

from PIL import Image, ImageChops, ImageCms

from samenspel.separations import PlateSet


class Screen:
    """A press's profile on its way to sRGB."""

    def __init__(self, profile: bytes, *, paper: bool) -> None:
        """``paper`` shows the paper's own white, else it becomes the screen's."""
        press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        intent, flags = ImageCms.Intent.ABSOLUTE_COLORIMETRIC, ImageCms.Flags.NONE
        if not paper:
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        self._transform = ImageCms.buildTransform(press, screen, "CMYK", "RGB", intent, flags)

    def shown(
        self,
        plates: PlateSet,
        ramps: Mapping[str, Image.Image],
        without: Collection[str] = (),
    ) -> Image.Image:
        """The page as it is printed. ``ramps`` are the spots' looks, from ``Separator.ramp``.

        A spot is laid over the process inks as a filter: what it takes from the paper's light, it
        takes from theirs.
        """
        blank = Image.new("L", plates.size, 0)
        process = [
            blank if ink in without else plates[ink].tints
            for ink in ("Cyan", "Magenta", "Yellow", "Black")
        ]
        picture = self._converted(Image.merge("CMYK", process))
        for ink in plates.spots:
            if ink not in without:
                filtered = self._filter(ramps[ink])
                layer = [plates[ink].tints.point(band) for band in filtered]
                picture = ImageChops.multiply(picture, Image.merge("RGB", layer))
        return picture

    def _converted(self, picture: Image.Image) -> Image.Image:
        found = ImageCms.applyTransform(picture, self._transform)
        assert found is not None
        return found

    def _filter(self, ramp: Image.Image) -> list[list[int]]:
        """For each tint, how much of the paper's red, green and blue is left (of 255)."""
        shown = self._converted(ramp) if ramp.mode == "CMYK" else ramp.convert("RGB")
        found = []
        for band in shown.split():
            values = list(band.tobytes())
            white = max(values[0], 1)
            found.append([min(round(value * 255 / white), 255) for value in values])
        return found
