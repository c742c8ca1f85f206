"""Roles of what stands on a page that decide how it is judged."""

from __future__ import annotations

QUIET = "qr-ground"
"""The ground of a code that is to be scanned, with the margin that scanners need."""
CODE = "qr"
"""The code itself: all that may stand on its ground."""
VEILED = "veiled"
"""What is seen through a layer, painted again within it."""
FREE = frozenset({"ground", "pattern", VEILED})
"""What may be cut anywhere: an even ground, a pattern that nobody has to see whole, and what stands
below a layer, of which the first painting is judged."""
