import fs from 'node:fs';
import { ManifestError } from '../render/ManifestError';
import { describeGitFailure } from './describeGitFailure';
import { GitCredentials, GitError, runGit } from './runGit';

export interface GitMirrorOptions {
  url: string;
  /** The bare repository; made at the first fetch. */
  gitDir: string;
  home: string;
  signal: AbortSignal;
  credentials: () => GitCredentials | undefined;
  now: () => number;
}

/** Without being told, a repository is asked as often as Argo CD does. */
const RESYNC_MS = 3 * 60_000;

/** A bare copy of one remote repository, fetched when it is told to be stale. */
export class GitMirror {
  readonly #options: GitMirrorOptions;
  #refs = new Map<string, string>();
  #failure?: ManifestError;
  #fetchedAt?: number;
  #fetching?: Promise<void>;

  static create(options: GitMirrorOptions): GitMirror {
    return new GitMirror(options);
  }

  private constructor(options: GitMirrorOptions) {
    this.#options = options;
  }

  /** The next `resolve` asks the remote. */
  markStale(): void {
    this.#fetchedAt = undefined;
  }

  /** The commit that a branch, tag or commit id stands for now. */
  async resolve(revision: string): Promise<string> {
    await this.#refresh();
    if (this.#failure) {
      throw this.#failure;
    }
    const name = revision || 'HEAD';
    const known =
      this.#refs.get(name) ??
      this.#refs.get(`refs/heads/${name}`) ??
      this.#refs.get(`refs/tags/${name}`);
    if (known) {
      return known;
    }
    if (!/^[0-9a-f]{7,40}$/.test(name)) {
      throw new ManifestError(`unable to resolve '${name}' to a commit SHA`);
    }
    return this.#resolveCommit(name);
  }

  /** The id of a folder's or file's content at a commit. */
  async objectId(commit: string, path: string): Promise<string | undefined> {
    try {
      const id = await this.#git(['rev-parse', `${commit}:${path}`]);
      return id.trim();
    } catch {
      return undefined;
    }
  }

  /** Writes the tree of a commit into a folder. */
  async checkout(commit: string, folder: string): Promise<void> {
    fs.mkdirSync(folder, { recursive: true });
    await this.#git(
      [
        // A link in a pushed tree could lead to any file of this machine.
        '-c',
        'core.symlinks=false',
        `--work-tree=${folder}`,
        'checkout',
        '--force',
        commit,
        '--',
        '.',
      ],
      { GIT_INDEX_FILE: `${folder}.index` },
    );
    fs.rmSync(`${folder}.index`, { force: true });
  }

  async #resolveCommit(name: string): Promise<string> {
    try {
      const id = await this.#git(['rev-parse', '--verify', `${name}^{commit}`]);
      return id.trim();
    } catch {
      const inner = new ManifestError(
        `Failed to checkout revision ${name}: \`git fetch origin ${name} --tags --force --prune\` failed exit status 128: fatal: couldn't find remote ref ${name}`,
        'Internal',
      );
      throw new ManifestError(
        `failed to initialize repository resources: ${inner.message}`,
      );
    }
  }

  async #refresh(): Promise<void> {
    while (
      // Who asks during a fetch wants what it brings, not what was before.
      this.#fetching ||
      this.#fetchedAt === undefined ||
      this.#options.now() - this.#fetchedAt > RESYNC_MS
    ) {
      this.#fetching ??= this.#fetch().finally(() => {
        this.#fetching = undefined;
      });
      await this.#fetching;
    }
  }

  async #fetch(): Promise<void> {
    // Before asking: a push during the fetch makes the copy stale again.
    this.#fetchedAt = this.#options.now();
    try {
      if (!fs.existsSync(this.#options.gitDir)) {
        await this.#git(['init', '--quiet', '--bare', this.#options.gitDir]);
      }
      await this.#fetchRefs();
      this.#refs = await this.#readRefs();
      this.#failure =
        this.#refs.size > 0
          ? undefined
          : new ManifestError(
              'failed to list refs: remote repository is empty',
            );
    } catch (error) {
      this.#options.signal.throwIfAborted();
      const stderr = error instanceof GitError ? error.stderr : String(error);
      this.#failure = new ManifestError(
        describeGitFailure(this.#options.url, stderr),
      );
    }
  }

  async #fetchRefs(): Promise<void> {
    const fetch = (...refs: string[]) =>
      this.#git([
        'fetch',
        '--quiet',
        '--prune',
        '--force',
        '--no-write-fetch-head',
        this.#options.url,
        ...refs,
        '+refs/heads/*:refs/heads/*',
        '+refs/tags/*:refs/tags/*',
      ]);
    try {
      await fetch('+HEAD:refs/remote/HEAD');
    } catch (error) {
      // The default branch of a repository may be one that nobody pushed yet.
      if (!(error as GitError).stderr?.includes('remote ref HEAD')) {
        throw error;
      }
      await fetch();
    }
  }

  async #readRefs(): Promise<Map<string, string>> {
    const refs = new Map<string, string>();
    const text = await this.#git([
      'for-each-ref',
      '--format=%(refname) %(objectname) %(*objectname)',
    ]);
    for (const line of text.split('\n').filter(Boolean)) {
      const [name, id, commit] = line.split(' ');
      refs.set(name === 'refs/remote/HEAD' ? 'HEAD' : name, commit || id);
    }
    return refs;
  }

  #git(args: string[], env: Record<string, string> = {}): Promise<string> {
    const { gitDir, home, signal, credentials } = this.#options;
    return runGit({
      args,
      home,
      signal,
      credentials: credentials(),
      env: args[0] === 'init' ? env : { GIT_DIR: gitDir, ...env },
    });
  }
}
