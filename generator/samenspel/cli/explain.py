"""``samenspel explain``."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from samenspel.cli.show import show_text, styled
from samenspel.cli.tongue import language
from samenspel.errors import UsageError
from samenspel.model.edition_code import is_edition, is_whole
from samenspel.saying import say


def _codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from samenspel.explain import explanations

    del ctx, param
    return [CompletionItem(code) for code in explanations() if code.startswith(incomplete)]


@click.command(
    epilog="\b\nExamples:\n  samenspel explain text-too-long\n  samenspel explain\n"
    "  samenspel explain 2026.1-basis-nl-7QK3-M9XT-4B2D4"
)
@click.argument("code", required=False, shell_complete=_codes)
def explain(code: str | None) -> None:
    """Tell more about a message, or about the code of an edition.

    CODE stands between square brackets at the end of the message. Without CODE, all codes are
    listed. The code of an edition, as a deck prints it in its colophon, is held against its own
    check: whether it was written over without a slip.
    """
    from samenspel.explain import explain as explanation_of
    from samenspel.explain import explanations

    if code is None:
        for known, text in explanations(language()).items():
            show_text(f"{styled(known, bold=True)}\n    {_first_sentence(text)}")
        return
    code = code.strip("[]")
    if is_edition(code) and code not in explanations():
        _edition(code)
        return
    text = click.wrap_text(explanation_of(code, language()), 88, preserve_paragraphs=True)
    show_text(f"{styled(code, bold=True)}\n\n{text}")


def _edition(code: str) -> None:
    """Raises UsageError (``edition-code-slip``) when a character is wrong."""
    if not is_whole(code):
        raise UsageError.of(
            "edition-code-slip",
            say(
                "{code} is the code of no edition: a character is wrong, or two changed places",
                code=code,
            ),
            remedy="read it again from the deck or from its manifest.json",
        )
    show_text(
        say(
            "{styled}\n\nThe code of an edition, without a slip. The manifest.json beside a deck's "
            "files names the code of each file.",
            styled=styled(code, bold=True),
        )
    )


def _first_sentence(text: str) -> str:
    line = " ".join(text.split("\n\n")[0].split())
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]
