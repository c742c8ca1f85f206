"""Pages by matplotlib, img2pdf and Pillow: ``python grafieken.py FOLDER``."""

# mypy: ignore-errors

import io
import sys
import time
from pathlib import Path

import img2pdf
import matplotlib as mpl
import numpy as np
from PIL import Image

mpl.use("pdf")
from matplotlib import pyplot as plt

OUT = Path(sys.argv[1])


def plotted(name, paint, fonts=42):
    """A figure of A6, with fonts of type 42 or 3."""
    mpl.rcParams["pdf.fonttype"] = fonts
    figure, axes = plt.subplots(figsize=(4.13, 5.83))
    paint(axes)
    figure.savefig(OUT / f"matplotlib-{name}.pdf", metadata={"CreationDate": None}, dpi=300)


def picture(axes):
    axes.imshow(np.arange(360000).reshape(600, 600) % 251, cmap="gray")
    axes.axis("off")


plotted("lines", lambda axes: (axes.plot([1, 3, 2, 5]), axes.set_title("Vier kaarten")))
plotted("hatch", lambda axes: axes.bar(["A", "B"], [3, 5], hatch="//"))
plotted("picture", picture)
plotted("type3", lambda axes: (axes.scatter([1, 2, 3], [3, 1, 2], s=400, alpha=0.5),
                               axes.set_title("Type 3")), 3)  # fmt: skip

grey = Image.radial_gradient("L").resize((620, 874))
turned = grey.rotate(180), grey.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


def placed(name, image, **options):
    """A picture as a page of A6."""
    packed = io.BytesIO()
    image.save(packed, **options)
    size = img2pdf.mm_to_pt(105), img2pdf.mm_to_pt(148)
    page = img2pdf.convert(packed.getvalue(), layout_fun=img2pdf.get_layout_fun(size), nodate=True)
    (OUT / f"img2pdf-{name}.pdf").write_bytes(page)


placed("gray", grey.resize((1240, 1748)), format="JPEG", quality=60)
placed("rgb", Image.merge("RGB", (grey, *turned)), format="PNG")
inks = Image.merge("CMYK", (grey, *turned, Image.new("L", grey.size)))
placed("cmyk", inks, format="JPEG", quality=60)

then = time.gmtime(0)
dates = {"creationDate": then, "modDate": then}
grey.save(OUT / "pillow-gray.pdf", resolution=150, **dates)
Image.merge("RGB", (grey, grey, turned[0])).save(OUT / "pillow-rgb.pdf", resolution=300, **dates)
