"""The poster: the model explained on one page, to be read from five metres and from near by."""

from samenspel.layout.poster.formats import poster_format
from samenspel.layout.poster.page import poster, whole_model

__all__ = ["poster", "poster_format", "whole_model"]
