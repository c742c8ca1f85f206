"""What the studio is making: one job at a time, which tells how far it is and can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from samenspel.diagnostics import Diagnostic, Location
from samenspel.saying import say, unpacked
from samenspel.studio.maker import Wish

PATIENCE = 10.0
"""Seconds that a job gets to clear up when it is stopped."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file that was made."""

    path: Path
    """Where it stands."""
    size: int
    """In bytes."""


@dataclass(slots=True)
class Job:
    """One job, from its beginning on."""

    wish: Wish
    """What is made."""
    sent: TemporaryDirectory[str] | None = None
    """Where a table stands that was sent for it; it goes with the end of the job."""
    done: int = 0
    """How many files are there."""
    total: int = 0
    """How many there will be; 0 while that is not known."""
    doing: str = ""
    """What it works on."""
    files: Sequence[MadeFile] = ()
    """What was made."""
    problems: Sequence[Diagnostic] = ()
    """Why nothing was, or not all."""
    state: str = "running"
    """``running``, then ``made``, ``refused`` or ``stopped``."""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def begin(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "samenspel.studio.maker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, encoding="utf-8",
        )  # fmt: skip
        threading.Thread(target=self._follow, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """Stop it; nothing of it is left behind."""
        process = self._process
        if process is None or self.state != "running":
            return
        self.state = "stopped"
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()

    def _follow(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None and process.stdout is not None
        with process:
            process.stdin.write(json.dumps(asdict(self.wish)) + "\n")
            process.stdin.close()
            for line in process.stdout:
                self._hear(json.loads(line))
        if self.sent is not None:
            self.sent.cleanup()
        if self.state == "running":  # it ended without a word
            self.problems = [Diagnostic("job-broken", say("this could not be made"))]
            self.state = "refused"

    def _hear(self, message: dict[str, Any]) -> None:
        if self.state == "stopped":
            return
        if progress := message.get("progress"):
            self.done, self.total = progress["done"], progress["total"]
            self.doing = str(progress["doing"])
        else:
            self.problems = [
                Diagnostic(
                    one["code"], unpacked(one["message"]),
                    Location(one["place"]) if one["place"] else None, "", unpacked(one["remedy"]),
                )
                for one in message["problems"]
            ]  # fmt: skip
            files = message.get("files", ())
            self.files = [MadeFile(Path(one["path"]), one["bytes"]) for one in files]
            self.state = "made" if files else "refused"
