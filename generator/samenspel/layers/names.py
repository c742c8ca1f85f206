"""What is where in a project, and the name of the deck without a region."""

DECK = "cards/deck.yaml"
"""The deck's own file."""

BASE = "basis"
"""The deck without a region."""
