"""How much of everything a deck may ask for: one table, kept before the work is done.

A deck may come from somebody whom its maker hardly knows. Each bound lies far above the largest
real deck and low enough that a file which keeps to all of them is refused or read within seconds
and a few hundred megabytes. Bounds of PDF files stand in ``pdf/limits.py``; those of drawings and
pictures beside what reads them, in ``draw/``. ``docs/security.md`` says which test holds what.
"""

from __future__ import annotations

KB, MB = 2**10, 2**20

# -- files ------------------------------------------------------------------------------------

TEXT_FILE = 512 * KB
"""Bytes of a text file: a hundred times the longest real one."""

ASSET = 64 * MB
"""Bytes of an asset: well above an A3 picture at 600 dpi."""

PDF_FILE = 1024 * MB
"""Bytes of a PDF file that is given to be looked at: fifty posters with photographs."""

RECORD = 16 * MB
"""Bytes of what samenspel wrote down itself: a manifest, a step of the history, a journal."""

TREE = 1024 * MB
"""Bytes of a project that are read to know it again; a larger one is made anew each time."""

FILES = 20_000
"""Files below one folder of a project: more than a hundred regions have in ten languages."""

LINKS = 40
"""Links that one name may lead over, as Linux has it."""

# -- texts ------------------------------------------------------------------------------------

FIELD = 10_000
"""Characters of one field: no card holds a tenth of it."""

VALUES = 20_000
"""Keys and values of one YAML file: twenty times the longest real one."""

LEVELS = 12
"""Levels of nesting in YAML; real files have six."""

# -- templates --------------------------------------------------------------------------------

TEMPLATE = 4_000
"""Characters of a text with a template in it, before it is filled in."""

PRINTED = 4_000
"""Characters of a text that was filled in, and of anything that a filter makes."""

EXPRESSION_LEVELS = 40
"""Levels of expressions inside one another."""

STEPS = 100_000
"""What a template may do: parts that it runs through, and items that loops and filters take."""

DIGITS = 15
"""Of a whole number that is written in a template."""

# -- tables of cells --------------------------------------------------------------------------

SPREADSHEET = 16 * MB
"""Bytes of a workbook or a CSV file; a real one has a fiftieth of it."""

UNPACKED = 32 * MB
"""Bytes of all that is in a workbook."""

SHEETS = 60
"""Sheets of a workbook: one a language, and some of its maker's own."""

TABLE_ROWS, TABLE_COLUMNS = 5_000, 200
"""Of a table of cards."""

PEOPLE = 50_000
"""Rows of a table of people, each of whom gets a card."""

TEXT_ROWS, TEXT_COLUMNS = 50_000, 60
"""Of a sheet of texts that an editor sends back."""

# -- messages ---------------------------------------------------------------------------------

MESSAGES = 2_000
"""Mistakes that are kept; then nothing more is looked at."""

SHOWN = 200
"""Messages that are shown at once; more than anybody reads."""

QUOTED = 120
"""Characters of a name that is given on the command line."""

LINE = 1_000
"""Characters of one message on a terminal: what repeats a name of thousands is cut."""

# -- pages ------------------------------------------------------------------------------------

PROOF_PAGES = 500
"""Pages of one file that a proof makes pictures of, some twelve megabytes each."""

# -- the store ----------------------------------------------------------------------------------

ENTRY = 512 * MB
"""Bytes of one entry: a picture as it is printed, unpacked."""

STORE = 1024 * MB
"""Bytes of all entries together; what was used longest ago goes first."""

# -- the fence round a command ----------------------------------------------------------------

MEMORY = 4 * 2**30
"""Bytes of address space that a command takes at most: a build of every region, press and format
of a deck with photographs takes a fifth of it."""

READING = 60
"""Seconds of processor time to read a deck; it takes one."""

MAKING = 60
"""Seconds for each edition of a deck in a format; it takes two."""

PAGE = 0.1
"""Seconds more for each page of a large deck; on a busy machine it takes a fifth of that."""

THOROUGH = 10
"""So many times longer may what draws each page several times take."""
