import { diffPaths } from '../git/diffFiles';
import { NO_COMMIT } from '../git/GitRepository';
import { CommitFacts, readCommits } from '../git/readCommits';
import { PushPolicy } from '../access/PushPolicy';
import { GitHubError } from '../api/GitHubError';
import { RepositoryStore } from '../stores/RepositoryStore';
import { Account, CommitSummary, GitHubEvents, Repository } from '../types';

export interface RefUpdate {
  ref: string;
  before: string;
  after: string;
}

export interface RefUpdatesOptions {
  repositories: RepositoryStore;
  policy: PushPolicy;
  events: GitHubEvents;
  now: () => Date;
}

const LONGEST_EVENT = 20;

/** Moves refs for the REST API and tells what was moved, by it or by a push. */
export class RefUpdates {
  readonly #options: RefUpdatesOptions;

  static create(options: RefUpdatesOptions): RefUpdates {
    return new RefUpdates(options);
  }

  private constructor(options: RefUpdatesOptions) {
    this.#options = options;
  }

  /**
   * Moves one ref; throws as GitHub answers when a protection forbids it or it
   * is no fast-forward. `lost-race`: it was not at `before` any more.
   */
  async move(options: {
    repository: Repository;
    update: RefUpdate;
    pusher: Account;
    force?: boolean;
    /** A merge: its own rules were checked, those for pushes do not apply. */
    reviewed?: boolean;
  }): Promise<'moved' | 'lost-race'> {
    const { repository, update, pusher, force, reviewed } = options;
    const { ref, before, after } = update;
    const content = this.#options.repositories.content(repository);
    const isFastForward =
      before === NO_COMMIT ||
      after === NO_COMMIT ||
      !ref.startsWith('refs/heads/') ||
      (await content.isAncestor(before, after));
    if (!isFastForward && !force) {
      throw new GitHubError(422, 'Update is not a fast forward');
    }
    if (ref.startsWith('refs/heads/') && !reviewed) {
      const branch = ref.slice('refs/heads/'.length);
      this.#check({ repository, branch, pusher, after, isFastForward });
    }
    if (!(await content.updateRef(ref, after, before))) {
      return 'lost-race';
    }
    await this.pushed({ repository, pusher, changes: [update] });
    return 'moved';
  }

  /** Tells of refs that were moved. */
  async pushed(options: {
    repository: Repository;
    pusher: Account;
    changes: RefUpdate[];
  }): Promise<void> {
    const { repository, pusher, changes } = options;
    const { repositories, events, now } = this.#options;
    await this.#adoptFirstBranch(repository, changes);
    repository.pushedAt = now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    repositories.save(repository);
    for (const change of changes) {
      const facts = await this.#newCommits(repository, change);
      events.emit('push', { repository, pusher, ...change, ...facts });
    }
  }

  #check(options: {
    repository: Repository;
    branch: string;
    pusher: Account;
    after: string;
    isFastForward: boolean;
  }) {
    const { repository, branch, pusher, after, isFastForward } = options;
    const rules = this.#options.policy.branch(repository, branch, pusher);
    if (!rules) {
      return;
    }
    if (after === NO_COMMIT && rules.forbidsDeletion) {
      throw new GitHubError(422, 'Cannot delete this branch');
    }
    if (rules.update) {
      throw new GitHubError(422, rules.update);
    }
    if (!isFastForward && rules.forbidsForce) {
      throw new GitHubError(422, 'Cannot force-push to this branch');
    }
  }

  // The first branch that is pushed becomes the default when the one that was
  // planned does not exist.
  async #adoptFirstBranch(repository: Repository, changes: RefUpdate[]) {
    const { repositories } = this.#options;
    const pushed = changes.find(
      change =>
        change.ref.startsWith('refs/heads/') && change.after !== NO_COMMIT,
    );
    if (pushed && !(await repositories.head(repository))) {
      const branch = pushed.ref.slice('refs/heads/'.length);
      await repositories.setDefaultBranch(repository, branch);
    }
  }

  async #newCommits(repository: Repository, change: RefUpdate) {
    const { before, after, ref } = change;
    if (after === NO_COMMIT || !ref.startsWith('refs/heads/')) {
      return { forced: false, commits: [] };
    }
    const content = this.#options.repositories.content(repository);
    const isNew = before === NO_COMMIT;
    const forced = !isNew && !(await content.isAncestor(before, after));
    const commits = await readCommits(content, [
      `-${LONGEST_EVENT}`,
      ...(isNew ? [after] : [after, `^${before}`]),
      '--',
    ]);
    const summaries: CommitSummary[] = [];
    for (const commit of commits.reverse()) {
      summaries.push(await this.#summary(repository, commit));
    }
    return { forced, commits: summaries };
  }

  async #summary(
    repository: Repository,
    commit: CommitFacts,
  ): Promise<CommitSummary> {
    const files = await diffPaths(
      this.#options.repositories.content(repository),
      commit.parents[0],
      commit.sha,
    );
    const paths = (...states: string[]) =>
      files.filter(file => states.includes(file.status)).map(file => file.path);
    return {
      id: commit.sha,
      treeId: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: commit.author,
      committer: commit.committer,
      added: paths('added'),
      modified: paths('modified', 'changed', 'renamed'),
      removed: [
        ...paths('removed'),
        ...files.flatMap(file => file.previousPath ?? []),
      ],
    };
  }
}
