# Every verb sets up .venv by itself, once, from requirements.lock; after that nothing needs a network.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
RUN    := $(VENV)/bin/python
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help data pages test check bench peers wheel release lock clean distclean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

data: $(READY) ## build the dataset from seeds/ into data/ and print what was built
	$(RUN) build

pages: $(READY) ## make the pages that are computed from the data, with their charts
	$(RUN) docs/make

test: $(READY) ## run the tests, on every core
	$(RUN) -m pytest -n auto --dist worksteal

check: $(READY) ## let frictionless judge the published package
	$(VENV)/bin/frictionless validate datapackage.json

bench: $(READY) ## measure accuracy on the golden texts, and speed and memory
	$(RUN) bench/accuracy.py
	$(RUN) bench/speed.py

peers: $(READY) ## install what the speed is compared with
	"$(BASE)" -m pip --python $(RUN) install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.txt

wheel: $(READY) ## build the wheel, with the tables in it, into dist/
	$(RUN) -m hatchling build -t wheel

release: $(READY) ## make a release of what is committed: make release VERSION=0.3.0 DATE=2027-01-31 [DOI=10.…]
	@test -n "$(VERSION)" && test -n "$(DATE)" || { echo "say which version of which day: make release VERSION=0.3.0 DATE=2027-01-31" >&2; exit 2; }
	$(RUN) build
	$(RUN) -m conflict_figures release "$(VERSION)" --date "$(DATE)" $(if $(DOI),--doi "$(DOI)")

lock: ## refresh requirements.lock and those of bench/ (needs pip-tools and a network)
	CUSTOM_COMPILE_COMMAND="make lock" pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --extra dev \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock pyproject.toml
	cd bench && CUSTOM_COMPILE_COMMAND="make lock" pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.txt requirements.in
	cd bench && CUSTOM_COMPILE_COMMAND="make lock" pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file croissant.txt croissant.in

clean: ## remove what a build or a test run leaves behind, not data/
	rm -rf .cache .pytest_cache .hypothesis dist
	find build bench docs src tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## clean, and remove .venv
	rm -rf $(VENV)

# The interpreter beneath any environment that is active, for it may be .venv itself, which is about to be cleared.
BASE = $(shell $(PYTHON) -c 'import sys; print(sys._base_executable)')

# --without-pip and `pip --python`: some systems ship Python without the module that puts pip into a new environment.
# What is installed already is left alone, so that a checkout whose files merely look newer needs no network.
# The stamp comes last, so that an interrupted set-up goes on where it stopped.
$(READY): requirements.lock pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; say which with make PYTHON=…")'
	@echo "setting up $(VENV)"
	@base="$(BASE)" && { $(RUN) -c pass 2>/dev/null || "$$base" -m venv --clear --without-pip $(VENV); } && \
	  "$$base" -m pip --python $(RUN) install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  "$$base" -m pip --python $(RUN) install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
