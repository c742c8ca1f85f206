"""Damaged files of a deck: cards, regions, kinds."""

from tests.fuzz.deck_files import judged, made, sound
from tests.fuzz.harness import Target

TARGET = Target("yaml", ".yaml", made, judged, sound)
