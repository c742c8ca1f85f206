"""Personal decks: one card of a deck for each row of a table, with what the row says on it.

``people`` reads the table, ``spool`` holds pages on disk between laying out and drawing, ``making``
is the order of the work. What is held in memory does not grow with the rows' pages.
"""

from samenspel.personal.making import PersonalFile, PersonalRequest, make_personal

__all__ = ["PersonalFile", "PersonalRequest", "make_personal"]
