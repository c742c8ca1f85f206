"""``samenspel build --watch``: build again at every change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from samenspel.bounds import READING
from samenspel.cli.show import show_diagnostics, show_text
from samenspel.errors import ExitCode, SamenspelError
from samenspel.fence import allow

if TYPE_CHECKING:
    from samenspel.pipeline import BuildRequest


def watch(request: BuildRequest, build: Callable[[BuildRequest], int]) -> int:
    """Build now and at every change in the project, until somebody stops it. Always returns 0.

    A mistake is shown and the next change waited for; the files stay as they were built last.
    """
    from samenspel.builtin import builtin_deck
    from samenspel.pipeline.watching import Watch

    project = request.project or builtin_deck()
    watch = Watch(project)
    try:
        _once(request, build)
        show_text(f"watching {project}; stop with Ctrl-C", error=True)
        for _ in watch.changes():
            allow(READING)
            _once(request, build)
    except KeyboardInterrupt:
        show_text("stopped watching", error=True)
    return ExitCode.DONE


def _once(request: BuildRequest, build: Callable[[BuildRequest], int]) -> None:
    try:
        build(request)
    except SamenspelError as mistake:
        show_diagnostics(mistake.diagnostics)
