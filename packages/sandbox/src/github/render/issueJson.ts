import { Services } from '../Services';
import { Comment, Issue } from '../stores/ThreadStore';
import { JsonObject, PullRequest, Repository } from '../types';
import { accountJson } from './accountJson';
import { labelJson } from './labelJson';
import { nodeId } from './nodeId';

/** An issue, or a pull request seen as one. */
export function issueJson(
  services: Services,
  repository: Repository,
  thread: Issue | PullRequest,
): JsonObject {
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const url = `${self}/issues/${thread.number}`;
  const isPull = 'head' in thread;
  const html = `${services.url}/${repository.fullName}/${
    isPull ? 'pull' : 'issues'
  }/${thread.number}`;
  const account = (login: string) => {
    const found = services.accounts.find(login);
    return found ? accountJson(services, found) : null;
  };
  return {
    url,
    repository_url: self,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: thread.id,
    node_id: nodeId('Issue', thread.id),
    number: thread.number,
    title: thread.title,
    user: account(thread.author),
    labels: thread.labels.map(name => labelJson(services, repository, name)),
    state: thread.state,
    locked: false,
    assignee: thread.assignees.length > 0 ? account(thread.assignees[0]) : null,
    assignees: thread.assignees.map(account),
    milestone: null,
    comments: services.threads.comments(repository, thread.number).length,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt ?? null,
    author_association: 'MEMBER',
    body: thread.body ?? null,
    ...(isPull && {
      pull_request: {
        url: `${self}/pulls/${thread.number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: thread.merged?.at ?? null,
      },
    }),
  };
}

/** A comment of an issue or pull request. */
export function commentJson(
  services: Services,
  repository: Repository,
  comment: Comment,
): JsonObject {
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const author = services.accounts.find(comment.author);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${self}/issues/comments/${comment.id}`,
    html_url: `${services.url}/${repository.fullName}/issues/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${self}/issues/${comment.number}`,
    body: comment.body,
    user: author ? accountJson(services, author) : null,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'MEMBER',
  };
}
