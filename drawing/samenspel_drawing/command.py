"""``samenspel-drawing``: draws the pictures of the built-in deck again, or compares them."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import IntEnum
from pathlib import Path, PurePosixPath
from typing import NoReturn

from samenspel_drawing.gallery import chosen, pictures, unlike, write

_FROM_THE_ROOT = "run the command in the repository's root, or name the folders with options"
_EXAMPLES = """\
examples:
  samenspel-drawing                              all of it, into assets/
  samenspel-drawing --check                      which files differ from what the kit draws
  samenspel-drawing blijf-balanceren -o drawings
"""


class Exit(IntEnum):
    """How the command ends; the numbers are those of ``samenspel``."""

    DONE = 0
    USAGE = 2
    DIFFERS = 3
    ACCESS = 5


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> Exit:
    """Run the command and return its exit code; bad options end the process with code 2."""
    asked = _parser().parse_args(arguments)
    known = pictures(asked.fonts)
    stems = [PurePosixPath(path).stem for path in known]
    unknown = [slug for slug in asked.slugs if slug not in stems]
    if unknown:
        _complain(f'there is no picture "{slug}"; {_near(slug, stems)}' for slug in unknown)
        return Exit.USAGE
    try:
        drawn = {path: draw() for path, draw in chosen(known, asked.slugs).items()}
        if asked.check:
            return _compare(drawn, asked.output)
        _say(*map(str, write(drawn, asked.output)))
    except OSError as error:
        if error.filename is None:
            raise
        _complain([f"{error.filename}: cannot use this file ({error.strerror}); {_FROM_THE_ROOT}"])
        return Exit.ACCESS
    return Exit.DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="samenspel-drawing",
        description="Draw the built-in deck's pictures again as SVG files.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "slugs",
        metavar="SLUG",
        nargs="*",
        help="a cartoon (blijf-balanceren), a pictogram (ambitie, ambitie-klein), another picture"
        " (titel, poster-midden, patroon) or an example logo; without any: all of them",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        default=Path("assets"),
        help="where to write; each picture has its place in a subfolder (%(default)s)",
    )
    parser.add_argument(
        "--fonts",
        metavar="DIR",
        type=Path,
        default=Path("assets/fonts"),
        help="the faces in which the example logos are set (%(default)s)",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; report which files differ"
    )
    return parser


def _compare(drawn: dict[str, str], folder: Path) -> Exit:
    """Report every file below `folder` that is missing or is not what was drawn."""
    different = unlike(drawn, folder)
    if not different:
        _say(f"what the drawing kit draws: {len(drawn)} of {len(drawn)} files")
        return Exit.DONE
    _complain(
        f"{folder / path}: "
        + ("this file is not what the drawing kit draws" if exists else "this file is missing")
        + f"; draw it again with: samenspel-drawing {PurePosixPath(path).stem}"
        for path in different
        for exists in [(folder / path).is_file()]
    )
    return Exit.DIFFERS


def _near(slug: str, stems: Sequence[str]) -> str:
    close = get_close_matches(slug, stems, n=2)
    if close:
        return "did you mean " + " or ".join(f'"{name}"' for name in close) + "?"
    return "there are: " + ", ".join(stems)


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _complain(messages: Iterable[str]) -> None:
    """Write all messages in one block to standard error."""
    sys.stderr.writelines(f"{message}\n" for message in messages)
