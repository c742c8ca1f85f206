"""What holds for every test: samenspel speaks English, whatever the machine's own language is."""

import os

os.environ["SAMENSPEL_UI"] = "en"
