"""What samenspel says, in the reader's language.

``spoken`` gives a text of samenspel in a language; the catalogues stand beside it, in a folder for
each language, as gettext's PO files, one for each room. What has no translation stays English.
"""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.speaking.catalogues import Catalogue, catalogue
    from samenspel.speaking.choosing import ENGLISH, chosen_language, languages
    from samenspel.speaking.translating import spoken

__all__ = ["ENGLISH", "Catalogue", "catalogue", "chosen_language", "languages", "spoken"]

__getattr__ = lazily(
    "samenspel.speaking",
    {
        "catalogues": ("Catalogue", "catalogue"),
        "choosing": ("ENGLISH", "chosen_language", "languages"),
        "translating": ("spoken",),
    },
)
