"""Printers as they were measured, kept under a name for the one who uses this computer.

They stand in one JSON file, as what a printer does belongs to an office and not to a deck.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from samenspel.diagnostics import Location, near_match
from samenspel.errors import ContentError, UsageError
from samenspel.model.sheet import Printer
from samenspel.plain_json import parsed
from samenspel.saying import say
from samenspel.staging import write_whole

FILE = "printers.json"
FARTHEST = 10.0
"""A back that lies farther off, in mm, was measured wrong."""


def printers_file() -> Path:
    """Where printers are kept; ``SAMENSPEL_CONFIG`` names the folder."""
    named = os.environ.get("SAMENSPEL_CONFIG")
    if named:
        return Path(named, FILE)
    if sys.platform == "win32":
        home = Path(os.environ.get("APPDATA") or Path("~/AppData/Roaming").expanduser())
    elif sys.platform == "darwin":
        home = Path("~/Library/Application Support").expanduser()
    else:
        home = Path(os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser())
    return home / "samenspel" / FILE


def printers() -> dict[str, Printer]:
    """All printers by name. Raises ContentError (``printer-file``) for a file that is damaged."""
    path = printers_file()
    try:
        data = parsed(path.read_bytes())
        return {name: _read(name, entry) for name, entry in sorted(data.items())}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError, OSError) as error:
        raise ContentError.of(
            "printer-file",
            "the file of printers cannot be read",
            Location(str(path)),
            remedy="mend it, or delete it and add the printers again",
        ) from error


def printer_named(name: str) -> Printer:
    """The printer of that name. Raises UsageError (``printer-unknown``)."""
    known = printers()
    if name not in known:
        raise UsageError.of(
            "printer-unknown",
            say('there is no printer "{name}"', name=name),
            remedy=near_match(name, known) if known else "add it with: samenspel printer add NAME",
        )
    return known[name]


def add_printer(printer: Printer) -> Path:
    """Keep a printer, in place of one of the same name; returns the file.

    Raises UsageError (``printer-offset``) for measures that cannot be, and FileAccessError.
    """
    measures = (*printer.back_offset, *(printer.landscape_offset or ()), printer.margin)
    if any(abs(mm) > FARTHEST for mm in measures):
        raise UsageError.of(
            "printer-offset",
            say(
                "a printer that is more than {farthest:g} mm off cannot be helped",
                farthest=FARTHEST,
            ),
            remedy="measure again on the test sheet, in millimetres",
        )
    return _write({**printers(), printer.name: printer})


def remove_printer(name: str) -> Path:
    """Forget a printer; returns the file. Raises UsageError (``printer-unknown``)."""
    printer_named(name)
    return _write({key: one for key, one in printers().items() if key != name})


def _read(name: str, entry: dict[str, object]) -> Printer:
    landscape = entry.get("landscape_offset")
    return Printer(
        name,
        _offset(entry["back_offset"]),
        _offset(landscape) if landscape is not None else None,
        float(str(entry["margin"])),
    )


def _offset(found: object) -> tuple[float, float]:
    if not isinstance(found, list):
        raise TypeError(found)
    right, down = found
    return float(right), float(down)


def _write(found: dict[str, Printer]) -> Path:
    path = printers_file()
    data = {name: _entry(printer) for name, printer in sorted(found.items())}
    write_whole(path, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())
    return path


def _entry(printer: Printer) -> dict[str, object]:
    return {key: value for key, value in asdict(printer).items() if key != "name"}
