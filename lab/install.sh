#!/bin/bash
# Debian 12, root: the programs that come as packages (redis, small tools). Starts nothing.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
if [ ! -e /usr/sbin/policy-rc.d ]; then   # keep the packages from starting their daemons
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
fi
apt-get update -qq
apt-get install -y -qq --no-install-recommends redis-server jq openssl curl git iproute2 util-linux
