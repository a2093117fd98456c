import { JobExecution, StepScope } from '../jobs/types';

/** What an action is called with. */
export interface ActionCall {
  execution: JobExecution;
  scope: StepScope;
  /** Evaluated, names in small letters. */
  inputs: Record<string, string>;
  /** The `env` of the step, evaluated. */
  env: Record<string, string>;
  signal: AbortSignal;
}

/** Does what the action of this name does on GitHub; throws a StepError. */
export type BuiltInAction = (
  call: ActionCall,
) => Promise<Record<string, string> | void>;
