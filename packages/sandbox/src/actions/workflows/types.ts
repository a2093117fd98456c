import { Json } from '../../client';

/** A value that may be an expression until the run begins. */
export type Scalar = string | number | boolean;

/** A workflow file, checked. */
export interface Workflow {
  name: string | undefined;
  runName: string | undefined;
  /** By event name. */
  triggers: Map<string, Trigger>;
  env: Record<string, string>;
  defaults: RunDefaults;
  concurrency: Concurrency | undefined;
  permissions: Permissions | undefined;
  jobs: WorkflowJob[];
}

/** What of an event starts the workflow. */
export interface Trigger {
  branches?: string[];
  branchesIgnore?: string[];
  tags?: string[];
  tagsIgnore?: string[];
  paths?: string[];
  pathsIgnore?: string[];
  types?: string[];
  inputs?: Record<string, DispatchInput>;
}

export interface DispatchInput {
  required: boolean;
  default: Json;
  type: string;
  options: string[];
}

export interface RunDefaults {
  shell?: string;
  workingDirectory?: string;
}

export interface Concurrency {
  group: string;
  cancelInProgress: Scalar;
}

/** Of the job's token: one level for all areas, or levels by area. */
export type Permissions =
  | 'read-all'
  | 'write-all'
  | Record<string, 'read' | 'write' | 'none'>;

export interface WorkflowJob {
  id: string;
  name: string | undefined;
  needs: string[];
  if: string | undefined;
  runsOn: string | string[];
  env: Record<string, string>;
  defaults: RunDefaults;
  outputs: Record<string, string>;
  steps: WorkflowStep[];
  timeoutMinutes: Scalar | undefined;
  continueOnError: Scalar;
  matrix: Json | undefined;
  failFast: Scalar;
  maxParallel: Scalar | undefined;
  concurrency: Concurrency | undefined;
  permissions: Permissions | undefined;
  /** What the job asks for and the sandbox has not. */
  unsupported: string | undefined;
}

export interface WorkflowStep {
  id: string | undefined;
  name: string | undefined;
  if: string | undefined;
  uses: string | undefined;
  with: Record<string, string>;
  run: string | undefined;
  shell: string | undefined;
  workingDirectory: string | undefined;
  env: Record<string, string>;
  continueOnError: Scalar;
  timeoutMinutes: Scalar | undefined;
}
