"""A paper from its YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.model.content import Content, Text
from samenspel.model.sheet import Paper
from samenspel.problems import Problems
from samenspel.yaml.documents import read_document
from samenspel.yaml.validation import check

Side = Annotated[float, Field(ge=50, le=2000, allow_inf_nan=False)]


class PaperFile(Content):
    """``presets/papers/<name>.yaml``."""

    title: Text = Field(description="What it is called in lists.")
    width: Side = Field(description="One side in mm.")
    height: Side = Field(description="The other side in mm.")


def read_paper(root: Path, file: str, name: str) -> Paper:
    """The paper in a file, upright however its sides are given. Raises ContentError."""
    problems: list[Diagnostic] = Problems()
    node = read_document(root, file, problems)
    data = check(PaperFile, node, problems) if node else None
    if problems or data is None:
        raise ContentError(problems)
    short, long = sorted((data.width, data.height))
    return Paper(name, data.title, short, long)
