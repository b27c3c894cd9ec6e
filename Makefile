# `make course` builds the course, `make test` checks everything; both set up what they need.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
STEP := tools/step
PIP := $(BIN)/python -m pip --disable-pip-version-check install --constraint constraints.txt
NPM_PACKAGES := axe-core@4.14.1 lighthouse@12.8.2 scorm-again@3.4.3

# Software that LMS bundles are tried in, each in an environment of its own under .judges/:
# Kolibri, Open edX's SCORM block with its workbench (which forgets to name XBlock's Django parts,
# and needs the pkg_resources of older setuptools), and Ralph's models of xAPI statements.
JUDGES := kolibri openedx ralph
JUDGE_kolibri := kolibri==0.19.5
JUDGE_openedx := openedx-scorm-xblock==19.0.5 xblock-sdk==0.14.0 XBlock[django]==6.1.0 setuptools==80.9.0
JUDGE_ralph := ralph-malph==5.1.0

# The first interpreter that is new enough; say `make PYTHON=...` to choose another.
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)

.PHONY: help course test lint types script-tests python-tests wheel browser office serve bench audit soak judges clean

help:
	@echo "make course   build the course site and say how to open it"
	@echo "make serve    show the course in the browser while you write"
	@echo "make test     run every check and test, Chromium included"
	@echo "make bench    measure build times against plain MkDocs Material and Zensical"
	@echo "make audit    measure the checks of questions and rate the pages with Lighthouse"
	@echo "make soak     kill builds and browsers at random moments and look at what is left"
	@echo "make judges   install the LMS software that bundles are tried in"
	@echo "make clean    remove everything that was made here"

course: $(VENV)/.course
	@$(BIN)/coursewright build all
	@echo "Show it while you write: make serve"

serve: $(VENV)/.course
	@$(BIN)/coursewright serve --open

test: lint types script-tests wheel python-tests

lint: $(VENV)/.dev
	@$(STEP) "Style" $(BIN)/ruff check builder tests tools
	@$(STEP) "Layout" $(BIN)/ruff format --check builder tests tools

types: $(VENV)/.dev
	@$(STEP) "Types" $(BIN)/mypy

script-tests: node_modules/.complete
	@node --test $$(find tests/web -name '*.test.*js' | sort)

wheel: $(VENV)/.dev
	@$(BIN)/python tools/check_wheel.py

python-tests: $(VENV)/.dev node_modules/.complete browser office judges
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile \
		--cov=builder --cov-report=term:skip-covered

bench: $(VENV)/.dev
	@$(BIN)/python tools/bench.py

audit: $(VENV)/.dev node_modules/.complete browser
	@$(BIN)/python tools/lint_figures.py
	@$(BIN)/python tools/audit.py
	@$(BIN)/python tools/quiz_keys.py

soak: $(VENV)/.dev node_modules/.complete browser judges
	@$(BIN)/python tools/soak.py
	@$(BIN)/python tools/soak.py --browser
	@$(BIN)/pytest tests/lms --long

clean:
	rm -rf $(VENV) .judges node_modules site build dist .coverage
	find builder tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# Playwright brings its own Node, which wants a library that a small Debian does not have.
browser:
	@tools/need chromium chromium
	@tools/need libatomic.so.1 libatomic1

# What PDFs are laid out with, and what reads PDFs and files of office programs.
office:
	@tools/need libpangoft2-1.0.so.0 libpangoft2-1.0-0
	@tools/need pdfinfo poppler-utils
	@tools/need soffice libreoffice-writer-nogui libreoffice-impress-nogui fonts-dejavu-core

# The environments are files that say which versions they hold: a rerun installs nothing.

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Coursewright needs Python 3.11 or newer; python3 here is" \
		"$$(python3 --version 2>&1 || true). Install one, or say make PYTHON=/path/to/python." >&2; exit 1; }
	@$(STEP) "Making the environment in $(VENV)" $(PYTHON) -m venv $(VENV) \
		|| { echo "On Debian: apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/.course: pyproject.toml constraints.txt | $(BIN)/python
	@$(STEP) "Installing Coursewright" $(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@$(STEP) "Installing Coursewright with its tests" $(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.course

node_modules/.complete: Makefile
	@tools/need npm nodejs npm
	@tools/need node nodejs
	@$(STEP) "Installing $(NPM_PACKAGES)" npm install --no-save --no-package-lock --no-audit \
		--no-fund --prefix . $(NPM_PACKAGES)
	@touch $@

judges: $(JUDGES:%=.judges/%/.complete)

.judges/%/.complete: Makefile | $(BIN)/python
	@mkdir -p .judges
	@$(BIN)/python -m venv --clear .judges/$*
	@$(STEP) "Installing $(JUDGE_$*)" .judges/$*/bin/python -m pip --disable-pip-version-check \
		install $(JUDGE_$*)
	@touch $@
