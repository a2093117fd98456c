/**
 * Something that a domain's function threw. It never stops the engine.
 *
 * @public
 */
export interface DomainProblem {
  /** Id of the domain. */
  domain: string;
  /** Which function, for example `derive`. */
  step: string;
  /** What it was given: an item's or a row's id. */
  subject: string;
  /** What it threw. */
  error: Error;
}

/** Where problems of domains go, for example into a log. @public */
export type ProblemReporter = (problem: DomainProblem) => void;
