"""QR codes as rows of dark and light modules."""

from __future__ import annotations

from functools import lru_cache

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=1024)
def qr_modules(link: str) -> Modules:
    """The QR code of a link, at error correction M: 15 % of it may be dirty or torn."""
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(link))
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
