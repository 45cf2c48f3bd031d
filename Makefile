# The words of `.ci/run`, for people: `make ci` is what a change must pass.
bin := .venv/bin

.PHONY: setup test mutation lint types layers docs generate format benchmark build ci clean

setup: ## an environment with archlint and everything to work on it
	python3 -m venv .venv
	$(bin)/pip install -e '.[dev]'

test: ; $(bin)/python -m pytest -n auto

mutation: ## which changes to the rules and the graph no test notices; ONLY=src/archlint/rules/legacy for a part
	$(bin)/python -m tests.mutation $(ONLY)

lint types layers docs: ; .ci/run $@

generate: ## the pages of docs/ that are made from the code
	$(bin)/python docs/generate.py

format: ## fixes what ruff can fix
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

benchmark: ; $(bin)/python -m benchmarks

build: ; $(bin)/python -m build

ci: ; .ci/run

clean: ; rm -rf build dist site .venv .mypy_cache .pytest_cache .ruff_cache
