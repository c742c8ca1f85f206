"""What one deck changes of another, in words and pictures.

``compare`` says it in words, ``card_pairs`` shows it, ``html_page`` puts both on one page.
"""

from samenspel.comparing.editions import (
    Edition,
    compare_editions,
    opened_editions,
    shared_languages,
)
from samenspel.comparing.page import card_change_in_words, heading, headline, html_page
from samenspel.comparing.pages import PAGE_DPI, PICTURE_DPI, card_pairs, deck_pairs
from samenspel.comparing.words import DECK, REGION, Comparison, Difference, by_card, compare

__all__ = [
    "DECK",
    "PAGE_DPI",
    "PICTURE_DPI",
    "REGION",
    "Comparison",
    "Difference",
    "Edition",
    "by_card",
    "card_change_in_words",
    "card_pairs",
    "compare",
    "compare_editions",
    "deck_pairs",
    "heading",
    "headline",
    "html_page",
    "opened_editions",
    "shared_languages",
]
