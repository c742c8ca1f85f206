"""A process of its own for art that may take long or much: whatever it does, it ends there."""

from __future__ import annotations

import contextlib
import json
import math
import pickle
import subprocess
import sys

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.draw.colour import ColourSpace
from samenspel.draw.entries import BROKEN_ENTRY, unpacked
from samenspel.draw.headers import MAX_PIXELS, header_size
from samenspel.draw.worker import ANSWER_ART, ANSWER_MISTAKES, MEASURED, Job
from samenspel.errors import ContentError
from samenspel.model.art import Art
from samenspel.saying import say
from samenspel.saying import unpacked as unpacked_text

SECONDS = 5
"""Of processor time, for a drawing or a picture of few pixels."""

SECONDS_A_PIXEL = 1 / 6_000_000
"""A photograph of 100 million pixels is decoded, converted and packed in this time a pixel."""

MEMORY = 600 * 2**20
"""Bytes of address space beside what the interpreter maps itself."""

PATIENCE = 60 if MEASURED else 2
"""So many times longer by the clock, for a busy machine; elsewhere only the clock is watched."""


def prepare_apart(
    name: str, data: bytes, colour: ColourSpace, location: Location | None = None
) -> Art:
    """Art prepared by a worker. Raises ContentError as ``prepare_art``, and ``art-too-heavy``."""
    size = header_size(data)
    # What a picture says of itself buys no more time than the largest that is taken.
    pixels = min(math.prod(size), MAX_PIXELS) if size else 0
    seconds = SECONDS + pixels * SECONDS_A_PIXEL
    job = Job(name, len(data), colour, location, MEMORY, round(seconds))
    # -P: a module that lies in the folder where the user stands must not be taken for ours.
    command = [sys.executable, "-P", "-m", "samenspel.draw.worker"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # it ended before it had read all
            process.stdin.write(pickle.dumps(job))
            process.stdin.write(data)  # apart, so that no second copy of it is made
            process.stdin.flush()
        try:
            output, _ = process.communicate(timeout=seconds * PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise _too_heavy(name, location, seconds) from None
    kind, answer = output[:1], output[1:]
    if process.returncode == 0 and kind == ANSWER_MISTAKES:
        raise ContentError(_diagnostic(one) for one in json.loads(answer))
    if process.returncode != 0 or kind != ANSWER_ART:
        raise _too_heavy(name, location, seconds)
    try:
        return unpacked(answer, name)
    except BROKEN_ENTRY as error:
        raise _too_heavy(name, location, seconds) from error


def _diagnostic(data: dict[str, object]) -> Diagnostic:
    place = data["location"]
    where = Location(*place) if isinstance(place, list) else None
    code, key = str(data["code"]), str(data["key"])
    message, remedy = unpacked_text(data["message"]), unpacked_text(data["remedy"])
    return Diagnostic(code, message, where, key, remedy, Severity(data["severity"]))


def _too_heavy(name: str, location: Location | None, seconds: float) -> ContentError:
    error = ContentError.of(
        "art-too-heavy",
        say(
            "{name} takes more than {seconds:.0f} seconds or {memory} MB to prepare",
            name=name,
            seconds=seconds,
            memory=MEMORY // 2**20,
        ),
        location or Location(name),
        remedy="simplify it (fewer filters, see-through groups and copies), or save it as a PNG of "
        "300 ppi at its printed size",
    )
    assert isinstance(error, ContentError)
    return error
