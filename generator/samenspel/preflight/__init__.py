"""Preflight: reads a finished file as a stranger and says what a press would reject.

One check a file in ``checks/``; ``registry.CHECKS`` lists them.
"""

from samenspel.preflight.check import Check
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.icc import profile_fault
from samenspel.preflight.inspection import inspect
from samenspel.preflight.overview import Overview, PageSize, UnreadableError, overview
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
    "overview",
    "profile_fault",
    "profile_for",
    "profile_named",
]
