"""The drawing kit behind ``assets``: pen, plates, people, props, scenes, pictograms and logos.

``gallery`` names every picture and what draws it; ``samenspel cartoon`` writes their SVG files
again, the same bytes on every run. How to draw a picture of your own: ``docs/cartoons.md``.
"""

from samenspel.cartoon.plates import Scene
from samenspel.cartoon.scenes import SCENES, draw_scene, drawn_slugs

__all__ = ["SCENES", "Scene", "draw_scene", "drawn_slugs"]
