"""Imposition: which card lies where on which sheet (``plan``), then the sheets (``place``).

``plan`` is pure data and knows no PDF; ``as_text`` shows a plan as matrices of page numbers.
"""

from samenspel.impose.placing import as_figure, place
from samenspel.impose.planning import as_text, explained, plan, scheme_named
from samenspel.impose.repeating import on_sheets

__all__ = ["as_figure", "as_text", "explained", "on_sheets", "place", "plan", "scheme_named"]
