"""``samenspel completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from samenspel.cli.show import show_data

EPILOG = """\b
Examples:
  bash: samenspel completion bash > ~/.local/share/bash-completion/completions/samenspel
  zsh:  samenspel completion zsh > ~/.zfunc/_samenspel   (with ~/.zfunc in fpath)
  fish: samenspel completion fish > ~/.config/fish/completions/samenspel.fish
"""


@click.command(epilog=EPILOG, short_help="Print the script for completion with Tab.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a script that lets your shell complete commands and names with the Tab key."""
    kind = get_completion_class(shell)
    if kind is None:  # click knows all three
        raise AssertionError(shell)
    show_data(kind(ctx.find_root().command, {}, "samenspel", "_SAMENSPEL_COMPLETE").source())
