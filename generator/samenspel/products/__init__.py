"""Products: what a build can make, one file each. Whoever does something for each asks this table.

A file in this folder that holds a ``PRODUCT`` is a product; ``product`` says what one consists of.
Names are known without importing them, so that a command line can complete them at once.
"""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenspel.products.product import Product

SCREEN: Mapping[str, str] = {
    "web": "all cards on one page, to read and to work with",
    "slides": "a card on each slide, for a call on screen",
}
"""What is made for screens, of which no press knows: a name, and what it is. ``digital`` makes
them."""

_NO_PRODUCT = "product"
"""The one module here that is none: it says what a product is."""


def product_names() -> tuple[str, ...]:
    """The names of all products, from the names of their files."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if name != _NO_PRODUCT))


@functools.cache
def products() -> Mapping[str, Product]:
    """All products by name, in the order in which they are made and shown."""
    found = [import_module(f"{__name__}.{name}").PRODUCT for name in product_names()]
    return {one.name: one for one in sorted(found, key=lambda one: (one.order, one.name))}


def previewed() -> tuple[str, ...]:
    """The products that preview and proof show when none is chosen."""
    return tuple(name for name, product in products().items() if product.previewed)
