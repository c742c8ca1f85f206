"""The same cards by other tools: what `benchmarks/run.py` measures side by side with ours.

Each draws the built-in deck's 48 A6 faces with the same texts, fonts and SVG drawings, in a plain
layout of its own. They do less than a build: RGB colour, no separation of inks, no overprint, no
output intent, no fitting, no preflight.
"""
