import { GitHub, Repository } from '../../github';
import { Contexts, WorkflowRun } from '../types';
import { githubContext } from './githubContext';

/** The contexts that all jobs of a run share. */
export function runContexts(options: {
  github: GitHub;
  repository: Repository;
  run: WorkflowRun;
}): Contexts {
  const { github, repository, run } = options;
  return {
    github: githubContext({ run, github, repository }),
    vars: github.variables.forRepository(repository),
    inputs: run.event.inputs,
  };
}
