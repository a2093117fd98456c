import { GitHubError } from '../api/GitHubError';
import { CommitIdentity, NO_COMMIT } from '../git/GitRepository';
import { rebaseCommits } from '../git/rebaseCommits';
import { readCommits } from '../git/readCommits';
import { Services } from '../Services';
import { Account, MergeMethod, PullRequest, Repository } from '../types';
import { mayBypass, missingForMerge } from './mergeRules';

export interface MergePullRequestOptions {
  repository: Repository;
  pull: PullRequest;
  account: Account;
  method: MergeMethod;
  title?: string;
  message?: string;
  /** What the head must be. */
  sha?: string;
}

const NOT_ALLOWED: Record<MergeMethod, string> = {
  merge: 'Merge commits are not allowed on this repository.',
  squash: 'Squash merges are not allowed on this repository.',
  rebase: 'Rebase merges are not allowed on this repository.',
};

const ATTEMPTS = 3;

/** Merges a pull request if its base branch lets it; answers the new commit. */
export async function mergePullRequest(
  services: Services,
  options: MergePullRequestOptions,
): Promise<string> {
  const { repository, pull, account, method } = options;
  const { allow_merge_commit, allow_squash_merge, allow_rebase_merge } =
    repository.settings;
  const allowed: Record<MergeMethod, boolean> = {
    merge: allow_merge_commit,
    squash: allow_squash_merge,
    rebase: allow_rebase_merge,
  };
  if (pull.state !== 'open') {
    throw new GitHubError(405, 'Pull Request is not mergeable');
  }
  if (pull.draft) {
    throw new GitHubError(405, 'Pull Request is still a draft');
  }
  if (!allowed[method]) {
    throw new GitHubError(405, NOT_ALLOWED[method]);
  }
  if (options.sha !== undefined && options.sha !== pull.headSha) {
    throw new GitHubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const missing = await missingForMerge(services, repository, pull);
  if (
    missing.length > 0 &&
    !mayBypass(services, { repository, pull, account })
  ) {
    throw new GitHubError(405, missing.join(' '));
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const sha = await tryMerge(services, options);
    if (sha) {
      return sha;
    }
  }
  throw new GitHubError(
    409,
    'Base branch was modified. Review and try the merge again.',
  );
}

/** `undefined` when the base moved meanwhile. */
async function tryMerge(
  services: Services,
  options: MergePullRequestOptions,
): Promise<string | undefined> {
  const { repository, pull, account, method } = options;
  const notMergeable = new GitHubError(405, 'Pull Request is not mergeable');
  const merged = await services.pulls.attempt(repository, pull);
  if (!merged) {
    throw notMergeable;
  }
  const after = await newCommit(services, { ...options, ...merged });
  // Of two merges at once the second finds it closed.
  if (pull.state !== 'open') {
    throw notMergeable;
  }
  // Said before the ref moves: the push must find it merged already, or it
  // would take it for a merge by hand.
  services.pulls.close(pull);
  const at = pull.closedAt!;
  pull.merged = { at, by: account.login, sha: after, method };
  const moved = await services.updates
    .move({
      repository,
      update: {
        ref: `refs/heads/${pull.base}`,
        before: merged.base,
        after,
      },
      pusher: account,
      reviewed: true,
    })
    .catch(error => {
      reopen(pull);
      throw error;
    });
  if (moved === 'lost-race') {
    reopen(pull);
    return undefined;
  }
  services.pulls.changed('closed', { repository, pull, sender: account });
  if (repository.settings.delete_branch_on_merge) {
    await deleteHead(services, options);
  }
  return after;
}

function reopen(pull: PullRequest) {
  pull.state = 'open';
  pull.closedAt = undefined;
  pull.merged = undefined;
}

async function newCommit(
  services: Services,
  options: MergePullRequestOptions & { base: string; tree: string },
): Promise<string> {
  const { repository, pull, account, method, base, tree } = options;
  const content = services.repositories.content(repository);
  const date = services.now().toISOString();
  const author: CommitIdentity = {
    name: account.name,
    email: account.email,
    date,
  };
  const committer = { name: 'GitHub', email: 'noreply@localhost', date };
  if (method === 'rebase') {
    const head = pull.headSha;
    const rebased = await rebaseCommits({
      repository: content,
      base,
      head,
      committer: author,
    });
    if (rebased.outcome === 'conflict') {
      throw new GitHubError(405, "This branch can't be rebased");
    }
    return rebased.sha;
  }
  const message =
    method === 'merge'
      ? mergeMessage(options)
      : await squashMessage(services, options);
  return content.writeCommit({
    tree,
    parents: method === 'merge' ? [base, pull.headSha] : [base],
    message,
    author,
    committer,
  });
}

function mergeMessage(options: MergePullRequestOptions): string {
  const { repository, pull } = options;
  const title =
    options.title ??
    `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`;
  const body = options.message ?? pull.title;
  return body === '' ? title : `${title}\n\n${body}`;
}

async function squashMessage(
  services: Services,
  options: MergePullRequestOptions & { base: string },
): Promise<string> {
  const { repository, pull, base } = options;
  const commits = await readCommits(services.repositories.content(repository), [
    '--reverse',
    `${base}..${pull.headSha}`,
    '--',
  ]);
  const only = commits.length === 1 ? commits[0].message : undefined;
  const subject = only?.split('\n')[0] ?? pull.title;
  const title = options.title ?? `${subject} (#${pull.number})`;
  const body =
    options.message ??
    (only === undefined
      ? commits.map(commit => `* ${commit.message}`).join('\n\n')
      : only.split('\n').slice(1).join('\n').trim());
  return body === '' ? title : `${title}\n\n${body}`;
}

async function deleteHead(
  services: Services,
  options: MergePullRequestOptions,
) {
  const { repository, pull, account } = options;
  const ref = `refs/heads/${pull.head}`;
  await services.updates.move({
    repository,
    update: { ref, before: pull.headSha, after: NO_COMMIT },
    pusher: account,
  });
}
