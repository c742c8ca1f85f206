"""What a folder holds: its base, its files as located data, its art.

``Project`` is the checked whole; ``loading`` opens one.
"""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.project.pictures import first_pictures, missing_art, with_pictures
    from samenspel.project.project import Project

__all__ = ["Project", "first_pictures", "missing_art", "with_pictures"]
__getattr__ = lazily(
    __name__,
    {"project": ("Project",), "pictures": ("first_pictures", "missing_art", "with_pictures")},
)
