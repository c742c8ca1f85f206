"""What a folder holds: its base, its files as located data, its art.

``Project`` is the checked whole; ``loading`` opens one.
"""

from samenspel.project.project import Project, missing_art

__all__ = ["Project", "missing_art"]
