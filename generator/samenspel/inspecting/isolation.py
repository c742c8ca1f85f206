"""A process of its own for each stranger's file: whatever the file does there, it ends there."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from samenspel.inspecting.worker import MEASURED, Job
from samenspel.preflight import Expectation

MEMORY = 500 * 2**20
"""Bytes of address space beside what the file itself takes."""
SECONDS = 45
"""Of processor time, for a file of up to 20 MB; what other programs take meanwhile is not it."""
PATIENCE = SECONDS * 20 if MEASURED else SECONDS
"""Seconds by the clock: only where a system does not count processor time they are the bound."""
THOROUGH = 10
"""So many times longer may a thorough reading take; it draws every page several times."""


class BrokenDownError(Exception):
    """The worker used up what it may use, or broke down."""


def read(path: Path, expected: Expectation, *, thorough: bool) -> dict[str, Any]:
    """The worker's findings on a file. Raises BrokenDownError, OSError."""
    size = path.stat().st_size
    longer = (1 + size / 20e6) * (THOROUGH if thorough else 1)
    job = Job(path, _memory(size, thorough), round(SECONDS * longer), expected, thorough)
    return _answer(job, PATIENCE * longer)


def draw(path: Path, pages: tuple[int, ...]) -> dict[str, Any]:
    """The worker's pictures of pages. Raises BrokenDownError, OSError."""
    size = path.stat().st_size
    longer = 1 + size / 20e6 + len(pages) / 10
    return _answer(Job(path, _memory(size, True), round(SECONDS * longer), pages=pages),
                   PATIENCE * longer)  # fmt: skip


def _memory(size: int, draws: bool) -> int:
    return MEMORY * (2 if draws else 1) + 3 * size


def _answer(job: Job, patience: float) -> dict[str, Any]:
    # -P: a module that lies in the folder where the user stands must not be taken for ours.
    command = [sys.executable, "-P", "-m", "samenspel.inspecting.worker"]
    try:
        done = subprocess.run(
            command,
            input=pickle.dumps(job),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {"heavy": True}
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise BrokenDownError(str(job.path)) from error
    if answer.get("heavy"):
        raise BrokenDownError(str(job.path))
    if "refused" in answer:
        raise OSError(0, str(answer["refused"]))
    found: dict[str, Any] = answer
    return found
