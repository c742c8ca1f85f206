"""``samenspel identify``."""

from __future__ import annotations

from pathlib import Path

import click

from samenspel.cli.show import show_table

EPILOG = """\b
Examples:
  samenspel identify 7QK-3M9T
  samenspel identify 7QK3M9X --in /media/archive
  samenspel identify 2026.1-basis-nl-7QK3-M9XT-4B2D4
"""


@click.command(epilog=EPILOG, short_help="Which build a printed card comes from.")
@click.argument("code")
@click.option(
    "--in", "folders", multiple=True, type=click.Path(path_type=Path), default=(Path("output"),),
    show_default=True, metavar="PATH",
    help="A folder with builds, or a manifest.json. May be given several times.",
)  # fmt: skip
def identify(code: str, folders: tuple[Path, ...]) -> None:
    """Tell which build a card comes from, by the short CODE in its foot.

    The region, language, edition, format, press, card, day and fingerprint are found in the
    manifests of your builds. The code of an edition, as the background card prints it, will do too.
    """
    from samenspel.tracing import identify as find

    rows = []
    for one in find(code, folders):
        made = one.made
        whole = "(all cards)" if made.faces else made.path.name
        rows.append((
            one.title or whole, made.region_name, made.language, made.format, made.press,
            made.edition_code, made.created, (one.sha256 or made.sha256)[:12], str(made.path),
        ))  # fmt: skip
    show_table(
        ("card", "region", "language", "format", "press", "edition", "day", "sha256", "file"), rows
    )
