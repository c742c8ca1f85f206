"""What tells whether a page would be drawn as before: a digest of all that it is drawn from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from samenspel.model.frame import Frame, Placement
from samenspel.pipeline.edition import Edition
from samenspel.products.product import PrintFile
from samenspel.store import program


def page_keys(edition: Edition, file: PrintFile) -> tuple[str, ...]:
    """For each page of a file SHA-256 in hexadecimal.

    Beside the page itself and its art it holds what all pages are drawn with (the program, press,
    colours and fonts) and the file's name and length, on which a contact sheet depends.
    """
    digests = edition.digests
    shared = [program(), file.name, len(file.frames), edition.build.press, edition.theme]
    shared += [digest for name, digest in digests.items() if name not in edition.arts]
    common = hashlib.sha256(repr(shared).encode())

    def key(frame: Frame) -> str:
        digest = common.copy()
        digest.update(repr([frame, *(digests[name] for name in _arts(frame))]).encode())
        return digest.hexdigest()

    return tuple(map(key, file.frames))


def _arts(frame: Frame) -> Iterator[str]:
    return (item.art for item in frame.items if isinstance(item, Placement))
