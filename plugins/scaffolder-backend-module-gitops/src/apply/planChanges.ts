import { createTwoFilesPatch } from 'diff';
import { ManifestFile } from './ManifestFile';

/** A file that has to be written. */
export interface FileChange {
  path: string;
  /** `create` when there was no such file. */
  kind: 'create' | 'update';
  content: string;
  /** Unified diff, for the task's log. */
  diff: string;
}

/** Compares what is with what shall be; empty when nothing has to change. */
export function planChanges(
  files: ManifestFile[],
  current: Map<string, string>,
): FileChange[] {
  return files.flatMap(file => {
    const before = current.get(file.path);
    const content = file.content(before);
    if (content === before) {
      return [];
    }
    return [
      {
        path: file.path,
        kind: before === undefined ? ('create' as const) : ('update' as const),
        content,
        diff: diffOf(file.path, before ?? '', content),
      },
    ];
  });
}

function diffOf(path: string, before: string, after: string): string {
  return createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    before,
    after,
    undefined,
    undefined,
    { context: 3 },
  )
    .split('\n')
    .slice(1)
    .join('\n')
    .trimEnd();
}
