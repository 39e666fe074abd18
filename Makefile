# Dwibahasa: every target sets up what it needs first. `make` alone lists them.

# The first python3 on the PATH that was built with optimisations. pyenv builds none unless it is told to
# (PYTHON_CONFIGURE_OPTS=--enable-optimizations), and all but the search takes a quarter longer with it.
QUICK := import ensurepip, sys, sysconfig; \
  options = sysconfig.get_config_var("CONFIG_ARGS") or ""; \
  quick = "--enable-optimizations" in options or sys.base_prefix == "/usr"; \
  sys.exit(sys.version_info < (3, 11) or not quick)
PYTHON ?= $(or $(shell which -a python3 2>/dev/null | while read -r python; do \
  "$$python" -c '$(QUICK)' 2>/dev/null && echo "$$python" && break; done),python3)
# Extra words for pip, e.g. PIP_FLAGS="--extra-index-url https://download.pytorch.org/whl/cpu"
# where the small CPU build of torch is wanted instead of PyPI's default.
PIP_FLAGS ?=
ARTICLE ?=
# What `make train` makes: a file, or a shipped recipe by its name (pipeline/training/recipes); OUT is where.
RECIPE ?= id-en-compact
OUT ?=

BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup translate cron review test postgres browser messages schemas lint check evaluate bench train clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## Make .venv with the package and all that its tests need

$(READY): pyproject.toml .ci/constraints.txt
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { python="$(PYTHON)"; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or later is needed: make PYTHON=python3.12 …" >&2; exit 1; }; \
	  "$$python" -m venv .venv \
	    || { echo "No venv module: on Debian and Ubuntu, apt-get install python3-venv" >&2; exit 1; }; }
	@echo "Installing into .venv (a few minutes the first time)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS) \
	  --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $(READY)

translate: $(READY)  ## Translate every new article of data/inbox (ARTICLE=path for one)
	@$(BIN)/dwibahasa translate $(if $(ARTICLE),"$(ARTICLE)")

review: $(READY)  ## Open the review desk on http://127.0.0.1:8000
	@$(BIN)/dwibahasa review

cron: $(READY)  ## Print the crontab line and the systemd units for this checkout
	@$(BIN)/dwibahasa cron

test: $(READY)  ## Run the whole suite, a process a core (four at most)
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

lint: $(READY)  ## Format check, lint, types, import layers, glossary lint; changes nothing
	@$(BIN)/ruff format --check --quiet pipeline tests || { echo "ruff format would change files" >&2; exit 1; }
	@$(BIN)/ruff check --quiet pipeline tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/dwibahasa glossary lint

SCHEMAS := data/cache/schemas
SCHEMA_PACKAGE := php-symfony-translation

schemas: $(SCHEMAS)/xml.xsd  ## Fetch the OASIS schemas of XLIFF for the tests (from a Debian package, not installed)

$(SCHEMAS)/xml.xsd:
	@mkdir -p $(SCHEMAS)/unpacked
	@cd $(SCHEMAS)/unpacked && { apt-get download -qq $(SCHEMA_PACKAGE) 2>/dev/null \
	  || { apt-get update -qq && apt-get download -qq $(SCHEMA_PACKAGE); }; } \
	  && dpkg-deb -x $(SCHEMA_PACKAGE)_*.deb .
	@find $(SCHEMAS)/unpacked -name '*.xsd' -exec cp {} $(SCHEMAS) \;
	@sed -i 's|schemaLocation="[^"]*xml.xsd"|schemaLocation="xml.xsd"|' $(SCHEMAS)/xliff-*.xsd
	@rm -r $(SCHEMAS)/unpacked

postgres:  ## Install PostgreSQL for the tests (as root, on Debian and Ubuntu)
	apt-get install -y -qq --no-install-recommends postgresql postgresql-client

browser:  ## Install Chromium for the tests of the review desk (as root, on Debian and Ubuntu)
	apt-get install -y -qq --no-install-recommends chromium

messages: $(READY)  ## Collect the words of the review desk into its catalogue
	@$(BIN)/python -m pipeline.web.catalogues

check: lint test  ## lint, then test

evaluate: $(READY)  ## Measure the desk and the bundled models (DWIBAHASA_EVAL=folder of test sets)
	@$(BIN)/dwibahasa evaluate language
	@$(BIN)/dwibahasa evaluate checks --picture data/cache/checks.png
	@$(BIN)/dwibahasa model evaluate --model id-en
	@$(BIN)/dwibahasa model evaluate --model en-id

bench: $(READY)  ## Measure speed, memory and start-up on this machine (BENCH="--articles 100 --rounds 3" for less)
	@$(BIN)/dwibahasa bench $(BENCH)

train: $(READY)  ## Make a model, or go on with one (RECIPE=quick takes minutes)
	@$(BIN)/dwibahasa model train "$(RECIPE)" $(if $(OUT),--out "$(OUT)")

clean:  ## Remove the virtual environment and caches; editions stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist data/cache
