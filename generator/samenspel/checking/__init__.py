"""Checking a deck before it is built: does every text fit, are the questions good, is the brand.

``run`` is the check, and reads in one screen. ``sources`` lists where findings come from:
``content`` and ``spelt`` for texts, ``brand`` with ``colours``
for a region's colours and logo. What stops a build is found by the build's own survey, so that a
check and a build never disagree. ``report`` is the outcome as data, for ``json_report`` and
``html_report`` to show.
"""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.checking.accepting import Acceptance, acceptance
    from samenspel.checking.first import FirstToRead, first_to_read
    from samenspel.checking.html_report import as_html
    from samenspel.checking.json_report import as_json
    from samenspel.checking.report import CheckReport, FitRow, Found, grouped, worst
    from samenspel.checking.run import check_deck

__all__ = [
    "Acceptance",
    "CheckReport",
    "FirstToRead",
    "FitRow",
    "Found",
    "acceptance",
    "as_html",
    "as_json",
    "check_deck",
    "first_to_read",
    "grouped",
    "worst",
]
__getattr__ = lazily(
    __name__,
    {
        "accepting": ("Acceptance", "acceptance"),
        "html_report": ("as_html",),
        "json_report": ("as_json",),
        "report": ("CheckReport", "FitRow", "Found", "grouped", "worst"),
        "run": ("check_deck",),
        "first": ("FirstToRead", "first_to_read"),
    },
)
