"""The catalog's list of layers (ISO 32000-1, 8.11.4), from the groups that pages use."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

TITLE = "Layers"
"""PDF/X-4 asks for a name of each configuration."""


def list_layers(document: pikepdf.Pdf) -> None:
    """Name all layers in the catalog, each switched on; a document without any stays as it is."""
    groups: dict[tuple[int, int], pikepdf.Object] = {}
    for page in document.pages:
        resources = page.obj.get("/Resources", Dictionary())
        for group in resources.get("/Properties", Dictionary()).values():
            if group.get("/Type") == Name.OCG:
                groups.setdefault(group.objgen, group)
    if not groups:
        return
    listed = Array(list(groups.values()))
    usual = Dictionary(Name=String(TITLE), BaseState=Name.ON, Order=listed, ON=listed)
    document.Root.OCProperties = Dictionary(OCGs=listed, D=usual)
