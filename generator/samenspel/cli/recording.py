"""What the base says under a maker's new texts is noted by the first command that sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenspel.cli.show import show_text
from samenspel.errors import FileAccessError
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.pipeline import BuildRequest

NOTED = "noted"
"""The kind of entry in the store that says of a project that there was nothing more to note."""


def record_new(request: BuildRequest, *, quiet: bool = False) -> None:
    """Write the records of overrides that have none yet; a folder that is read-only stays as it is.

    So a later edition of the base can be held against what the maker saw, also when every text was
    typed in an editor. The built-in deck is nobody's to write in. Raises what opening it raises.
    """
    from samenspel.pipeline.records import record_key
    from samenspel.store import Store

    if request.project is None:
        return
    key, store = record_key(request), Store(request.cache)
    if key and store.get(NOTED, key) is not None:
        return
    from samenspel.checking import acceptance

    try:
        written = acceptance(request, only_new=True).write()
    except FileAccessError:
        return
    for path in () if quiet else written:
        show_text(say("noted what the base says under your texts: {path}", path=path), error=True)
    if key and not written:
        store.put(NOTED, key, b"")
