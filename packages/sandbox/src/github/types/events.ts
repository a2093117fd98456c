import { Account, JsonObject } from './accounts';
import { PullRequest } from './pulls';
import { Repository } from './repositories';

/** A commit as events carry it. */
export interface CommitSummary {
  id: string;
  treeId: string;
  message: string;
  timestamp: string;
  author: { name: string; email: string };
  committer: { name: string; email: string };
  added: string[];
  modified: string[];
  removed: string[];
}

/** A branch or tag was made, moved or removed. */
export interface PushEvent {
  repository: Repository;
  /** `refs/heads/…` or `refs/tags/…`. */
  ref: string;
  /** Forty zeros when the ref is new. */
  before: string;
  /** Forty zeros when the ref is gone. */
  after: string;
  forced: boolean;
  /** Oldest first, at most 20. */
  commits: CommitSummary[];
  pusher: Account;
}

/** Somebody asked workflows of a repository to run. */
export interface RepositoryDispatchEvent {
  repository: Repository;
  eventType: string;
  clientPayload: JsonObject;
  sender: Account;
}

/** Something happened to a pull request. */
export interface PullRequestEvent {
  action: 'opened' | 'edited' | 'synchronize' | 'closed' | 'reopened';
  repository: Repository;
  pull: PullRequest;
  sender: Account;
}

/** A repository came, changed or went. */
export interface RepositoryEvent {
  action: 'created' | 'edited' | 'deleted';
  repository: Repository;
  sender: Account;
}

/** An event that another room made, in GitHub's own payload. */
export interface WorkflowEvent {
  action: string;
  repository: Repository;
  sender: Account;
  /** Beside `action`, `repository` and `sender`, which are added. */
  payload: JsonObject;
}

export interface GitHubEventMap {
  push: PushEvent;
  repository_dispatch: RepositoryDispatchEvent;
  pull_request: PullRequestEvent;
  repository: RepositoryEvent;
  workflow_run: WorkflowEvent;
  workflow_job: WorkflowEvent;
}

/** What happens on GitHub, told to the other rooms and to webhooks. */
export interface GitHubEvents {
  /** Returns what ends the subscription. */
  on<E extends keyof GitHubEventMap>(
    event: E,
    listener: (payload: GitHubEventMap[E]) => void,
  ): () => void;
  emit<E extends keyof GitHubEventMap>(
    event: E,
    payload: GitHubEventMap[E],
  ): void;
}
