#!/usr/bin/env bash
# Installs or upgrades Branchfloor from this folder, without a network.
#   ./install.sh [--prefix DIR] [--python PROGRAM] [--database FILE]... [--autostart] [--no-desktop]
# A branch's data is never touched: it lies in the user's data folder, and is copied before an
# upgrade. Run it as the user whose desktop shows the screens, or as root for /usr/local/lib/branchfloor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=$(cat "$here/VERSION")
data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
if [ "$(id -u)" = 0 ]; then prefix=/usr/local/lib/branchfloor; else prefix=$data/branchfloor-program; fi
python=""; desktop=yes; autostart=no; databases=()

fail() { echo "install: $*" >&2; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --prefix) prefix=${2:?}; shift 2 ;;
    --python) python=${2:?}; shift 2 ;;
    --database) databases+=("${2:?}"); shift 2 ;;
    --autostart) autostart=yes; shift ;;
    --no-desktop) desktop=no; shift ;;
    *) sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac

list_for() { echo "$here/requirements-linux-$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])').txt"; }
usable() { "$1" -c 'import venv, ensurepip' 2>/dev/null && [ -f "$(list_for "$1")" ]; }

find_python() {
  for name in ${python:+"$python"} python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && usable "$name"; then echo "$name"; return; fi
  done
  fail "no Python with venv that this bundle has wheels for ($(cd "$here" && echo requirements-linux-*.txt)); install it or name it with --python"
}

# The installed program copies each database before the new one opens it; without a copy no upgrade.
copy_databases() {
  local program=$prefix/current/bin/branchfloor usual file stamp
  [ -x "$program" ] || return 0
  usual=$data/branchfloor/branchfloor.db
  stamp=$(date +%Y%m%d-%H%M%S)
  for file in "$usual" "${databases[@]}"; do
    [ -f "$file" ] || continue
    "$program" backup "$file.before-$version-$stamp.db" --database "$file" \
      || fail "no copy of $file could be made; nothing was changed"
    echo "copied: $file.before-$version-$stamp.db"
  done
}

# A version is put together beside the others and becomes the current one in a single step.
install_version() {
  local program=$prefix/versions/$version pip
  mkdir -p "$prefix/versions"
  # What runs now is never taken apart: the same version again gets a folder of its own.
  [ ! -e "$program" ] || program=$program-$(date +%Y%m%d-%H%M%S)
  "$python" -m venv "$program"
  pip=("$program/bin/python" -m pip --isolated --disable-pip-version-check --quiet install --no-index)
  (cd "$here" && "${pip[@]}" --find-links wheels --require-hashes --no-deps -r "$(list_for "$python")")
  (cd "$here" && "${pip[@]}" --no-deps --require-hashes -r branchfloor.txt)
  "$program/bin/branchfloor" --version >/dev/null || fail "the new version does not start; the old one stays"
  cp "$here/uninstall.sh" "$here/branchfloor.svg" "$program/"
  local before=""
  [ ! -e "$prefix/current" ] || before=$(readlink -f "$prefix/current")
  ln -sfn "versions/$(basename "$program")" "$prefix/next"
  mv -T "$prefix/next" "$prefix/current"
  forget_old "$program" "$before"
}

# The version before stays to go back to; older ones go.
forget_old() {
  local old
  for old in "$prefix"/versions/*; do
    [ "$old" = "$1" ] || [ "$old" = "$2" ] || rm -rf "$old"
  done
}

entry() {  # FILE NAME NAME_ZH COMMAND...
  local file=$1 name=$2 chinese=$3; shift 3
  mkdir -p "$(dirname "$file")"
  cat > "$file" <<END
[Desktop Entry]
Type=Application
Name=$name
Name[zh_CN]=$chinese
Exec=$(printf '"%s" ' "$@" | sed 's/ $//')
Icon=$prefix/current/branchfloor.svg
Terminal=false
Categories=Office;
END
}

install_desktop() {
  local program=$prefix/current/bin/branchfloor
  entry "$data/applications/branchfloor.desktop" "Branchfloor" "网点大堂" "$program"
  entry "$data/applications/branchfloor-demo.desktop" "Branchfloor demo" "网点大堂演示" "$program" demo
  if [ "$autostart" = yes ]; then
    entry "$config/autostart/branchfloor.desktop" "Branchfloor" "网点大堂" "$program" launcher --open
  fi
}

missing_libraries() {
  "$prefix/current/bin/python" -c 'import PySide6.QtWidgets' 2>&1 | tail -1
}

python=$(find_python)
copy_databases
install_version
if [ "$desktop" = yes ]; then install_desktop; fi
why=$(missing_libraries) || true
if [ -n "$why" ]; then
  echo "install: the screens need libraries of this system first ($why); see system-packages.txt" >&2
fi
echo "installed: Branchfloor $version in $prefix; start it with $prefix/current/bin/branchfloor"
