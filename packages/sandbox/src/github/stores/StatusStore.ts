import { StateFolder } from '../../state/StateFolder';
import { CheckRun, CommitStatus, Repository, Statuses } from '../types';
import { Ids } from './Ids';

interface RepositoryStatuses {
  statuses: CommitStatus[];
  checkRuns: CheckRun[];
}

const KEPT = 1000;

/** Commit statuses and check runs of each repository, the newest thousand of each. */
export class StatusStore implements Statuses {
  readonly #state: StateFolder;
  readonly #ids: Ids;
  readonly #now: () => Date;
  readonly #loaded = new Map<number, RepositoryStatuses>();

  static open(options: {
    state: StateFolder;
    ids: Ids;
    now: () => Date;
  }): StatusStore {
    return new StatusStore(options);
  }

  private constructor(options: {
    state: StateFolder;
    ids: Ids;
    now: () => Date;
  }) {
    this.#state = options.state;
    this.#ids = options.ids;
    this.#now = options.now;
  }

  list(repository: Repository, sha: string): CommitStatus[] {
    return this.#of(repository)
      .statuses.filter(status => status.sha === sha)
      .reverse();
  }

  set(
    repository: Repository,
    status: Pick<CommitStatus, 'sha' | 'state' | 'context' | 'creator'> &
      Partial<Pick<CommitStatus, 'description' | 'targetUrl'>>,
  ): CommitStatus {
    const at = this.#now().toISOString();
    const complete: CommitStatus = {
      description: undefined,
      targetUrl: undefined,
      ...status,
      id: this.#ids.next(),
      createdAt: at,
      updatedAt: at,
    };
    const { statuses } = this.#of(repository);
    statuses.push(complete);
    statuses.splice(0, statuses.length - KEPT);
    this.#save(repository);
    return complete;
  }

  checkRuns(repository: Repository, sha: string): CheckRun[] {
    return this.#of(repository).checkRuns.filter(run => run.sha === sha);
  }

  findCheckRun(repository: Repository, id: number): CheckRun | undefined {
    return this.#of(repository).checkRuns.find(run => run.id === id);
  }

  createCheckRun(
    repository: Repository,
    run: Pick<CheckRun, 'sha' | 'name'> & Partial<Omit<CheckRun, 'id'>>,
  ): CheckRun {
    const complete: CheckRun = {
      status: 'queued',
      conclusion: undefined,
      startedAt: undefined,
      completedAt: undefined,
      detailsUrl: undefined,
      title: undefined,
      summary: undefined,
      checkSuiteId: this.#ids.next(),
      ...run,
      id: this.#ids.next(),
    };
    const { checkRuns } = this.#of(repository);
    checkRuns.push(complete);
    checkRuns.splice(0, checkRuns.length - KEPT);
    this.#save(repository);
    return complete;
  }

  updateCheckRun(
    repository: Repository,
    id: number,
    change: Partial<Omit<CheckRun, 'id' | 'sha'>>,
  ): CheckRun | undefined {
    const run = this.findCheckRun(repository, id);
    if (run) {
      Object.assign(run, change);
      this.#save(repository);
    }
    return run;
  }

  #of(repository: Repository): RepositoryStatuses {
    let known = this.#loaded.get(repository.id);
    if (!known) {
      known = this.#state.readJson<RepositoryStatuses>(
        `${repository.id}.json`,
      ) ?? { statuses: [], checkRuns: [] };
      this.#loaded.set(repository.id, known);
    }
    return known;
  }

  #save(repository: Repository) {
    this.#state.writeJson(this.#of(repository), `${repository.id}.json`);
  }
}
