import fs from 'node:fs';
import { StateFolder } from '../../state/StateFolder';
import { Git } from '../git/Git';
import { GitRepository } from '../git/GitRepository';
import {
  CreateRepositoryOptions,
  Repositories,
  Repository,
  RepositorySettings,
  TreeEntry,
} from '../types';
import { Ids } from './Ids';

export interface RepositoryStoreOptions {
  state: StateFolder;
  git: Git;
  ids: Ids;
  now: () => Date;
}

const SETTINGS: RepositorySettings = {
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  allow_merge_commit: true,
  allow_squash_merge: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  allow_update_branch: false,
  delete_branch_on_merge: false,
};

/** Repositories: facts in JSON files, content in bare repositories named by id. */
export class RepositoryStore implements Repositories {
  readonly #options: RepositoryStoreOptions;
  readonly #byName = new Map<string, Repository>();
  readonly #contents = new Map<number, GitRepository>();

  static open(options: RepositoryStoreOptions): RepositoryStore {
    return new RepositoryStore(options);
  }

  private constructor(options: RepositoryStoreOptions) {
    this.#options = options;
    for (const file of fs.readdirSync(options.state.folder('facts'))) {
      const repository = file.endsWith('.json')
        ? options.state.readJson<Repository>('facts', file)
        : undefined;
      if (repository) {
        this.#byName.set(repository.fullName.toLowerCase(), repository);
      }
    }
  }

  find(owner: string, name: string): Repository | undefined {
    return this.#byName.get(`${owner}/${name}`.toLowerCase());
  }

  list(): Repository[] {
    return [...this.#byName.values()].sort((a, b) => a.id - b.id);
  }

  async create(options: CreateRepositoryOptions): Promise<Repository> {
    const { owner, name, creator } = options;
    const at = this.#at();
    const repository: Repository = {
      id: this.#options.ids.next(),
      owner,
      name,
      fullName: `${owner}/${name}`,
      description: options.description,
      homepage: options.homepage,
      private: options.private ?? false,
      archived: false,
      defaultBranch: options.defaultBranch ?? 'main',
      topics: [],
      createdAt: at,
      updatedAt: at,
      pushedAt: at,
      settings: { ...SETTINGS, ...options.settings },
      collaborators: { [creator.login]: 'admin' },
      teams: {},
      protections: {},
    };
    // Reserved before the first await, so that of two at once one sees the other.
    this.#byName.set(repository.fullName.toLowerCase(), repository);
    try {
      await this.#initialise(repository);
    } catch (error) {
      this.#byName.delete(repository.fullName.toLowerCase());
      throw error;
    }
    this.save(repository);
    return repository;
  }

  /** Keeps facts that were changed in place. */
  save(repository: Repository): void {
    repository.updatedAt = this.#at();
    this.#options.state.writeJson(repository, 'facts', `${repository.id}.json`);
  }

  rename(repository: Repository, name: string): void {
    this.#byName.delete(repository.fullName.toLowerCase());
    repository.name = name;
    repository.fullName = `${repository.owner}/${name}`;
    this.#byName.set(repository.fullName.toLowerCase(), repository);
    this.save(repository);
  }

  /** Points HEAD to another branch. */
  async setDefaultBranch(repository: Repository, branch: string) {
    await this.content(repository).run([
      'symbolic-ref',
      'HEAD',
      `refs/heads/${branch}`,
    ]);
    repository.defaultBranch = branch;
    this.save(repository);
  }

  remove(repository: Repository): void {
    this.#byName.delete(repository.fullName.toLowerCase());
    this.content(repository).close();
    this.#contents.delete(repository.id);
    const { state } = this.#options;
    fs.rmSync(state.path('facts', `${repository.id}.json`), { force: true });
    fs.rmSync(this.gitDir(repository), { recursive: true, force: true });
  }

  gitDir(repository: Repository): string {
    return this.#options.state.path('git', `${repository.id}.git`);
  }

  content(repository: Repository): GitRepository {
    const known = this.#contents.get(repository.id);
    if (known) {
      return known;
    }
    const gitDir = this.gitDir(repository);
    const content = GitRepository.open({ git: this.#options.git, gitDir });
    this.#contents.set(repository.id, content);
    return content;
  }

  /** Ends the programs that read objects. */
  close(): void {
    this.#contents.forEach(content => content.close());
  }

  head(repository: Repository, ref?: string): Promise<string | undefined> {
    return this.content(repository).commit(ref ?? repository.defaultBranch);
  }

  async readFile(
    repository: Repository,
    ref: string,
    path: string,
  ): Promise<Buffer | undefined> {
    const content = this.content(repository);
    const commit = await content.commit(ref);
    const sha = commit && (await content.object(`${commit}:${path}`));
    return sha && (await content.typeOf(sha)) === 'blob'
      ? content.read(sha)
      : undefined;
  }

  async listFiles(
    repository: Repository,
    ref: string,
    folder: string,
    options: { recursive?: boolean } = {},
  ): Promise<TreeEntry[]> {
    const content = this.content(repository);
    const commit = await content.commit(ref);
    const entries =
      commit && (await content.tree(`${commit}:${folder}`, options));
    return entries || [];
  }

  async changedFiles(
    repository: Repository,
    before: string | undefined,
    after: string,
  ): Promise<string[]> {
    const content = this.content(repository);
    const names = before
      ? ['diff-tree', '-r', '--name-only', '-z', before, after]
      : ['ls-tree', '-r', '--name-only', '-z', after];
    return (await content.run(names))
      .toString('utf8')
      .split('\0')
      .filter(name => name !== '');
  }

  async #initialise(repository: Repository): Promise<void> {
    const gitDir = this.gitDir(repository);
    const branch = repository.defaultBranch;
    await this.#options.git.run({
      gitDir,
      cwd: this.#options.state.folder('git'),
      args: ['init', '--quiet', '--bare', `--initial-branch=${branch}`, gitDir],
    });
  }

  #at(): string {
    return this.#options
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }
}
