import { FileDifference } from '../git/diffFiles';
import { CommitFacts } from '../git/readCommits';
import { Services } from '../Services';
import { JsonObject, Repository } from '../types';
import { accountJson } from './accountJson';
import { encodePath } from './encodePath';
import { nodeId } from './nodeId';

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit as `/repos/…/commits` shows it. */
export function commitJson(
  services: Services,
  repository: Repository,
  commit: CommitFacts,
): JsonObject {
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const html = `${services.url}/${repository.fullName}`;
  const { sha } = commit;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${self}/commits/${sha}`,
    html_url: `${html}/commit/${sha}`,
    comments_url: `${self}/commits/${sha}/comments`,
    commit: {
      url: `${self}/git/commits/${sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${self}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: UNSIGNED,
    },
    author: accountByEmail(services, commit.author.email),
    committer: accountByEmail(services, commit.committer.email),
    parents: commit.parents.map(parent => ({
      sha: parent,
      url: `${self}/commits/${parent}`,
      html_url: `${html}/commit/${parent}`,
    })),
  };
}

/** A commit as `/repos/…/git/commits` shows it. */
export function gitCommitJson(
  services: Services,
  repository: Repository,
  commit: CommitFacts,
): JsonObject {
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const html = `${services.url}/${repository.fullName}`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${self}/git/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${self}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map(parent => ({
      sha: parent,
      url: `${self}/git/commits/${parent}`,
      html_url: `${html}/commit/${parent}`,
    })),
    verification: UNSIGNED,
  };
}

/** One changed file of a commit, comparison or pull request. */
export function differenceJson(
  services: Services,
  options: { repository: Repository; sha: string; file: FileDifference },
): JsonObject {
  const { repository, sha, file } = options;
  const html = `${services.url}/${repository.fullName}`;
  const path = encodePath(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${services.apiUrl}/repos/${repository.fullName}/contents/${path}?ref=${sha}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousPath && { previous_filename: file.previousPath }),
  };
}

function accountByEmail(services: Services, email: string): JsonObject | null {
  const account = services.accounts
    .list()
    .find(other => other.email !== '' && other.email === email);
  return account ? accountJson(services, account) : null;
}
