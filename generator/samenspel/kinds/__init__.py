"""Kinds of cards and sets of choices from YAML: read, checked, and found by name."""

from samenspel.kinds.library import Library

__all__ = ["Library"]
