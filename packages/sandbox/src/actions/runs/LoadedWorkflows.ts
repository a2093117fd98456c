import { JobRun, WorkflowRun } from '../types';
import { parseWorkflow } from '../workflows/parseWorkflow';
import { Workflow, WorkflowJob } from '../workflows/types';

/** The parsed workflow files of the runs that are open. */
export class LoadedWorkflows {
  readonly #workflows = new Map<number, Workflow>();

  /** Throws a WorkflowError when the file is not valid. */
  load(run: WorkflowRun): Workflow {
    const workflow = parseWorkflow(run.source, run.path);
    this.#workflows.set(run.id, workflow);
    return workflow;
  }

  of(run: WorkflowRun): Workflow | undefined {
    return this.#workflows.get(run.id);
  }

  jobOf(run: WorkflowRun, job: JobRun): WorkflowJob | undefined {
    return this.of(run)?.jobs.find(({ id }) => id === job.key);
  }

  forget(run: WorkflowRun) {
    this.#workflows.delete(run.id);
  }

  /** Whether the strategy lets one more job of its kind run. */
  allowsOneMore(run: WorkflowRun, job: JobRun): boolean {
    const limit = Number(this.jobOf(run, job)?.maxParallel ?? Infinity);
    const active = run.jobs.filter(
      other => other.key === job.key && other.status === 'in_progress',
    );
    // A limit that is no number limits nothing.
    return !(active.length >= limit);
  }
}
