"""What lies over what: language over source, project over base, region over network. Pure data."""

from samenspel.layers.applying import fallbacks

__all__ = ["fallbacks"]
