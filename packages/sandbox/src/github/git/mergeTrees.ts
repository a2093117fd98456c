import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { GitRepository, NO_COMMIT } from './GitRepository';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export type MergeResult =
  | { outcome: 'merged'; tree: string }
  | { outcome: 'conflict' };

/**
 * Merges two commits without a working copy: what only one side changed by git,
 * what both changed line by line. Renames are not followed; `git merge-tree`
 * would, but not before git 2.38.
 */
export async function mergeTrees(options: {
  repository: GitRepository;
  ours: string;
  theirs: string;
  /** @default where their histories part */
  base?: string;
}): Promise<MergeResult> {
  const { repository, ours, theirs } = options;
  const base =
    options.base ?? (await repository.mergeBase(ours, theirs)) ?? EMPTY_TREE;
  const index = path.join(repository.gitDir, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    const args = ['read-tree', '-i', '-m', '--aggressive', base, ours, theirs];
    await repository.run(args, { env });
    const unmerged = await repository.run(['ls-files', '-u', '-z'], { env });
    for (const stages of groupByPath(unmerged.toString('utf8'))) {
      const merged = await mergeFile(repository, stages);
      if (!merged) {
        return { outcome: 'conflict' };
      }
      await repository.run(['update-index', '-z', '--index-info'], {
        env,
        input: `0 ${NO_COMMIT} 0\t${stages.path}\0${merged.mode} ${merged.sha} 0\t${stages.path}\0`,
      });
    }
    const tree = await repository.text(['write-tree'], { env });
    return { outcome: 'merged', tree };
  } finally {
    fs.rmSync(index, { force: true });
  }
}

interface Stages {
  path: string;
  /** By stage: 1 the base, 2 ours, 3 theirs. */
  entries: Map<string, { mode: string; sha: string }>;
}

function groupByPath(listing: string): Stages[] {
  const byPath = new Map<string, Stages>();
  for (const line of listing.split('\0').filter(text => text !== '')) {
    const tab = line.indexOf('\t');
    const [mode, sha, stage] = line.slice(0, tab).split(' ');
    const file = line.slice(tab + 1);
    const stages = byPath.get(file) ?? { path: file, entries: new Map() };
    stages.entries.set(stage, { mode, sha });
    byPath.set(file, stages);
  }
  return [...byPath.values()];
}

/** `undefined` for a conflict. */
async function mergeFile(
  repository: GitRepository,
  { entries }: Stages,
): Promise<{ mode: string; sha: string } | undefined> {
  const [base, ours, theirs] = ['1', '2', '3'].map(stage => entries.get(stage));
  const areFiles = [base, ours, theirs].every(entry =>
    entry?.mode.startsWith('100'),
  );
  if (!base || !ours || !theirs || !areFiles) {
    return undefined;
  }
  const folder = fs.mkdtempSync(path.join(repository.gitDir, 'merge-'));
  try {
    const files: string[] = [];
    for (const { sha } of [ours, base, theirs]) {
      files.push(path.join(folder, String(files.length)));
      fs.writeFileSync(files.at(-1)!, await repository.read(sha));
    }
    const { code, stdout } = await repository.attempt([
      'merge-file',
      '-p',
      ...files,
    ]);
    const mode = ours.mode === base.mode ? theirs.mode : ours.mode;
    return code === 0
      ? { mode, sha: await repository.writeBlob(stdout) }
      : undefined;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
