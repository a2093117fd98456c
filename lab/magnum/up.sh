#!/bin/bash
# up.sh: Keystone, Magnum (API and conductor in one process) and what stands in for their neighbours, on loopback. Debian 12, root.
#   OFFSET=0   ports: Keystone 5000, Magnum 9511, neighbours 8999; each cluster 127.20.x.y:6443
#   STACK_SECONDS=3, SYNC_SECONDS=2   how long a stack is in progress; how often the conductor looks (Magnum: 10)
#   TOKEN_SECONDS=3600, APPLICATION_CREDENTIAL_TRUSTS=false
# Writes $SLIPWAY_LAB/run/magnum/: logs, pids, openstack.json (for the contract tests), openrc-{admin,demo-member,demo-reader,other-member}.
# Each start is a new cloud: its state does not outlive it. A machine that cannot run it is told so, and that is no error.
. "$(dirname "$0")/../lib.sh"; . "$LAB/magnum/env.sh"
if ! reason=$("$LAB/magnum/missing.sh"); then echo "$part: skipped: $reason"; exit; fi
if up_already "$part"; then echo "$part: is up already"; exit; fi
need uwsgi keystone-manage curl
need_free "$(port keystone)" "$(port magnum)" "$(port neighbours)"
umask 077
t0=$EPOCHREALTIME
rm -rf "$dir"; mkdir -p "$dir"/{etc,fernet,credential,cert-cache,state}

# The filled databases and keys of the first start are kept, which makes later ones 15 s shorter; not when anything that went into them changed.
key=$(cat "$LAB"/magnum/{up.sh,configure.sh,env.sh,bootstrap.py,schema.py} <(echo "$dir ${OFFSET:-0}"; dpkg-query -W keystone magnum-common) | sha256sum | cut -c1-16)
seed=$seeds/$key
if [ ! -e "$seed/done" ]; then
  rm -rf "$seeds"; mkdir -p "$seed"
  for who in ADMIN SERVICE USER; do echo "export ${who}_PASSWORD=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')"; done >"$seed/passwords"
fi
. "$seed/passwords"
"$LAB/magnum/configure.sh"
as_wal() { $python -c "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode=WAL')" "$1"; }
if [ -e "$seed/done" ]; then
  cp -a "$seed"/{keystone.db,magnum.db,fernet,credential} "$dir/"
else
  prepare() {
    local manage=(keystone-manage --config-file "$dir/etc/keystone.conf") me=(--keystone-user "$(id -un)" --keystone-group "$(id -gn)")
    "${manage[@]}" db_sync; "${manage[@]}" fernet_setup "${me[@]}"; "${manage[@]}" credential_setup "${me[@]}"
    OS_BOOTSTRAP_PASSWORD=$ADMIN_PASSWORD "${manage[@]}" bootstrap --bootstrap-region-id "$region" \
      --bootstrap-public-url "$keystone" --bootstrap-internal-url "$keystone" --bootstrap-admin-url "$keystone"
    $python "$LAB/magnum/schema.py" --config-file "$dir/etc/magnum.conf"
    # without WAL one Keystone request that reads and writes in two sessions locks itself out
    as_wal "$dir/keystone.db"; as_wal "$dir/magnum.db"
  }
  prepare >"$dir/prepare.log" 2>&1
fi

# Clients that keep connections lose requests when uwsgi closes them in silence: it says close. With threads over SQLite Keystone fails now and then.
OS_KEYSTONE_CONFIG_FILES=$dir/etc/keystone.conf spawn "$part" keystone uwsgi --plugins python3 --http-socket "127.0.0.1:$(port keystone)" \
  --wsgi-file /usr/bin/keystone-wsgi-public --add-header 'Connection: close' --master --no-orphans --lazy-apps --die-on-term \
  --processes 2 --threads 1 --enable-threads --buffer-size 65535
KEYSTONE=$keystone STATE=$dir PORT=$(port neighbours) STACK_SECONDS=${STACK_SECONDS:-3} spawn "$part" neighbours $python "$LAB/magnum/neighbours.py"
wait_for 60 Keystone curl -fsS -o /dev/null "$keystone"
wait_for 60 "Keystone's neighbours" curl -fsS -o /dev/null "$neighbours/_lab/log"
if [ ! -e "$seed/done" ]; then
  KEYSTONE=$keystone MAGNUM=$magnum/v1 NEIGHBOURS=$neighbours REGION=$region $python "$LAB/magnum/bootstrap.py" >>"$dir/prepare.log" 2>&1
  for db in keystone magnum; do
    $python -c "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute('VACUUM INTO ?', (sys.argv[2],))" "$dir/$db.db" "$seed/$db.db"
    as_wal "$seed/$db.db"
  done
  cp -a "$dir"/{fernet,credential} "$seed/"; touch "$seed/done"
fi
SYNC_SECONDS=${SYNC_SECONDS:-2} spawn "$part" magnum $python "$LAB/magnum/allinone.py" --config-file "$dir/etc/magnum.conf"
wait_for 60 Magnum curl -fsS -o /dev/null "$magnum/"

for who in "admin admin $ADMIN_PASSWORD" "demo-member demo $USER_PASSWORD" "demo-reader demo $USER_PASSWORD" "other-member other $USER_PASSWORD"; do
  set -- $who
  cat >"$dir/openrc-$1" <<R
export OS_AUTH_URL=$keystone OS_IDENTITY_API_VERSION=3 OS_AUTH_TYPE=password OS_REGION_NAME=$region
export OS_USERNAME=$1 OS_PASSWORD=$3 OS_PROJECT_NAME=$2 OS_USER_DOMAIN_NAME=Default OS_PROJECT_DOMAIN_NAME=Default
R
done
jq -n --arg url "$keystone" --arg user "$USER_PASSWORD" --arg admin "$ADMIN_PASSWORD" --arg region "$region" '{authUrl: $url, user: "demo-member", password: $user,
  project: "demo", region: $region, admin: {user: "admin", password: $admin, project: "admin"}}' >"$dir/openstack.json"
echo "$part: up after $(since "$t0") s, Keystone $keystone, Magnum $magnum; log in with . $dir/openrc-demo-member"
