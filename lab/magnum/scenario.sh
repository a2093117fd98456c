#!/bin/bash
# scenario.sh [FOLDER]: takes a cluster of a lab that up.sh started through its life, asserts each step, and records what Magnum answered.
# FOLDER is $SLIPWAY_LAB/run/magnum/samples by default: one file an answer,
# `{request, status, answer}`. Two to three minutes.
. "$(dirname "$0")/../lib.sh"; . "$LAB/magnum/env.sh"
need openstack jq curl openssl
[ -f "$dir/openstack.json" ] || { echo "not up: lab/magnum/up.sh" >&2; exit 1; }
samples=${1:-$dir/samples} work=$dir/scenario
rm -rf "$samples" "$work"; mkdir -p "$samples" "$work"
csr=$work/csr.pem TOKEN=

# ask SAMPLE METHOD PATH [BODY]: the answer on stdout, its status in $work/status; SAMPLE - records nothing. Certificates are cut out.
ask() {
  local sample=$1 args=(-sS -o "$work/answer" -w '%{http_code}' -X "$2" -H "X-Auth-Token: $TOKEN" -H 'OpenStack-API-Version: container-infra latest')
  [ $# -lt 4 ] || args+=(-H 'Content-Type: application/json' -d "$4")
  curl "${args[@]}" "$magnum/v1$3" >"$work/status"
  if [ "$sample" != - ]; then
    jq -n --arg method "$2" --arg path "$3" --argjson body "${4:-null}" --argjson status "$(cat "$work/status")" --rawfile answer "$work/answer" '
      {request: ({method: $method, path: $path} + if $body == null then {} else {body: $body} end), status: $status, answer: (if $answer == "" then null else $answer | (fromjson? // .) end)}
      | walk(if type == "string" then gsub("-----BEGIN (?<what>[A-Z ]+)-----.*-----END [A-Z ]+-----\\n?"; "removed: \(.what)"; "m") else . end)' >"$samples/$sample.json"
  fi
  cat "$work/answer"
}
status() { [ "$(cat "$work/status")" = "$1" ] || { echo "wanted $1, got $(cat "$work/status"): $(cat "$work/answer")" >&2; exit 1; }; }
field() { ask - GET "/clusters/$1" | jq -r ".$2 // empty"; }
is() { [ "$(field "$1" "$2")" = "$3" ]; }
gone() { ask - GET "/clusters/$1" >/dev/null; [ "$(cat "$work/status")" = 404 ]; }
becomes() { wait_for 120 "$1: $3" is "$@"; }
log_in() { . "$dir/openrc-$1"; TOKEN=$(openstack token issue -f value -c id); PROJECT=$(openstack token issue -f value -c project_id); }
sign() { jq -n --arg u "$UUID" --rawfile c "$csr" '{cluster_uuid: $u, csr: $c}'; }

log_in demo-member
echo "templates and a cluster"
base='coe: "kubernetes", image_id: "fedora-coreos-37", external_network_id: "public", flavor_id: "m1.medium", master_flavor_id: "m1.medium", network_driver: "calico", docker_storage_driver: "overlay2", master_lb_enabled: true, floating_ip_enabled: true'
ask template-created POST /clustertemplates "$(jq -nc "{name: \"k8s-demo\", $base, labels: {kube_tag: \"v1.23.3-rancher1\", cinder_csi_enabled: \"true\", auto_scaling_enabled: \"true\", min_node_count: \"1\", max_node_count: \"5\"}}")" >/dev/null; status 201
ask template-next-created POST /clustertemplates "$(jq -nc "{name: \"k8s-next\", $base, labels: {kube_tag: \"v1.24.16-rancher1\"}}")" >/dev/null; status 201
ask cluster-accepted POST /clusters '{"name":"lab1","cluster_template_id":"k8s-demo","keypair":"lab-key","node_count":2,"labels":{"team":"a"},"merge_labels":true}' >"$work/made"; status 202
UUID=$(jq -r .uuid "$work/made")
becomes "$UUID" status CREATE_IN_PROGRESS; ask cluster-creating GET "/clusters/$UUID" >/dev/null
becomes "$UUID" status CREATE_COMPLETE; ask cluster-created GET "/clusters/$UUID" >/dev/null
becomes "$UUID" health_status HEALTHY; ask cluster-healthy GET "/clusters/$UUID" >/dev/null
ask clusters GET /clusters >/dev/null; ask clusters-detail GET /clusters/detail >/dev/null
ask templates GET /clustertemplates/detail >/dev/null
ask nodegroups GET "/clusters/$UUID/nodegroups" >/dev/null; ask nodegroup GET "/clusters/$UUID/nodegroups/default-worker" >/dev/null
ask stats GET "/stats?project_id=$PROJECT" >/dev/null; ask quota-unset GET "/quotas/$PROJECT/Cluster" >/dev/null

echo "certificates"
openssl req -new -newkey rsa:2048 -nodes -keyout "$work/key.pem" -subj "/O=system:masters/CN=admin" -out "$csr" 2>/dev/null
ask certificate-authority GET "/certificates/$UUID" | jq -r .pem >"$work/ca.pem"; status 200
ask certificate-signed POST /certificates "$(sign)" | jq -r .pem >"$work/cert.pem"; status 201
api=$(field "$UUID" api_address)
curl -fsS --cacert "$work/ca.pem" --cert "$work/cert.pem" --key "$work/key.pem" "$api/api/v1/nodes" | jq -e '.items | length == 3' >/dev/null
[ "$(curl -sS -o /dev/null -w '%{http_code}' --cacert "$work/ca.pem" "$api/api/v1/nodes")" = 401 ]

echo "resize, upgrade, node group, rotation"
ask resize-accepted POST "/clusters/$UUID/actions/resize" '{"node_count":3}' >/dev/null; status 202
becomes "$UUID" status UPDATE_IN_PROGRESS; ask cluster-resizing GET "/clusters/$UUID" >/dev/null
becomes "$UUID" status UPDATE_COMPLETE; ask cluster-resized GET "/clusters/$UUID" >/dev/null
ask upgrade-without-batch-size POST "/clusters/$UUID/actions/upgrade" '{"cluster_template":"k8s-next"}' >/dev/null; status 500
ask upgrade-accepted POST "/clusters/$UUID/actions/upgrade" '{"cluster_template":"k8s-next","max_batch_size":1}' >/dev/null; status 202
becomes "$UUID" status UPDATE_IN_PROGRESS; becomes "$UUID" status UPDATE_COMPLETE; ask cluster-upgraded GET "/clusters/$UUID" >/dev/null
ask nodegroup-accepted POST "/clusters/$UUID/nodegroups" '{"name":"gpu","node_count":1,"min_node_count":0,"max_node_count":3,"flavor_id":"gpu.a100","role":"gpu","merge_labels":true,"labels":{"x":"y"}}' >/dev/null; status 202
ask nodegroup-again POST "/clusters/$UUID/nodegroups" '{"name":"gpu","node_count":1,"flavor_id":"gpu.a100"}' >/dev/null; status 409
becomes "$UUID" status UPDATE_IN_PROGRESS; becomes "$UUID" status UPDATE_COMPLETE; ask nodegroups-with-more GET "/clusters/$UUID/nodegroups" >/dev/null
ask nodegroup-bounds PATCH "/clusters/$UUID/nodegroups/gpu" '[{"op":"replace","path":"/max_node_count","value":5}]' >/dev/null; status 202
becomes "$UUID" status UPDATE_COMPLETE
ask nodegroup-deleted DELETE "/clusters/$UUID/nodegroups/gpu" >/dev/null; status 204
two_groups() { [ "$(ask - GET "/clusters/$UUID/nodegroups" | jq '.nodegroups | length')" = 2 ]; }
wait_for 120 "node group gone" two_groups; becomes "$UUID" status UPDATE_COMPLETE
ask rotation-accepted PATCH "/certificates/$UUID" >/dev/null; status 202; becomes "$UUID" status UPDATE_COMPLETE

echo "refusals"
refuse() { ask "refused-$1" "$2" "$3" ${4:+"$4"} >/dev/null; [ "$(cat "$work/status")" -ge 400 ] || status "an error"; }
refuse template-unknown POST /clusters '{"name":"x","cluster_template_id":"nope"}'
refuse name POST /clusters '{"name":"x y","cluster_template_id":"k8s-demo"}'
refuse keypair POST /clusters '{"name":"x","cluster_template_id":"k8s-demo","keypair":"nokey"}'
refuse flavor POST /clusters '{"name":"x","cluster_template_id":"k8s-demo","flavor_id":"nope"}'
refuse field POST /clusters '{"nam":"x"}'
refuse template-in-use DELETE /clustertemplates/k8s-next
refuse resize-of-masters POST "/clusters/$UUID/actions/resize" '{"node_count":9,"nodegroup":"default-master"}'
refuse cluster-unknown GET /clusters/nope
ask - POST /clusters '{"name":"lab1","cluster_template_id":"k8s-demo","keypair":"lab-key"}' >"$work/twin"; status 202
twin=$(jq -r .uuid "$work/twin"); becomes "$twin" status CREATE_COMPLETE
refuse name-of-two GET /clusters/lab1
ask - DELETE "/clusters/$twin" >/dev/null; status 204; wait_for 120 "twin gone" gone "$twin"

echo "a build that fails, an order by an application credential, another's eyes, quota"
ask - POST /clusters '{"name":"fail-one","cluster_template_id":"k8s-demo","keypair":"lab-key"}' >/dev/null; status 202
becomes fail-one status CREATE_FAILED; ask cluster-failed GET /clusters/fail-one >/dev/null
ask cluster-delete-accepted DELETE /clusters/fail-one >/dev/null; status 204; wait_for 120 "fail-one gone" gone fail-one
credential=$(openstack application credential create lab --role member -f json)
token_of_credential() {
  jq '{auth: {identity: {methods: ["application_credential"], application_credential: {id, secret}}}}' <<<"$credential" |
    curl -sS -o /dev/null -D - -H 'Content-Type: application/json' "$keystone/auth/tokens" -d @- | tr -d '\r' | awk 'tolower($1) == "x-subject-token:" {print $2}'
}
TOKEN=$(token_of_credential)
ask - POST /clusters '{"name":"by-credential","cluster_template_id":"k8s-demo","keypair":"lab-key"}' >/dev/null; status 202
openstack application credential delete lab
becomes by-credential status CREATE_FAILED; ask cluster-without-trust GET /clusters/by-credential >/dev/null
ask - DELETE /clusters/by-credential >/dev/null; status 204; wait_for 120 "by-credential gone" gone by-credential
log_in demo-reader; refuse signing-by-reader POST /certificates "$(sign)"
log_in other-member; refuse cluster-of-another-project GET "/clusters/$UUID"
log_in demo-member; demo=$PROJECT; log_in admin
ask services GET /mservices >/dev/null; status 200
ask quota-created POST /quotas "{\"project_id\":\"$demo\",\"resource\":\"Cluster\",\"hard_limit\":1}" >/dev/null; status 201
log_in demo-member; refuse quota POST /clusters '{"name":"over","cluster_template_id":"k8s-demo","keypair":"lab-key"}'; status 403
log_in admin; ask - DELETE "/quotas/$demo/Cluster" >/dev/null; status 204

echo "delete"
log_in demo-member; ask - DELETE "/clusters/$UUID" >/dev/null; status 204
ask cluster-deleting GET "/clusters/$UUID" >/dev/null; wait_for 120 "$UUID gone" gone "$UUID"; ask cluster-gone GET "/clusters/$UUID" >/dev/null
for t in k8s-demo k8s-next; do ask - DELETE "/clustertemplates/$t" >/dev/null; status 204; done
echo "$(ls "$samples" | wc -l) answers in $samples"
