"""The poster: the model explained on one page, to be read from five metres and from near by."""

from samenspel.layout.poster.formats import PORTRAIT_POSTER, POSTER_FORMAT
from samenspel.layout.poster.page import poster, whole_model

__all__ = ["PORTRAIT_POSTER", "POSTER_FORMAT", "poster", "whole_model"]
