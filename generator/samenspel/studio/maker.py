"""What makes files for the studio, in a process of its own: it can be stopped, and has bounds.

It reads one line of JSON (a ``Wish``) and writes lines of JSON: how far it is, and at the end what
was made or why nothing was. A page of the studio is drawn meanwhile; PDFium draws for one at a time
in a process.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from samenspel import fence
from samenspel.diagnostics import Diagnostic
from samenspel.errors import STOPPED, ExitCode, SamenspelError
from samenspel.products import SCREEN
from samenspel.saying import packed, say

if TYPE_CHECKING:
    from samenspel.pipeline import BuildRequest
    from samenspel.pipeline.request import Stopped


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
    every: bool = False
    """Whether files are made for every region of the deck, in all languages that are ready."""
    rows: str = ""
    """A table of which each row gets a card; empty for none."""
    card: str = ""
    """Which card that is."""
    each: bool = False
    """Whether each row gets a file of its own."""


class Made(NamedTuple):
    """What came of a wish."""

    files: list[Path]
    """What was made."""
    problems: list[Diagnostic]
    """Why something else that was asked for was not."""


def made(wish: Wish) -> Made:
    """Make it, telling how far it is. Raises SamenspelError; then nothing was written."""
    from samenspel.ordering import OrderRequest, order
    from samenspel.pipeline import BuildRequest

    which: dict[str, Any] = {
        "output": Path(wish.output), "project": Path(wish.project), "regions": (wish.region,),
        "languages": (wish.language,), "formats": (wish.format,), "products": wish.products,
        "drafts": True, "cache": Path(wish.cache) if wish.cache else None,
    }  # fmt: skip
    if wish.copies:
        wanted = OrderRequest(
            **which, presses=(wish.press,), copies=wish.copies, reference=wish.reference
        )
        return Made(list(order(wanted, _report_progress).files), [])
    request = BuildRequest(**which, press=wish.press)
    if wish.proof:
        from samenspel.proofing import ProofWishes, proof_deck

        wishes = ProofWishes(plates=False, language=wish.reader)
        return Made(list(proof_deck(request, wishes, _report_progress).pictures), [])
    if wish.rows:
        from samenspel.personal import PersonalRequest, make_personal

        wanted_for = PersonalRequest(
            replace(request, cards=(wish.card,)), Path(wish.rows), wish.each
        )
        return Made([one.path for one in make_personal(wanted_for, _report_progress)], [])
    if wish.every:
        request = replace(request, regions=("all",), languages=(), drafts=False)
    return _files(request, wish.products)


def _files(request: BuildRequest, products: Sequence[str]) -> Made:
    """Files to print, and those for screens; what cannot be made does not keep the rest back."""
    from samenspel.pipeline.request import Stopped, stopped_error

    printed = tuple(one for one in products if one not in SCREEN)
    parts = [partial(_printed, replace(request, products=printed))] if printed else []
    parts += [partial(_for_screens, request, one) for one in products if one in SCREEN]
    files: list[Path] = []
    stopped: list[Stopped] = []
    for part in parts:
        try:
            found, without = part()
        except SamenspelError as error:
            found, without = [], [Stopped("", error)]
        files, stopped = files + found, [*stopped, *without]
    if stopped and not files:
        raise stopped_error(stopped)
    return Made(files, list(dict.fromkeys(found for one in stopped for found in _why(one))))


def _printed(request: BuildRequest) -> tuple[list[Path], Sequence[Stopped]]:
    from samenspel.pipeline import build_deck

    report = build_deck(request, _report_progress)
    return [file.path for file in report.files], report.stopped


def _for_screens(request: BuildRequest, product: str) -> tuple[list[Path], Sequence[Stopped]]:
    """The page holds all languages that are ready, slides those that are asked for."""
    from samenspel.digital import screen_editions

    if product == "web":
        request = replace(request, languages=(), drafts=False)
    report = screen_editions(request, [product])
    return [one.path for one in report.editions], report.stopped


def _why(stopped: Stopped) -> Iterator[Diagnostic]:
    """The mistakes of a region, after a line that names it."""
    first, *_ = stopped.error.diagnostics
    if stopped.region:
        said = say("{region}: nothing was made, its files have mistakes", region=stopped.region)
        yield Diagnostic(first.code, said)
    yield from stopped.error.diagnostics


def main() -> int:
    """Make what is asked for on standard input; ``ExitCode.DONE`` when it is there."""
    signal.signal(signal.SIGTERM, _stop)
    fence.put_up()
    asked = json.loads(sys.stdin.readline())
    wish = Wish(**{**asked, "products": tuple(asked["products"])})
    try:
        files, problems = made(wish)
    except SamenspelError as error:
        return _refuse(error.diagnostics)
    except (MemoryError, fence.OverTimeError):
        return _refuse([Diagnostic("deck-too-heavy", say("this takes too much memory or time"))])
    sizes = [{"path": str(path), "bytes": path.stat().st_size} for path in files]
    _report({"files": sizes, "problems": _packed(problems)})
    return ExitCode.DONE


def _refuse(problems: Iterable[Diagnostic]) -> int:
    _report({"problems": _packed(problems)})
    return ExitCode.CONTENT


def _packed(problems: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    return [
        {"message": packed(one.message), "remedy": packed(one.remedy),
         "place": str(one.location or ""), "code": one.code}
        for one in problems
    ]  # fmt: skip


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
