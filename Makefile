# Everything here is done by scripts/setup.py, which also runs where there is no make: python scripts/setup.py run
# PYTHON=/path/to/python3.12 chooses the Python; ARGS="..." is handed to the app, to training or to pytest.
.DEFAULT_GOAL := help
.PHONY: help setup run train test test-quick soak lint types check sbom translations clean

# Any Python 3.8 or later can run the script; the script finds one that the app can run on.
STARTERS := .venv/bin/python $(PYTHON) python3 python python3.12 python3.11 python3.13 python3.10
STARTER = $(shell for p in $(STARTERS); do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null \
	&& echo "$$p" && break; done)
SETUP = $(or $(STARTER),$(error No Python found. Install one, for example: sudo apt-get install python3 python3-venv)) \
	scripts/setup.py
ifdef PYTHON
export PYTHON
endif

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what playing and recording samples need (into .venv)
	@$(SETUP) setup

run: ## Set up if needed, then start the app; ARGS="replay clip.mp4" runs another command of it
	@$(SETUP) run $(ARGS)

train: ## Add what training needs (TensorFlow), then run python -m training; ARGS="train RECIPE ..." is its command
	@$(SETUP) train $(ARGS)

test: ## Run the tests (with all that training needs); ARGS="-k name" chooses some
	@$(SETUP) test $(ARGS)

test-quick: ## Run the tests that need no Keras, in under two minutes; ARGS="-k name" chooses some
	@$(SETUP) test-quick $(ARGS)

soak: ## Damaged files, killed processes, failing cameras and disks, and activities under strace, in numbers; takes hours
	@SOAK_EXAMPLES=10000 SOAK_KILLS=200 SOAK_DISKS=20 SOAK_CAMERA_FAULTS=100 SOAK_RETRAININGS=20 SOAK_PRIVACY_S=600 $(SETUP) test \
		tests/faults tests/privacy tests/training/retraining/test_retrain.py -s $(ARGS)

lint: ## Check style and import rules
	@$(SETUP) lint

types: ## Check types
	@$(SETUP) types

check: ## All of lint, types and tests
	@$(SETUP) check $(ARGS)

sbom: ## List all installed packages and shipped models in build/sbom.cdx.json (CycloneDX); ARGS=FILE writes it elsewhere
	@$(SETUP) sbom $(ARGS)

translations: ## Collect the texts of the window, compile the translations, and list what is not translated yet
	@$(SETUP) translations

clean: ## Remove .venv and what the tools left; models, samples and settings stay
	@$(SETUP) clean
