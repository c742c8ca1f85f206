"""Schemes: in which order pairs fill the sheets. One file a scheme; each is matrices, no PDF."""

from samenspel.impose.schemes.reading_order import Matrix, reading_order

__all__ = ["Matrix", "reading_order"]
