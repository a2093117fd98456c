import path from 'node:path';
import { GitHub, Repository } from '../../github';
import { RunEngine } from '../runs/RunEngine';
import { RunStore } from '../runs/RunStore';
import { RunEvent } from '../types';
import { matchesTrigger, TriggerSubject } from '../workflows/matchesTrigger';
import { parseWorkflow } from '../workflows/parseWorkflow';
import { Workflow } from '../workflows/types';
import { createRun } from './createRun';

export interface TriggerContext {
  github: GitHub;
  store: RunStore;
  engine: RunEngine;
  now: () => Date;
}

export interface StartMatchingRunsOptions extends TriggerContext {
  repository: Repository;
  event: RunEvent;
  subject: TriggerSubject;
}

const FOLDER = '.github/workflows';

/** Begins a run of every workflow that the event starts. */
export async function startMatchingRuns(
  options: StartMatchingRunsOptions,
): Promise<void> {
  const { github, store, engine, repository, event, now } = options;
  const files = await listWorkflowFiles(github, repository, event.sha);
  for (const file of files) {
    const content = await github.repositories.readFile(
      repository,
      event.sha,
      file,
    );
    const source = content?.toString('utf8') ?? '';
    const workflow = tryParse(source, file);
    const trigger = workflow?.triggers.get(event.name);
    // A file that cannot be read fails at every push, as on GitHub.
    const starts = workflow
      ? trigger && (await matchesTrigger(trigger, options.subject))
      : event.name === 'push';
    const isDefault = event.ref === `refs/heads/${repository.defaultBranch}`;
    if (starts || isDefault) {
      const name = workflow?.name ?? file;
      const known = store.putWorkflow(
        { repository: repository.fullName, path: file, name },
        now(),
      );
      if (starts) {
        engine.start(
          await createRun({ ...options, known, workflow, source, event }),
        );
      }
    }
  }
}

async function listWorkflowFiles(
  github: GitHub,
  repository: Repository,
  sha: string,
): Promise<string[]> {
  const entries = await github.repositories.listFiles(repository, sha, FOLDER);
  return entries
    .filter(({ type }) => type === 'blob')
    .map(entry => path.posix.join(FOLDER, path.posix.basename(entry.path)))
    .filter(file => /\.ya?ml$/.test(file));
}

function tryParse(source: string, file: string): Workflow | undefined {
  try {
    return parseWorkflow(source, file);
  } catch {
    return undefined;
  }
}
