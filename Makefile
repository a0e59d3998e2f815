# Sendwell: make help says what there is. PYTHON=python3.12 names another Python for the set-up.
PYTHON ?= python3
PORT ?=
BIN := .venv/bin
.DEFAULT_GOAL := help

.PHONY: help setup course demo test attacks chaos bench evaluate screenshots build lint format strength clean

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.installed ## everything into .venv; nothing but Python and make is needed before
	@echo "Set up: .venv is ready."

.venv/.installed: pyproject.toml constraints.txt tools/install.sh
	@sh tools/install.sh "$(PYTHON)"

course: .venv/.installed ## JupyterLab, open on the course (PORT=8890 for a port of your choice)
	@$(BIN)/python -m tools.course $(PORT)

demo: .venv/.installed ## grade a class of six in a course directory of its own
	@$(BIN)/python -m tools.demo

test: .venv/.installed ## every test, and which are slow
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations 25 --durations-min 5

attacks: .venv/.installed ## 150 hostile submissions, graded on every rung
	@$(BIN)/python -m pytest -m attacks tests/test_attacks.py

chaos: .venv/.installed ## fairmark killed at fifty moments, then the same command
	@$(BIN)/python -m tests.fairmark.chaos $(OPTIONS)

bench: .venv/.installed ## stock nbgrader and fairmark on the same submissions
	@$(BIN)/python -m tools.bench

evaluate: .venv/.installed ## how good classifiers are, and the review of letters
	@$(BIN)/python -m tools.evaluate

screenshots: .venv/.installed ## every widget in light and dark, into build/screenshots
	@$(BIN)/python -m tests.browser.gallery $(OPTIONS)

build: .venv/.installed ## the notebooks and the emergency page, from their text sources
	@$(BIN)/python -m tools.build $(MODULES)
	@$(BIN)/python -m tools.page

strength: .venv/.installed ## how many wrong variants of the solutions the checks catch
	@$(BIN)/python -m tools.strength

lint: .venv/.installed ## ruff, ruff format, mypy, codespell
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/codespell course/sendwell grader pages solutions tests tools docs *.md

format: .venv/.installed ## let ruff mend what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## remove what the commands above have made (your notebooks stay)
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find course grader solutions tests tools -name __pycache__ -prune -exec rm -rf {} +
