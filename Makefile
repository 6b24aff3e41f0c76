# make help lists what there is. PORT=9000 and HOST=0.0.0.0 change where `make serve` listens;
# ARGS="…" is handed to the tool: make test ARGS="tests/text -x".

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := install --require-hashes --no-build-isolation
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.DEFAULT_GOAL := help
.PHONY: help serve test lint format types bench lock hooks wheel clean

help: ## Show this menu
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/.run ## Serve the knowledge base on http://127.0.0.1:8000 (PORT=… for another)
	$(BIN)/kewai serve --host $(HOST) --port $(PORT) $(ARGS)

test: $(VENV)/.dev ## Run every test, those in a real browser included
	@.ci/tools
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.dev ## Check style, imports, likely mistakes and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev ## Format the code and repair what can be repaired
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## Check types (mypy, strict)
	$(BIN)/mypy

bench: $(VENV)/.dev ## Measure what docs/benchmarks reports
	$(BIN)/python -m benchmarks $(ARGS)

hooks: $(VENV)/.dev ## Install the git hooks of .pre-commit-config.yaml
	$(BIN)/pre-commit install

lock: ## Resolve pyproject.toml into the lock files again (needs uv; ARGS=--upgrade for newer versions)
	$(COMPILE) $(ARGS) pyproject.toml --output-file requirements.lock
	$(COMPILE) $(ARGS) pyproject.toml --extra dev --output-file requirements-dev.lock
	$(COMPILE) $(ARGS) --group pyproject.toml:build --output-file requirements-build.lock

wheel: $(VENV)/.dev ## Build a wheel into dist/
	$(PIP) wheel --no-deps --no-build-isolation --no-index --wheel-dir dist .

clean: ## Remove what tools left behind; .venv/ and var/ stay
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find app tests benchmarks migrations -name __pycache__ -type d -prune -exec rm -rf {} +

# Installation. Each stamp is newer than what it was made from, so a second run installs nothing. Every
# distribution is checked against the hash in its lock; the build tools come first and are locked too, so that
# nothing is fetched behind the locks' back; the project itself is installed without looking at any index.

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Kewai needs Python 3.11 or newer; install it, or say make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml requirements-build.lock requirements.lock | $(BIN)/python
	$(PIP) $(LOCKED) -r requirements-build.lock
	$(PIP) $(LOCKED) -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) $(LOCKED) -r requirements-dev.lock
	@touch $@
