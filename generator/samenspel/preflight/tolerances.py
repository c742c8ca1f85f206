"""How far a number may miss a limit before it counts: files round, and so do programs."""

from __future__ import annotations

BOX = 0.001
"""Points: boxes are written with three to five decimals."""
TRIM = 0.01
"""Millimetres: a hundredth is far below any cutter's error."""
TYPE = 0.01
"""Points: sizes are the product of two or three rounded matrices."""
LINE = 0.0005
"""Points: a width is written once, with up to four decimals."""
PLACE = 0.05
"""Millimetres: a place counts as kept from half a tenth, which nobody sees."""
TINT = 0.05
"""Percent: tints are written with a few digits."""
RESOLUTION = 0.01
"""Pixels an inch: 225 that comes from a rounded matrix is 224.996."""
PIXEL = 0.1
"""Points: less than a pixel of any device."""
