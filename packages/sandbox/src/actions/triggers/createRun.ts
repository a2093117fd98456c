import { GitHub, Repository } from '../../github';
import { interpolate } from '../expressions/interpolate';
import { githubContext } from '../runs/githubContext';
import { KnownWorkflow, RunStore } from '../runs/RunStore';
import { RunEvent, WorkflowRun } from '../types';
import { Workflow } from '../workflows/types';
import { readCommit } from './readCommit';

export interface CreateRunOptions {
  github: GitHub;
  store: RunStore;
  repository: Repository;
  known: KnownWorkflow;
  /** Absent when the file cannot be read; the run will say why. */
  workflow: Workflow | undefined;
  source: string;
  event: RunEvent;
  now: () => Date;
}

/** A new run of a workflow, not begun yet. */
export async function createRun(
  options: CreateRunOptions,
): Promise<WorkflowRun> {
  const { github, store, repository, known, source, event, now } = options;
  const gitDir = github.repositories.gitDir(repository);
  const commit = await readCommit(gitDir, event.sha);
  const at = now().toISOString();
  const run: WorkflowRun = {
    id: store.nextId(),
    repository: repository.fullName,
    workflowId: known.id,
    path: known.path,
    name: known.name,
    displayTitle: '',
    number: store.nextRunNumber(known),
    attempt: 1,
    event,
    headBranch: (event.headRef ?? event.ref).replace(
      /^refs\/(heads|tags)\//,
      '',
    ),
    commit,
    source,
    status: 'queued',
    conclusion: undefined,
    message: undefined,
    concurrencyGroup: undefined,
    cancelled: false,
    createdAt: at,
    startedAt: at,
    updatedAt: at,
    checkSuiteId: store.nextId(),
    jobs: [],
  };
  run.displayTitle = titleOf(run, options);
  return run;
}

function titleOf(
  run: WorkflowRun,
  { workflow, github, repository }: CreateRunOptions,
): string {
  if (workflow?.runName) {
    try {
      const contexts = {
        github: githubContext({ run, github, repository }),
        inputs: run.event.inputs,
        vars: github.variables.forRepository(repository),
      };
      return interpolate(workflow.runName, { contexts });
    } catch {
      return workflow.runName;
    }
  }
  switch (run.event.name) {
    case 'push':
      return run.commit.message.split('\n')[0];
    case 'repository_dispatch':
      return String(run.event.payload.action);
    case 'pull_request':
      return String(
        (run.event.payload.pull_request as { title?: string } | undefined)
          ?.title ?? run.name,
      );
    default:
      return run.name;
  }
}
