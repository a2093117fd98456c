#!/bin/bash
# down.sh: ends Keystone, Magnum and their neighbours, by pid.
. "$(dirname "$0")/../lib.sh"
stop magnum
