"""What a page says, and in which order: what a screen reader gets of a printed file.

``marks.py`` tells what of a page is read and what is decoration, ``blocks.py`` which items are read
as one, ``elements.py`` what they are: headings, paragraphs, lists, figures. ``reading.py`` puts
them in the order of reading, for a whole file. Drawing writes the marks, and finishing makes the
file's structure tree of the outline: both from the same ``Reading``, so that nothing has to be
found again in a drawn page.
"""

from samenspel.tagging.outline import Element, Outline, Section
from samenspel.tagging.reading import Marks, Reading, read

__all__ = ["Element", "Marks", "Outline", "Reading", "Section", "read"]
