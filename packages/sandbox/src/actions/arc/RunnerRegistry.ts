import { scopeOf } from './scopeOf';

/** A self-hosted runner as GitHub knows it. */
export interface RegisteredRunner {
  id: number;
  name: string;
  /** `owner` or `owner/name`. */
  scope: string;
  labels: string[];
  busy: boolean;
}

/** GitHub's list of the runners that are there now. */
export class RunnerRegistry {
  readonly #runners = new Map<number, RegisteredRunner>();
  readonly #nextId: () => number;

  static create(options: { nextId: () => number }): RunnerRegistry {
    return new RunnerRegistry(options.nextId);
  }

  private constructor(nextId: () => number) {
    this.#nextId = nextId;
  }

  add(options: {
    name: string;
    githubConfigUrl: string;
    labels: string[];
  }): RegisteredRunner {
    const runner: RegisteredRunner = {
      id: this.#nextId(),
      name: options.name,
      scope: scopeOf(options.githubConfigUrl).join('/'),
      labels: options.labels,
      busy: false,
    };
    this.#runners.set(runner.id, runner);
    return runner;
  }

  remove(id: number) {
    this.#runners.delete(id);
  }

  /** Of an organisation, or of one repository alone. */
  list(scope: string): RegisteredRunner[] {
    return [...this.#runners.values()].filter(
      runner => runner.scope.toLowerCase() === scope.toLowerCase(),
    );
  }
}
