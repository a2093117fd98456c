import { Access } from '../access/Access';
import { protectionFor } from '../access/protectionFor';
import { GitHubError } from '../api/GitHubError';
import { NO_COMMIT } from '../git/GitRepository';
import { mergeTrees } from '../git/mergeTrees';
import { RefUpdates } from '../pushes/RefUpdates';
import { AccountStore } from '../stores/AccountStore';
import { Ids } from '../stores/Ids';
import { RepositoryStore } from '../stores/RepositoryStore';
import { StatusStore } from '../stores/StatusStore';
import { ThreadStore } from '../stores/ThreadStore';
import {
  Account,
  GitHubEvents,
  PullRequest,
  PullRequestEvent,
  PushEvent,
  Repository,
  Review,
} from '../types';
import { ownersOfChange } from './mergeRules';

export interface PullRequestsOptions {
  ids: Ids;
  accounts: AccountStore;
  access: Access;
  repositories: RepositoryStore;
  threads: ThreadStore;
  statuses: StatusStore;
  updates: RefUpdates;
  events: GitHubEvents;
  now: () => Date;
  log: (line: string) => void;
}

export interface OpenPullRequestOptions {
  title: string;
  body?: string;
  head: string;
  base: string;
  draft?: boolean;
  author: Account;
}

/** Pull requests: opened, reviewed, and kept in step with their branches. */
export class PullRequests {
  readonly options: PullRequestsOptions;

  static create(options: PullRequestsOptions): PullRequests {
    const pulls = new PullRequests(options);
    options.events.on('push', event => {
      pulls.#follow(event).catch(error => options.log(`github: ${error}`));
    });
    return pulls;
  }

  private constructor(options: PullRequestsOptions) {
    this.options = options;
  }

