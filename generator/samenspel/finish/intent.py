"""The output intent: the printing condition that all colour in the file is made for."""

from __future__ import annotations

import zlib
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from samenspel.errors import ContentError
from samenspel.finish.standards import Standard
from samenspel.model.style import Press
from samenspel.saying import say


def set_intent(document: pikepdf.Pdf, press: Press, profile: bytes, standard: Standard) -> None:
    """Exactly one ``GTS_PDFX`` output intent with the ICC profile inside (ISO 32000-1, 14.11.5).

    PDF/X-4 demands the profile; the older standards let it be left out for a registered condition,
    but a file that brings it leaves nothing to look up.
    """
    _check_profile(press, profile)
    _check_version(press, profile[8], standard)
    stream = document.make_stream(_compressed(profile))
    stream.Filter = Name.FlateDecode
    stream.N = 4
    stream.Alternate = Name.DeviceCMYK
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputCondition=String(press.condition_info),
        OutputConditionIdentifier=String(press.output_condition),
        RegistryName=String(press.registry),
        Info=String(press.condition_info),
        DestOutputProfile=stream,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


@lru_cache(maxsize=4)
def _compressed(profile: bytes) -> bytes:
    """Every file of a build holds the same megabyte. Level 4 is 0.4 % larger than 6, and faster."""
    return zlib.compress(profile, 4)


def _check_profile(press: Press, profile: bytes) -> None:
    """A profile for a press is of class ``prtr`` with CMYK data (ICC.1:2010, 7.2.5 and 7.2.6)."""
    kind, space, signature = profile[12:16], profile[16:20], profile[36:40]
    if (kind, space, signature) != (b"prtr", b"CMYK", b"acsp"):
        raise ContentError.of(
            "press-profile",
            say(
                'the profile {profile} of press "{name}" is not a CMYK printer profile',
                profile=press.profile,
                name=press.name,
            ),
            key="profile",
            remedy="name an ICC profile of class prtr with CMYK data",
        )


def _check_version(press: Press, major: int, standard: Standard) -> None:
    """PDF 1.3 and 1.4 know ICC profiles of version 2 only, PDF 1.5 and later also version 4."""
    if major > standard.profile_version:
        raise ContentError.of(
            "press-profile-version",
            say(
                'the profile {profile} of press "{name}" is of ICC version {major}; '
                "{standard_name} takes up to version {profile_version}",
                profile=press.profile,
                name=press.name,
                major=major,
                standard_name=standard.name,
                profile_version=standard.profile_version,
            ),
            key="profile",
            remedy="name a profile of version 2, or build to PDF/X-4",
        )
