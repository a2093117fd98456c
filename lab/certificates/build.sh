#!/bin/bash
# build.sh: Pebble and cert-manager 1.21.1 (its three programs are one, cmd/cert-manager) in the same Go module as Kubernetes;
# cert-manager's CRDs go to $SLIPWAY_LAB/share.
. "$(dirname "$0")/../lib.sh"
need go
mkdir -p "$SRC/kubernetes"; cd "$SRC/kubernetes"
cp "$LAB"/kubernetes/go.{mod,sum} .
rm -rf cmd; cp -r "$LAB/certificates/cmd" cmd
go_build pebble github.com/letsencrypt/pebble/v2/cmd/pebble
go_build cert-manager ./cmd/cert-manager "-X github.com/cert-manager/cert-manager/pkg/util.AppVersion=v1.21.1"
keep_files "$(module_dir github.com/cert-manager/cert-manager)/deploy/crds" "$SHARE/cert-manager/crds"
