#!/bin/bash
# up.sh [CLUSTER]: DNS and Pebble, and cert-manager on the cluster (default hub).
here=$(cd "$(dirname "$0")" && pwd)
"$here/dns.sh"
"$here/acme.sh"
"$here/cert-manager.sh" "${1:-hub}"
