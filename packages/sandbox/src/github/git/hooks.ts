import fs from 'node:fs';
import path from 'node:path';
import { StateFolder } from '../../state/StateFolder';

/*
 * SANDBOX_PROTECTIONS has one line per protected branch or pattern:
 * ref|force forbidden (1)|deletion forbidden (1)|why no push at all
 */
const UPDATE = `#!/bin/sh
ref=$1 old=$2 new=$3
zero=0000000000000000000000000000000000000000

refuse() {
  echo "error: GH006: Protected branch update failed for $ref." >&2
  echo >&2
  echo "- $1" >&2
  exit 1
}

while IFS='|' read -r pattern force delete reason; do
  [ -n "$pattern" ] || continue
  case $ref in
    $pattern) ;;
    *) continue ;;
  esac
  if [ "$new" = $zero ] && [ "$delete" = 1 ]; then
    refuse 'Cannot delete this branch'
  fi
  if [ -n "$reason" ]; then
    refuse "$reason"
  fi
  if [ "$force" = 1 ] && [ "$old" != $zero ] && [ "$new" != $zero ] &&
    ! git merge-base --is-ancestor "$old" "$new"; then
    refuse 'Cannot force-push to this branch'
  fi
done <<END
$SANDBOX_PROTECTIONS
END
exit 0
`;

// Renamed when whole: a push whose client has gone away still tells what it did.
// The web view leads nobody to a branch that has no pull request yet; this does.
const POST_RECEIVE = `#!/bin/sh
cat >"$SANDBOX_PUSH_REPORT.part" && mv "$SANDBOX_PUSH_REPORT.part" "$SANDBOX_PUSH_REPORT"
zero=0000000000000000000000000000000000000000
git rev-parse --quiet --verify "refs/heads/$SANDBOX_DEFAULT_BRANCH" >/dev/null || exit 0
while read -r old new ref; do
  branch=\${ref#refs/heads/}
  if [ "$old" = $zero ] && [ "$branch" != "$ref" ] &&
    [ "$branch" != "$SANDBOX_DEFAULT_BRANCH" ]; then
    echo >&2
    echo "Create a pull request for '$branch' on GitHub by visiting:" >&2
    echo "     $SANDBOX_REPOSITORY_URL/pull/new/$branch" >&2
    echo >&2
  fi
done <"$SANDBOX_PUSH_REPORT"
`;

/** Writes the hooks that check and report pushes; answers their folder. */
export function writeHooks(state: StateFolder): string {
  const folder = state.folder('hooks');
  const hooks = { update: UPDATE, 'post-receive': POST_RECEIVE };
  for (const [name, script] of Object.entries(hooks)) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, script);
    fs.chmodSync(file, 0o700);
  }
  return folder;
}
