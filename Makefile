# Everything needs only Python 3.11 or newer, make and a package index.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help install programs demo test check lint types layers bench hostile eval corpus clean
.DEFAULT_GOAL := help

help:
	@echo "make demo     check a sample pack that has a few of the classic defects"
	@echo "make test     every test"
	@echo "make check    lint, types, layers, tests"
	@echo "make eval     accuracy on the corpus"
	@echo "make bench    speed and memory, beside plain PDFium"
	@echo "make hostile  200 kills at random moments, on SQLite and on PostgreSQL"
	@echo "make corpus   generate the corpus again"

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(STAMP)

install: $(STAMP)

# The sample pack is nonconforming, exit code 1: that is what the demonstration is to show.
demo: $(STAMP)
	$(BIN)/docverify check corpus/packs/demo || test $$? -eq 1

# Browser, database server and spreadsheet program that some tests run for real.
programs:
	tests/system_packages.sh

test: $(STAMP) programs
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

check: lint types layers test

eval: $(STAMP)
	$(BIN)/docverify eval corpus --jobs 2

bench: $(STAMP)
	$(BIN)/python -m tests.bench.bench_check
	$(BIN)/python -m tests.bench.bench_reports
	$(BIN)/python -m tests.bench.bench_again
	$(BIN)/python -m tests.bench.bench_web

# DOCVERIFY_SEED=n kills at other moments.
hostile: $(STAMP) programs
	DOCVERIFY_KILLS=200 $(BIN)/python -m pytest tests/ledger/test_kills.py --numprocesses 2 --dist worksteal
	DOCVERIFY_WEB_KILLS=100 $(BIN)/python -m pytest tests/web/test_kills.py

corpus: $(STAMP)
	$(BIN)/python -m corpus.generator

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
