"""One file that is looked at as a print shop does, in a thread: a page can say so meanwhile."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import SamenspelError
from samenspel.inspecting.inspection import PreflightWishes, preflight_files
from samenspel.inspecting.report import PreflightReport
from samenspel.saying import say


@dataclass(slots=True)
class Looking:
    """From its beginning on; what reads the file has its own bounds and ends by itself."""

    name: str
    """What the file is called."""
    wishes: PreflightWishes
    """What it is held against."""
    report: PreflightReport | None = None
    """What was found."""
    problems: Sequence[Diagnostic] = ()
    """Why it could not be looked at."""
    state: str = "running"
    """``running``, then ``done`` or ``refused``."""
    _begun: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> int:
        """How long ago it began."""
        return round(time.monotonic() - self._begun)

    def begin(self, file: Path | bytes) -> None:
        """Start on a file that is there, or on the bytes of one that was sent."""
        threading.Thread(target=self._look, args=(file,), daemon=True).start()

    def _look(self, file: Path | bytes) -> None:
        try:
            if isinstance(file, Path):
                self.report = preflight_files([file], self.wishes)
            else:
                self.report = self._of_bytes(file)
        except SamenspelError as error:
            self.problems = error.diagnostics
        except OSError:  # no room for the file, or it went away
            self.problems = [Diagnostic("job-broken", say("this could not be made"))]
        finally:
            self.state = "done" if self.report else "refused"

    def _of_bytes(self, data: bytes) -> PreflightReport:
        with tempfile.TemporaryDirectory(prefix="samenspel-") as place:
            path = Path(place, "file.pdf")
            path.write_bytes(data)
            report = preflight_files([path], self.wishes)
        return replace(report, files=(replace(report.files[0], file=self.name),))
