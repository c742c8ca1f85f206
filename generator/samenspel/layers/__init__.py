"""What lies over what: language over source, project over base, region over network. Pure data."""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.layers.applying import fallbacks

__all__ = ["fallbacks"]
__getattr__ = lazily(__name__, {"applying": ("fallbacks",)})
