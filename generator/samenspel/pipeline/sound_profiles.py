"""The output profile of a press, tried before anything is drawn with it."""

from __future__ import annotations

from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.model.style import Press
from samenspel.preflight import profile_fault
from samenspel.project import Project
from samenspel.saying import say


def profile_of(project: Project, press: Press) -> bytes:
    """The profile's bytes. Raises ContentError: ``press-profile``, and as ``Project.asset``.

    One that the project brings is held against what preflight asks of a file's output intent;
    samenspel's own are tested instead.
    """
    name = f"icc/{press.profile}"
    root, _ = next(project.asset_homes(name), (None, ""))
    data = project.asset(name)
    if root is None or root == project.builtin:
        return data
    fault = profile_fault(data)
    if fault:
        raise ContentError(
            Diagnostic(
                "press-profile",
                say('the profile of the press "{name}" {fault}', name=press.name, fault=fault),
                Location(f"assets/{name}"),
                "",
                "get the file again from your print shop, or from where it comes",
            )
        )
    return data
