"""Several documents one after another, before they are finished as one."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf


def joined(documents: Iterable[bytes]) -> bytes:
    """The pages of all documents in their order; the same input gives the same bytes.

    What a document says of itself (its output intent, its metadata) is left behind: ``finish``
    says it again for the whole.
    """
    with pikepdf.new() as whole:
        for data in documents:
            with pikepdf.open(io.BytesIO(data)) as part:
                whole.pages.extend(part.pages)
        out = io.BytesIO()
        whole.save(out, deterministic_id=True)
        return out.getvalue()
