"""Finishing: boxes, output intent and metadata, for a file built to PDF/X-4's rules."""

from samenspel.finish.finishing import finish
from samenspel.finish.metadata import Metadata

__all__ = ["Metadata", "finish"]
