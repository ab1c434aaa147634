# Three targets: `make demo` shows what it does, `make test` runs what CI runs, `make check` looks at the code.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check install docs fuzz clean

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: install
	$(BIN)/auditor check samples/ --fail-on never || test $$? -eq 3  # 3: two of the samples cannot be read, on purpose

test: install
	$(BIN)/python -m pytest

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/build.py --check

docs: install
	$(BIN)/python docs/build.py

fuzz: install
	$(BIN)/python -m tests.hostile.fuzz --seconds 60

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
