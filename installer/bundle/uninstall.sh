#!/usr/bin/env bash
# Removes Branchfloor and keeps the branch's data.
#   uninstall.sh [--prefix DIR] [--delete-data]
# With --delete-data the data folder goes too, after the word DELETE was typed.
set -euo pipefail
data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
if [ "$(id -u)" = 0 ]; then prefix=/usr/local/lib/branchfloor; else prefix=$data/branchfloor-program; fi
delete=no
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) prefix=${2:?}; shift 2 ;;
    --delete-data) delete=yes; shift ;;
    *) sed -n '2,4s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
[ -d "$prefix/versions" ] || { echo "uninstall: no Branchfloor in $prefix" >&2; exit 1; }
rm -rf "$prefix/versions" "$prefix/current"
rmdir "$prefix" 2>/dev/null || true
rm -f "$data/applications/branchfloor.desktop" "$data/applications/branchfloor-demo.desktop" \
  "$config/autostart/branchfloor.desktop"
if [ "$delete" = yes ]; then
  echo "This deletes every ticket, setting and copy in $data/branchfloor. Type DELETE to go on:"
  read -r word
  if [ "$word" = DELETE ]; then
    rm -rf "$data/branchfloor" "$config/branchfloor"
    echo "removed: Branchfloor and its data"
    exit 0
  fi
fi
echo "removed: Branchfloor; its data stays in $data/branchfloor"
