import { diffFiles } from '../git/diffFiles';
import { missingForMerge } from '../pulls/mergeRules';
import { Services } from '../Services';
import { JsonObject, PullRequest, Repository, Review } from '../types';
import { accountJson } from './accountJson';
import { labelJson } from './labelJson';
import { nodeId } from './nodeId';
import { repositoryJson } from './repositoryJson';
import { teamJson } from './teamJson';

/** A pull request as lists show it. */
export function pullJson(
  services: Services,
  repository: Repository,
  pull: PullRequest,
): JsonObject {
  const { number } = pull;
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const url = `${self}/pulls/${number}`;
  const issue = `${self}/issues/${number}`;
  const html = `${services.url}/${repository.fullName}/pull/${number}`;
  const statuses = `${self}/statuses/${pull.headSha}`;
  const account = (login: string) => {
    const found = services.accounts.find(login);
    return found ? accountJson(services, found) : null;
  };
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: account(repository.owner),
    repo: repositoryJson(services, repository),
  });
  const { users, teams } = pull.requestedReviewers;
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${self}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: account(pull.author),
    body: pull.body ?? null,
    labels: pull.labels.map(name => labelJson(services, repository, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: pull.assignees.length > 0 ? account(pull.assignees[0]) : null,
    assignees: pull.assignees.map(account),
    requested_reviewers: users.map(account),
    requested_teams: teams.flatMap(slug => {
      const team = services.accounts.findTeam(slug);
      return team ? [teamJson(services, team)] : [];
    }),
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${self}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: 'MEMBER',
    auto_merge: null,
    draft: pull.draft,
  };
}

/** A pull request by itself: with its size, and whether it can be merged. */
export async function fullPullJson(
  services: Services,
  repository: Repository,
  pull: PullRequest,
): Promise<JsonObject> {
  const content = services.repositories.content(repository);
  const from =
    (await content.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
  const files = await diffFiles(content, from, pull.headSha);
  const commits = await content.text([
    'rev-list',
    '--count',
    `${from}..${pull.headSha}`,
    '--',
  ]);
  const isOpen = pull.state === 'open';
  const isMergeable =
    isOpen && (await services.pulls.attempt(repository, pull)) !== undefined;
  const missing = isOpen
    ? await missingForMerge(services, repository, pull)
    : [];
  const mergedBy = pull.merged && services.accounts.find(pull.merged.by);
  return {
    ...pullJson(services, repository, pull),
    merged: pull.merged !== undefined,
    mergeable: isOpen ? isMergeable : null,
    rebaseable: isOpen ? isMergeable : null,
    mergeable_state: stateOf({ pull, isMergeable, missing }),
    merged_by: mergedBy ? accountJson(services, mergedBy) : null,
    comments: services.threads.comments(repository, pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: Number(commits),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** A review of a pull request. */
export function reviewJson(
  services: Services,
  options: { repository: Repository; pull: PullRequest; review: Review },
): JsonObject {
  const { repository, pull, review } = options;
  const author = services.accounts.find(review.author);
  const api = `${services.apiUrl}/repos/${repository.fullName}/pulls/${pull.number}`;
  const html = `${services.url}/${repository.fullName}/pull/${pull.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: author ? accountJson(services, author) : null,
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: api,
    _links: { html: { href: html }, pull_request: { href: api } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
    author_association: 'MEMBER',
  };
}

function stateOf(options: {
  pull: PullRequest;
  isMergeable: boolean;
  missing: string[];
}): string {
  const { pull, isMergeable, missing } = options;
  if (pull.state !== 'open') {
    return 'unknown';
  }
  if (pull.draft) {
    return 'draft';
  }
  if (!isMergeable) {
    return 'dirty';
  }
  return missing.length > 0 ? 'blocked' : 'clean';
}