  async open(
    repository: Repository,
    request: OpenPullRequestOptions,
  ): Promise<PullRequest> {
    const { threads, repositories } = this.options;
    const { head, base, author } = request;
    const content = repositories.content(repository);
    const headSha = await this.#requireBranch(repository, 'head', head);
    const baseSha = await this.#requireBranch(repository, 'base', base);
    const custom = (message: string) =>
      GitHubError.validation({
        resource: 'PullRequest',
        code: 'custom',
        message,
      });
    const twin = () =>
      threads
        .pulls(repository)
        .find(
          pull =>
            pull.state === 'open' && pull.head === head && pull.base === base,
        );
    const taken = () =>
      custom(`A pull request already exists for ${repository.owner}:${head}.`);
    if (twin()) {
      throw taken();
    }
    if (await content.isAncestor(headSha, baseSha)) {
      throw custom(`No commits between ${base} and ${head}`);
    }
    if (!(await content.mergeBase(headSha, baseSha))) {
      throw custom(`The ${head} branch has no history in common with ${base}`);
    }
    const requestedReviewers = await this.#reviewersFor(repository, {
      base,
      headSha,
      author: author.login,
    });
    if (twin()) {
      throw taken();
    }
    const at = this.#at();
    const pull = threads.addPull(repository, {
      title: request.title,
      body: request.body,
      state: 'open',
      draft: request.draft ?? false,
      author: author.login,
      head,
      base,
      headSha,
      baseSha,
      createdAt: at,
      updatedAt: at,
      closedAt: undefined,
      merged: undefined,
      reviews: [],
      requestedReviewers,
      labels: [],
      assignees: [],
    });
    await this.#writeRefs(repository, pull);
    this.tell('opened', { repository, pull, sender: author });
    return pull;
  }

  review(
    repository: Repository,
    pull: PullRequest,
    review: Pick<Review, 'state' | 'body'> & { author: Account },
  ): Review {
    const { author, state, body } = review;
    if (author.login === pull.author && state !== 'COMMENTED') {
      const verb = state === 'APPROVED' ? 'approve' : 'request changes on';
      throw new GitHubError(422, 'Unprocessable Entity', [
        `Can not ${verb} your own pull request`,
      ]);
    }
    const added: Review = {
      id: this.options.ids.next(),
      author: author.login,
      state,
      body,
      commitId: pull.headSha,
      submittedAt: this.#at(),
    };
    pull.reviews.push(added);
    pull.requestedReviewers = {
      ...pull.requestedReviewers,
      users: pull.requestedReviewers.users.filter(
        login => login !== author.login,
      ),
    };
    this.#save(repository, pull);
    return added;
  }

  /** Keeps changes that were made in place, and tells of them. */
  changed(
    action: PullRequestEvent['action'],
    event: Omit<PullRequestEvent, 'action'>,
  ): void {
    this.#save(event.repository, event.pull);
    this.tell(action, event);
  }

  tell(
    action: PullRequestEvent['action'],
    event: Omit<PullRequestEvent, 'action'>,
  ): void {
    this.options.events.emit('pull_request', { action, ...event });
  }

  /** Whether head and base merge without conflict, and into what. */
  async attempt(
    repository: Repository,
    pull: PullRequest,
  ): Promise<{ base: string; tree: string } | undefined> {
    const content = this.options.repositories.content(repository);
    const base = await content.object(`refs/heads/${pull.base}^{commit}`);
    if (!base) {
      return undefined;
    }
    const result = await mergeTrees({
      repository: content,
      ours: base,
      theirs: pull.headSha,
    });
    return result.outcome === 'merged'
      ? { base, tree: result.tree }
      : undefined;
  }

  async #requireBranch(
    repository: Repository,
    field: 'head' | 'base',
    branch: string,
  ): Promise<string> {
    const content = this.options.repositories.content(repository);
    const sha = await content.commit(`refs/heads/${branch}`);
    if (!sha) {
      throw GitHubError.validation({
        resource: 'PullRequest',
        field,
        code: 'invalid',
      });
    }
    return sha;
  }

  async #reviewersFor(
    repository: Repository,
    pull: { base: string; headSha: string; author: string },
  ): Promise<PullRequest['requestedReviewers']> {
    const groups = await ownersOfChange(this.options, repository, pull);
    const owners = [...new Set(groups.flat())].map(owner =>
      owner.replace(/^@/, ''),
    );
    const { accounts } = this.options;
    return {
      users: owners.flatMap(owner => {
        const login = accounts.find(owner)?.login;
        return login && login !== pull.author ? [login] : [];
      }),
      teams: owners.flatMap(owner => {
        const [, slug] = owner.split('/');
        return slug && accounts.findTeam(slug) ? [slug] : [];
      }),
    };
  }

  // What was pushed moves heads, merges what is now contained, and closes
  // what lost its branch.
  async #follow(event: PushEvent) {
    const { repository, pusher: sender } = event;
    if (!event.ref.startsWith('refs/heads/')) {
      return;
    }
    const branch = event.ref.slice('refs/heads/'.length);
    const content = this.options.repositories.content(repository);
    const open = this.options.threads
      .pulls(repository)
      .filter(pull => pull.state === 'open');
    for (const pull of open) {
      if (pull.head === branch && event.after === NO_COMMIT) {
        this.close(pull);
        this.changed('closed', { repository, pull, sender });
      } else if (pull.head === branch && pull.headSha !== event.after) {
        pull.headSha = event.after;
        if (protectionFor(repository, pull.base)?.reviews?.dismissStale) {
          dismissApprovals(pull);
        }
        await this.#writeRefs(repository, pull);
        this.changed('synchronize', { repository, pull, sender });
      } else if (
        pull.base === branch &&
        event.after !== NO_COMMIT &&
        (await content.isAncestor(pull.headSha, event.after)) &&
        pull.state === 'open'
      ) {
        this.close(pull);
        const { login: by } = sender;
        const at = pull.closedAt!;
        pull.merged = { at, by, sha: event.after, method: 'merge' };
        this.changed('closed', { repository, pull, sender });
      }
    }
  }

  close(pull: PullRequest): void {
    pull.state = 'closed';
    pull.closedAt = this.#at();
  }

  // refs/pull/N/head and /merge, which checkouts of a pull request fetch.
  async #writeRefs(repository: Repository, pull: PullRequest) {
    const content = this.options.repositories.content(repository);
    const ref = `refs/pull/${pull.number}`;
    await content.run(['update-ref', `${ref}/head`, pull.headSha]);
    const merged = await this.attempt(repository, pull);
    if (merged) {
      const date = this.options.now().toISOString();
      const who = { name: 'GitHub', email: 'noreply@localhost', date };
      const sha = await content.writeCommit({
        tree: merged.tree,
        parents: [merged.base, pull.headSha],
        message: `Merge ${pull.headSha} into ${merged.base}`,
        author: who,
        committer: who,
      });
      await content.run(['update-ref', `${ref}/merge`, sha]);
    }
  }

  #save(repository: Repository, pull: PullRequest) {
    pull.updatedAt = this.#at();
    this.options.threads.save(repository);
  }

  #at(): string {
    return this.options
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }
}

function dismissApprovals(pull: PullRequest) {
  for (const review of pull.reviews) {
    if (review.state === 'APPROVED') {
      review.state = 'DISMISSED';
    }
  }
}
