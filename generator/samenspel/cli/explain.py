"""``samenspel explain``."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from samenspel.cli.show import show_text, styled


def _codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from samenspel.explain import explanations

    del ctx, param
    return [CompletionItem(code) for code in explanations() if code.startswith(incomplete)]


@click.command(epilog="\b\nExamples:\n  samenspel explain text-too-long\n  samenspel explain")
@click.argument("code", required=False, shell_complete=_codes)
def explain(code: str | None) -> None:
    """Tell more about a message.

    CODE stands between square brackets at the end of the message. Without CODE, all codes are
    listed.
    """
    from samenspel.explain import explain as explanation_of
    from samenspel.explain import explanations

    if code is None:
        for known, text in explanations().items():
            show_text(f"{styled(known, bold=True)}\n    {_first_sentence(text)}")
        return
    code = code.strip("[]")
    text = click.wrap_text(explanation_of(code), 88, preserve_paragraphs=True)
    show_text(f"{styled(code, bold=True)}\n\n{text}")


def _first_sentence(text: str) -> str:
    line = " ".join(text.split("\n\n")[0].split())
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]
