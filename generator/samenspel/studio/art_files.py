"""A picture that somebody chose or dropped: bounded, tried as a build tries it, and named by us."""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.datastructures import FormData, UploadFile

from samenspel.diagnostics import Location
from samenspel.draw import prepare_art
from samenspel.errors import UsageError
from samenspel.printable import plain_word, printable
from samenspel.project.reserved import ART_ENDINGS
from samenspel.saying import say
from samenspel.studio.endings import without_rest
from samenspel.studio.engine import Bench


async def sent(form: FormData) -> tuple[str, bytes]:
    """The name and the bytes of the file in a form; both empty without one."""
    file = form.get("file")
    if not isinstance(file, UploadFile):
        return "", b""
    return file.filename or "", await file.read()


def art_file(bench: Bench, folder: str, stem: str, name: str, data: bytes) -> dict[str, bytes]:
    """A picture's bytes by its path below the project, once it is known that it can be printed.

    Of the name that a browser gives only the ending counts. Raises UsageError ``logo-unusable``,
    and ContentError for what a build refuses too.
    """
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending not in ART_ENDINGS or not data:
        what = (
            say("is empty")
            if ending in ART_ENDINGS
            else say("ends in {ending}", ending=printable(ending) or say("nothing"))
        )
        raise UsageError.of(
            "logo-unusable",
            say("this picture {what}", what=what),
            remedy="choose an SVG or PDF, or a JPEG, PNG or TIFF",
        )  # fmt: skip
    path = f"{folder}/{plain_word(stem) or 'plaatje'}{ending}"
    data = without_rest(data)
    prepare_art(path, data, colour=bench.build.colours, location=Location(path))
    return {f"assets/{path}": data}
