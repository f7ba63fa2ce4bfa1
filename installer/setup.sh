#!/usr/bin/env bash
# Prepares this folder: system packages where missing, .venv, locked dependencies, the project.
set -eu
cd "$(dirname "$0")/.."

installed() { dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }

# Prints each missing package; of alternatives, the first one this system knows.
missing_packages() {
  sed -e 's/#.*//' -e 's/|/ /g' installer/system-packages.txt | while read -r -a names; do
    [ "${#names[@]}" -gt 0 ] || continue
    for name in "${names[@]}"; do installed "$name" && continue 2; done
    for name in "${names[@]}"; do
      if apt-cache show "$name" >/dev/null 2>&1; then echo "$name"; continue 2; fi
    done
    echo "${names[0]}"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

may_install() {
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

install_system_packages() {
  if ! command -v dpkg-query >/dev/null; then
    echo "setup: not a Debian system; see installer/system-packages.txt for what Qt and the voice need." >&2
    return
  fi
  [ -n "$(missing_packages)" ] || return 0
  if may_install; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    # shellcheck disable=SC2046  # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends $(missing_packages) >/dev/null
  else
    echo "setup: please have an administrator install: $(missing_packages | tr '\n' ' ')" >&2
  fi
}

usable() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

find_python() {
  for name in "${PYTHON:-python3}" python3.13 python3.12 python3.11 /usr/bin/python3; do
    if usable "$name"; then echo "$name"; return; fi
  done
  echo "setup: no Python 3.11, 3.12 or 3.13 with venv found; install one or name it with PYTHON=..." >&2
  return 1
}

install_system_packages
if ! usable .venv/bin/python; then
  python=$(find_python)
  rm -rf .venv
  "$python" -m venv .venv
fi
pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }
pip install --require-hashes -r requirements.lock
pip install --no-deps --no-build-isolation -e .
