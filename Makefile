# Every target sets up what it needs: a virtual environment from the locks, a browser for the tests.
# Needs Python 3.11 or newer and make, nothing else.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python

export NO_MKDOCS_2_WARNING := 1

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: $(VENV)/site ## the guide at http://127.0.0.1:8000/ (another port: make serve PORT=8001)
	@$(RUN) -m hooks.port $(PORT)
	@SITE_URL=http://127.0.0.1:$(PORT)/ $(RUN) -m mkdocs serve --no-strict --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/site ## the site in site/, strictly: a finding fails it
	@$(RUN) -m mkdocs build --strict

lint: $(VENV)/site ## what is wrong with the pages (make lint ARGS="docs/ethics --explain related")
	@$(RUN) -m hooks.lint $(ARGS)

new: $(VENV)/site ## a new question page (SECTION=beginner SLUG=log-loss TITLE="What is log loss?")
	@$(RUN) -m hooks.new --section "$(SECTION)" --slug "$(SLUG)" --title "$(TITLE)"

snippets: $(VENV)/test ## run the programs and rewrite the outputs that the pages show
	@$(RUN) -m hooks.python_code.programs $(ARGS)

check: $(VENV)/test ## lint, style and unit tests; no browser, no build: a minute
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m hooks.lint
	@$(RUN) -m pytest -q -n 2 -m "not browser and not build and not program and not thorough" $(ARGS)

test: $(VENV)/test ## everything: style, lint, programs, labs, a strict build, the site in a browser
	@$(RUN) -m tests.browser
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m hooks.lint
	@$(RUN) -m pytest -n 2 $(ARGS)

try: $(VENV)/test ## grade your own solution (CHALLENGE=softmax FILE=my_softmax.py)
	@$(RUN) -m pytest -q --no-header challenges --challenge "$(CHALLENGE)" --solution "$(FILE)"

lint-report: $(VENV)/test ## how many errors of the corpus the lint catches (ARGS="--rule bayes --details")
	@$(RUN) -m tests.corpus.report $(ARGS)

coverage: $(VENV)/site ## what is known of each number; renews the README's badge and unchecked.yml
	@$(RUN) -m hooks.lint --coverage none
	@$(RUN) -m hooks.badge
	@$(RUN) -m hooks.on_trust

format: $(VENV)/test ## put the code into the house style
	@$(RUN) -m ruff check --fix --quiet || true
	@$(RUN) -m ruff format

bench: $(VENV)/test $(VENV)/node/installed ## measure speed, growth and weight
	@$(RUN) -m tests.browser
	@$(RUN) -m benchmarks $(ARGS)

lock: $(VENV)/lock ## resolve the dependencies of pyproject.toml anew, with hashes
	@$(VENV)/lock/bin/uv pip compile $(LOCK) pyproject.toml --group site -o requirements/site.txt
	@$(VENV)/lock/bin/uv pip compile $(LOCK) pyproject.toml --group site --group test -o requirements/test.txt

clean: ## remove all that was built or installed here
	rm -rf $(VENV) site .cache .pytest_cache .ruff_cache

WEB := $(VENV)/web/editor.js $(VENV)/web/python_stdlib.zip

LOCK := --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url

# ---- setting up -------------------------------------------------------------------------------------

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, as $(PYTHON); install it, or say where it is: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python lacks its venv module; on Debian or Ubuntu: apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }

# The site needs packages of Python and, for programs in the page, of npm.
$(VENV)/site: $(VENV)/site-python $(WEB)
	@touch $@

$(VENV)/test: requirements/test.txt $(WEB) | $(VENV)/bin/python
	@echo "Installing what the tests need (once) …"
	@$(call install,requirements/test.txt)
	@touch $@ $(VENV)/site-python $(VENV)/site

$(VENV)/site-python: requirements/site.txt | $(VENV)/bin/python
	@echo "Installing what the site needs (once) …"
	@$(call install,requirements/site.txt)
	@touch $@

$(VENV)/web/editor.js: web/editor.js $(VENV)/web/installed
	@cp web/editor.js $(@D)/source.js
	@cd $(@D) && $(NODE) node_modules/esbuild/bin/esbuild source.js --outfile=editor.js \
	  --bundle --minify --format=esm --target=es2022 --legal-comments=none --log-level=warning

$(VENV)/web/python_stdlib.zip: web/stdlib.mjs $(VENV)/web/installed
	@cp web/stdlib.mjs $(@D)
	@cd $(@D) && $(NODE) node stdlib.mjs

$(VENV)/web/installed: web/package-lock.json | $(VENV)/site-python
	@echo "Installing Python for the browser and its editor (once) …"
	@$(call npm,web)

$(VENV)/node/installed: benchmarks/package-lock.json | $(VENV)/site
	@echo "Installing what the benchmarks need (once) …"
	@$(call npm,benchmarks)

$(VENV)/lock: | $(VENV)/bin/python
	@$(PYTHON) -m venv $@ && $@/bin/pip install --quiet "$$(sed -n 's/^lock = \["\(.*\)"\]/\1/p' pyproject.toml)"

install = $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) || { \
  echo "The packages could not be installed. Is there a network? The first lines above say what pip missed; then try again." >&2; exit 1; }

NODE := PATH="$(CURDIR)/$(VENV)/bin:$$PATH"

# npm, FOLDER: what its package-lock.json says, by hash, into the target's folder
npm = mkdir -p $(@D) && cp $(1)/package.json $(1)/package-lock.json $(1)/.npmrc $(@D) && \
  cd $(@D) && { $(NODE) npm ci --no-audit --no-fund --loglevel=error || { \
  echo "The packages could not be installed. Is there a network? The first lines above say what npm missed; then try again." >&2; exit 1; } } && \
  touch $(@F)

.PHONY: help serve build lint new snippets check test try lint-report coverage format bench lock clean
