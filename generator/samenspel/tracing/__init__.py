"""From a card in the hand back to its build, and from an earlier build to the cards to print again.

Manifests hold what is needed: the code and the fingerprint of each card's faces.
"""

from samenspel.tracing.identifying import Identified, identify
from samenspel.tracing.reprinting import Reprint, ReprintRequest, reprint

__all__ = ["Identified", "Reprint", "ReprintRequest", "identify", "reprint"]
