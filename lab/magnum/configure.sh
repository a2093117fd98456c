#!/bin/bash
# configure.sh: keystone.conf and magnum.conf in $SLIPWAY_LAB/run/magnum/etc. Called by up.sh, with the passwords in the environment.
. "$(dirname "$0")/../lib.sh"; . "$LAB/magnum/env.sh"
service_login="auth_type = password
auth_url = $keystone
username = magnum
password = $SERVICE_PASSWORD
project_name = service
user_domain_id = default
project_domain_id = default"

cat >"$dir/etc/keystone.conf" <<C
[DEFAULT]
log_file = $dir/keystone.app.log
[database]
connection = sqlite:///$dir/keystone.db
[token]
provider = fernet
expiration = ${TOKEN_SECONDS:-3600}
[fernet_tokens]
key_repository = $dir/fernet
[credential]
key_repository = $dir/credential
[identity]
# Magnum takes a new token of the trustee domain for every policy check; at the default cost of bcrypt each takes 0.25 s.
password_hash_rounds = 4
[security_compliance]
# true: as before CVE-2026-43000, when an unrestricted application credential could make trusts
allow_insecure_application_credential_trust_escalation = ${APPLICATION_CREDENTIAL_TRUSTS:-false}
[oslo_policy]
policy_dirs = /etc/keystone/policy.d
C

cat >"$dir/etc/magnum.conf" <<C
[DEFAULT]
log_file = $dir/magnum.app.log
state_path = $dir/state
host = lab
transport_url = fake://
[api]
host = 127.0.0.1
port = $(port magnum)
workers = 1
api_paste_config = /etc/magnum/api-paste.ini
[conductor]
workers = 1
[database]
connection = sqlite:///$dir/magnum.db
[certificates]
cert_manager_type = x509keypair
[cluster]
etcd_discovery_service_endpoint_format = $neighbours/discovery/new?size=%(size)d
temp_cache_dir = $dir/cert-cache
[kubernetes]
health_polling_interval = 10
[trust]
cluster_user_trust = true
trustee_domain_name = magnum
trustee_domain_admin_name = magnum_domain_admin
trustee_domain_admin_password = $SERVICE_PASSWORD
trustee_keystone_region_name = $region
[keystone_auth]
$service_login
[keystone_authtoken]
www_authenticate_uri = $keystone
$service_login
service_token_roles_required = true
# without it every token of an application credential with access rules gets 401
service_type = container-infra
[oslo_concurrency]
lock_path = $dir/state
[oslo_messaging_notifications]
driver = noop
[oslo_policy]
policy_dirs = /etc/magnum/policy.d
C
for s in heat glance nova neutron cinder octavia magnum; do printf '[%s_client]\nregion_name = %s\n' "$s" "$region"; done >>"$dir/etc/magnum.conf"
