# Everything runs in an environment of its own, .venv, made on first use and renewed when pyproject.toml changes.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SHARED := ../shared/agreements
REV ?= HEAD
SECONDS ?= 600
TARGETS ?= text kind plain_text pdf docx odt rtf html eml

.DEFAULT_GOAL := help
.PHONY: help run test lint tesseract format schema docs snapshots laws register score compare benchmark peers fuzz clean

help: ## list what can be made
	@sed -n 's/^\([a-z ]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 12

run: $(READY) ## parse the agreements of the corpus, one record a line
	$(BIN)/avtale parse corpus/*.txt

test: lint tesseract ## run every check: lint, format, types, generated files, tests
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest

lint: $(READY) ## check style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

tesseract: ## install Tesseract with Norwegian data where CI runs as root without it; elsewhere its tests are skipped
	@tesseract --list-langs 2>/dev/null | grep -qx nor || [ "$$CI" != true ] || [ "$$(id -u)" != 0 ] || \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes tesseract-ocr tesseract-ocr-nor; }

format: $(READY) ## put the code in its usual form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(READY) ## write the JSON Schema anew, in schemas/ and in the package, from the models
	$(BIN)/python docs/generate.py schema

docs: $(READY) ## write docs/fields.md and docs/rules.md anew, from the code
	$(BIN)/python docs/generate.py fields rules

snapshots: $(READY) ## write tests/snapshots/ anew, from the corpus; read the diff
	$(BIN)/python -m tests.snapshots

laws: $(READY) ## read 10,000 random values of each grammar back from their wordings; make test does some of them
	AVTALE_EXAMPLES=10000 $(BIN)/pytest --quiet tests/grammar/test_laws.py

register: $(READY) ## fetch the register's tables anew from Statistics Norway; needs a network
	$(BIN)/python -m tools.refresh

score: $(READY) ## compare the records with the expected ones; of the locked ones only the total
	$(if $(wildcard $(SHARED)),$(BIN)/avtale score $(SHARED))
	$(BIN)/avtale score corpus/*.expected.json
	$(BIN)/avtale score --quiet corpus/locked

compare: $(READY) ## print gains and losses against the parser of the last commit, or of REV
	tools/compare $(REV) $(wildcard $(SHARED)) corpus/*.expected.json

benchmark: $(READY) ## measure the speed, in ratios to a floor measured in the same run
	$(BIN)/python benchmarks/process.py
	$(BIN)/python benchmarks/document.py
	$(BIN)/python benchmarks/document.py --stages
	$(BIN)/python benchmarks/doubling.py
	$(BIN)/python benchmarks/register.py
	$(BIN)/python benchmarks/folders.py

peers: $(READY) ## compare with other programs, in speed and in what they get right; installs them in an environment of their own
	$(BIN)/python -m venv --without-pip build/peers
	$(BIN)/python -m pip --python build/peers/bin/python install --quiet --disable-pip-version-check --editable '.[peers]'
	build/peers/bin/python benchmarks/peers.py

fuzz: $(READY) ## fuzz each reader and the way of a text, SECONDS each; needs a Python that atheris has wheels for
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	for target in $(TARGETS); do $(BIN)/python -m fuzz $$target $(SECONDS) || exit 1; done

clean: ## remove the environment and all that was made
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# A Python without ensurepip (Debian's, where python3-venv is not installed) makes the environment with its own pip.
$(READY): pyproject.toml
	$(PYTHON) -m venv .venv || { $(PYTHON) -m venv --clear --without-pip .venv && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
