import { GitRepository } from './GitRepository';
import { readCommit, readCommits } from './readCommits';
import { CommitIdentity } from './GitRepository';

export type MergeResult =
  | { outcome: 'merged'; tree: string }
  | { outcome: 'conflict' };

/** Merges two commits without a working copy. */
export async function mergeTrees(
  repository: GitRepository,
  ours: string,
  theirs: string,
): Promise<MergeResult> {
  const { code, stdout, stderr } = await repository.attempt([
    'merge-tree',
    '--write-tree',
    '--allow-unrelated-histories',
    ours,
    theirs,
  ]);
  if (code > 1) {
    throw new Error(`git merge-tree: ${stderr.trim()} (git 2.38 or later?)`);
  }
  return code === 0
    ? { outcome: 'merged', tree: stdout.toString().split('\n')[0].trim() }
    : { outcome: 'conflict' };
}

export type RebaseResult =
  | { outcome: 'rebased'; sha: string }
  | { outcome: 'conflict' };

/** Repeats the commits of `head` that are not in `base` on top of it. */
export async function rebaseCommits(options: {
  repository: GitRepository;
  base: string;
  head: string;
  committer: CommitIdentity;
}): Promise<RebaseResult> {
  const { repository, base, head, committer } = options;
  const commits = await readCommits(repository, [
    '--reverse',
    '--topo-order',
    '--no-merges',
    `${base}..${head}`,
    '--',
  ]);
  let onto = base;
  for (const commit of commits) {
    // Pretend that what we stand on follows the commit's parent, so that the
    // parent becomes the merge base: git before 2.40 cannot be told one.
    const { tree } = await readCommit(repository, onto);
    const stand = await repository.writeCommit({
      tree,
      parents: commit.parents.slice(0, 1),
      message: 'base of a rebase',
      author: committer,
      committer,
    });
    const merged = await mergeTrees(repository, stand, commit.sha);
    if (merged.outcome === 'conflict') {
      return merged;
    }
    onto = await repository.writeCommit({
      tree: merged.tree,
      parents: [onto],
      message: commit.message,
      author: commit.author,
      committer,
    });
  }
  return { outcome: 'rebased', sha: onto };
}
