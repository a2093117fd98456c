#!/bin/bash
# down.sh: ends cert-manager of every cluster, Pebble and both bind9, by pid.
. "$(dirname "$0")/../lib.sh"
cd "$RUN"
for part in $(ls -d cert-manager-* 2>/dev/null) acme dns; do stop "$part"; done
