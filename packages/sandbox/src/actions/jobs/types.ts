import { GitHub, Repository } from '../../github';
import { ImageStore } from '../../images';
import { ExpressionStatus } from '../expressions/evaluateExpression';
import { Annotation, Contexts, JobRun, WorkflowRun } from '../types';
import { RunDefaults } from '../workflows/types';
import { JobLog } from './JobLog';
import { LogCommands } from './LogCommands';

/** Folders of one job; all go when it ends. */
export interface JobFolders {
  /** Everything below is in here. */
  root: string;
  workspace: string;
  home: string;
  temp: string;
  /** Repositories that actions come from. */
  actions: string;
}

/** A job while it runs: what its steps share. */
export interface JobExecution {
  run: WorkflowRun;
  job: JobRun;
  repository: Repository;
  github: GitHub;
  images: ImageStore;
  registryHost: string;
  folders: JobFolders;
  log: JobLog;
  commands: LogCommands;
  annotations: Annotation[];
  /** All but `env`, `steps`, `inputs` and `job`, which change on the way. */
  contexts: Contexts;
  /** Of the workflow, the job, and what steps add to it. */
  env: Record<string, string>;
  /** What steps add in front of the PATH. */
  addedPaths: string[];
  defaults: RunDefaults;
  token: string;
  status: ExpressionStatus;
  /** Markdown of all steps. */
  summary: string;
  /** Aborted: end the step, and say `reason.message` to the reader. */
  signal: AbortSignal;
}

/** What belongs to the steps of a job, or to those of one composite action. */
export interface StepScope {
  /** Results by step id. */
  steps: Record<string, StepResult>;
  /** The `inputs` context. */
  inputs: Contexts;
  /** Folder of the action whose steps these are. */
  actionPath: string | undefined;
  /** How many composite actions are around. */
  depth: number;
}

export type StepResult = {
  outputs: Record<string, string>;
  outcome: 'success' | 'failure' | 'cancelled' | 'skipped';
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped';
};
