"""A finished document of one page as the mould of one with any number of such pages.

All that is asked of a file, and all that its pages share, stands in the mould. Pages that are added
bring nothing but their operators, and are written at once: a file of 20,000 pages takes no more
memory than one of two.
"""

from __future__ import annotations

import hashlib
import io
from array import array
from typing import BinaryIO

import pikepdf

from samenspel.pdf.drawing import DEFLATED, stream

BRANCH = 256
"""So many pages hang on one branch of the tree (ISO 32000-1, 7.7.3)."""
MOST = 10**10
"""Bytes; a cross-reference table has ten digits for a place."""


class Mould:
    """What every page of a file has, from a finished document of one page."""

    def __init__(self, pdf: bytes) -> None:
        """``pdf`` is what ``finish`` gave; its page names all that pages may call."""
        with pikepdf.open(io.BytesIO(pdf)) as finished:
            plain = io.BytesIO()
            finished.save(
                plain,
                force_version=finished.pdf_version,
                fix_metadata_version=False,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                recompress_flate=False,
                deterministic_id=True,
            )
        self.header = plain.getvalue().split(b"\n", 2)[:2]
        with pikepdf.open(plain) as document:
            page = document.pages[0].obj
            tree = document.Root.Pages.objgen[0]
            self.tree = tree
            self.free = [page.objgen[0], page.Contents.objgen[0]]
            """Numbers that the mould's own page leaves."""
            self.entries = b"".join(
                b"%b %b" % (key.encode(), _written(value))
                for key, value in page.items()
                if key not in ("/Parent", "/Contents", "/Type")
            )
            skipped = {tree, *self.free}
            self.bodies = {
                item.objgen[0]: _body(item)
                for item in document.objects
                if isinstance(item, pikepdf.Object) and item.objgen[0] not in skipped
            }
            self.trailer = b"/Root %d 0 R/Info %d 0 R" % (
                document.Root.objgen[0], document.trailer.Info.objgen[0],
            )  # fmt: skip


class MouldedFile:
    """A file that is written page by page."""

    def __init__(self, mould: Mould, file: BinaryIO) -> None:
        """``file`` is empty, and open for writing."""
        self._mould, self._file = mould, file
        self._place = 0
        self._digest = hashlib.sha256()
        self._places = array("Q", [0] * (max((*mould.bodies, mould.tree, *mould.free)) + 1))
        self._free = list(mould.free)
        self._contents: dict[bytes, int] = {}
        self._branches: list[int] = []
        self._kids: list[int] = []
        self._branch = 0
        self.pages = 0
        self._put(b"\n".join([*mould.header, b""]))
        for number, body in sorted(mould.bodies.items()):
            self._object(number, body)

    def add(self, content: bytes) -> None:
        """A page that paints these operators, packed; equal ones are stored once."""
        digest = hashlib.sha256(content).digest()
        if digest not in self._contents:
            self._contents[digest] = number = self._number()
            self._object(number, stream(DEFLATED, content))
        if not self._kids:
            self._branch = self._number()
        page = self._number()
        self._object(
            page,
            b"<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>"
            % (self._branch, self._contents[digest], self._mould.entries),
        )
        self.pages += 1
        self._kids.append(page)
        if len(self._kids) == BRANCH:
            self._end_branch()

    def close(self) -> None:
        """The page tree, the table of places and the trailer; nothing can be added any more."""
        self._end_branch()
        kids = b" ".join(b"%d 0 R" % number for number in self._branches)
        self._object(self._mould.tree, b"<</Type/Pages/Count %d/Kids[%b]>>" % (self.pages, kids))
        start, count = self._place, len(self._places)
        mark = self._digest.hexdigest()[:32].encode()
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for place in self._places[1:]:
            self._put(b"%010d 00000 n \n" % place if place else b"0000000000 00000 f \n")
        self._put(
            b"trailer\n<</Size %d%b/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, self._mould.trailer, mark, mark, start)
        )

    def _end_branch(self) -> None:
        if not self._kids:
            return
        kids = b" ".join(b"%d 0 R" % number for number in self._kids)
        self._object(
            self._branch,
            b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>"
            % (self._mould.tree, len(self._kids), kids),
        )
        self._branches.append(self._branch)
        self._kids = []

    def _number(self) -> int:
        if self._free:
            return self._free.pop(0)
        self._places.append(0)
        return len(self._places) - 1

    def _object(self, number: int, body: bytes) -> None:
        self._places[number] = self._place
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._place += len(data)
        if self._place >= MOST:
            raise ValueError("a file may have no more than ten thousand million bytes")


def _written(value: object) -> bytes:
    """A value as a dictionary holds it: a reference, or what it is."""
    return value.unparse() if isinstance(value, pikepdf.Object) else pikepdf.unparse(value)


def _body(item: pikepdf.Object) -> bytes:
    if isinstance(item, pikepdf.Stream):
        about = pikepdf.Dictionary({k: v for k, v in item.items() if k != "/Length"})
        entries = about.unparse().strip()[2:-2].strip()
        return stream(entries, item.read_raw_bytes())
    return item.unparse(resolved=True)
