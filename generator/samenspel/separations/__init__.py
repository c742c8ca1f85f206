"""Separations: what each plate of a page prints, and how much ink that is together.

The page is written anew for each ink (for up to three at once) so that light is what the plate
leaves open, without what overprints and leaves the ink alone; PDFium draws it. ``pdf`` reads
the file; ``compiling`` follows colours and overprint, ``program`` is what comes of it, ``writing``
writes it for a plate, with ``images``; ``separator`` joins them. ``coverage`` measures.
"""

from samenspel.pdf.colours import PROCESS
from samenspel.separations.coverage import Coverage, Peak, coverage, total_ink
from samenspel.separations.edges import OpenEdge, open_edges
from samenspel.separations.plates import Plate, PlateSet
from samenspel.separations.program import APPROXIMATE, INCOMPLETE, Note
from samenspel.separations.separator import Separator, plates

__all__ = [
    "APPROXIMATE",
    "INCOMPLETE",
    "PROCESS",
    "Coverage",
    "Note",
    "OpenEdge",
    "Peak",
    "Plate",
    "PlateSet",
    "Separator",
    "coverage",
    "open_edges",
    "plates",
    "total_ink",
]
