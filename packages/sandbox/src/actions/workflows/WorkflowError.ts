/** Why a workflow file cannot run, as GitHub shows it on the run. */
export class WorkflowError extends Error {
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'WorkflowError';
  }
}
