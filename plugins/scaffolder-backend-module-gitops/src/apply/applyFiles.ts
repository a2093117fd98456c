import { ConflictError } from '@backstage/errors';
import { GithubRepository } from '../repository';
import { ManifestFile } from './ManifestFile';
import { FileChange, planChanges } from './planChanges';

export interface ApplyFilesOptions {
  repository: GithubRepository;
  branch: string;
  files: ManifestFile[];
  message: string;
  /** Print what would be done and change nothing. */
  dryRun: boolean;
  log(line: string): void;
  /** Looks at what is there before the first change; throws to refuse. */
  check?(current: Map<string, string>): void;
  signal?: AbortSignal;
}

export type ApplyFilesResult =
  | { outcome: 'unchanged'; commit: string }
  | { outcome: 'planned'; changes: FileChange[] }
  | { outcome: 'committed'; commit: string; changes: FileChange[] };

const MAX_ATTEMPTS = 10;

/**
 * Brings files into the desired state with one commit on top of a branch, or
 * with none when they are in it. When the branch moves meanwhile, what is
 * there is read and judged anew.
 */
export async function applyFiles(
  options: ApplyFilesOptions,
): Promise<ApplyFilesResult> {
  const { repository, branch, log } = options;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    options.signal?.throwIfAborted();
    const parent = await repository.head(branch);
    const current = await readCurrent(options, parent);
    options.check?.(current);
    const changes = planChanges(options.files, current);
    if (changes.length === 0) {
      log(
        `${repository.slug}: nothing to change, all files are as they should`,
      );
      return { outcome: 'unchanged', commit: parent };
    }
    logChanges(changes, options);
    if (options.dryRun) {
      return { outcome: 'planned', changes };
    }
    const commit = await repository.writeCommit({
      parent,
      branch,
      files: changes,
      message: options.message,
    });
    if (commit) {
      log(`Committed ${commit.slice(0, 7)} to ${branch} of ${repository.slug}`);
      return { outcome: 'committed', commit, changes };
    }
    log(`${branch} of ${repository.slug} moved meanwhile; looking again`);
  }
  throw new ConflictError(
    `${branch} of ${repository.slug} moved at each of ${MAX_ATTEMPTS} attempts to commit`,
  );
}

async function readCurrent(
  options: ApplyFilesOptions,
  commit: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await Promise.all(
    options.files.map(async ({ path }) => {
      const content = await options.repository.readFile(path, commit);
      if (content !== undefined) {
        found.set(path, content);
      }
    }),
  );
  return found;
}

function logChanges(changes: FileChange[], options: ApplyFilesOptions): void {
  const created = changes.filter(change => change.kind === 'create');
  if (created.length > 0) {
    options.log(
      `${options.dryRun ? 'Would create' : 'Creating'} ${created
        .map(change => change.path)
        .join(', ')}`,
    );
  }
  for (const change of changes) {
    if (change.kind === 'update') {
      options.log(
        `${options.dryRun ? 'Would change' : 'Changing'} ${change.path}:\n${
          change.diff
        }`,
      );
    }
  }
}
