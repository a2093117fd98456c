import { Json } from '../../client';
import {
  evaluateCondition,
  interpolate,
  interpolateValue,
} from '../expressions/interpolate';
import { ExpressionStatus } from '../expressions/evaluateExpression';
import { isTruthy } from '../expressions/conversions';
import { readConcurrencyGroup } from './readConcurrencyGroup';
import { Contexts, Conclusion, WorkflowRun } from '../types';
import { expandMatrix, MatrixValues } from '../workflows/expandMatrix';
import { Workflow, WorkflowJob } from '../workflows/types';

/** A job that can begin now, or that is skipped. */
export interface PlannedJob {
  key: string;
  name: string;
  labels: string[];
  matrix: MatrixValues;
  index: number;
  total: number;
  continueOnError: boolean;
  concurrency: { group: string; cancelInProgress: boolean } | undefined;
  skipped: boolean;
  /** Why it cannot run at all. */
  problem: string | undefined;
}

export interface PlanJobsOptions {
  workflow: Workflow;
  run: WorkflowRun;
  /** `github`, `vars`, `inputs`. */
  contexts: Contexts;
  /** Somebody wants the run to end. */
  cancelled: boolean;
}

/** The jobs whose turn has come: all that they need is complete. */
export function planJobs(options: PlanJobsOptions): PlannedJob[] {
  const { workflow, run, cancelled } = options;
  const results = jobResults(run);
  return workflow.jobs
    .filter(job => !results.has(job.id))
    .filter(job => job.needs.every(need => results.get(need)?.complete))
    .flatMap(job => {
      const status = cancelled
        ? 'cancelled'
        : statusOf(workflow, job, results, new Set());
      try {
        return plan(job, options, status);
      } catch (error) {
        return [
          {
            ...skippedJob(job),
            skipped: false,
            problem: (error as Error).message,
          },
        ];
      }
    });
}

interface KeyResult {
  complete: boolean;
  result: Conclusion;
  outputs: Record<string, string>;
}

/** What all jobs of a key came to, by key. */
export function jobResults(run: WorkflowRun): Map<string, KeyResult> {
  const results = new Map<string, KeyResult>();
  for (const job of run.jobs) {
    const known = results.get(job.key);
    const own: Conclusion =
      job.conclusion === 'failure' && job.continueOnError
        ? 'success'
        : job.conclusion ?? 'success';
    results.set(job.key, {
      complete: job.status === 'completed' && (known?.complete ?? true),
      result: known ? worse(known.result, own) : own,
      outputs: { ...known?.outputs, ...job.outputs },
    });
  }
  return results;
}

const ORDER: Conclusion[] = ['success', 'skipped', 'cancelled', 'failure'];

function worse(a: Conclusion, b: Conclusion): Conclusion {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

/** The `needs` context of a job. */
export function needsContext(job: WorkflowJob, run: WorkflowRun): Contexts {
  const results = jobResults(run);
  return Object.fromEntries(
    job.needs.map(need => {
      const { result = 'skipped', outputs = {} } = results.get(need) ?? {};
      return [need, { result, outputs }];
    }),
  );
}

/** A job that failed far up counts, also where one between was skipped. */
function statusOf(
  workflow: Workflow,
  job: WorkflowJob,
  results: Map<string, KeyResult>,
  seen: Set<string>,
): ExpressionStatus {
  let worst: Conclusion = 'success';
  for (const need of job.needs) {
    if (!seen.has(need)) {
      seen.add(need);
      worst = worse(worst, results.get(need)?.result ?? 'success');
      const definition = workflow.jobs.find(({ id }) => id === need)!;
      const above = statusOf(workflow, definition, results, seen);
      worst = above === 'failure' ? 'failure' : worst;
    }
  }
  return worst;
}

function plan(
  job: WorkflowJob,
  options: PlanJobsOptions,
  status: ExpressionStatus,
): PlannedJob[] {
  const contexts: Contexts = {
    ...options.contexts,
    needs: needsContext(job, options.run),
  };
  if (!evaluateCondition(job.if, { contexts, status })) {
    return [skippedJob(job)];
  }
  if (job.unsupported) {
    throw new Error(
      `${job.unsupported}: not supported in the sandbox, where jobs run on the runner itself`,
    );
  }
  const matrix: Json | undefined =
    job.matrix === undefined
      ? undefined
      : interpolateValue(job.matrix, { contexts });
  const combinations = expandMatrix(matrix);
  return combinations.map((values, index) => {
    const scope = {
      contexts: {
        ...contexts,
        matrix: values,
        strategy: { 'job-index': index, 'job-total': combinations.length },
      },
    };
    const runsOn = interpolateValue(job.runsOn, scope);
    return {
      key: job.id,
      name: nameOf(job, values, scope),
      labels: (Array.isArray(runsOn) ? runsOn : [runsOn]).map(String),
      matrix: values,
      index,
      total: combinations.length,
      continueOnError: isTruthy(interpolateValue(job.continueOnError, scope)),
      concurrency: readConcurrencyGroup(job.concurrency, scope),
      skipped: false,
      problem: undefined,
    };
  });
}

function nameOf(
  job: WorkflowJob,
  values: MatrixValues,
  scope: { contexts: Contexts },
): string {
  if (job.name !== undefined && job.name.includes('${{')) {
    return interpolate(job.name, scope);
  }
  const base = job.name ?? job.id;
  const parts = Object.values(values).map(value =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  return parts.length > 0 ? `${base} (${parts.join(', ')})` : base;
}

function skippedJob(job: WorkflowJob): PlannedJob {
  return {
    key: job.id,
    name: job.name ?? job.id,
    labels: [],
    matrix: {},
    index: 0,
    total: 1,
    continueOnError: false,
    concurrency: undefined,
    skipped: true,
    problem: undefined,
  };
}
