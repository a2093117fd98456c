import { Request, Router } from 'express';
import {
  asyncRoute,
  GitHub,
  GitHubError,
  Repository,
  sendPage,
} from '../../github';
import { RunEngine } from '../runs/RunEngine';
import { RunStore } from '../runs/RunStore';
import { WorkflowRun } from '../types';
import { dispatchWorkflow } from '../triggers/dispatchWorkflow';
import { filterRuns } from './filterRuns';
import { jobJson } from './jobJson';
import { runJson } from './runJson';
import { workflowJson } from './workflowJson';

export interface ActionsRoutesOptions {
  github: GitHub;
  store: RunStore;
  engine: RunEngine;
  now: () => Date;
}

const RUNS = '/repos/:owner/:repo/actions/runs';
const WORKFLOWS = '/repos/:owner/:repo/actions/workflows';

/** Workflows, runs, jobs and logs in the REST API. */
export function addActionsRoutes(options: ActionsRoutesOptions): void {
  const { github } = options;
  addWorkflowRoutes(github.api, options);
  addRunRoutes(github.api, options);
  addJobRoutes(github.api, options);
}

function addWorkflowRoutes(api: Router, options: ActionsRoutesOptions) {
  const { github, store } = options;
  const toJson = (workflow: Parameters<typeof workflowJson>[0]['workflow']) =>
    workflowJson({ github, workflow });

  api.get(
    WORKFLOWS,
    asyncRoute(async (req, res) => {
      const { repository } = readable(github, req);
      const items = store.workflows(repository.fullName);
      await sendPage({ req, res, items, toJson, wrap: 'workflows' });
    }),
  );
  api.get(`${WORKFLOWS}/:workflow`, (req, res) => {
    const { repository } = readable(github, req);
    res.json(toJson(workflowOf(store, repository, req)));
  });
  api.get(
    `${WORKFLOWS}/:workflow/runs`,
    asyncRoute(async (req, res) => {
      const { repository } = readable(github, req);
      const { id } = workflowOf(store, repository, req);
      const runs = store
        .runs(repository.fullName)
        .filter(run => run.workflowId === id);
      await sendRuns(req, res, { github, repository, runs });
    }),
  );
  api.post(
    `${WORKFLOWS}/:workflow/dispatches`,
    asyncRoute(async (req, res) => {
      const { repository, caller } = writable(github, req);
      await dispatchWorkflow({
        ...options,
        repository,
        workflow: workflowOf(store, repository, req),
        body: req.body,
        actor: caller!.account,
      });
      res.status(204).end();
    }),
  );
}

function addRunRoutes(api: Router, options: ActionsRoutesOptions) {
  const { github, store, engine } = options;

  api.get(
    RUNS,
    asyncRoute(async (req, res) => {
      const { repository } = readable(github, req);
      const runs = store.runs(repository.fullName);
      await sendRuns(req, res, { github, repository, runs });
    }),
  );
  api.get([`${RUNS}/:run`, `${RUNS}/:run/attempts/:attempt`], (req, res) => {
    const { repository } = readable(github, req);
    const run = runOf(store, repository, req);
    res.json(runJson({ github, repository, run }));
  });
  api.get(
    [`${RUNS}/:run/jobs`, `${RUNS}/:run/attempts/:attempt/jobs`],
    asyncRoute(async (req, res) => {
      const { repository } = readable(github, req);
      const run = runOf(store, repository, req);
      await sendPage({
        req,
        res,
        items: run.jobs,
        toJson: job => jobJson({ github, run, job }),
        wrap: 'jobs',
      });
    }),
  );
  api.post(`${RUNS}/:run/cancel`, (req, res) => {
    const { repository } = writable(github, req);
    const run = runOf(store, repository, req);
    if (run.status === 'completed') {
      throw new GitHubError(
        409,
        'Cannot cancel a workflow run that is completed.',
      );
    }
    engine.cancel(run);
    res.status(202).json({});
  });
  for (const [path, which] of [
    ['rerun', 'all'],
    ['rerun-failed-jobs', 'failed'],
  ] as const) {
    api.post(`${RUNS}/:run/${path}`, (req, res) => {
      const { repository } = writable(github, req);
      const run = runOf(store, repository, req);
      if (run.status !== 'completed') {
        throw new GitHubError(403, 'This workflow is already running');
      }
      engine.rerun(run, which);
      res.status(201).json({});
    });
  }
}

function addJobRoutes(api: Router, options: ActionsRoutesOptions) {
  const { github, store } = options;
  const path = '/repos/:owner/:repo/actions/jobs/:job';
  const jobOf = (req: Request) => {
    const { repository } = readable(github, req);
    const found = store.findJob(Number(req.params.job));
    if (!found || found.run.repository !== repository.fullName) {
      throw GitHubError.notFound();
    }
    return found;
  };
  api.get(path, (req, res) => {
    res.json(jobJson({ github, ...jobOf(req) }));
  });
  api.get(`${path}/logs`, (req, res) => {
    const { job } = jobOf(req);
    if (job.status === 'queued') {
      throw GitHubError.notFound();
    }
    res.type('text/plain').send(store.readLog(job.id));
  });
}

function readable(github: GitHub, req: Request) {
  return github.repositoryOf(req, { area: 'actions', access: 'read' });
}

function writable(github: GitHub, req: Request) {
  return github.repositoryOf(req, { area: 'actions', access: 'write' });
}

function runOf(store: RunStore, repository: Repository, req: Request) {
  const run = store.findRun(Number(req.params.run));
  if (run?.repository !== repository.fullName) {
    throw GitHubError.notFound();
  }
  return run;
}

/** By id or by file name. */
function workflowOf(store: RunStore, repository: Repository, req: Request) {
  const wanted = req.params.workflow;
  const found = store
    .workflows(repository.fullName)
    .find(
      ({ id, path }) =>
        String(id) === wanted || path.split('/').pop() === wanted,
    );
  if (!found) {
    throw GitHubError.notFound();
  }
  return found;
}

async function sendRuns(
  req: Request,
  res: Parameters<typeof sendPage>[0]['res'],
  list: { github: GitHub; repository: Repository; runs: WorkflowRun[] },
) {
  const { github, repository, runs } = list;
  await sendPage({
    req,
    res,
    items: filterRuns(runs, req.query),
    toJson: run => runJson({ github, repository, run }),
    wrap: 'workflow_runs',
  });
}
