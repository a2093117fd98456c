import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { TreeEntry } from '../types';
import { Git, GitRunOptions } from './Git';
import { isRefName } from './isRefName';
import { ObjectReader } from './ObjectReader';

/** Forty zeros: no object. */
export const NO_COMMIT = '0'.repeat(40);

/** Puts a file, folder (mode 040000) or deletion into a tree. */
export interface TreeChange {
  path: string;
  mode: string;
  /** `undefined` removes the path. */
  sha: string | undefined;
}

export interface CommitIdentity {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

/** Objects and refs of one bare repository. */
export class GitRepository {
  readonly gitDir: string;
  readonly #git: Git;
  readonly #facts: ObjectReader;
  readonly #contents: ObjectReader;

  static open(options: { git: Git; gitDir: string }): GitRepository {
    return new GitRepository(options);
  }

  private constructor(options: { git: Git; gitDir: string }) {
    this.#git = options.git;
    this.gitDir = options.gitDir;
    this.#facts = ObjectReader.create({ ...options, mode: 'batch-check' });
    this.#contents = ObjectReader.create({ ...options, mode: 'batch' });
  }

  /** Lets go of what reads objects; another use starts it again. */
  close(): void {
    this.#facts.close();
    this.#contents.close();
  }

  run(args: string[], options: Partial<GitRunOptions> = {}): Promise<Buffer> {
    return this.#git.run({ ...options, gitDir: this.gitDir, args });
  }

  text(args: string[], options: Partial<GitRunOptions> = {}): Promise<string> {
    return this.#git.text({ ...options, gitDir: this.gitDir, args });
  }

  attempt(args: string[], options: Partial<GitRunOptions> = {}) {
    return this.#git.attempt({ ...options, gitDir: this.gitDir, args });
  }

  /** The sha of an object that exists in this repository. */
  async object(expression: string): Promise<string | undefined> {
    return (await this.#facts.read(expression))?.sha;
  }

  /** The commit of a branch, tag, full ref name or (abbreviated) sha. */
  async commit(ref: string): Promise<string | undefined> {
    if (!isRefName(ref)) {
      return undefined;
    }
    const names = /^(refs\/|HEAD$)/.test(ref)
      ? [ref]
      : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
    if (/^[0-9a-f]{4,40}$/.test(ref)) {
      names.unshift(ref);
    }
    for (const name of names) {
      const sha = await this.object(`${name}^{commit}`);
      if (sha) {
        return sha;
      }
    }
    return undefined;
  }

  async typeOf(sha: string): Promise<string | undefined> {
    return (await this.#facts.read(sha))?.type;
  }

  /** All refs below a prefix, with the object each names. */
  async refs(
    prefix: string,
  ): Promise<{ ref: string; sha: string; type: string }[]> {
    const text = await this.text([
      'for-each-ref',
      '--format=%(objectname) %(objecttype) %(refname)',
      prefix,
    ]);
    return text
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const [sha, type, ref] = line.split(' ');
        return { ref, sha, type };
      });
  }

  /** Moves a ref if it still is where it was; `false` when somebody was faster. */
  async updateRef(
    ref: string,
    after: string,
    before: string,
  ): Promise<boolean> {
    const args =
      after === NO_COMMIT ? ['-d', ref, before] : [ref, after, before];
    const { code } = await this.attempt(['update-ref', ...args]);
    return code === 0;
  }

  /** A file, a commit or a tag as git keeps it. */
  async read(sha: string): Promise<Buffer> {
    const object = await this.#contents.read(sha);
    if (!object) {
      throw new Error(`${sha} is not in ${this.gitDir}`);
    }
    return object.content;
  }

  writeBlob(content: Buffer): Promise<string> {
    return this.text(['hash-object', '-w', '--stdin'], { input: content });
  }

  /** What a tree has; `undefined` when the object is no tree. */
  async tree(
    expression: string,
    options: { recursive?: boolean } = {},
  ): Promise<TreeEntry[] | undefined> {
    const { code, stdout } = await this.attempt([
      'ls-tree',
      '-z',
      '-l',
      ...(options.recursive ? ['-r', '-t'] : []),
      expression,
    ]);
    return code === 0 ? parseTree(stdout) : undefined;
  }

  /** The entry of a path at a commit. */
  async entry(commit: string, file: string): Promise<TreeEntry | undefined> {
    const args = ['ls-tree', '-z', '-l', commit, '--', file];
    return parseTree(await this.run(args)).at(0);
  }

  /** The tree that `base` becomes by the changes. */
  async writeTree(
    base: string | undefined,
    changes: TreeChange[],
  ): Promise<string> {
    const index = path.join(this.gitDir, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      if (base) {
        await this.run(['read-tree', base], { env });
      }
      const files = changes.filter(change => change.mode !== '040000');
      const lines = files.map(({ path: file, mode, sha }) =>
        sha ? `${mode} ${sha} 0\t${file}\0` : `0 ${NO_COMMIT} 0\t${file}\0`,
      );
      await this.run(['update-index', '-z', '--replace', '--index-info'], {
        env,
        input: lines.join(''),
      });
      for (const { path: folder, mode, sha } of changes) {
        if (mode === '040000' && sha) {
          await this.run(['read-tree', `--prefix=${folder}/`, sha], { env });
        }
      }
      return await this.text(['write-tree'], { env });
    } finally {
      fs.rmSync(index, { force: true });
    }
  }

  writeCommit(options: {
    tree: string;
    parents: string[];
    message: string;
    author: CommitIdentity;
    committer: CommitIdentity;
  }): Promise<string> {
    const { tree, parents, message, author, committer } = options;
    return this.text(
      ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
      {
        input: message.endsWith('\n') ? message : `${message}\n`,
        env: {
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
          GIT_AUTHOR_DATE: author.date,
          GIT_COMMITTER_NAME: committer.name,
          GIT_COMMITTER_EMAIL: committer.email,
          GIT_COMMITTER_DATE: committer.date,
        },
      },
    );
  }

  /** Whether everything of `ancestor` is in `descendant`. */
  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    const { code } = await this.attempt([
      'merge-base',
      '--is-ancestor',
      ancestor,
      descendant,
    ]);
    return code === 0;
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const { code, stdout } = await this.attempt(['merge-base', one, other]);
    return code === 0 ? stdout.toString().trim() : undefined;
  }
}

function parseTree(listing: Buffer): TreeEntry[] {
  return listing
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
      return {
        path: line.slice(tab + 1),
        mode,
        type: type as TreeEntry['type'],
        sha,
        size: size === '-' ? undefined : Number(size),
      };
    });
}
