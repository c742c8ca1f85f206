"""Names that a project gives a meaning, and the endings of what may be art."""

from __future__ import annotations

from samenspel.layers.names import BASE

ART_ENDINGS = (".svg", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".avif", ".pdf", ".ai")
"""The endings that are tried for a cartoon that is named without one, in this order."""

EXAMPLE = "cards/regions/voorbeeld.yaml.txt"
"""An example to look at, which samenspel puts in a new project; it is no region."""

_PORTS = (f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))
_DEVICES = ("con", "prn", "aux", "nul", *_PORTS)
TAKEN_NAMES = {
    BASE: "means the deck without a region",
    "all": "means every region",
    **dict.fromkeys(_DEVICES, "is a device and no file on Windows"),
}
"""Names that mean something else than a region."""
