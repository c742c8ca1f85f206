"""What objects hold, as digests that are the same in every file that holds the same."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
from collections.abc import Hashable

import pikepdf

from samenspel.pdf.values import Resources, entry

REFERENCE = re.compile(rb"(?<=[\s\[])(\d+) (\d+) R(?=[\s\]])")
"""A reference as qpdf writes it."""

MAX_DEPTH = 50
"""References behind references; what lies deeper counts as equal to nothing else."""

_FILES = itertools.count()
_PROCESS = os.urandom(16).hex().encode()
"""So that a file's name is that of no file in another process."""


class Fingerprints:
    """The digests of one document's objects."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        """Start with none."""
        self._document = document
        self.file = b"file %d of %d %b" % (next(_FILES), os.getpid(), _PROCESS)
        self._known: dict[tuple[int, int], bytes] = {}
        self._followed: dict[bytes, bytes] = {}
        """The same by references as they are written, which spares the way through the file."""

    def digest_of(self, item: Resources, depth: int = 0) -> bytes:
        """The digest of an object and of all that it leads to.

        What leads back to itself equals nothing in any other file.
        """
        if item is None:
            return b""
        if not item.is_indirect:
            return self._digest(item, depth)
        if item.objgen not in self._known:
            self._known[item.objgen] = self.file
            self._known[item.objgen] = self._digest(item, depth)
        return self._known[item.objgen]

    def content(self, stream: pikepdf.Object) -> Hashable:
        """What a stream's decoded bytes depend on, and nothing else."""
        raw = hashlib.sha256(stream.read_raw_bytes()).digest()
        return raw, *(self.digest_of(entry(stream, key)) for key in ("/Filter", "/DecodeParms"))

    def _digest(self, item: pikepdf.Object, depth: int) -> bytes:
        if depth > MAX_DEPTH:
            return self.file
        if isinstance(item, pikepdf.Stream):
            text, raw = item.stream_dict.unparse(), item.read_raw_bytes()
        else:
            text, raw = item.unparse(resolved=True), b""

        def follow(found: re.Match[bytes]) -> bytes:
            if (known := self._followed.get(found[0])) is not None:
                return known
            digest = self._target(found, depth)
            if digest != self.file:  # which is also what is not finished yet
                self._followed[found[0]] = digest
            return digest

        body = REFERENCE.sub(follow, text)
        return hashlib.sha256(b"%d %b%b" % (len(body), body, raw)).digest()

    def _target(self, found: re.Match[bytes], depth: int) -> bytes:
        """The digest of what a reference leads to."""
        target = self._document.get_object(int(found[1]), int(found[2]))
        if isinstance(target, pikepdf.Object):
            return self.digest_of(target, depth + 1)
        return b"%r" % target  # a number, a truth or nothing: pikepdf gives Python's own
