import { DeployError } from './DeployError.mjs';
import { git, run } from './run.mjs';

/** Subject and author of a commit that must be on the main branch. */
export async function describeCommit(repository, sha) {
  if (!(await isAncestor(repository, sha, 'refs/remotes/origin/main'))) {
    throw new DeployError(
      `Commit ${sha} is not on the main branch of its repository`,
    );
  }
  const text = await git(
    repository,
    'log',
    '-1',
    '--format=%s%n%an <%ae>',
    sha,
  );
  const [subject, author] = text.split('\n');
  return { subject, author };
}

/** Whether a commit is part of the history of another. False when either is unknown. */
export async function isAncestor(repository, ancestor, descendant) {
  const { code } = await run(
    'git',
    ['merge-base', '--is-ancestor', ancestor, descendant],
    { cwd: repository },
  );
  return code === 0;
}
