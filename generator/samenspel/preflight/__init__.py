"""Preflight: reads a finished file as a stranger and says what a press would reject.

One check a file in ``checks/``; ``registry.CHECKS`` lists them.
"""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.preflight.check import Check
    from samenspel.preflight.expectation import Expectation
    from samenspel.preflight.icc import profile_fault
    from samenspel.preflight.inspection import inspect
    from samenspel.preflight.overview import Overview, PageSize, UnreadableError
    from samenspel.preflight.profiles import Profile, profile_for, profile_named
    from samenspel.preflight.registry import CHECKS

__all__ = [
    "CHECKS",
    "Check",
    "Expectation",
    "Overview",
    "PageSize",
    "Profile",
    "UnreadableError",
    "inspect",
    "profile_fault",
    "profile_for",
    "profile_named",
]
__getattr__ = lazily(
    __name__,
    {
        "check": ("Check",),
        "expectation": ("Expectation",),
        "icc": ("profile_fault",),
        "inspection": ("inspect",),
        "overview": ("Overview", "PageSize", "UnreadableError"),
        "profiles": ("Profile", "profile_for", "profile_named"),
        "registry": ("CHECKS",),
    },
)
