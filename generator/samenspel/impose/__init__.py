"""Imposition: which card lies where on which sheet (``plan``), then the sheets (``place``).

``plan`` is pure data and knows no PDF; ``as_text`` shows a plan as matrices of page numbers.
"""

from samenspel.impose.placing import place
from samenspel.impose.planning import as_text, explained, plan, scheme_named

__all__ = ["as_text", "explained", "place", "plan", "scheme_named"]
