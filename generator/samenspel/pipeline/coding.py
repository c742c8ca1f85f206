"""The edition code: a deck's name, and a fingerprint of all that a format of it is made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samenspel.model.deck import Deck
from samenspel.model.edition_code import edition_code
from samenspel.model.fingerprint import fingerprint
from samenspel.model.style import Format, Press, Theme
from samenspel.version import __version__


def code_of(
    deck: Deck,
    shape: Format,
    press: Press,
    theme: Theme,
    fonts: Mapping[str, str],
    digests: Mapping[str, str],
) -> str:
    """``2026.1-waddenrand-nl-7QK3-M9XT-4B2D4``, for one format.

    ``fonts`` names files by role and ``digests`` are SHA-256 of each font, drawing and profile. It
    holds no time, no path and no version of a library: the same deck has the same code everywhere.
    """
    printed_with = {
        "samenspel": __version__,
        "content": deck.content,
        "backs": deck.backs,
        "format": shape,
        "press": replace(press, pages="front-back"),  # their order changes no page
        "theme": replace(theme, fonts={}, fallback=()),
        "fonts": dict(fonts),
        "assets": dict(digests),
    }
    return edition_code(deck.edition_code, bytes.fromhex(fingerprint(printed_with)))
