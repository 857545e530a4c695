#!/usr/bin/env bash
# Runs a command with a secret service of its own: a private D-Bus session and an unlocked, empty gnome-keyring.
#   scripts/with-keyring.sh COMMAND [ARG ...]
set -uo pipefail
if [[ ${TILLBRIDGE_KEYRING:-} != inside ]]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  mkdir -m 700 "$folder"/{data,cache,run}
  XDG_DATA_HOME=$folder/data XDG_CACHE_HOME=$folder/cache XDG_RUNTIME_DIR=$folder/run TILLBRIDGE_KEYRING=inside \
    dbus-run-session -- "${BASH_SOURCE[0]}" "$@"
  exit
fi
# In the foreground: a daemonised keyring would outlive the session.
printf 'practice' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
keyring=$!
trap 'kill "$keyring" 2>/dev/null' EXIT
for _ in $(seq 50); do
  dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets 2>/dev/null | grep -q true && break
  sleep 0.1
done
"$@"
