"""The logo that a new project begins with."""

from __future__ import annotations

from pathlib import Path

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Location, did_you_mean, files_meant
from samenspel.errors import UsageError
from samenspel.project.reserved import ART_ENDINGS
from samenspel.saying import say
from samenspel.starter.copying import read


def logo_bytes(logo: Path) -> bytes:
    """A logo's bytes, once it is known that it can be printed.

    Raises UsageError (``logo-unusable``, with the file beside it that may be meant), ContentError
    for what cannot be printed, and FileAccessError.
    """
    ending = logo.suffix.lower()
    if ending not in ART_ENDINGS or not _is_file(logo):
        what = (
            say("is not a file")
            if ending in ART_ENDINGS
            else say("ends in {ending}", ending=ending or say("nothing"))
        )
        raise UsageError.of(
            "logo-unusable",
            say("this logo {what}", what=what),
            Location(str(logo)),
            remedy=did_you_mean(_beside(logo))
            or say("name an SVG or PDF, or a JPEG, PNG or TIFF, with --logo"),
        )
    from samenspel.draw import ColourSpace, prepare_art
    from samenspel.loading import open_presets
    from samenspel.presets import press_named

    data, builtin = read(logo), builtin_deck()
    shelf = open_presets(builtin, builtin)
    profile = shelf.asset(f"icc/{press_named(shelf, 'coated').profile}")
    prepare_art(f"logo{ending}", data, colour=ColourSpace(profile), location=Location(str(logo)))
    return data


def _beside(logo: Path) -> list[str]:
    """The art in a logo's folder that may be meant, each as it is to be typed."""
    try:
        files = [path.name for path in logo.parent.iterdir() if path.is_file()]
    except (OSError, ValueError):  # a folder that is not there, or that no folder can be called
        return []
    art = sorted(name for name in files if name.lower().endswith(ART_ENDINGS))
    return [str(logo.with_name(name)) for name in files_meant(logo.name, art)]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
