import { GitRepository } from './GitRepository';

/** One file of a difference. */
export interface FileDifference {
  path: string;
  previousPath: string | undefined;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  sha: string;
  additions: number;
  deletions: number;
  /** Absent for binary and for very long ones. */
  patch: string | undefined;
}

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const OPTIONS = ['diff-tree', '-r', '-M', '--no-color', '--no-ext-diff'];
const RAW = ['--raw', '--no-abbrev', '-z'];
const LONGEST_PATCH = 300_000;
const STATUS: Record<string, FileDifference['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/** Which files differ between two commits or trees; `undefined` is the empty tree. */
export async function diffPaths(
  repository: GitRepository,
  before: string | undefined,
  after: string,
): Promise<Pick<FileDifference, 'path' | 'previousPath' | 'status'>[]> {
  const range = [before ?? EMPTY_TREE, after];
  const raw = await repository.run([...OPTIONS, ...RAW, ...range]);
  return parseRaw(raw.toString('utf8'));
}

/** The same with the lines that differ. */
export async function diffFiles(
  repository: GitRepository,
  before: string | undefined,
  after: string,
): Promise<FileDifference[]> {
  const range = [before ?? EMPTY_TREE, after];
  const [raw, numbers, patches] = await Promise.all([
    repository.run([...OPTIONS, ...RAW, ...range]),
    repository.run([...OPTIONS, '--numstat', '-z', ...range]),
    repository.run([...OPTIONS, '-p', ...range]),
  ]);
  const counts = parseNumbers(numbers.toString('utf8'));
  const texts = splitPatches(patches.toString('utf8'));
  let next = 0;
  return parseRaw(raw.toString('utf8')).map((file, index) => {
    const patch = texts[next];
    // A change of type is told as a removal and an addition.
    next += file.status === 'changed' ? 2 : 1;
    return { ...file, ...counts[index], patch };
  });
}

function parseRaw(text: string) {
  const parts = text.split('\0');
  const files: Omit<FileDifference, 'additions' | 'deletions' | 'patch'>[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const [, , oldSha, newSha, code] = parts[at].split(' ');
    const renamed = code.startsWith('R');
    const status = STATUS[code[0]] ?? 'changed';
    files.push({
      path: parts[at + (renamed ? 2 : 1)],
      previousPath: renamed ? parts[at + 1] : undefined,
      status,
      sha: status === 'removed' ? oldSha : newSha,
    });
    at += renamed ? 3 : 2;
  }
  return files;
}

function parseNumbers(text: string) {
  const parts = text.split('\0');
  const counts: { additions: number; deletions: number }[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const [additions, deletions, name] = parts[at].split('\t');
    // Binary files have dashes here.
    counts.push({
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
    });
    at += name === '' ? 3 : 1;
  }
  return counts;
}

function splitPatches(text: string): (string | undefined)[] {
  return text
    .split(/^diff --git .*\n/m)
    .slice(1)
    .map(part => {
      const start = part.search(/^@@ /m);
      const patch = start < 0 ? undefined : part.slice(start).trimEnd();
      return patch && patch.length <= LONGEST_PATCH ? patch : undefined;
    });
}
