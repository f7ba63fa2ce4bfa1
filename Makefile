# make setup | run | test | bench | pictures | pictures-accept | check | mutants | bundle

COVERAGE ?= 95
JOBS ?= 2
PYTHON := .venv/bin/python
BRANCHFLOOR := .venv/bin/branchfloor
READY := .venv/.ready

export QT_API := pyside6

.PHONY: setup run test bench pictures pictures-accept check mutants bundle

setup: $(READY)

$(READY): requirements.lock pyproject.toml installer/setup.sh installer/system-packages.txt
	installer/setup.sh
	touch $@

# A living branch; without a display, a whole day with its summary, and the pictures.
run: $(READY)
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	  exec $(BRANCHFLOOR) demo --speed 60; \
	else \
	  $(BRANCHFLOOR) demo --headless --minutes 480 --seed 1 --json && \
	  QT_QPA_PLATFORM=offscreen $(BRANCHFLOOR) pictures build/pictures; \
	fi

test: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -n $(JOBS) --dist worksteal --cov --cov-report=term --cov-fail-under=$(COVERAGE)

bench: $(READY)
	$(BRANCHFLOOR) bench

pictures: $(READY)
	QT_QPA_PLATFORM=offscreen $(BRANCHFLOOR) pictures build/pictures

# What the pictures look like now is as it should be; look at the diff before committing it.
pictures-accept: $(READY)
	$(PYTHON) -m tests.pictures.accept $(SCREENS)

check: $(READY)
	$(BRANCHFLOOR) check

mutants: $(READY)
	$(PYTHON) tests/mutants/run.py

# One zip that installs without a network; TARGETS="linux-3.11 windows-3.12" says for what.
bundle: $(READY)
	$(PYTHON) installer/make_bundle.py $(addprefix --target ,$(TARGETS))
