import { NotFoundError } from '@backstage/errors';
import { Octokit } from '@octokit/rest';
import { isGithubError } from './isGithubError';
import { RepositoryAddress } from './RepositoryAddress';

/** A file as it shall be after the commit. */
export interface FileWrite {
  path: string;
  content: string;
}

/** @public */
export interface WriteCommitOptions {
  /** The commit that the new one stands on. */
  parent: string;
  branch: string;
  files: FileWrite[];
  message: string;
}

/** One repository on GitHub, as far as commits need it. */
export class GithubRepository {
  readonly address: RepositoryAddress;
  readonly #client: Octokit;
  readonly #target: { owner: string; repo: string };

  static create(client: Octokit, address: RepositoryAddress): GithubRepository {
    return new GithubRepository(client, address);
  }

  private constructor(client: Octokit, address: RepositoryAddress) {
    this.address = address;
    this.#client = client;
    this.#target = { owner: address.owner, repo: address.name };
  }

  get slug(): string {
    return `${this.#target.owner}/${this.#target.repo}`;
  }

  /** The newest commit of a branch, or `undefined` when there is none. */
  async findHead(branch: string): Promise<string | undefined> {
    try {
      const { data } = await this.#client.rest.git.getRef({
        ...this.#target,
        ref: `heads/${branch}`,
      });
      return data.object.sha;
    } catch (error) {
      // 409 is what GitHub says of a repository without any commit.
      if (isGithubError(error, 404) || isGithubError(error, 409)) {
        return undefined;
      }
      throw error;
    }
  }

  async head(branch: string): Promise<string> {
    const head = await this.findHead(branch);
    if (!head) {
      throw new NotFoundError(
        `${this.slug} has no branch ${branch}, or the integration may not see it`,
      );
    }
    return head;
  }

  async exists(): Promise<boolean> {
    try {
      await this.#client.rest.repos.get(this.#target);
      return true;
    } catch (error) {
      if (isGithubError(error, 404)) {
        return false;
      }
      throw error;
    }
  }

  /** Whether a team of its organisation has access to it. */
  async isOpenTo(team: string): Promise<boolean> {
    try {
      await this.#client.rest.teams.checkPermissionsForRepoInOrg({
        ...this.#target,
        org: this.#target.owner,
        team_slug: team,
      });
      return true;
    } catch (error) {
      if (isGithubError(error, 404)) {
        return false;
      }
      throw error;
    }
  }

  /** The content at a commit, or `undefined` when there is no such file. */
  async readFile(path: string, ref: string): Promise<string | undefined> {
    const entry = await this.#content(path, ref);
    if (!entry || Array.isArray(entry) || entry.type !== 'file') {
      return undefined;
    }
    return Buffer.from(entry.content, 'base64').toString('utf8');
  }

  /** Names in a folder at a commit; empty when there is no such folder. */
  async listFolder(path: string, ref: string): Promise<string[]> {
    const entries = await this.#content(path, ref);
    return Array.isArray(entries) ? entries.map(entry => entry.name) : [];
  }

  /**
   * Puts a commit onto a branch.
   *
   * @returns the commit, or `undefined` when the branch moved meanwhile
   */
  async writeCommit(options: WriteCommitOptions): Promise<string | undefined> {
    const { data: parent } = await this.#client.rest.git.getCommit({
      ...this.#target,
      commit_sha: options.parent,
    });
    const { data: tree } = await this.#client.rest.git.createTree({
      ...this.#target,
      base_tree: parent.tree.sha,
      tree: options.files.map(file => ({
        path: file.path,
        content: file.content,
        mode: '100644' as const,
        type: 'blob' as const,
      })),
    });
    const { data: commit } = await this.#client.rest.git.createCommit({
      ...this.#target,
      message: options.message,
      tree: tree.sha,
      parents: [options.parent],
    });
    try {
      await this.#client.rest.git.updateRef({
        ...this.#target,
        ref: `heads/${options.branch}`,
        sha: commit.sha,
        force: false,
      });
      return commit.sha;
    } catch (error) {
      const moved =
        isGithubError(error, 422) &&
        (await this.head(options.branch)) !== options.parent;
      if (moved) {
        return undefined;
      }
      throw error;
    }
  }

  async createBranch(branch: string, sha: string): Promise<void> {
    await this.#client.rest.git.createRef({
      ...this.#target,
      ref: `refs/heads/${branch}`,
      sha,
    });
  }

  async deleteBranch(branch: string): Promise<void> {
    await this.#client.rest.git.deleteRef({
      ...this.#target,
      ref: `heads/${branch}`,
    });
  }

  /** Web address of the open pull request of a branch. */
  async findPullRequest(branch: string): Promise<string | undefined> {
    const { data } = await this.#client.rest.pulls.list({
      ...this.#target,
      head: `${this.#target.owner}:${branch}`,
      state: 'open',
    });
    return data.find(pull => pull.head.ref === branch)?.html_url;
  }

  async createPullRequest(options: {
    branch: string;
    title: string;
    body: string;
  }): Promise<string> {
    const { data } = await this.#client.rest.pulls.create({
      ...this.#target,
      head: options.branch,
      base: this.address.branch,
      title: options.title,
      body: options.body,
    });
    return data.html_url;
  }

  async #content(path: string, ref: string) {
    try {
      const { data } = await this.#client.rest.repos.getContent({
        ...this.#target,
        path,
        ref,
      });
      return data;
    } catch (error) {
      if (isGithubError(error, 404)) {
        return undefined;
      }
      throw error;
    }
  }
}
