import { createHash } from 'node:crypto';
import { applyFiles, ApplyFilesOptions, ApplyFilesResult } from './applyFiles';
import { planChanges } from './planChanges';

export type ApplyByPullRequestResult =
  | ApplyFilesResult
  | { outcome: 'proposed'; commit: string; url: string };

/**
 * Proposes the desired state instead of committing it. The branch's name comes
 * from the message and the files, so the same proposal finds its own pull
 * request again.
 */
export async function applyByPullRequest(
  options: ApplyFilesOptions,
): Promise<ApplyByPullRequestResult> {
  const { repository, log } = options;
  const planned = await applyFiles({ ...options, dryRun: true });
  if (planned.outcome !== 'planned' || options.dryRun) {
    return planned;
  }
  const branch = branchName(options);
  const open = await repository.findPullRequest(branch);
  const base = await repository.head(options.branch);
  const existing = await repository.findHead(branch);
  if (existing && !open) {
    log(`${branch} is left over from a closed pull request; starting it anew`);
    await repository.deleteBranch(branch);
  }
  if (!existing || !open) {
    await repository.createBranch(branch, base);
  }
  const applied = await applyFiles({ ...options, branch });
  const commit = 'commit' in applied ? applied.commit : base;
  const url =
    open ??
    (await repository.createPullRequest({
      branch,
      title: options.message.split('\n')[0],
      body: planned.changes.map(({ path }) => `- \`${path}\``).join('\n'),
    }));
  log(open ? `The pull request is open already: ${url}` : `Opened ${url}`);
  return { outcome: 'proposed', commit, url };
}

function branchName(options: ApplyFilesOptions): string {
  const [title] = options.message.split('\n');
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const content = planChanges(options.files, new Map())
    .map(change => `${change.path}\n${change.content}`)
    .join('\n');
  const digest = createHash('sha256').update(content).digest('hex');
  return `slipway/${words}-${digest.slice(0, 8)}`;
}
