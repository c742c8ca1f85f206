"""Finishing: boxes, output intent, metadata and marks, for a file built to a PDF/X standard."""

from samenspel.finish.finishing import finish
from samenspel.finish.metadata import Metadata
from samenspel.finish.mould import Mould, MouldedFile
from samenspel.finish.standards import STANDARDS

__all__ = ["STANDARDS", "Metadata", "Mould", "MouldedFile", "finish"]
