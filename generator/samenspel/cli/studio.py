"""``samenspel studio``."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import click

from samenspel.builtin import builtin_deck, is_project, misnamed
from samenspel.cli.show import show_text
from samenspel.cli.tongue import language
from samenspel.cli.which_deck import BUILT_IN, cache_folder, folder_argument, project_folder
from samenspel.errors import UsageError
from samenspel.saying import say

EPILOG = """\b
Examples:
  samenspel studio
  samenspel studio mijn-dek
  samenspel studio mijn-dek --port 8765 --no-browser
"""

SECRET = "SAMENSPEL_PROXY_SECRET"
"""Where the secret stands that the proxy knows too: a command line can be read by others."""
LIBRARIES = ("starlette", "uvicorn", "python_multipart")
"""What ``samenspel[studio]`` brings."""


@click.command(epilog=EPILOG, short_help="Make a deck in your browser.")
@folder_argument
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="NUMBER",
              help="The port of this computer.  [default: one that is free]")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Only print the address; open no browser.")
@click.option(
    "--behind-proxy", "network", default="", metavar="RANGE",
    help="Serve a network: the addresses of the proxy in front, which knows who asks.",
)
@click.option(
    "--address", default="", metavar="URL",
    help="Behind a proxy: what browsers ask for, such as https://dek.example.",
)
@click.option(
    "--listen", default="127.0.0.1", metavar="ADDRESS", show_default=True,
    help="Behind a proxy: the address of this computer that the proxy asks.",
)
def studio(
    folder: Path | None, port: int, no_browser: bool, network: str, address: str, listen: str
) -> None:
    """Open the studio: look at a deck and change it in your browser.

    It opens FOLDER, or a page to choose a deck on or begin one. It reaches nobody: only this
    computer is served, and only whoever has the address that is printed. Ctrl-C closes it.

    With --behind-proxy it serves a network, for FOLDER alone: the proxy sends who asks in
    X-Forwarded-User, and in X-Samenspel-Secret what stands in SAMENSPEL_PROXY_SECRET.
    """
    if missing := [name for name in LIBRARIES if find_spec(name) is None]:
        raise UsageError.of(
            "studio-missing",
            say("the studio needs libraries that are not installed: {missing}",
                missing=", ".join(missing)),
            remedy='install them with: pip install "samenspel[studio]"',
        )  # fmt: skip
    from samenspel.studio.server import serve

    project, proxy = _chosen(folder), None
    if network:
        from samenspel.studio.proxy import proxy_of

        proxy = proxy_of(network, address, os.environ.get(SECRET, ""))
        if project is None:
            raise UsageError.of(
                "project-not-found",
                "there is no deck project here",
                remedy="name its folder: samenspel studio FOLDER",
            )
    with suppress(KeyboardInterrupt):
        serve(
            Path(), project, language(), cache=cache_folder(), port=port,
            browser=not no_browser and proxy is None, proxy=proxy, listen=listen, tell=_tell,
        )  # fmt: skip
    show_text(say("The studio is closed."), error=True)


def _chosen(folder: Path | None) -> Path | None:
    """The deck to begin with: one that is named, or where somebody stands; else ``None``."""
    if click.get_current_context().meta.get(BUILT_IN):
        return builtin_deck()
    meant = folder is not None or is_project(Path()) or misnamed(Path()) is not None
    return project_folder(folder) if meant else None


def _tell(address: str) -> None:
    show_text(say("The studio is open: {address}", address=address))
    show_text(say("It stays open until you press Ctrl-C here."), error=True)
