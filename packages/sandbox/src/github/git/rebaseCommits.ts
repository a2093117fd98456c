import { CommitIdentity, GitRepository } from './GitRepository';
import { mergeTrees } from './mergeTrees';
import { readCommits } from './readCommits';

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
    const merged = await mergeTrees({
      repository,
      ours: onto,
      theirs: commit.sha,
      base: commit.parents[0],
    });
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
