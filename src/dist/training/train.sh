#!/bin/sh
# Runs the packaged program once, so that Java 25 writes down what the next runs may take over: classes that are read and
# linked. Without a fitting Java there is no cache, and the program starts as slowly as it would anyway.
set -u
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
to=$1
out=$(mktemp -d) || exit 0
rm -f "$to/lib/tendril.aot"
TENDRIL_OPTS="-XX:AOTCacheOutput=$to/lib/tendril.aot" \
  "$to/bin/tendril" layout "$here/case.graphml" --json --to "$out/case.graphml" >"$out/log" 2>&1 || cat "$out/log"
rm -rf "$out"
