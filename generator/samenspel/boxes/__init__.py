"""Boxes for decks: flat blanks with their cuts and creases, and what becomes of them when folded.

Pure geometry in millimetres; nothing here knows a page. ``tuck`` and ``two_piece`` make blanks,
``folding`` folds them in numbers, so that a test sees whether panels meet and the deck fits.
"""

from samenspel.boxes.blank import Blank, Edge, Inside, Panel
from samenspel.boxes.folding import folded
from samenspel.boxes.picture import Seen, pictured
from samenspel.boxes.tray import two_piece
from samenspel.boxes.tuck import tuck

__all__ = ["Blank", "Edge", "Inside", "Panel", "Seen", "folded", "pictured", "tuck", "two_piece"]
