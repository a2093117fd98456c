#!/bin/bash
# lab.sh build|up [PART...] | test | status | down   (npm run lab -- ...)
#   parts: kubernetes certificates argocd magnum; all by default (magnum has nothing to build)
#   CLUSTERS="hub:16443 dev:16543"   the clusters of "up"; the other parts run on the first
here=$(cd "$(dirname "$0")" && pwd); . "$here/lib.sh"
clusters=${CLUSTERS:-hub:16443 dev:16543}; first=${clusters%%[: ]*}
action=${1:-}; [ $# = 0 ] || shift
case $action in
build) for p in "${@:-kubernetes certificates argocd}"; do for q in $p; do "$here/$q/build.sh"; done; done;;
up)
  for p in "${@:-kubernetes certificates argocd magnum}"; do for q in $p; do
    case $q in kubernetes) "$here/kubernetes/up.sh" $clusters;; magnum) "$here/magnum/up.sh";; *) "$here/$q/up.sh" "$first";; esac
  done; done;;
test)
  "$here/argocd/scenario.py" "$first";;
status)
  for f in "$RUN"/*/pids; do [ -f "$f" ] || continue
    while read -r pid start name; do
      if alive "$pid" "$start"; then state="up, pid $pid, $(($(awk '/^VmRSS/ {print $2}' "/proc/$pid/status") / 1024)) MB"; else state=ended; fi
      echo "$(basename "$(dirname "$f")")/$name: $state"
    done <"$f"
  done;;
down) for q in magnum argocd certificates kubernetes; do "$here/$q/down.sh"; done;;   # what uses an API server ends before it
*) sed -n '2,4s/^# //p' "$here/lab.sh" >&2; exit 2;;
esac
