import { Repository } from './repositories';

/** Encrypted values for workflows. No API answers them. */
export interface Secrets {
  /** Of the organisation where `repository` is absent. */
  set(options: { repository?: Repository; name: string; value: string }): void;
  remove(options: { repository?: Repository; name: string }): void;
  names(repository?: Repository): string[];
  /** What a job of the repository sees: the organisation's, then its own. */
  forRepository(repository: Repository): Record<string, string>;
}

/** Plain values for workflows. */
export interface Variables {
  set(options: { repository?: Repository; name: string; value: string }): void;
  remove(options: { repository?: Repository; name: string }): void;
  /** Of one level only. */
  own(repository?: Repository): Record<string, string>;
  forRepository(repository: Repository): Record<string, string>;
}

/** The state of one context at a commit. */
export interface CommitStatus {
  id: number;
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | undefined;
  targetUrl: string | undefined;
  creator: string;
  createdAt: string;
  updatedAt: string;
}

/** A check of a commit; a job of a workflow run is one. */
export interface CheckRun {
  id: number;
  sha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion:
    | 'success'
    | 'failure'
    | 'neutral'
    | 'cancelled'
    | 'skipped'
    | 'timed_out'
    | 'action_required'
    | undefined;
  startedAt: string | undefined;
  completedAt: string | undefined;
  detailsUrl: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  checkSuiteId: number;
}

export interface Statuses {
  /** Newest first. */
  list(repository: Repository, sha: string): CommitStatus[];
  set(
    repository: Repository,
    status: Pick<CommitStatus, 'sha' | 'state' | 'context' | 'creator'> &
      Partial<Pick<CommitStatus, 'description' | 'targetUrl'>>,
  ): CommitStatus;
  checkRuns(repository: Repository, sha: string): CheckRun[];
  findCheckRun(repository: Repository, id: number): CheckRun | undefined;
  createCheckRun(
    repository: Repository,
    run: Pick<CheckRun, 'sha' | 'name'> & Partial<Omit<CheckRun, 'id'>>,
  ): CheckRun;
  updateCheckRun(
    repository: Repository,
    id: number,
    change: Partial<Omit<CheckRun, 'id' | 'sha'>>,
  ): CheckRun | undefined;
}
