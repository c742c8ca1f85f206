"""The digital edition: a deck as one HTML file that everybody can read, without any connection.

``reading.py`` takes the cards apart into what is read, in the order of reading; ``looks.py`` gives
the deck's colours, fonts and pictures as a screen takes them; ``page.py`` puts the file together
from these and from ``page.css``, ``table.js`` (which the studio has too) and ``page.js``.
``slides.py`` makes slides of the same reading.
"""

from samenspel.digital.edition import ScreenReport, WebEdition, screen_editions
from samenspel.digital.words import languages

__all__ = ["ScreenReport", "WebEdition", "languages", "screen_editions"]
