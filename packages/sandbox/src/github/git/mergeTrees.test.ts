import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Git } from './Git';
import { GitRepository } from './GitRepository';
import { mergeTrees } from './mergeTrees';
import { rebaseCommits } from './rebaseCommits';

type Files = Record<string, string>;

const WHO = {
  name: 'Ada',
  email: 'ada@example.com',
  date: '2026-01-01T00:00:00Z',
};
const TEN = '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n';

describe('mergeTrees and rebaseCommits', () => {
  let gitDir: string;
  let repository: GitRepository;

  beforeAll(async () => {
    gitDir = fs.mkdtempSync(path.join(os.tmpdir(), 'merge-'));
    const git = Git.create({ home: gitDir });
    await git.run({ gitDir, args: ['init', '--quiet', '--bare', gitDir] });
    repository = GitRepository.open({ git, gitDir });
  });
  afterAll(() => {
    repository.close();
    fs.rmSync(gitDir, { recursive: true });
  });

  async function commit(files: Files, ...parents: string[]) {
    const changes = await Promise.all(
      Object.entries(files).map(async ([file, text]) => ({
        path: file,
        mode: '100644',
        sha: await repository.writeBlob(Buffer.from(text)),
      })),
    );
    return repository.writeCommit({
      tree: await repository.writeTree(undefined, changes),
      parents,
      message: Object.keys(files).join(' '),
      author: WHO,
      committer: WHO,
    });
  }

  async function filesOf(tree: string): Promise<Files> {
    const files: Files = {};
    for (const entry of (await repository.tree(tree, { recursive: true }))!) {
      if (entry.type === 'blob') {
        files[entry.path] = (await repository.read(entry.sha)).toString();
      }
    }
    return files;
  }

  async function merge(base: Files, ours: Files, theirs: Files) {
    const root = await commit(base);
    const result = await mergeTrees({
      repository,
      ours: await commit(ours, root),
      theirs: await commit(theirs, root),
    });
    return result.outcome === 'merged' ? filesOf(result.tree) : 'conflict';
  }

  it('takes what only one side changed', async () => {
    expect(
      await merge(
        { a: '1', 'd/b': '1', gone: 'x' },
        { a: '2', 'd/b': '1', gone: 'x' },
        { a: '1', 'd/b': '2', 'd/new': 'n' },
      ),
    ).toEqual({ a: '2', 'd/b': '2', 'd/new': 'n' });
  });

  it('merges lines of a file that both changed', async () => {
    expect(
      await merge(
        { a: TEN },
        { a: TEN.replace('1\n', 'one\n') },
        { a: TEN.replace('9\n', 'nine\n') },
      ),
    ).toEqual({ a: 'one\n2\n3\n4\n5\n6\n7\n8\nnine\n10\n' });
  });

  it.each<[string, Files, Files, Files]>([
    ['the same line', { a: '1\n' }, { a: '2\n' }, { a: '3\n' }],
    [
      'two new files of one name',
      { x: '' },
      { x: '', a: '1' },
      { x: '', a: '2' },
    ],
    ['a change and a removal', { a: '1', x: '' }, { a: '2', x: '' }, { x: '' }],
    ['binary files', { a: '\0a' }, { a: '\0b' }, { a: '\0c' }],
  ])('finds the conflict of %s', async (_, base, ours, theirs) => {
    expect(await merge(base, ours, theirs)).toBe('conflict');
  });

  it('repeats commits on another base', async () => {
    const root = await commit({ a: '1', x: '1' });
    const base = await commit({ a: '1', x: '2' }, root);
    const first = await commit({ a: '2', x: '1' }, root);
    const head = await commit({ a: '2', b: '1', x: '1' }, first);
    const result = await rebaseCommits({
      repository,
      base,
      head,
      committer: WHO,
    });
    expect(result.outcome).toBe('rebased');
    const sha = result.outcome === 'rebased' ? result.sha : '';
    expect(await filesOf(sha)).toEqual({ a: '2', b: '1', x: '2' });
    expect(
      await repository.text(['rev-list', '--count', `${base}..${sha}`]),
    ).toBe('2');
  });

  it('says when a commit cannot be repeated', async () => {
    const root = await commit({ a: '1' });
    const base = await commit({ a: '2' }, root);
    const head = await commit({ a: '3' }, root);
    const options = { repository, base, head, committer: WHO };
    expect(await rebaseCommits(options)).toEqual({ outcome: 'conflict' });
  });
});
