"""Having a deck looked at: a page to send, and the answer that comes back.

``page.py`` writes one HTML file with the pictures of an edition and fields for remarks; what a
reader fills in there is saved by the reader as a file. ``review.py`` makes such pages and takes
such files; ``samenspel.upkeep.reviews`` keeps them and holds what they freeze.
"""

from samenspel.reviewing.review import ReviewPage, code_of, open_again, review_pages, take_answer

__all__ = ["ReviewPage", "code_of", "open_again", "review_pages", "take_answer"]
