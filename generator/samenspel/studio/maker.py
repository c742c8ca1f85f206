"""What makes files for the studio, in a process of its own: it can be stopped, and has bounds.

It reads one line of JSON (a ``Wish``) and writes lines of JSON: how far it is, and at the end what
was made or why nothing was. A page of the studio is drawn meanwhile; PDFium draws for one at a time
in a process.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from samenspel import fence
from samenspel.diagnostics import Diagnostic
from samenspel.errors import STOPPED, ExitCode, SamenspelError
from samenspel.saying import packed, say


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made."""

    project: str
    """The deck's folder."""
    output: str
    """Where files come."""
    region: str
    """Whose deck."""
    language: str
    """In which language."""
    format: str
    """In which size."""
    press: str
    """For which press."""
    products: tuple[str, ...] = ()
    """What is made of it."""
    copies: int = 0
    """How many decks are ordered; 0 makes files and no order."""
    reference: str = ""
    """How the order is called."""
    proof: bool = False
    """Whether pictures of the pages are made, as the press prints them, in place of files."""
    cache: str = ""
    """The store's folder; empty for none."""
    reader: str = "en"
    """The language of what stands beside the pages of a proof: that of the studio's own words."""


def made(wish: Wish) -> list[Path]:
    """Make it, telling how far it is. Raises SamenspelError; then nothing was written."""
    from samenspel.ordering import OrderRequest, order
    from samenspel.pipeline import BuildRequest, build_deck

    which: dict[str, Any] = {
        "output": Path(wish.output), "project": Path(wish.project), "regions": (wish.region,),
        "languages": (wish.language,), "formats": (wish.format,), "products": wish.products,
        "drafts": True, "cache": Path(wish.cache) if wish.cache else None,
    }  # fmt: skip
    if wish.copies:
        wanted = OrderRequest(
            **which, presses=(wish.press,), copies=wish.copies, reference=wish.reference
        )
        return list(order(wanted, _report_progress).files)
    if wish.proof:
        from samenspel.proofing import ProofWishes, proof_deck

        wishes = ProofWishes(plates=False, language=wish.reader)
        return list(proof_deck(BuildRequest(**which, press=wish.press), wishes, _report_progress)
                    .pictures)  # fmt: skip
    report = build_deck(BuildRequest(**which, press=wish.press), _report_progress)
    return [file.path for file in report.files]


def main() -> int:
    """Make what is asked for on standard input; ``ExitCode.DONE`` when it is there."""
    signal.signal(signal.SIGTERM, _stop)
    fence.put_up()
    asked = json.loads(sys.stdin.readline())
    wish = Wish(**{**asked, "products": tuple(asked["products"])})
    try:
        files = made(wish)
    except SamenspelError as error:
        return _refuse(error.diagnostics)
    except (MemoryError, fence.OverTimeError):
        return _refuse([Diagnostic("deck-too-heavy", say("this takes too much memory or time"))])
    _report({"files": [{"path": str(path), "bytes": path.stat().st_size} for path in files]})
    return ExitCode.DONE


def _refuse(problems: Iterable[Diagnostic]) -> int:
    packed_problems = [
        {"message": packed(one.message), "remedy": packed(one.remedy),
         "place": str(one.location or ""), "code": one.code}
        for one in problems
    ]  # fmt: skip
    _report({"problems": packed_problems})
    return ExitCode.CONTENT


def _report_progress(progress: Any) -> None:
    _report({"progress": asdict(progress)})


def _report(what: dict[str, Any]) -> None:
    print(json.dumps(what, default=packed), flush=True)  # noqa: T201 its parent reads it


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """End in order, so that what was begun is cleared away."""
    del frame
    sys.exit(STOPPED + number)


if __name__ == "__main__":
    sys.exit(main())
