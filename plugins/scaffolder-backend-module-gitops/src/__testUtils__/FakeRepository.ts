import { createHash } from 'node:crypto';

/** Contents by path. */
export type Tree = Map<string, string>;

/** One repository: commits by sha, branches, and what tests put into it. */
export class FakeRepository {
  readonly commits = new Map<string, { tree: Tree; message: string }>();
  readonly trees = new Map<string, Tree>();
  readonly branches = new Map<string, string>();
  readonly pulls: { head: string; title: string; url: string }[] = [];
  /** Slugs of the teams that have access. */
  teams: string[] = ['storefront'];
  runs: object[] = [];
  jobs: Record<number, object[]> = {};
  logs: Record<number, string> = {};
  /** Called before a branch is moved: the moment in which others push. */
  beforeUpdate: () => void = () => {};

  /** Commits files on top of a branch, as somebody else would. */
  push(files: Record<string, string>, branch = 'main'): string {
    const parent = this.branches.get(branch);
    const before = parent ? this.commits.get(parent)!.tree : new Map();
    const tree = new Map([...before, ...Object.entries(files)]);
    const sha = shaOf(['push', branch, parent, ...tree]);
    this.commits.set(sha, { tree, message: 'push' });
    this.branches.set(branch, sha);
    return sha;
  }

  files(branch = 'main'): Record<string, string> {
    const head = this.branches.get(branch);
    return Object.fromEntries(head ? this.commits.get(head)!.tree : []);
  }

  message(branch = 'main'): string {
    return this.commits.get(this.branches.get(branch)!)!.message;
  }
}

/** A sha as git has them. */
export function shaOf(parts: unknown): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('hex');
}
