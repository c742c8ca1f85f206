"""The drawing kit behind ``assets``: pen, plates, people, props, scenes, pictograms and logos.

``gallery`` names every picture and what draws it. The command ``samenspel-drawing`` writes their
SVG files again, the same bytes on every run. Building a deck needs nothing of this package. How to
draw a picture of your own: ``docs/cartoons.md``.
"""

from samenspel_drawing.plates import Scene
from samenspel_drawing.scenes import SCENES, draw_scene, drawn_slugs

__all__ = ["SCENES", "Scene", "draw_scene", "drawn_slugs"]
__version__ = "0.1.0"
