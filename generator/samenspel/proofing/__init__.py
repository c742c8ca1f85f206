"""Pictures to look at before anything is printed.

``preview`` shows pages as a screen shows them, with a contact sheet of all cards. ``proof`` shows
them as the press will: from plates (``separations``) through the press's profile to the screen
(``screen``), each plate alone, the ink that lies where (``heat``), and where it is cut
(``overlay``). ``pages`` draws a page of any file for a report.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenspel.proofing.pages import PagePicture, page_picture
    from samenspel.proofing.preview import CONTACT_SHEET, PreviewReport, preview_deck
    from samenspel.proofing.proof import proof_deck, proof_files
    from samenspel.proofing.report import ProofedPage, ProofReport
    from samenspel.proofing.wishes import ProofWishes

__all__ = [
    "CONTACT_SHEET",
    "PagePicture",
    "PreviewReport",
    "ProofReport",
    "ProofWishes",
    "ProofedPage",
    "page_picture",
    "preview_deck",
    "proof_deck",
    "proof_files",
]

_HOMES = {
    "pages": ("PagePicture", "page_picture"),
    "preview": ("CONTACT_SHEET", "PreviewReport", "preview_deck"),
    "proof": ("proof_deck", "proof_files"),
    "report": ("ProofedPage", "ProofReport"),
    "wishes": ("ProofWishes",),
}


def __getattr__(name: str) -> Any:
    """The public name, from its module: a preview does without what reads plates."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
