import { Json } from '../client';
import { JsonObject } from '../github';
import { MatrixValues } from './workflows/expandMatrix';

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A run may end before it has any job. */
export type RunConclusion = Conclusion | 'startup_failure';

export type RunEventName =
  | 'push'
  | 'pull_request'
  | 'repository_dispatch'
  | 'workflow_dispatch';

/** What started a run, as its jobs see it in the `github` context. */
export interface RunEvent {
  name: RunEventName;
  /** `github.event`. */
  payload: JsonObject;
  /** `refs/heads/main`, `refs/pull/3/merge` ... */
  ref: string;
  /** The commit whose workflow file counts, and that is checked out. */
  sha: string;
  headRef: string | undefined;
  baseRef: string | undefined;
  /** Login of who did it. */
  actor: string;
  /** Of a workflow_dispatch. */
  inputs: JsonObject;
}

/** One execution of a workflow. */
export interface WorkflowRun {
  id: number;
  /** As `owner/name`. */
  repository: string;
  workflowId: number;
  /** `.github/workflows/deliver.yaml`. */
  path: string;
  /** The workflow's name. */
  name: string;
  displayTitle: string;
  number: number;
  attempt: number;
  event: RunEvent;
  headBranch: string;
  commit: RunCommit;
  /** The file as it was at the commit. */
  source: string;
  /** `pending`: another run of its concurrency group comes first. */
  status: 'pending' | 'queued' | 'in_progress' | 'completed';
  conclusion: RunConclusion | undefined;
  /** Why nothing could be started, or why it was ended. */
  message: string | undefined;
  concurrencyGroup: string | undefined;
  /** Somebody or something wants it to end. */
  cancelled: boolean;
  createdAt: string;
  startedAt: string;
  updatedAt: string;
  checkSuiteId: number;
  jobs: JobRun[];
}

export interface RunCommit {
  treeId: string;
  message: string;
  timestamp: string;
  author: { name: string; email: string };
}

/** One job of a run; a matrix has many of one key. */
export interface JobRun {
  id: number;
  runId: number;
  attempt: number;
  /** The job's key in the workflow. */
  key: string;
  name: string;
  labels: string[];
  matrix: MatrixValues;
  /** Its place among the jobs of the same key, and how many there are. */
  index: number;
  total: number;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Conclusion | undefined;
  /** A failure does not fail the run. */
  continueOnError: boolean;
  concurrencyGroup: string | undefined;
  createdAt: string;
  startedAt: string | undefined;
  completedAt: string | undefined;
  runner: { id: number; name: string } | undefined;
  steps: StepRun[];
  outputs: Record<string, string>;
  annotations: Annotation[];
  checkRunId: number;
}

export interface StepRun {
  number: number;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Conclusion | undefined;
  startedAt: string | undefined;
  completedAt: string | undefined;
  /** Lines of the job's log, first and behind the last. */
  lines: { from: number; to: number | undefined };
}

export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
}

/** Contexts of an expression by name. */
export type Contexts = Record<string, Json>;
