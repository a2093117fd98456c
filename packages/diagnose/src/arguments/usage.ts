export const USAGE = `Says what is wrong on Kubernetes clusters, and why.

  diagnose [options] FILE...                 dumps of one cluster, or one scenario
  diagnose [options] --cluster NAME=FILE...  dumps of several clusters
  diagnose [options] --context NAME          a live cluster, which is only read

FILE holds what "kubectl get -o json" or "-o yaml" prints, or "openstack:" with what
Magnum answered as in a scenario; - is the standard input.

  --json              print JSON
  --domain NAME       show only this domain; may be repeated
  --now TIME          judge as of this time, for example 2026-11-22T10:00:00Z
  --cluster NAME=FILE a dump of the cluster NAME; may be repeated
  --complete          what is not in the dumps does not exist
  --context NAME      read the cluster of this context of the kubeconfig
  --kubeconfig FILE   the kubeconfig, and without --context its current context
  --help              print this

Without --complete a kind counts as known in a namespace only where the dump
holds one of it. Exit code 0: everything was read. 2: it could not be read.
`;
