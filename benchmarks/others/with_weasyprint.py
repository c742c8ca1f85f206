"""The cards by WeasyPrint: ``python with_weasyprint.py faces.json cards.pdf``."""

from __future__ import annotations

import sys
from pathlib import Path

from as_html import page
from weasyprint import HTML

if __name__ == "__main__":
    HTML(string=page(Path(sys.argv[1]))).write_pdf(sys.argv[2])
