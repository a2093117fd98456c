import { StateFolder } from '../../state/StateFolder';
import { PullRequest, Repository } from '../types';
import { Ids } from './Ids';

/** An issue that is no pull request. */
export interface Issue {
  id: number;
  number: number;
  title: string;
  body: string | undefined;
  state: 'open' | 'closed';
  author: string;
  labels: string[];
  assignees: string[];
  createdAt: string;
  updatedAt: string;
  closedAt: string | undefined;
}

/** A comment of an issue or pull request. */
export interface Comment {
  id: number;
  /** Of the issue or pull request. */
  number: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

interface Threads {
  pulls: PullRequest[];
  issues: Issue[];
  comments: Comment[];
}

/** Pull requests, issues and their comments; they share one row of numbers. */
export class ThreadStore {
  readonly #state: StateFolder;
  readonly #ids: Ids;
  readonly #loaded = new Map<number, Threads>();

  static open(options: { state: StateFolder; ids: Ids }): ThreadStore {
    return new ThreadStore(options);
  }

  private constructor(options: { state: StateFolder; ids: Ids }) {
    this.#state = options.state;
    this.#ids = options.ids;
  }

  pulls(repository: Repository): PullRequest[] {
    return this.#of(repository).pulls;
  }

  pull(repository: Repository, number: number): PullRequest | undefined {
    return this.pulls(repository).find(pull => pull.number === number);
  }

  issues(repository: Repository): Issue[] {
    return this.#of(repository).issues;
  }

  issue(repository: Repository, number: number): Issue | undefined {
    return this.issues(repository).find(issue => issue.number === number);
  }

  comments(repository: Repository, number: number): Comment[] {
    return this.#of(repository).comments.filter(
      comment => comment.number === number,
    );
  }

  addPull(
    repository: Repository,
    pull: Omit<PullRequest, 'id' | 'number'>,
  ): PullRequest {
    const added = { ...this.#identity(repository), ...pull };
    this.pulls(repository).push(added);
    this.save(repository);
    return added;
  }

  addIssue(repository: Repository, issue: Omit<Issue, 'id' | 'number'>): Issue {
    const added = { ...this.#identity(repository), ...issue };
    this.issues(repository).push(added);
    this.save(repository);
    return added;
  }

  addComment(repository: Repository, comment: Omit<Comment, 'id'>): Comment {
    const added = { id: this.#ids.next(), ...comment };
    this.#of(repository).comments.push(added);
    this.save(repository);
    return added;
  }

  /** Keeps what was changed in place. */
  save(repository: Repository): void {
    this.#state.writeJson(this.#of(repository), `${repository.id}.json`);
  }

  #identity(repository: Repository): { id: number; number: number } {
    const { pulls, issues } = this.#of(repository);
    const last = Math.max(0, ...[...pulls, ...issues].map(t => t.number));
    return { id: this.#ids.next(), number: last + 1 };
  }

  #of(repository: Repository): Threads {
    let known = this.#loaded.get(repository.id);
    if (!known) {
      known = this.#state.readJson<Threads>(`${repository.id}.json`) ?? {
        pulls: [],
        issues: [],
        comments: [],
      };
      this.#loaded.set(repository.id, known);
    }
    return known;
  }
}
