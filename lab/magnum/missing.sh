#!/bin/bash
# missing.sh: prints what this machine lacks for a real Keystone and Magnum, and ends with 1; nothing and 0 when it can run here.
if ! grep -qs '^VERSION_ID="12"' /etc/os-release; then echo "no Debian 12"; exit 1; fi
packages=$(for p in keystone magnum-api magnum-conductor python3-openstackclient python3-magnumclient uwsgi-plugin-python3 jq; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || echo "$p"; done)
if [ -n "$packages" ]; then echo "packages missing:" $packages "(lab/install.sh magnum, as root)"; exit 1; fi
for f in /etc/keystone/keystone.conf /etc/magnum/api-paste.ini; do
  [ -r "$f" ] || { echo "may not read $f (root, or a member of the groups keystone and magnum)"; exit 1; }
done
