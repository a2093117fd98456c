import { Request } from 'express';
import { GitHub, GitHubError, html, Repository, SafeHtml } from '../../github';
import { RunEngine } from '../runs/RunEngine';
import { RunStore } from '../runs/RunStore';
import { WorkflowRun } from '../types';
import { runDetails } from './runDetails';
import { runList } from './runList';

export interface ActionsPagesOptions {
  github: GitHub;
  store: RunStore;
  engine: RunEngine;
}

const SHOWN_RUNS = 50;
const REFRESH_SECONDS = 2;
const RUN = '/:owner/:repo/actions/runs/:run(\\d+)';

/** Runs, jobs and logs for people. */
export function addActionsPages(options: ActionsPagesOptions): void {
  const { github, store, engine } = options;
  const { web } = github;

  web.get('/:owner/:repo/actions', (req, res) => {
    const { repository, viewer } = github.pageRepositoryOf(req);
    const runs = store.runs(repository.fullName).slice(0, SHOWN_RUNS);
    res.send(
      github.page({
        title: `Actions · ${repository.fullName}`,
        breadcrumbs: breadcrumbs(repository),
        viewer,
        repository,
        tab: 'actions',
        refreshSeconds: runs.some(isOpen) ? REFRESH_SECONDS : undefined,
        body: runList(runs),
      }),
    );
  });

  web.get([RUN, `${RUN}/job/:job(\\d+)`], (req, res) => {
    const { repository, viewer, role } = github.pageRepositoryOf(req);
    const run = runOf(store, repository, req);
    const mayWrite = viewer && role && !['pull', 'triage'].includes(role);
    res.send(
      github.page({
        title: `${run.displayTitle} · ${run.name} #${run.number}`,
        breadcrumbs: [
          ...breadcrumbs(repository),
          { text: `${run.name} #${run.number}` },
        ],
        viewer,
        repository,
        tab: 'actions',
        refreshSeconds: isOpen(run) ? REFRESH_SECONDS : undefined,
        body: runDetails(store, run, mayWrite ? buttons(run) : undefined),
      }),
    );
  });

  web.get('/:owner/:repo/actions/jobs/:job(\\d+)/log', (req, res) => {
    const { repository } = github.pageRepositoryOf(req);
    const found = store.findJob(Number(req.params.job));
    if (found?.run.repository !== repository.fullName) {
      throw GitHubError.notFound();
    }
    res.type('text/plain').send(store.readLog(found.job.id));
  });

  web.post(`${RUN}/:action(cancel|rerun)`, (req, res) => {
    const { repository, role } = github.pageRepositoryOf(req);
    if (!role || ['pull', 'triage'].includes(role)) {
      throw new GitHubError(403, 'You need write access to do this');
    }
    const run = runOf(store, repository, req);
    if (req.params.action === 'cancel') {
      engine.cancel(run);
    } else if (run.status === 'completed') {
      engine.rerun(run, 'all');
    }
    res.redirect(303, `/${repository.fullName}/actions/runs/${run.id}`);
  });
}

function breadcrumbs({ fullName }: Repository) {
  return [
    { text: fullName, href: `/${fullName}` },
    { text: 'Actions', href: `/${fullName}/actions` },
  ];
}

function isOpen({ status }: WorkflowRun): boolean {
  return status !== 'completed';
}

function runOf(store: RunStore, repository: Repository, req: Request) {
  const run = store.findRun(Number(req.params.run));
  if (run?.repository !== repository.fullName) {
    throw GitHubError.notFound();
  }
  return run;
}

function buttons(run: WorkflowRun): SafeHtml {
  const action = isOpen(run) ? 'cancel' : 'rerun';
  const text = isOpen(run) ? 'Cancel run' : 'Run all jobs again';
  return html`<form
    class="actions"
    method="post"
    action="/${run.repository}/actions/runs/${run.id}/${action}"
  >
    <button type="submit">${text}</button>
  </form>`;
}
