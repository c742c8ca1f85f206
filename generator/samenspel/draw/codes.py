"""QR codes as rows of dark and light modules."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=1024)
def qr_modules(link: str) -> Modules:
    """The QR code of a link, at error correction M: 15 % of it may be dirty or torn."""
    encoder = _encoder()
    code = encoder.QRCode(None, encoder.QRErrorCorrectLevel.M)
    code.addData(encoder.QR8bitByte(link))
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


@cache
def _encoder() -> ModuleType:
    """reportlab's encoder without its package, which imports all of platypus for its widgets."""
    package = find_spec("reportlab")
    assert package and package.submodule_search_locations
    [folder] = package.submodule_search_locations
    path = Path(folder, "graphics", "barcode", "qrencoder.py")
    spec = spec_from_file_location("reportlab_qrencoder", path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
