"""The command ``samenspel``: its commands, and how it ends."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import NoReturn

import click

from samenspel import fence
from samenspel.bounds import MEMORY
from samenspel.cli.helping import Later, translated, ui_option, with_ui
from samenspel.cli.show import show_diagnostics, show_text
from samenspel.cli.tongue import asked_in, language, language_for, speak
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import STOPPED, ExitCode, SamenspelError, reason_of
from samenspel.saying import say
from samenspel.staging import NO_ROOM
from samenspel.version import __version__

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

EPILOG = """\b
Examples:
  samenspel build                           the built-in deck, in the folder output/
  samenspel build --region waddenrand       the same for one region
  samenspel batch                           every region, language and format at once
  samenspel check mijn-dek                  does every text fit, are the questions good
  samenspel studio                          make a deck in your browser
  samenspel new mijn-dek                    a deck of your own, to change as you like
  samenspel diff waddenrand                 what that region changes
  samenspel texts export deck.xlsx          all texts in a spreadsheet, and back with import
  samenspel undo                            take back the last import, accept or new
  samenspel preview mijn-dek                pictures, to see what it will look like
  samenspel proof kaarten.pdf               pages as the press will print them
  samenspel order --press meinspiel --copies 250   all that a shop needs, in one folder
  samenspel review mijn-dek                 a page to send, for remarks and a yes
  samenspel web --region waddenrand         the deck as one page for a website
  samenspel preflight kaarten.pdf           what a print shop would refuse in a file
"""


COMMANDS = (
    "studio", "build", "batch", "check", "preview", "proof", "preflight", "order", "personal",
    "web", "list", "diff", "texts", "printer", "undo", "new", "review", "identify", "reprint",
    "explain", "schema", "store", "completion",
)  # fmt: skip
"""Each is a module beside this one, imported when it is asked for."""


def _command(name: str) -> click.Command:
    module = import_module(f"samenspel.cli.{name}")
    found: click.Command = getattr(module, "list_" if name == "list" else name)
    return with_ui(found)


class _Commands(click.Group):
    """A group whose output may stop being read."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; when nobody reads on (``| head``), end without a word."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still in the buffer would fail again when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(STOPPED + signal.SIGPIPE if hasattr(signal, "SIGPIPE") else 0)
        return result


@click.group(
    cls=_Commands, commands=Later(COMMANDS, _command), context_settings=HELP, epilog=EPILOG
)
@click.version_option(__version__, "-V", "--version", prog_name="samenspel")
def app() -> None:
    """Make print-ready decks of workshop cards, with sheets to cut yourself and a poster.

    A deck is a folder with texts and drawings. Change a text, build again, and take the PDF to a
    print shop. Without a folder of your own you get the built-in deck.
    """


app.params.append(ui_option())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run ``samenspel`` and end the process with its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the console says it can show
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Pages are plain data without cycles: looking for these often costs a tenth of the time.
    gc.set_threshold(200_000, 20, 100)
    fence.put_up()
    code = run(arguments)
    gc.freeze()  # Python's end would look through all of it once more, for nothing
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run ``samenspel`` and return its exit code; a bug is raised on."""
    arguments = sys.argv[1:] if arguments is None else arguments
    speak(language_for(arguments), asked_in(arguments))
    try:
        result = translated(app).main(arguments, prog_name="samenspel", standalone_mode=False)
        return result if isinstance(result, int) else ExitCode.DONE
    except SamenspelError as mistake:
        show_diagnostics(mistake.diagnostics)
        return mistake.exit_code
    except click.ClickException as mistake:
        from samenspel.speaking import spoken  # its libraries are asked for by a mistake alone

        vars(mistake)["message"] = spoken(mistake.message, language())  # click calls it final
        mistake.show()
        return mistake.exit_code
    except click.Abort:
        show_text(say("Stopped. Nothing was changed."), error=True)
        return STOPPED + signal.SIGINT
    except OSError as error:
        return _refused(error)
    except (MemoryError, fence.OverTimeError):
        return _too_heavy()


def _refused(error: OSError) -> int:
    """What the system refused and no stage foresaw; without a file's name it is a bug."""
    full = error.errno in NO_ROOM
    if error.filename is None and not full:
        if not _stands_somewhere():
            message, remedy = "the folder where you are is gone", "go to a folder with cd"
            show_diagnostics([Diagnostic("file-access", message, remedy=remedy)])
            return ExitCode.ACCESS
        raise error
    where = Location(str(error.filename)) if error.filename else None
    if full:
        message, remedy = "there is no room left on the disk", "make room on the disk"
        show_diagnostics([Diagnostic("disk-full", message, where, remedy=remedy)])
    else:
        message = say("cannot use this file or folder ({reason})", reason=reason_of(error))
        remedy = "check that it is there and that you may use it"
        show_diagnostics([Diagnostic("file-access", message, where, remedy=remedy)])
    return ExitCode.ACCESS


def _stands_somewhere() -> bool:
    """False in a terminal whose folder somebody removed, or made anew."""
    try:
        os.getcwd()  # noqa: PTH109 (asks the system, and not what a path would be)
    except OSError:
        return False
    return True


def _too_heavy() -> int:
    """A deck that takes more memory or time than any deck should."""
    show_diagnostics(
        [
            Diagnostic(
                "deck-too-heavy",
                say(
                    "this takes more than {memory} GB of memory, or minutes of processor time for "
                    "one deck",
                    memory=MEMORY // 2**30,
                ),
                remedy="build one region or format at a time, or find the file that is too large",
            )
        ]
    )
    return ExitCode.CONTENT


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """Asked to stop: end in order, so that what was begun is cleared away."""
    del frame
    sys.exit(STOPPED + number)
