"""QR codes as rows of dark and light modules."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=1024)
def qr_modules(link: str) -> Modules:
    """The QR code of a link, at error correction M: 15 % of it may be dirty or torn."""
    encoder = _encoder()
    code = encoder.QRCode(None, encoder.QRErrorCorrectLevel.M)
    code.addData(encoder.QR8bitByte(link))
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


@lru_cache
def _encoder() -> Any:
    """reportlab's encoder alone: its package would bring along all that lays out and draws charts.

    That would be a tenth of what a build imports.
    """
    import reportlab.graphics

    name = "reportlab.graphics.barcode.qrencoder"
    path = Path(reportlab.graphics.__path__[0]) / "barcode" / "qrencoder.py"
    spec = spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
