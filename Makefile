# make deck    the built-in deck as PDF files in output/
# make test    all tests but one: make art-proof draws every picture again, which takes a minute
# Both first make .venv with the locked versions; all that they need is Python 3.11 or newer.

SHELL := /bin/sh
.DEFAULT_GOAL := deck
FOLDER ?= assets
.PHONY: art-survey ink-survey deck test art-proof lint types check fuzz kills lock cartoons starter readme-pictures bench wheel mutations clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# The first Python that is new enough; or say it yourself: make PYTHON=/path/to/python3.12 deck
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$p" && break; done)

deck: $(READY)
	@$(BIN)/samenspel build --output output $(ARGS)

# A file's tests stay in one process, so that what they share is made once.
test: $(READY)
	@$(BIN)/python -m pytest -n auto --dist loadfile -q $(ARGS)

# Every drawing made anew and held against the committed file, also at 1200 dpi; takes a minute.
art-proof: $(READY)
	@$(BIN)/python -m pytest -n auto -q tests/drawing/proof $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

check: lint types test

# Ten thousand damaged files of each kind; takes hours. One kind: make fuzz WHAT=fonts
# (preflight fonts profiles workbooks csv yaml presets store), fewer: ARGS="--tries 500".
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz $(WHAT) $(ARGS)

# Two hundred writers, two hundred whole commands (build, order, texts import) and a thousand edits of
# the studio, killed on a slow file system: the old files or the new ones, never between.
kills: $(READY)
	$(BIN)/python -m tests.fuzz.kills $(ARGS)
	$(BIN)/python -m tests.fuzz.kill_commands $(ARGS)
	$(BIN)/python -m tests.fuzz.kill_studio $(ARGS)

$(READY): requirements/dev.lock pyproject.toml drawing/pyproject.toml
	@test -n "$(PYTHON)" || { echo "samenspel needs Python 3.11 or newer (python3 --version)"; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON); this is done once and takes a minute."
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . -e drawing
	@touch $@

# Resolves the dependencies anew, for every platform; run it after a change in pyproject.toml.
lock:
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml drawing/pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --upgrade \
		--custom-compile-command "make lock" --quiet --output-file requirements/dev.lock

cartoons: $(READY)
	$(BIN)/samenspel-drawing

# A zip that opens the studio by a double click: output/samenspel-start.zip.
starter: $(READY)
	@$(BIN)/python tools/starter_zip.py $(ARGS)

# A wheel in dist/, with the built-in deck's drawings ready for the press.
wheel: $(READY)
	$(BIN)/python tools/ship_art.py
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

readme-pictures: $(READY)
	$(BIN)/python tools/readme_pictures.py

# Every drawing and picture in a folder, held against independent renderers; needs Ghostscript.
art-survey: $(READY)
	$(BIN)/python tools/art_survey.py "$(FOLDER)" $(ARGS)

# Our ink figures against Ghostscript's plates, for the CMYK pages of a folder of PDFs.
ink-survey: $(READY)
	$(BIN)/python tools/ink_survey.py "$(FOLDER)" $(ARGS)

bench: $(READY)
	$(BIN)/python benchmarks/run.py $(ARGS)

# Random small faults, each held against the tests: make mutations ARGS="--seed 7 --count 20"
mutations: $(READY)
	$(BIN)/python tools/mutations.py $(ARGS)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist build
