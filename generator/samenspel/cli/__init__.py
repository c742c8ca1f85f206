"""The command line: parse, call, show. Nothing is decided here and nothing else prints.

The commands import the rest of samenspel only when they run, so that ``--help`` is quick.
"""

from samenspel.cli.main import app, main

__all__ = ["app", "main"]
