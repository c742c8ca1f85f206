"""How many pixels an inch of print asks for (Ghent Workgroup 2022, R0031)."""

LEAST_PPI = 150
"""A picture with fewer is refused."""
GOOD_PPI = 225
"""With fewer the maker is warned."""
