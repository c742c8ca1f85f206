"""What each content-stream operator does to a run, one family a file."""

from samenspel.pdf import content
from samenspel.preflight.operators import graphics, objects, paths, text
from samenspel.preflight.run import Action

ACTIONS: dict[bytes, Action] = {
    **content.ACTIONS,
    **graphics.ACTIONS,
    **paths.ACTIONS,
    **text.ACTIONS,
    **objects.ACTIONS,
}
"""Operators that matter to preflight; all others are passed over."""
